namespace Standoff.Briefs;

/// <summary>The tables of judgements that the brief's wording rests on.</summary>
internal static class BriefTable
{
    /// <summary>The cells of each row below the header.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(BriefTable).Assembly.GetManifestResourceStream($"Standoff.Briefs.Resources.{file}")
            ?? throw new InvalidOperationException($"The table {file} is not part of the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split('\t'))];
    }
}
