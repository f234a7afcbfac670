using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Histories;

/// <summary>A data set as it was read: its rows by the names of <see cref="HistorySource.Columns"/>, whatever the version calls them.</summary>
public sealed class HistoryTable
{
    internal const int FirstYear = 1800;
    internal const int LastYear = 2199;

    private readonly Dictionary<string, int> _places;

    private HistoryTable(HistorySource source, string file, Dictionary<string, int> places, ImmutableArray<HistoryRow> rows, bool isLatin)
    {
        (Source, File, _places, IsLatin) = (source, file, places, isLatin);
        Rows = [.. rows.Select(r => r.In(this)).Where(IsRecord)];
        LeftOut = rows.Length - Rows.Length;
    }

    /// <summary>Which data set it is.</summary>
    public HistorySource Source { get; }

    /// <summary>The file's name in its folder.</summary>
    public string File { get; }

    /// <summary>How many rows are no records, as a column that identifies them is unknown there.</summary>
    public int LeftOut { get; }

    /// <summary>All records.</summary>
    public ImmutableArray<HistoryRow> Rows { get; }

    /// <summary>Whether it was in Latin letters and not in UTF-8.</summary>
    public bool IsLatin { get; }

    /// <summary>Columns of the source that this version lacks.</summary>
    public IEnumerable<string> Lacking => Source.Columns.Where(c => !_places.ContainsKey(c.Name)).Select(c => c.Name);

    /// <summary>First and last year of its rows, if any row tells.</summary>
    public (int First, int Last)? Years
    {
        get
        {
            var years = Rows.Select(r => r.Year(Source.YearColumn)).OfType<int>().ToList();
            return years.Count > 0 ? (years.Min(), years.Max()) : null;
        }
    }

    /// <summary>Reads a source's file.</summary>
    /// <param name="source">The source.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="HistoryFault">It lacks a column, or a field is not what its column holds.</exception>
    public static HistoryTable Read(HistorySource source, string path, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (HistoryText.UnreadFormOf(path) is { } form) throw new HistoryFault(name, 0, 0, $"is {form}, which is not read; fetch {source.Name} as .csv from {source.Home}, or save it as text with commas.");
        var (text, latin) = HistoryText.Of(path, name);
        Dictionary<string, int>? places = null;
        var rows = ImmutableArray.CreateBuilder<HistoryRow>();
        var width = 0;
        foreach (var (line, fields) in DelimitedText.Records(name, text))
        {
            if (places is null) (places, width) = (Places(source, name, fields), fields.Length);
            else if (fields.Length != width) throw new HistoryFault(name, line, 0, FormattableString.Invariant($"has {fields.Length} fields where the header has {width}; mend the line."));
            else rows.Add(Checked(source, name, places, new HistoryRow(line, fields)));
        }
        if (places is null) throw new HistoryFault(name, 0, 0, "is empty; expected a line of column names.");
        if (rows.Count == 0) throw new HistoryFault(name, 0, 0, "has column names and no rows; fetch it again.");
        return new(source, name, places, rows.ToImmutable(), latin);
    }

    private bool IsRecord(HistoryRow row) => Source.Columns.All(c => !c.IsKey || !HistoryRow.IsUnknown(row[c.Name]));

    internal int PlaceOf(string column) => _places.TryGetValue(column, out var place) ? place : -1;

    private static Dictionary<string, int> Places(HistorySource source, string name, string[] header)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in source.Columns)
        {
            var place = column.Headings.Select(h => Array.FindIndex(header, f => Is(f, h))).FirstOrDefault(p => p >= 0, -1);
            if (place >= 0 && Array.FindIndex(header, place + 1, f => Is(f, header[place].Trim())) is >= 0 and var again) throw new HistoryFault(name, 1, again + 1, $"the heading '{header[again].Trim()}' stands twice, first in field {(place + 1).ToString(CultureInfo.InvariantCulture)}; take one away.");
            if (place >= 0) places[column.Name] = place;
            else if (!column.IsOptional) throw new HistoryFault(name, 1, 0, $"has no column '{column.Name}'{Others(column)}; is it the {source.Name} that its publisher distributes?");
        }
        return places;
    }

    private static bool Is(string field, string heading) => field.Trim().Equals(heading, StringComparison.OrdinalIgnoreCase);

    private static string Others(HistoryColumn column) => column.Headings.Length > 1 ? $" (or {string.Join(", ", column.Headings.Skip(1))})" : "";

    private static HistoryRow Checked(HistorySource source, string name, Dictionary<string, int> places, HistoryRow row)
    {
        foreach (var column in source.Columns)
            if (places.TryGetValue(column.Name, out var place) && !Fits(column.Value, row.Fields[place]))
                throw new HistoryFault(name, row.Line, place + 1, $"'{row.Fields[place]}' under '{column.Name}' is {Expected(column.Value)}; mend the field.");
        return row;
    }

    private static bool Fits(HistoryValue value, string field) => HistoryRow.IsUnknown(field) || value switch
    {
        HistoryValue.Whole => HistoryRow.NumberOf(field) is { } number && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue,
        HistoryValue.Number => HistoryRow.NumberOf(field) is { } real && double.IsFinite(real),
        HistoryValue.Date => HistoryRow.YearOf(field) is >= FirstYear and <= LastYear,
        _ => true,
    };

    private static string Expected(HistoryValue value) => value switch
    {
        HistoryValue.Whole => "no whole number",
        HistoryValue.Number => "no number",
        _ => string.Create(CultureInfo.InvariantCulture, $"no date between {FirstYear} and {LastYear}"),
    };
}

/// <summary>A row of a data set.</summary>
public sealed class HistoryRow
{
    private const int MiddleMonth = 7;
    private const int MiddleDay = 15;

    private static readonly string[] Unknown = ["", ".", "NA", "NaN", "NULL"];

    private readonly HistoryTable? _table;

    internal HistoryRow(int line, string[] fields, HistoryTable? table = null) => (Line, Fields, _table) = (line, fields, table);

    /// <summary>Line of the file that it begins on, from 1.</summary>
    public int Line { get; }

    internal string[] Fields { get; }

    /// <summary>The text under a column; empty where the version has none.</summary>
    public string this[string column] => _table!.PlaceOf(column) is >= 0 and var place ? Fields[place].Trim() : "";

    /// <summary>The number under a column; <see langword="null"/> where it is unknown.</summary>
    public double? Number(string column) => IsUnknown(this[column]) ? null : NumberOf(this[column]);

    /// <summary>The whole number under a column; <see langword="null"/> where it is unknown.</summary>
    public int? Whole(string column) => Number(column) is { } number ? (int)number : null;

    /// <summary>The year of a date or of a year under a column.</summary>
    public int? Year(string column) => IsUnknown(this[column]) ? null : YearOf(this[column]);

    /// <summary>A date under a column; the middle of the month or year where it says no more.</summary>
    public DateOnly? Date(string column)
    {
        var text = this[column];
        if (DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date)) return date;
        if (Year(column) is not { } year) return null;
        return text.Length >= 6 && int.TryParse(text.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? new(year, month, MiddleDay) : new(year, MiddleMonth, 1);
    }

    /// <summary>A date from three columns; the middle of the month or year where a part is unknown.</summary>
    public DateOnly? Date(string year, string month, string day)
    {
        if (Whole(year) is not (> HistoryTable.FirstYear and <= HistoryTable.LastYear and var y)) return null;
        var m = Whole(month) is >= 1 and <= 12 and var told ? told : MiddleMonth;
        var d = Whole(day) is >= 1 and <= 31 and var on ? on : MiddleDay;
        return new DateOnly(y, m, Math.Min(d, DateTime.DaysInMonth(y, m)));
    }

    internal HistoryRow In(HistoryTable table) => new(Line, Fields, table);

    // No column that is read counts below 0: what stands there is a code, -9 for what is missing, -8 for what does not apply, -7 for what goes on.
    internal static bool IsUnknown(string field) => Unknown.Contains(field.Trim(), StringComparer.Ordinal) || NumberOf(field) < 0;

    internal static double? NumberOf(string field) => double.TryParse(field.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    internal static int? YearOf(string field)
    {
        var text = field.Trim();
        if (text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return year;
        return DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date.Year : null;
    }
}
