using System.Globalization;

namespace Standoff.Reading.Times;

/// <summary>Reads an EDTF value from text.</summary>
internal readonly struct EdtfParser(string text)
{
    private const int FirstSeason = 21;

    public EdtfResult Parse()
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return Date(0, text.Length, out var date) is { } wrong ? wrong : Result(date!.Value);
        if (text.LastIndexOf('/') != slash) return Fail(text.LastIndexOf('/'), "an interval has one slash");
        if (End(0, slash, out var from) is { } left) return left;
        if (End(slash + 1, text.Length, out var to) is { } right) return right;
        if (from is { } f && to is { } t && f.Item1 > t.Item2) return Fail(slash, "the interval ends before it begins");
        return new EdtfResult.Parsed(new Edtf(text, from?.Item1, to?.Item2));
    }

    private EdtfResult.Parsed Result((DateOnly, DateOnly) days) => new(new Edtf(text, days.Item1, days.Item2));

    private EdtfResult.Failed? End(int start, int end, out (DateOnly, DateOnly)? days)
    {
        days = null;
        return text.AsSpan(start, end - start) is "" or ".." ? null : Date(start, end, out days);
    }

    private EdtfResult.Failed? Date(int start, int end, out (DateOnly, DateOnly)? days)
    {
        days = null;
        var parts = text[start..end].TrimEnd('?', '~', '%').Split('-');
        if (parts[0].Length != 4 || !Digits(parts[0])) return Fail(start, "a date begins with a year of four digits");
        if (parts.Length > 3) return Fail(start, "a date has at most year, month and day");
        if (parts.Length == 1) return Bounds(YearOf(parts[0], '0'), YearOf(parts[0], '9'), out days);
        if (parts[0].Contains('X', StringComparison.Ordinal)) return Fail(start, "a year with unspecified digits has no month here");
        var year = YearOf(parts[0], '0');
        if (year == 0) return Fail(start, "years begin at 0001");
        if (parts[1] == "XX" && parts.Length == 2) return Bounds(year, year, out days);
        if (parts[1].Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return Fail(start + 5, "a month is two digits");
        return parts.Length == 2 ? MonthOrSeason(start, year, month, out days) : DayOf(start, year, month, parts[2], out days);
    }

    private static EdtfResult.Failed? Bounds(int first, int last, out (DateOnly, DateOnly)? days)
    {
        days = (new DateOnly(Math.Max(first, 1), 1, 1), new DateOnly(Math.Max(last, 1), 12, 31));
        return null;
    }

    private EdtfResult.Failed? MonthOrSeason(int start, int year, int month, out (DateOnly, DateOnly)? days)
    {
        days = month switch
        {
            >= 1 and <= 12 => Months(year, month, 1),
            >= FirstSeason and < FirstSeason + 8 => Months(year, 3 + ((month - FirstSeason) % 4 * 3), 3),
            >= 33 and <= 36 => Months(year, 1 + ((month - 33) * 3), 3),
            _ => null,
        };
        return days is null ? Fail(start + 5, "a month is 01 to 12, a season 21 to 28, a quarter 33 to 36") : null;
    }

    private static (DateOnly First, DateOnly Last)? Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return (first, first > DateOnly.MaxValue.AddMonths(-count) ? DateOnly.MaxValue : first.AddMonths(count).AddDays(-1));
    }

    private EdtfResult.Failed? DayOf(int start, int year, int month, string part, out (DateOnly, DateOnly)? days)
    {
        days = null;
        if (month is < 1 or > 12) return Fail(start + 5, "a month is 01 to 12");
        if (part == "XX") return MonthOrSeason(start, year, month, out days);
        if (part.Length != 2 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return Fail(start + 8, "the month has no such day");
        days = (new DateOnly(year, month, day), new DateOnly(year, month, day));
        return null;
    }

    private static bool Digits(string part) => part.All(c => char.IsAsciiDigit(c) || c == 'X');

    private static int YearOf(string part, char unspecified) => int.Parse(part.Replace('X', unspecified), NumberStyles.None, CultureInfo.InvariantCulture);

    private EdtfResult.Failed Fail(int position, string why) => new(position, $"\"{text}\" is no EDTF date at {position}: {why}.");
}
