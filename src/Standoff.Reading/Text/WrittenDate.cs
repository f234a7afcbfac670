using System.Globalization;
using System.Text.RegularExpressions;

namespace Standoff.Reading.Text;

/// <summary>A full calendar date as documents write it, found in a short line.</summary>
/// <param name="Date">The day.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">One past its last code unit.</param>
internal sealed partial record WrittenDate(DateOnly Date, int Start, int End)
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string MonthOrder = "janfebmaraprmayjunjulaugsepoctnovdec";

    /// <summary>The first full date of the line; <see langword="null"/> if there is none.</summary>
    public static WrittenDate? Read(string line)
    {
        var m = FullDate().Match(line);
        if (!m.Success) return null;
        var (year, day) = (Number(m, "y"), Number(m, "d"));
        var month = m.Groups["n"].Success ? Number(m, "n") : MonthOf(m.Groups["m"].ValueSpan);
        if (month is < 1 or > 12 || year < 1800 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new WrittenDate(new DateOnly(year, month, day), m.Index, m.Index + m.Length);
    }

    private static int Number(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(ReadOnlySpan<char> word) =>
        (MonthOrder.AsSpan().IndexOf(word[..3].ToString().ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1;

    [GeneratedRegex(
        @"\b(?:(?<y>\d{4})-(?<n>\d{2})-(?<d>\d{2})|(?<m>" + Months + @")\.?\s(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y>\d{4})|(?<d>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?<m>" + Months + @")\.?,?\s(?<y>\d{4}))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FullDate();
}
