namespace Standoff.Reading.Times;

/// <summary>Times told from the document's date: "yesterday", "last week", "two months ago", "the past two decades".</summary>
internal sealed class RelativeExpressions(TimeWords words, DateOnly? documentDate, Func<int, Direction> directionAt)
{
    /// <summary>The relative expression that begins at a word.</summary>
    public TimeExpression? At(int i) => DayWord(i) ?? HoursOff(i) ?? EndOfThe(i) ?? Weekend(i) ?? EarlierThis(i) ?? BareSeason(i) ?? NamedUnit(i) ?? PastUnits(i) ?? UnitsOff(i);

    private TimeExpression? DayWord(int i)
    {
        int? offset = words[i] switch
        {
            "yesterday" => -1,
            "today" or "tonight" => 0,
            "tomorrow" => 1,
            "midnight" or "noon" when words[i - 1] is "by" or "until" or "before" or "at" => 0,
            "this" when words.IsAny(i + 1, "morning", "afternoon", "evening") => 0,
            _ => null,
        };
        if (offset is not { } days) return null;
        return On(words[i] == "this" ? i + 2 : i + 1, date => Edtf.Day(TimeUnits.Step(date, TimeUnit.Day, days)));
    }

    /// <summary>"hours earlier", "hours ago": the same day.</summary>
    private TimeExpression? HoursOff(int i) =>
        words[i] is "hours" or "minutes" && words.IsAny(i + 1, "earlier", "ago") && words.Small(i - 1) is null ? On(i + 2, Edtf.Day) : null;

    /// <summary>"the end of the month": its last day.</summary>
    private TimeExpression? EndOfThe(int i)
    {
        if (words[i] != "end" || words[i + 1] != "of" || !words.IsAny(i + 2, "the", "this", "next") || TimeUnits.Of(words[i + 3]) is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || words[i + 3].EndsWith('s')) return null;
        var unit = TimeUnits.Of(words[i + 3])!.Value;
        return On(i + 4, date => TimeUnits.Around(date, unit, words[i + 2] == "next" ? 1 : 0).Latest is { } last ? Edtf.Day(last) : Edtf.Day(date));
    }

    private TimeExpression? Weekend(int i)
    {
        var at = words.IsAny(i, "last", "this", "next", "past", "the", "a") ? i + 1 : i;
        if (words[at] != "weekend" || (at == i && words[i - 1] is not "over")) return null;
        return On(at + 1, date =>
        {
            var saturday = date.AddDays(-(((int)date.DayOfWeek + 1) % 7));
            if (words[i] == "next" || (words[i] is "this" && directionAt(i) == Direction.Future)) saturday = saturday.AddDays(7);
            return Edtf.Interval(Edtf.Day(saturday), Edtf.Day(saturday.AddDays(1)));
        });
    }

    private TimeExpression? EarlierThis(int i) =>
        words.IsAny(i, "earlier", "later", "late", "early") && words[i + 1] == "this" ? NamedUnit(i + 1) : null;

    /// <summary>"last week", "next month", "this year", "last summer".</summary>
    private TimeExpression? NamedUnit(int i)
    {
        int? offset = words[i] switch { "last" or "previous" => -1, "this" => 0, "next" or "coming" => 1, _ => null };
        if (offset is not { } off) return null;
        if (SeasonNumber(words[i + 1]) is var season and > 0) return On(i + 2, date => Season(date, season, off));
        if (TimeUnits.Of(words[i + 1]) is not { } unit || words[i + 1].EndsWith('s') || unit is TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day) return null;
        var direction = unit == TimeUnit.Week && off == 0 ? directionAt(i) : Direction.Unknown;
        return On(i + 2, date => UpToDate(TimeUnits.Around(date, unit, off), date, direction));
    }

    /// <summary>What happened this week lies before the document's date, what will happen after it.</summary>
    private static Edtf UpToDate(Edtf week, DateOnly date, Direction direction) => direction switch
    {
        Direction.Past when week.Earliest < date => Edtf.Interval(week, Edtf.Day(date)),
        Direction.Future when week.Latest > date => Edtf.Interval(Edtf.Day(date), week),
        _ => week,
    };

    /// <summary>"in the spring", "over the summer": the last one, or the coming one.</summary>
    private TimeExpression? BareSeason(int i)
    {
        if (words[i] != "the" || !words.IsAny(i - 1, "in", "over", "during", "since", "by", "until", "through") || SeasonNumber(words[i + 1]) is not (var season and > 0) || words[i + 2] == "of") return null;
        var ahead = directionAt(i) == Direction.Future;
        return On(i + 2, date =>
        {
            var first = ((season - 21) * 3) + 3;
            var year = ahead ? date.Month >= first ? date.Year + 1 : date.Year : date.Month >= first ? date.Year : date.Year - 1;
            return Edtf.Parse($"{year:D4}-{season}") is EdtfResult.Parsed p ? p.Edtf : Edtf.Year(year);
        });
    }

    private static int SeasonNumber(string word) => word switch { "spring" => 21, "summer" => 22, "autumn" or "fall" => 23, "winter" => 24, _ => 0 };

    private static Edtf Season(DateOnly date, int season, int offset)
    {
        var first = ((season - 21) * 3) + 3;
        var year = offset < 0 && first + 2 >= date.Month ? date.Year - 1 : offset > 0 && first <= date.Month ? date.Year + 1 : date.Year;
        return Edtf.Parse($"{year:D4}-{season}") is EdtfResult.Parsed p ? p.Edtf : Edtf.Year(year);
    }

    /// <summary>"the past two decades", "the last three months", "the past week".</summary>
    private TimeExpression? PastUnits(int i)
    {
        if (words[i] != "the" || !words.IsAny(i + 1, "past", "last", "previous", "next", "coming")) return null;
        var (count, at) = words.Small(i + 2) ?? (1, i + 2);
        if (TimeUnits.Of(words[at]) is not { } unit || (at == i + 2 && words[i + 1] is "last" or "previous" or "next")) return null;
        var ahead = words.IsAny(i + 1, "next", "coming");
        return On(at + 1, date => Stretch(date, unit, ahead ? count : -count));
    }

    private static Edtf Stretch(DateOnly date, TimeUnit unit, int count)
    {
        var other = TimeUnits.Step(date, unit, count);
        var (from, to) = count < 0 ? (other, date) : (date, other);
        if (unit is TimeUnit.Year or TimeUnit.Decade) return Edtf.Interval(Edtf.Year(from.Year), Edtf.Year(to.Year));
        return unit == TimeUnit.Month ? Edtf.Interval(Edtf.Month(from.Year, from.Month), Edtf.Month(to.Year, to.Month)) : Edtf.Interval(Edtf.Day(from), Edtf.Day(to));
    }

    /// <summary>"two weeks ago", "a week earlier", "48 hours later"; without a mark of direction it is a duration.</summary>
    private TimeExpression? UnitsOff(int i)
    {
        if (words.Small(i) is not { } small || TimeUnits.Of(words[small.Next] is "-" ? words[small.Next + 1] : words[small.Next]) is not { } unit) return null;
        var end = words[small.Next] is "-" ? small.Next + 2 : small.Next + 1;
        if (words[end] == "before" && words.IsAny(end + 1, "the", "a", "an", "his", "her", "its", "their", "that", "this")) return new TimeExpression(end + 1, null);
        if (words.IsAny(end, "ago", "earlier", "before", "previously")) return On(end + 1, date => TimeUnits.At(date, unit, -small.Value));
        if (words.IsAny(end, "later") && directionAt(i) != Direction.Future) return new TimeExpression(end + 1, null);
        if (words.IsAny(end, "later") || (words[end] == "from" && words[end + 1] == "now")) return On(words[end] == "from" ? end + 2 : end + 1, date => TimeUnits.At(date, unit, small.Value));
        if (words.IsCapitalised(i) && words.IsCapitalised(small.Next)) return null;
        return words[i] is "a" or "an" && words[i - 1] is not ("for" or "in" or "within") ? null : OfDuration(i, small.Value, unit, end);
    }

    private TimeExpression OfDuration(int i, int count, TimeUnit unit, int end)
    {
        if (words[i - 1] == "within" && words[end] != "of" && directionAt(i) != Direction.Past)
            return IsOpen(i) ? On(end, date => Edtf.Interval(Edtf.Day(date), Edtf.Day(TimeUnits.Step(date, unit, count)))) : On(end, date => Edtf.Interval(null, Edtf.Day(TimeUnits.Step(date, unit, count)))) with { IsDeadline = true };
        if (words[i - 1] == "in" && !words.IsAny(i, "a", "an") && directionAt(i) == Direction.Future && unit != TimeUnit.Minute)
            return On(end, date => TimeUnits.At(date, unit, count));
        return new TimeExpression(end, null, IsDuration: true);
    }

    /// <summary>What could come within some time may come at once; what must come has that long.</summary>
    private bool IsOpen(int i)
    {
        for (var k = i - 2; k > Math.Max(-1, i - 9); k--)
            if (words.IsAny(k, "could", "may", "might")) return true;
        return false;
    }

    private TimeExpression On(int next, Func<DateOnly, Edtf> resolve) => new(next, documentDate is { } date ? resolve(date) : null);
}
