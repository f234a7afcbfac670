namespace Standoff.Reading.Syntax;

/// <summary>The files that the reader of syntax carries in its assembly.</summary>
internal static class SyntaxResources
{
    public static Stream? Find(string name) =>
        typeof(SyntaxResources).Assembly.GetManifestResourceStream("Standoff.Reading.Resources." + name);

    public static Stream Open(string name) =>
        Find(name) ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");

    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}
