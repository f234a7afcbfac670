using System.Globalization;
using Standoff.Reading.Times;

namespace Standoff.Crises;

/// <summary>Reads the EDTF forms that the product writes.</summary>
internal static class EdtfText
{
    /// <summary>The time; <see langword="null"/> if the text is none.</summary>
    public static Edtf? Read(string text)
    {
        var ends = text.Split('/');
        if (ends.Length > 2) return null;
        if (ends.Length == 1) return Days(text) is { } days ? new Edtf(text, days.First, days.Last) : null;
        var (first, last) = (Days(ends[0]), Days(ends[1]));
        if ((first is null && ends[0] is not (".." or "")) || (last is null && ends[1] is not (".." or "")) || (first is null && last is null)) return null;
        return new Edtf(text, first?.First, last?.Last);
    }

    private static (DateOnly First, DateOnly Last)? Days(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (day, day);
        if (DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return (month, month.AddMonths(1).AddDays(-1));
        return DateOnly.TryParseExact(text + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? (year, year.AddYears(1).AddDays(-1)) : null;
    }
}
