using System.Collections.Immutable;
using System.IO.Enumeration;
using Standoff.Claims;

namespace Standoff.Histories;

/// <summary>What a column of a data set holds.</summary>
public enum HistoryValue
{
    /// <summary>Anything.</summary>
    Text,

    /// <summary>A whole number; one written 1950.0 is one.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, a year and month (195007) or a year.</summary>
    Date,
}

/// <summary>A column that is wanted of a data set.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsOptional">Whether a version may lack it.</param>
/// <param name="IsKey">Whether a row in which it is unknown is no record.</param>
/// <param name="Headings">Headings under which it is found, its name first.</param>
public sealed record HistoryColumn(string Name, HistoryValue Value, bool IsOptional, bool IsKey, ImmutableArray<string> Headings);

/// <summary>A historical data set as its publisher distributes it, a row of <c>sources.tsv</c>.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Places">Patterns under which its file may lie in a folder.</param>
/// <param name="Columns">Columns that are read.</param>
/// <param name="YearColumn">Column that holds the year of a row.</param>
/// <param name="Citation">What to cite.</param>
/// <param name="Home">Where its publisher offers it.</param>
public sealed record HistorySource(
    string Key, string Name, ImmutableArray<string> Places, ImmutableArray<HistoryColumn> Columns, string YearColumn, string Citation, string Home)
{
    /// <summary>All sources that are known.</summary>
    public static ImmutableArray<HistorySource> All { get; } = [.. ResourceTable.Load("Histories", "sources.tsv").Rows.Select(r =>
        new HistorySource(r["key"], r["name"], r.List("places"), [.. r.List("columns", ' ').Select(c => Column(r, c))], r["year"], r["citation"], r["home"]))];

    /// <summary>The source of a key.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static HistorySource Of(string key) => All.FirstOrDefault(s => s.Key == key) ?? throw new ArgumentException($"sources.tsv has no row '{key}'.", nameof(key));

    /// <summary>The file in a folder, packed or not; <see langword="null"/> if there is none.</summary>
    public string? FileIn(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Places.SelectMany(p => new[] { p, p + ".gz" }).Select(p => Matches(folder, p)).FirstOrDefault(m => m is not null);
    }

    /// <summary>A file in a folder that has the source's name and a form that is not read, such as a workbook; <see langword="null"/> if there is none.</summary>
    public string? UnreadIn(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return Places.Where(p => Stem(p) != "*").SelectMany(p => HistoryText.UnreadForms.Select(f => Path.ChangeExtension(p, f))).Select(p => Matches(folder, p)).FirstOrDefault(m => m is not null);
    }

    /// <summary>Whether a file bears the source's name, wherever it lies.</summary>
    internal bool Bears(string path)
    {
        var name = Path.GetFileName(path);
        string[] endings = [".csv", ".txt", ".csv.gz", ".txt.gz", .. HistoryText.UnreadForms];
        return Places.Any(p => (Stem(p) != "*" || FileSystemName.MatchesSimpleExpression(Path.GetDirectoryName(p), Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))), ignoreCase: true))
            && endings.Any(e => FileSystemName.MatchesSimpleExpression(Stem(p) + e, name, ignoreCase: true)));
    }

    private static string Stem(string place) => Path.GetFileNameWithoutExtension(place);

    // Of several versions the one with the last name. Publishers write names in capitals in one release and small in the next.
    private static string? Matches(string folder, string place)
    {
        if (!Directory.Exists(folder)) return null;
        var options = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        IEnumerable<string> within = Path.GetDirectoryName(place) is { Length: > 0 } sub ? Directory.EnumerateDirectories(folder, sub, options).Order(StringComparer.Ordinal) : [folder];
        return within.Select(w => Directory.EnumerateFiles(w, Path.GetFileName(place), options).Order(StringComparer.OrdinalIgnoreCase).ThenBy(f => f, StringComparer.Ordinal).LastOrDefault()).FirstOrDefault(f => f is not null);
    }

    private static HistoryColumn Column(ResourceRow row, string text)
    {
        var (told, others) = text.Split('=') is [var left, var right] ? (left, right.Split(',')) : (text, []);
        if (told.Split(':') is not [var name, var kind] || !Enum.TryParse<HistoryValue>(kind.TrimEnd('?', '!'), true, out var value))
            throw new ResourceFault("sources.tsv", row.Line, $"'{text}' is no column; expected name:kind");
        return new(name, value, kind.EndsWith('?'), kind.EndsWith('!'), [name, .. others]);
    }
}
