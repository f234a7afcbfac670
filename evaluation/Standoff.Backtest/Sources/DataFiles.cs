using System.Collections.Immutable;
using Standoff.Histories;

namespace Standoff.Backtest.Sources;

/// <summary>The files that the back-test reads, as their publishers distribute them, with what to cite.</summary>
internal sealed class DataFiles(string folder)
{
    private static readonly string[] Needed = ["icb", "nmc", "majors", "contiguity", "alliances", "leaders", "disputes"];
    private static readonly string[] UsedIfThere = ["icb-system"];

    private readonly HistoryFolder _folder = new(folder);
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>The folder that holds <c>icb/</c>, <c>cow/</c> and the others.</summary>
    public string Folder => folder;

    /// <summary>The rows of a source.</summary>
    /// <exception cref="HistoryFault">It is missing or cannot be used.</exception>
    public ImmutableArray<HistoryRow> Read(string key) => Records(_folder.Read(key));

    /// <summary>The rows of a source that adds to the others; none if it is not there.</summary>
    /// <exception cref="HistoryFault">It cannot be used.</exception>
    public ImmutableArray<HistoryRow> ReadIfThere(string key) => _folder.ReadIfThere(key) is { } table ? Records(table) : [];

    /// <summary>A sentence on each file read of which rows are no records.</summary>
    public IEnumerable<string> LeftOut => _leftOut.Select(f => $"Left out: {f.Value} rows of {f.Key}, whose codes or year are unknown.");

    private ImmutableArray<HistoryRow> Records(HistoryTable table)
    {
        if (table.LeftOut > 0) _leftOut[Path.GetRelativePath(folder, table.File).Replace('\\', '/')] = table.LeftOut;
        return table.Rows;
    }

    /// <summary>One line a file: name, SHA-256, what to cite.</summary>
    /// <exception cref="HistoryFault">One is missing.</exception>
    public IEnumerable<string> Describe() =>
    [
        .. Needed.Select(HistorySource.Of).Select(source => Line(source)
            ?? throw new HistoryFault(Path.Combine(folder, source.Places[0]), 0, 0, $"is missing; download {source.Name} from {source.Home} and put it there.")),
        .. UsedIfThere.Select(HistorySource.Of).Select(Line).OfType<string>(),
    ];

    private string? Line(HistorySource source) => source.FileIn(folder) is { } file
        ? $"| {Path.GetRelativePath(folder, file).Replace('\\', '/')} | {HistoryFolder.Checksum(file)} | {source.Name}: {source.Citation} |" : null;
}
