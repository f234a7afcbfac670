namespace Standoff.Reading.Times;

/// <summary>Times told from the last time that the text told of: "that evening", "the next day", "two days later", "by then".</summary>
internal sealed class AnchoredExpressions(TimeWords words, Edtf? anchor)
{
    /// <summary>The time told of last; <see langword="null"/> if none was.</summary>
    public Edtf? Anchor => anchor;

    /// <summary>The anchored expression that begins at a word.</summary>
    public TimeExpression? At(int i) => anchor is null ? null : SameDay(i) ?? NextDay(i) ?? SameUnit(i) ?? ThatMonth(i) ?? Then(i) ?? UnitsOff(i);

    private DateOnly? Day => anchor is { Earliest: { } first, Latest: { } last } && first == last ? first : null;

    private bool IsPartOfDay(int i) => words.IsAny(i, "day", "morning", "afternoon", "evening", "night");

    /// <summary>"that evening", "the same day".</summary>
    private TimeExpression? SameDay(int i)
    {
        if (Day is not { } day) return null;
        if (words[i] == "that" && IsPartOfDay(i + 1)) return new TimeExpression(i + 2, Edtf.Day(day));
        return words.IsAny(i, "the", "this") && words[i + 1] == "same" && IsPartOfDay(i + 2) ? new TimeExpression(i + 3, Edtf.Day(day)) : null;
    }

    /// <summary>"the next morning", "the following day", "the day before", "a day later".</summary>
    private TimeExpression? NextDay(int i)
    {
        if (Day is not { } day || words[i] != "the") return null;
        if (words.IsAny(i + 1, "next", "following") && IsPartOfDay(i + 2)) return new TimeExpression(i + 3, Edtf.Day(TimeUnits.Step(day, TimeUnit.Day, 1)));
        if (words.IsAny(i + 1, "previous", "preceding") && IsPartOfDay(i + 2) || IsPartOfDay(i + 1) && words[i + 2] == "before" && !words.IsAny(i + 3, "the", "his", "her", "its", "their", "a", "an", "that"))
            return new TimeExpression(i + 3, Edtf.Day(TimeUnits.Step(day, TimeUnit.Day, -1)));
        return null;
    }

    /// <summary>"that week", "that year", "the following month", "the same year".</summary>
    private TimeExpression? SameUnit(int i)
    {
        if (anchor!.Earliest is not { } first) return null;
        var (offset, at) = words[i] == "that" ? (0, i + 1) : words[i] == "the" ? (words[i + 1] switch { "same" => 0, "next" or "following" => 1, "previous" or "preceding" => -1, _ => 9 }, i + 2) : (9, i);
        if (offset == 9 || TimeUnits.Of(words[at]) is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || words[at].EndsWith('s')) return null;
        return new TimeExpression(at + 1, TimeUnits.Around(first, TimeUnits.Of(words[at])!.Value, offset));
    }

    /// <summary>"that October".</summary>
    private TimeExpression? ThatMonth(int i)
    {
        if (words[i] != "that" || words.Month(i + 1) is not (var month and > 0) || anchor!.Earliest is not { } first) return null;
        return new TimeExpression(i + 2, Edtf.Month(month < first.Month && Day is not null ? first.Year + 1 : first.Year, month));
    }

    /// <summary>"by then", "since then", "at the time", "in those days".</summary>
    private TimeExpression? Then(int i)
    {
        if (words[i] == "since" && words[i + 1] == "then") return new TimeExpression(i + 2, Edtf.Interval(anchor, null));
        if (words[i] == "by" && words[i + 1] == "then") return new TimeExpression(i + 2, anchor);
        if (words[i] == "at" && words.IsAny(i + 1, "the", "that") && words[i + 2] == "time" && words[i + 3] != "of") return new TimeExpression(i + 3, anchor);
        return words[i] == "in" && words[i + 1] == "those" && words[i + 2] == "days" ? new TimeExpression(i + 3, anchor) : null;
    }

    /// <summary>"two days later", "a week earlier", "three months before".</summary>
    private TimeExpression? UnitsOff(int i)
    {
        if (words.Small(i) is not { } small || TimeUnits.Of(words[small.Next]) is not { } unit || anchor!.Earliest is not { } first) return null;
        var sign = words[small.Next + 1] switch { "later" or "afterwards" => 1, "earlier" or "previously" => -1, "before" when !words.IsAny(small.Next + 2, "the", "a", "an", "his", "her", "its", "their", "that", "this") => -1, _ => 0 };
        if (sign == 0) return null;
        return new TimeExpression(small.Next + 2, Day is null && unit is not (TimeUnit.Year or TimeUnit.Decade or TimeUnit.Month) ? null : TimeUnits.At(first, unit, sign * small.Value));
    }
}
