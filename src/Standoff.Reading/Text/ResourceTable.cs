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
        using var reader = Open(name);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        var columns = (reader.ReadLine() ?? "").Split('\t').Length;
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') rows.Add(Padded(line.Split('\t'), columns));
        return rows.ToImmutable();
    }

    /// <summary>The rows below the header as they are written, for long tables that are cut when they are asked.</summary>
    public static string[] Lines(string name)
    {
        using var reader = Open(name);
        reader.ReadLine();
        var rows = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') rows.Add(line);
        return [.. rows];
    }

    private static StreamReader Open(string name)
    {
        var stream = typeof(ResourceTable).Assembly.GetManifestResourceStream($"Standoff.Reading.{name}")
            ?? throw new InvalidOperationException($"The resource Standoff.Reading.{name} is not built in.");
        return new StreamReader(stream, Encoding.UTF8);
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
