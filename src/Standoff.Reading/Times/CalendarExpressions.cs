namespace Standoff.Reading.Times;

/// <summary>Names of days, months and years: "March 7", "late July", "last October", "Tuesday", "2024".</summary>
internal sealed class CalendarExpressions(TimeWords words, DateOnly? documentDate, Func<int, Direction> directionAt)
{
    private static readonly string[] s_parts = ["early", "mid", "late"];

    /// <summary>The calendar expression that begins at a word.</summary>
    public TimeExpression? At(int i) => Iso(i) ?? WeekOf(i) ?? Century(i) ?? PartOf(i) ?? MonthAt(i) ?? DayThenMonth(i) ?? WeekdayAt(i) ?? YearAt(i) ?? Decade(i);

    /// <summary>"the first week of August", "the last week of 2024" without the article.</summary>
    private TimeExpression? WeekOf(int i)
    {
        var week = words[i] switch { "first" => 0, "second" => 1, "third" => 2, "fourth" => 3, "last" => 4, _ => -1 };
        if (week < 0 || words[i + 1] != "week" || words[i + 2] != "of" || words.Month(i + 3) == 0 || MonthOnly(i + 3) is not { Time: { Earliest: { } first, Latest: { } last } } month) return null;
        var from = week == 4 ? last.AddDays(-6) : first.AddDays(week * 7);
        return month with { Time = Edtf.Interval(Edtf.Day(from), Edtf.Day(from.AddDays(6))) };
    }

    /// <summary>"the 19th century", "the nineteenth century" without the article.</summary>
    private TimeExpression? Century(int i)
    {
        if (words[i + 1] != "century") return null;
        var number = words.DayNumber(i) is var n and > 0 && words[i].Length > 2 ? n : Array.IndexOf(s_centuries, words[i]) is var k and >= 0 ? k + 12 : 0;
        return number is >= 10 and <= 21 ? new TimeExpression(i + 2, Edtf.Interval(Edtf.Year(((number - 1) * 100) + 1), Edtf.Year(number * 100))) : null;
    }

    private static readonly string[] s_centuries = ["twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];

    private TimeExpression? Iso(int i)
    {
        if (words.Year(i) is not { } year || words[i + 1] != "-" || words[i + 3] != "-") return null;
        return words.Figure(i + 2) is { } month and >= 1 and <= 12 && words.Figure(i + 4) is { } day && Day(year, month, day) is { } date ? new TimeExpression(i + 5, Edtf.Day(date)) : null;
    }

    /// <summary>"late July", "mid-March 2024", "early 2024", "the start of March", "the end of 2024".</summary>
    private TimeExpression? PartOf(int i)
    {
        var part = Array.IndexOf(s_parts, words[i]);
        var next = i + 1;
        if (part < 0 && words.IsAny(i, "start", "beginning", "end", "middle") && words[i + 1] == "of")
            (part, next) = (words[i] switch { "end" => 2, "middle" => 1, _ => 0 }, i + 2);
        if (part < 0) return null;
        if (words[next] == "-" || (words[next] == "in" && words[i] == "early")) next++;
        if (words[next] == "last" && words.Month(next + 1) > 0) next++;
        if (words.Month(next) > 0 && words.DayNumber(MonthNameEnd(next)) == 0) return MonthPart(next, part);
        if (Decade(next) is { Time.Earliest: { } first } decade) return decade with { Time = Edtf.Interval(Edtf.Year(first.Year + DecadePart(part).From), Edtf.Year(first.Year + DecadePart(part).To)) };
        return words.Year(next) is { } year ? new TimeExpression(next + 1, YearPart(year, part)) : null;
    }

    private static (int From, int To) DecadePart(int part) => part switch { 0 => (0, 3), 1 => (4, 6), _ => (7, 9) };

    private TimeExpression? MonthPart(int i, int part)
    {
        if (MonthOnly(i) is not { Time: { } month } found) return MonthOnly(i);
        var first = month.Earliest!.Value;
        var last = part == 2 ? month.Latest!.Value.Day : (part + 1) * 10;
        return found with { Time = Edtf.Interval(Edtf.Day(new DateOnly(first.Year, first.Month, (part * 10) + 1)), Edtf.Day(new DateOnly(first.Year, first.Month, last))) };
    }

    private static Edtf YearPart(int year, int part) => Edtf.Interval(Edtf.Month(year, (part * 4) + 1), Edtf.Month(year, (part * 4) + 4));

    /// <summary>"March 7", "March 7, 2024", "March 7-9", "March 2024", "March".</summary>
    private TimeExpression? MonthAt(int i)
    {
        var month = words.Month(i);
        if (month == 0) return null;
        var at = MonthNameEnd(i);
        var day = words.DayNumber(at);
        if (day == 0) return IsSurelyMonth(i) ? MonthOnly(i) : null;
        var last = words[at + 1] is "-" or "–" ? words.DayNumber(at + 2) : 0;
        var end = last > day ? at + 3 : at + 1;
        if (WithNoYear(end) is { } none) return none;
        var (year, next) = YearAfter(end);
        return last > day ? Range(year, month, day, last, next, i) : Found(year, month, day, next, i);
    }

    private TimeExpression? DayThenMonth(int i)
    {
        var day = words.DayNumber(i);
        var at = words[i + 1] == "of" ? i + 2 : i + 1;
        if (day == 0 || words.Month(at) is var month && month == 0) return null;
        if (WithNoYear(MonthNameEnd(at)) is { } none) return none;
        var (year, next) = YearAfter(MonthNameEnd(at));
        return Found(year, month, day, next, i);
    }

    private TimeExpression MonthOnly(int i)
    {
        var month = words.Month(i);
        if (WithNoYear(MonthNameEnd(i)) is { } none) return none;
        var (year, next) = YearAfter(MonthNameEnd(i));
        var resolved = year ?? YearOfMonth(month, i);
        return new TimeExpression(next, resolved is { } y ? Edtf.Month(y, month) : null);
    }

    private TimeExpression? Found(int? year, int month, int day, int next, int i)
    {
        var resolved = year ?? YearOfDay(month, day, i);
        if (resolved is not { } y) return new TimeExpression(next, null);
        return Day(y, month, day) is { } date ? new TimeExpression(next, Edtf.Day(date)) : null;
    }

    private TimeExpression? Range(int? year, int month, int day, int last, int next, int i)
    {
        if ((year ?? YearOfDay(month, day, i)) is not { } y) return new TimeExpression(next, null);
        return Day(y, month, day) is { } from && Day(y, month, last) is { } to ? new TimeExpression(next, Edtf.Interval(Edtf.Day(from), Edtf.Day(to))) : null;
    }

    /// <summary>Without a tense the last one; "last" and "next" and the tense choose otherwise.</summary>
    private int? YearOfMonth(int month, int i)
    {
        if (documentDate is not { } date) return null;
        if (words[i - 1] == "last") return month >= date.Month ? date.Year - 1 : date.Year;
        if (words[i - 1] == "next" || directionAt(i) == Direction.Future) return month < date.Month ? date.Year + 1 : date.Year;
        return month > date.Month ? date.Year - 1 : date.Year;
    }

    /// <summary>The nearest such day, unless the tense speaks against it and it is more than two months off.</summary>
    private int? YearOfDay(int month, int day, int i)
    {
        if (documentDate is not { } date) return null;
        var distances = new[] { date.Year - 1, date.Year, date.Year + 1 }
            .Where(y => Day(y, month, day) is not null)
            .Select(y => (Year: y, Days: Day(y, month, day)!.Value.DayNumber - date.DayNumber));
        var direction = directionAt(i);
        return distances.Select(d => (d.Year, Cost: Math.Abs(d.Days) + (Contradicts(direction, d.Days) ? 300 : 0)))
            .OrderBy(d => d.Cost).Select(d => (int?)d.Year).FirstOrDefault();
    }

    private static bool Contradicts(Direction direction, int days) =>
        (direction == Direction.Past && days > 60) || (direction == Direction.Future && days < -60);

    private TimeExpression? WeekdayAt(int i)
    {
        if (words.Weekday(i) is not { } weekday) return null;
        var next = words.IsAny(i + 1, "morning", "afternoon", "evening", "night") ? i + 2 : i + 1;
        if (words[next] == "," && words.Month(next + 1) > 0 && At(next + 1) is { } dated) return dated;
        if (documentDate is not { } date) return new TimeExpression(next, null);
        var ahead = ((int)weekday - (int)date.DayOfWeek + 7) % 7;
        return new TimeExpression(next, Edtf.Day(date.AddDays(WeekdayOffset(i, ahead))));
    }

    private int WeekdayOffset(int i, int ahead)
    {
        var behind = ahead == 0 ? 0 : ahead - 7;
        return words[i - 1] switch
        {
            "last" => ahead - 7,
            "next" => ahead == 0 ? 7 : ahead,
            "this" => ahead,
            "until" or "till" when directionAt(i) != Direction.Past || !IsPastTense(i) => ahead,
            _ => directionAt(i) == Direction.Future ? ahead : behind,
        };
    }

    /// <summary>Whether a past tense stands close before.</summary>
    private bool IsPastTense(int i)
    {
        for (var k = i - 1; k > Math.Max(-1, i - 8); k--)
            if (words.IsAny(k, "was", "were", "had", "did", "lasted", "stayed", "waited", "held", "ran", "went") || (words[k].EndsWith("ed", StringComparison.Ordinal) && words[k].Length > 4)) return true;
        return false;
    }

    /// <summary>A number of four digits is a year after a word of time, or before an event that years name.</summary>
    private TimeExpression? YearAt(int i)
    {
        if (words.Year(i) is not { } year || words[i + 1] is "%" or "-" or "–" && words.Year(i + 2) is null) return null;
        if (words[i + 1] is "/" or "percent" || words[i - 1] is "$" or "€" or "£") return null;
        if (IsIntroduced(i) && !words.IsAny(i + 1, "troops", "soldiers", "people", "men", "women", "km", "miles", "more", "others", "or", "members", "civilians", "dollars", "prisoners")) return new TimeExpression(i + 1, Edtf.Year(year));
        return IsNamedByYear(i) ? new TimeExpression(i + 1, Edtf.Year(year)) : null;
    }

    private bool IsIntroduced(int i) => words[i - 1] switch
    {
        "in" or "since" or "by" or "until" or "till" or "from" or "during" or "before" or "after" or "early" or "late" or "mid" or "between" or "through" or "circa" => true,
        "and" or "to" or "-" or "–" => words.Year(i - 2) is not null,
        "of" when words.IsAny(i - 2, "war", "coup", "crisis", "invasion", "uprising", "revolt", "election", "revolution", "famine", "summer", "spring", "autumn", "winter", "fall") => true,
        "of" => !words.IsCapitalised(i - 2) && (words[i + 1].Length == 0 || !char.IsLetter(words[i + 1][0])),
        _ => false,
    };

    private bool IsNamedByYear(int i)
    {
        if (!words.IsAny(i - 1, "the", "its", "their", "his", "her", "s", "a", "(", "disputed", "contested")) return false;
        for (var j = i + 1; j < i + 4; j++)
            if (words.IsAny(j, "election", "elections", "vote", "race", "war", "invasion", "coup", "campaign", "deal", "agreement", "accord", "treaty", "crisis", "referendum", "revolution", "uprising", "summit", "budget", "constitution", "poll", "polls", "ceasefire", "truce", "annexation", "attack", "attacks", ")")) return true;
        return false;
    }

    private TimeExpression? Decade(int i)
    {
        var word = words[i];
        if (word.Length != 5 || word[4] != 's' || word[3] != '0' || !int.TryParse(word[..4], out var first) || first is < 1500 or > 2190) return null;
        return new TimeExpression(i + 1, Edtf.Interval(Edtf.Year(first), Edtf.Year(first + 9)));
    }

    private int MonthNameEnd(int i) => words[i + 1] == "." && words[i].Length <= 4 && words[i] is not ("may" or "june" or "july") ? i + 2 : i + 1;

    private (int? Year, int Next) YearAfter(int i)
    {
        var at = words[i] is "," or "of" ? i + 1 : i;
        return words.Year(at) is { } year ? (year, at + 1) : (null, i);
    }

    /// <summary>
    /// "24 October 1648", "31 December 20300": what stands in a year's place is none that can be meant here, so that the day is not known; it is not that of this year. A number that
    /// counts something, or tells the hour, stands there by chance.
    /// </summary>
    private TimeExpression? WithNoYear(int i)
    {
        var at = words[i] is "," or "of" ? i + 1 : i;
        if (words[at] is not { Length: > 3 } number || !number.All(char.IsAsciiDigit) || words.Year(at) is not null) return null;
        var isAlone = words[at + 1].Length == 0 || !char.IsLetter(words[at + 1][0]) || words.IsAny(at + 1, "or", "and", "to", "as", "if", "but", "at", "in", "when", "unless", "with");
        return isAlone ? new TimeExpression(at + 1, null) : null;
    }

    /// <summary>"May" and "March" are words and names too: as months they need a word of time before them, or a possessive.</summary>
    private bool IsSurelyMonth(int i)
    {
        if (words.Year(MonthNameEnd(i)) is not null || words.IsAny(i - 1, s_parts) || words[i - 1] == "-") return true;
        if (words.IsAny(i - 1, "in", "last", "next", "this", "since", "by", "until", "till", "during", "from", "before", "after", "of", "through", "to", "and", "between", "for"))
            return !words.IsCapitalised(i + 1) || words[i - 1] is "in" or "last" or "since";
        return words.Month(i) is not (3 or 4 or 5 or 6 or 8) || words[i + 1] is "'" or "’";
    }

    private static DateOnly? Day(int year, int month, int day) =>
        day >= 1 && year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
