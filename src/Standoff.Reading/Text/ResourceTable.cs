using System.Collections.Immutable;
using System.Text;

namespace Standoff.Reading.Text;

/// <summary>Reads the tables that ship with the reader: tab-separated, a header line, comments after <c>#</c>.</summary>
internal static class ResourceTable
{
    /// <summary>Rows below the header, each cut into its cells; missing cells at the end are empty.</summary>
    /// <param name="name">Folder and file, as in <c>Mentions.Resources.States.tsv</c>.</param>
    public static ImmutableArray<string[]> Read(string name)
    {
        var assembly = typeof(ResourceTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Standoff.Reading.{name}")
            ?? throw new InvalidOperationException($"The resource Standoff.Reading.{name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        var columns = (reader.ReadLine() ?? "").Split('\t').Length;
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') rows.Add(Padded(line.Split('\t'), columns));
        return rows.ToImmutable();
    }

    private static string[] Padded(string[] cells, int columns)
    {
        if (cells.Length >= columns) return cells;
        var full = new string[columns];
        Array.Fill(full, "");
        cells.CopyTo(full, 0);
        return full;
    }
}
