namespace Standoff.Crises;

/// <summary>Reads the tab-separated tables that ship with the crisis models.</summary>
internal static class CrisisTable
{
    /// <summary>The rows below the header line.</summary>
    public static IEnumerable<string[]> Rows(string fileName)
    {
        var assembly = typeof(CrisisTable).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith(".Crises.Resources." + fileName, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
