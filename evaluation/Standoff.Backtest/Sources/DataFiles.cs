using System.Collections.Immutable;
using Standoff.Histories;

namespace Standoff.Backtest.Sources;

/// <summary>The files that the back-test reads, as their publishers distribute them, with what to cite.</summary>
internal sealed class DataFiles(string folder)
{
    private static readonly string[] Needed = ["icb", "nmc", "majors", "contiguity", "alliances", "leaders", "disputes"];

    private readonly HistoryFolder _folder = new(folder);

    /// <summary>The folder that holds <c>icb/</c>, <c>cow/</c> and the others.</summary>
    public string Folder => folder;

    /// <summary>The rows of a source.</summary>
    /// <exception cref="HistoryFault">It is missing or cannot be used.</exception>
    public ImmutableArray<HistoryRow> Read(string key) => _folder.Read(key).Rows;

    /// <summary>The rows of a source that adds to the others; none if it is not there.</summary>
    /// <exception cref="HistoryFault">It cannot be used.</exception>
    public ImmutableArray<HistoryRow> ReadIfThere(string key) => _folder.ReadIfThere(key)?.Rows ?? [];

    /// <summary>One line a file: name, SHA-256, what to cite.</summary>
    /// <exception cref="HistoryFault">One is missing.</exception>
    public IEnumerable<string> Describe() => Needed.Select(HistorySource.Of).Select(source => source.FileIn(folder) is { } file
        ? $"| {Path.GetRelativePath(folder, file).Replace('\\', '/')} | {HistoryFolder.Checksum(file)} | {source.Name}: {source.Citation} |"
        : throw new HistoryFault(Path.Combine(folder, source.Places[0]), 0, 0, $"is missing; download {source.Name} from {source.Home} and put it there."));
}
