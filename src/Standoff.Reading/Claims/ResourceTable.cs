using System.Reflection;

namespace Standoff.Reading.Claims;

/// <summary>A tab-separated resource of this assembly: a header line, then one row a line.</summary>
internal static class ResourceTable
{
    /// <summary>The rows below the header, each split into its cells.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream("Standoff.Reading.Claims.Resources." + name)
            ?? throw new InvalidOperationException($"The resource {name} is not in {assembly.GetName().Name}.");
        using var lines = new StreamReader(stream);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line.Split('\t');
        }
    }
}
