namespace Standoff.Reading.Times;

/// <summary>A unit of time that news counts in.</summary>
internal enum TimeUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// <summary>Steps of a calendar unit and the stretch of days that it makes.</summary>
internal static class TimeUnits
{
    public static TimeUnit? Of(string word) => word.TrimEnd('s') switch
    {
        "minute" => TimeUnit.Minute,
        "hour" or "hr" => TimeUnit.Hour,
        "day" => TimeUnit.Day,
        "week" => TimeUnit.Week,
        "month" => TimeUnit.Month,
        "year" => TimeUnit.Year,
        "decade" => TimeUnit.Decade,
        _ => null,
    };

    /// <summary>The day that lies so many units off; a day outside the calendar is its first or last.</summary>
    public static DateOnly Step(DateOnly from, TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Minute => from,
        TimeUnit.Hour => Days(from, count / 24),
        TimeUnit.Day => Days(from, count),
        TimeUnit.Week => Days(from, count * 7L),
        TimeUnit.Month => Months(from, count),
        TimeUnit.Year => Months(from, count * 12L),
        _ => Months(from, count * 120L),
    };

    /// <summary>What lies so many units off, as precise as the unit: days for weeks and less, the month, the year.</summary>
    public static Edtf At(DateOnly from, TimeUnit unit, int count)
    {
        var day = Step(from, unit, count);
        return unit switch
        {
            TimeUnit.Month => Edtf.Month(day.Year, day.Month),
            TimeUnit.Year or TimeUnit.Decade => Edtf.Year(day.Year),
            _ => Edtf.Day(day),
        };
    }

    /// <summary>The calendar unit that lies so many units from the one around a day: the week from Monday to Sunday, the month, the year.</summary>
    public static Edtf Around(DateOnly day, TimeUnit unit, int offset)
    {
        if (unit != TimeUnit.Week) return At(day, unit, offset);
        var monday = Days(day, (offset * 7L) - (((int)day.DayOfWeek + 6) % 7));
        return Edtf.Interval(Edtf.Day(monday), Edtf.Day(Days(monday, 6)));
    }

    private static DateOnly Days(DateOnly from, long count) =>
        DateOnly.FromDayNumber((int)Math.Clamp(from.DayNumber + count, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly Months(DateOnly from, long count)
    {
        var months = (from.Year * 12L) + from.Month - 1 + count;
        if (months < 12) return DateOnly.MinValue;
        if (months >= 120_000) return DateOnly.MaxValue;
        var (year, month) = ((int)(months / 12), (int)(months % 12) + 1);
        return new DateOnly(year, month, Math.Min(from.Day, DateTime.DaysInMonth(year, month)));
    }
}
