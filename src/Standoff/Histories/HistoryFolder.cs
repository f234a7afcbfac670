using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Standoff.Histories;

/// <summary>What a folder holds of a source.</summary>
/// <param name="Source">The source.</param>
/// <param name="File">Its file in the folder, with <c>/</c>; <see langword="null"/> if there is none.</param>
/// <param name="Sha256">Checksum of the file as it lies there, in small hexadecimal digits; empty without one.</param>
/// <param name="Rows">Records.</param>
/// <param name="LeftOut">Rows that are none, as what identifies them is unknown.</param>
/// <param name="Years">First and last year.</param>
/// <param name="Lacking">Columns that this version lacks.</param>
/// <param name="IsLatin">Whether it is in Latin letters and not in UTF-8.</param>
/// <param name="Fault">Why it cannot be used.</param>
public sealed record HistoryFile(
    HistorySource Source, string? File, string Sha256, int Rows, int LeftOut, (int First, int Last)? Years, ImmutableArray<string> Lacking, bool IsLatin, HistoryFault? Fault);

/// <summary>A folder with historical data that somebody downloaded from their publishers.</summary>
public sealed class HistoryFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>What there is of every source. A bad file does not stop the others.</summary>
    public ImmutableArray<HistoryFile> Check() => [.. HistorySource.All.Select(s => Check(s, s.FileIn(path) ?? s.UnreadIn(path)))];

    /// <summary>What one file is, by its name, as the sources whose name it bears; none if it bears no name that is known.</summary>
    /// <param name="file">A file of the folder.</param>
    public ImmutableArray<HistoryFile> Check(string file) => [.. HistorySource.All.Where(s => s.Bears(file)).Select(s => Check(s, file))];

    /// <summary>Reads a source.</summary>
    /// <exception cref="HistoryFault">The folder does not hold it, or its file cannot be used.</exception>
    public HistoryTable Read(string key)
    {
        var source = HistorySource.Of(key);
        var file = source.FileIn(path) ?? source.UnreadIn(path) ?? throw new HistoryFault(Place(source), 0, 0, $"is missing; download {source.Name} from {source.Home} and put it there.");
        return HistoryTable.Read(source, file, file);
    }

    /// <summary>Reads a source; <see langword="null"/> if the folder does not hold it.</summary>
    /// <exception cref="HistoryFault">Its file cannot be used.</exception>
    public HistoryTable? ReadIfThere(string key) => HistorySource.Of(key) is var source && source.FileIn(path) is null && source.UnreadIn(path) is null ? null : Read(key);

    /// <summary>Checksum of a source's file.</summary>
    public static string Checksum(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private HistoryFile Check(HistorySource source, string? file)
    {
        if (file is null) return new(source, null, "", 0, 0, null, [], false, null);
        var (name, sum) = (System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'), "");
        try
        {
            sum = Checksum(file);
            var table = HistoryTable.Read(source, file, file);
            return new(source, name, sum, table.Rows.Length, table.LeftOut, table.Years, [.. table.Lacking], table.IsLatin, null);
        }
        catch (HistoryFault fault)
        {
            return new(source, name, sum, 0, 0, null, [], false, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(source, name, sum, 0, 0, null, [], false, new HistoryFault(name, 0, 0, "cannot be opened; see that it is there and may be read."));
        }
    }

    private string Place(HistorySource source) => System.IO.Path.Combine(path, source.Places[0]);
}
