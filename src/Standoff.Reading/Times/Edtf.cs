using System.Globalization;

namespace Standoff.Reading.Times;

/// <summary>
/// A date as uncertain as the text left it, in the Extended Date/Time Format (ISO 8601-2):
/// <c>2025-12-01</c>, <c>2025-09</c>, <c>2025-07-21/2025-07-31</c>, <c>../1994-09-18</c>.
/// </summary>
/// <param name="Value">The EDTF text.</param>
/// <param name="Earliest">First day that it may mean; <see langword="null"/> where the start is open or unknown.</param>
/// <param name="Latest">Last day that it may mean; <see langword="null"/> where the end is open or unknown.</param>
public sealed record Edtf(string Value, DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>A day: <c>2025-12-01</c>.</summary>
    public static Edtf Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    /// <summary>A month: <c>2025-12</c>.</summary>
    public static Edtf Month(int year, int month) => new(
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"),
        new DateOnly(year, month, 1),
        new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A year: <c>2025</c>.</summary>
    public static Edtf Year(int year) => new(year.ToString("D4", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>From the start of one to the end of the other; <see langword="null"/> leaves an end open (<c>..</c>).</summary>
    public static Edtf Interval(Edtf? from, Edtf? to) => new($"{End(from, first: true)}/{End(to, first: false)}", from?.Earliest, to?.Latest);

    /// <summary>
    /// Reads level 0 of EDTF and of level 1 the qualifiers <c>? ~ %</c>, open and unknown ends, seasons and quarters (21 to 36),
    /// and unspecified digits (<c>199X</c>).
    /// </summary>
    public static EdtfResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new EdtfParser(text).Parse();
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>An interval's end is a date; of an interval its first or last date counts.</summary>
    private static string End(Edtf? end, bool first)
    {
        if (end is null) return "..";
        var slash = end.Value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return end.Value;
        return first ? end.Value[..slash] : end.Value[(slash + 1)..];
    }
}

/// <summary>An EDTF value, or why the text is none.</summary>
public abstract record EdtfResult
{
    private EdtfResult()
    {
    }

    /// <summary>The value was read.</summary>
    /// <param name="Edtf">The value.</param>
    public sealed record Parsed(Edtf Edtf) : EdtfResult;

    /// <summary>The text is no EDTF value that is read here.</summary>
    /// <param name="Position">Offset of what is wrong.</param>
    /// <param name="Reason">One sentence.</param>
    public sealed record Failed(int Position, string Reason) : EdtfResult;
}
