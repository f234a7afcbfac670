using System.Collections.Frozen;

namespace Standoff.Reading.Times;

/// <summary>Words that name a month, a year or a day of the week by themselves.</summary>
internal static class CalendarNames
{
    private static readonly FrozenSet<string> s_months = new[]
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_weekdays = new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }.ToFrozenSet();

    /// <summary>Whether the form is a day of the week.</summary>
    public static bool IsWeekday(string form) => s_weekdays.Contains(form);

    /// <summary>Whether the form is a month's name or a year of four digits.</summary>
    public static bool IsMonthOrYear(string form) => s_months.Contains(form)
        || form.Length == 4 && form[0] is '1' or '2' && form[1] is '8' or '9' or '0' && char.IsAsciiDigit(form[2]) && char.IsAsciiDigit(form[3]);
}
