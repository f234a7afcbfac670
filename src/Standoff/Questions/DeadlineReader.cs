using System.Globalization;
using System.Text.RegularExpressions;

namespace Standoff.Questions;

/// <summary>The days that count for a question.</summary>
/// <param name="Opens">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="IsAssumed">Whether the text names no deadline.</param>
public readonly record struct QuestionWindow(DateOnly Opens, DateOnly Last, bool IsAssumed);

/// <summary>Reads by when a question must come true: "by 31 March 2026", "before 2026", "in 2025", "by year-end", "within 90 days".</summary>
public static partial class DeadlineReader
{
    /// <summary>Weeks that count where the question names no deadline: the forecast's own horizon.</summary>
    public const int DefaultWeeks = 26;

    private const string Months = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
    private const string Year = @"(?:19|20)\d{2}";

    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>Reads a question's window against the day from which it looks ahead.</summary>
    public static QuestionWindow Read(string text, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = Spans(text, asOf);
        if (found.Count == 0) return new QuestionWindow(asOf, asOf.AddDays(DefaultWeeks * 7), IsAssumed: true);
        var (from, to) = found.MaxBy(s => s.To);
        return new QuestionWindow(from > asOf ? from : asOf, to, IsAssumed: false);
    }

    // Days that the text gives with their year, or that lie ahead in this one, go before lengths and before days that only next year brings.
    private static List<(DateOnly From, DateOnly To)> Spans(string text, DateOnly asOf)
    {
        var matches = Times().Matches(text).Where(m => !IsName(text, m)).ToList();
        var found = matches.Where((_, i) => !BeginsRange(text, matches, i)).Select(m => (Span: SpanOf(m, asOf), Match: m)).Where(f => f.Span is { } s && (s.To >= asOf || IsTerm(f.Match)))
            .Select(f => (Span: f.Span!.Value, Rank: RankOf(f.Match, f.Span!.Value, asOf))).ToList();
        if (found.Count == 0) return [];
        var best = found.Min(f => f.Rank);
        return [.. found.Where(f => f.Rank == best).Select(f => f.Span)];
    }

    private static bool IsTerm(Match match) => match.Groups["lead"].Value.ToLowerInvariant() is "by" or "before" or "until" or "through";

    private static int RankOf(Match match, (DateOnly From, DateOnly To) span, DateOnly asOf)
    {
        // "The 2022 Winter Olympics" names no term, nor does "imports in 2012" beside a day.
        if (IsBareYear(match) && match.Groups["year"].Success && !IsTerm(match) && match.Groups["edge"].Value.Length == 0) return 1;
        if (match.Groups["year"].Success || match.Groups["iso"].Success || match.Groups["slash"].Success) return 0;
        if (match.Groups["month"].Success) return span.To.Year == asOf.Year || IsTerm(match) ? 0 : 2;
        return match.Groups["count"].Success ? 1 : 0;
    }

    // "Theresa May" is no month, nor is who is asked about in "will May resign".
    private static bool IsName(string text, Match match) => match.Groups["month"] is { Success: true, Value: "May" or "March" or "April" or "June" or "August" } month && !match.Groups["day"].Success && !match.Groups["year"].Success && match.Groups["lead"].Value.Length == 0
        && (Forename().IsMatch(text.AsSpan(0, month.Index)) || (month.Value == "May" && text.AsSpan(0, month.Index).Trim() is "Will"));

    // Backwards from the month, so that a long text is not gone through for each of them.
    [GeneratedRegex(@"(?<!^|[.?!:]\s)\b(?!(?:Will|Can|Does|Is|The)\b)(?:\p{Lu}\p{L}+|M(?:rs?|s)\.)\s+$|\bWill\s+\p{Lu}\p{L}+\s+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Forename();

    // "Between 7 February and 10 April 2012": the first is no deadline, and its year is not said.
    private static bool BeginsRange(string text, List<Match> matches, int i) => i + 1 < matches.Count && matches[i].Groups["month"].Success && matches[i + 1].Groups["month"].Success
        && text.AsSpan()[(matches[i].Index + matches[i].Length)..matches[i + 1].Index].Trim() switch
        {
            "and" or "to" or "-" => true,
            "" => matches[i + 1].Groups["lead"].Value.ToLowerInvariant() is "" or "through" or "until" or "till",
            _ => false,
        };

    /// <summary>The text without the words that say when.</summary>
    public static string Without(string text) => Times().Replace(text, m => IsName(text, m) ? m.Value : " ");

    [GeneratedRegex(
        $@"\b(?<lead>on or before|no later than|not later than|at any time before|prior to|ahead of|by|before|until|till|through|during|within|between|over|in|on|as of|for|from|after|since)?\s*(?:the\s+)?(?:(?<edge>end|close|start|beginning|middle)\s+of\s+|(?<edge>end)[ -])?(?:the\s+)?(?:"
        + $@"(?<iso>{Year}-\d{{2}}-\d{{2}})"
        + $@"|(?<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<month>{Months})\b\.?(?:,?\s+(?<year>{Year}))?"
        + $@"|(?<month>{Months})\b\.?\s+(?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?<year>{Year}))?"
        + $@"|(?<month>{Months})\b\.?(?:,?\s+(?:of\s+)?(?<year>{Year}))?"
        + $@"|(?<slash>\d{{1,2}}/\d{{1,2}}/{Year})"
        + $@"|(?:q(?<quarter>[1-4])|(?<quarter>first|second|third|fourth)\s+quarter|h(?<half>[12])|(?<half>first|second)\s+half)(?:\s+of)?(?:\s+(?<year>{Year}))?"
        + $@"|(?<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?<year>{Year})"
        + @"|(?<this>this|next|the current|the coming|coming)\s+(?<unit>day|week|month|quarter|year)\b(?:'s end)?"
        + @"|(?:next|coming|following)\s+(?<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of)?\s*(?<unit>hour|day|week|month|year)s?\b"
        + @"|(?<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?<unit>hour|day|week|month|year)s?\b(?<now>\s+from\s+now)?"
        + @"|(?<yearend>year-end|year's end|year’s end|yearend)(?:\s+(?<year>" + Year + @"))?"
        + @"|(?<unit>year|month|week|quarter)\b"
        + $@"|(?<year>{Year})\b"
        + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    private static (DateOnly From, DateOnly To)? SpanOf(Match match, DateOnly asOf)
    {
        var lead = match.Groups["lead"].Value.ToLowerInvariant();
        var edge = match.Groups["edge"].Value.ToLowerInvariant();
        if (lead is "since" or "from" or "after") return null;
        if (Length(match, lead, asOf) is { } until) return (asOf, until);
        if (Period(match, edge, asOf) is not { } period) return null;
        var end = edge is "end" or "close" || match.Groups["yearend"].Success;
        if (edge is "start" or "beginning") return (asOf, period.From);
        if (edge is "middle") return (asOf, period.From.AddDays((period.To.DayNumber - period.From.DayNumber) / 2));
        if (lead is "before" or "prior to" or "ahead of" or "at any time before") return (asOf, end ? period.To : period.From.AddDays(-1));
        // "By 2027" is before it begins; "by March" may wait for March.
        if (lead is "by" && !end && IsBareYear(match) && period.From > asOf) return (asOf, period.From.AddDays(-1));
        return (lead is "in" or "during" && !end ? period.From : asOf, period.To);
    }

    private static bool IsBareYear(Match match) => !match.Groups["month"].Success && !match.Groups["quarter"].Success && !match.Groups["half"].Success && !match.Groups["season"].Success && !match.Groups["iso"].Success && !match.Groups["slash"].Success && !match.Groups["unit"].Success;

    // "Within 90 days", "in the next three months", "two weeks from now"; "lasts six months" is no deadline.
    private static DateOnly? Length(Match match, string lead, DateOnly asOf)
    {
        if (match.Groups["this"].Success || !match.Groups["unit"].Success) return null;
        var ahead = match.Value.Contains("next", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("coming", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("following", StringComparison.OrdinalIgnoreCase);
        if (match.Groups["count"] is { Success: false } && !ahead) return null;
        if (lead is not ("within" or "in" or "over" or "during" or "for") && !ahead && !match.Groups["now"].Success) return null;
        if (lead == "for" && !ahead) return null;
        var count = CountOf(match.Groups["count"].Value);
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "hour" => asOf.AddDays((count + 23) / 24),
            "day" => asOf.AddDays(count),
            "week" => asOf.AddDays(7 * count),
            "month" => asOf.AddMonths(count),
            _ => asOf.AddYears(count),
        };
    }

    private static int CountOf(string word) => word.ToLowerInvariant() switch
    {
        "" or "a" or "one" => 1,
        "two" or "couple of" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "twelve" => 12,
        var digits => Math.Min(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1, 4000),
    };

    private static (DateOnly From, DateOnly To)? Period(Match match, string edge, DateOnly asOf)
    {
        var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : (int?)null;
        if (match.Groups["iso"].Success) return DateOnly.TryParseExact(match.Groups["iso"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, day) : null;
        if (match.Groups["slash"].Success) return DateOnly.TryParseExact(match.Groups["slash"].Value, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var us) ? (us, us) : null;
        if (match.Groups["month"].Success) return InMonth(MonthOf(match.Groups["month"].Value), match.Groups["day"], year, asOf);
        if (match.Groups["quarter"].Success) return Ahead(year, asOf, y => Span(y, (3 * (OrdinalOf(match.Groups["quarter"].Value) - 1)) + 1, 3));
        if (match.Groups["half"].Success) return Ahead(year, asOf, y => Span(y, (6 * (OrdinalOf(match.Groups["half"].Value) - 1)) + 1, 6));
        if (match.Groups["season"].Success) return Season(match.Groups["season"].Value.ToLowerInvariant(), year!.Value);
        if (match.Groups["yearend"].Success) return Span(year ?? asOf.Year, 1, 12);
        if (match.Groups["unit"].Success) return edge.Length > 0 || match.Groups["this"].Success ? Current(match, asOf) : null;
        return year is { } bare ? Span(bare, 1, 12) : null;
    }

    private static (DateOnly From, DateOnly To)? InMonth(int month, Group day, int? year, DateOnly asOf)
    {
        if (!day.Success) return Ahead(year, asOf, y => Span(y, month, 1));
        var number = int.Parse(day.Value, CultureInfo.InvariantCulture);
        if (number is < 1 or > 31) return null;
        return Ahead(year, asOf, y => Day(y, month, number));
    }

    private static (DateOnly From, DateOnly To) Day(int year, int month, int day)
    {
        var date = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        return (date, date);
    }

    // Without a year the first one that is not over.
    private static (DateOnly From, DateOnly To) Ahead(int? year, DateOnly asOf, Func<int, (DateOnly From, DateOnly To)> at)
    {
        var first = at(year ?? asOf.Year);
        return year is null && first.To < asOf ? at(asOf.Year + 1) : first;
    }

    private static (DateOnly From, DateOnly To) Current(Match match, DateOnly asOf)
    {
        var next = match.Groups["this"].Value.ToLowerInvariant() is "next" or "the coming" or "coming" ? 1 : 0;
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "day" => (asOf.AddDays(next), asOf.AddDays(next)),
            "week" => Week(asOf, next),
            "month" => Span(asOf.AddMonths(next).Year, asOf.AddMonths(next).Month, 1),
            "quarter" => Span(asOf.AddMonths(3 * next).Year, ((asOf.AddMonths(3 * next).Month - 1) / 3 * 3) + 1, 3),
            _ => Span(asOf.Year + next, 1, 12),
        };
    }

    private static (DateOnly From, DateOnly To) Week(DateOnly asOf, int next)
    {
        var monday = asOf.AddDays(-(((int)asOf.DayOfWeek + 6) % 7) + (7 * next));
        return (monday, monday.AddDays(6));
    }

    private static (DateOnly From, DateOnly To) Span(int year, int month, int months)
    {
        var from = new DateOnly(year, month, 1);
        return (from, from.AddMonths(months).AddDays(-1));
    }

    private static (DateOnly From, DateOnly To) Season(string season, int year) => season switch
    {
        "spring" => Span(year, 3, 3),
        "summer" => Span(year, 6, 3),
        "autumn" or "fall" => Span(year, 9, 3),
        _ => Span(year, 12, 3),
    };

    private static int MonthOf(string word) => 1 + Array.FindIndex(MonthNames, m => m.StartsWith(word.AsSpan(0, 3).ToString(), StringComparison.OrdinalIgnoreCase));

    private static int OrdinalOf(string word) => word.ToLowerInvariant() switch { "1" or "first" => 1, "2" or "second" => 2, "3" or "third" => 3, _ => 4 };
}
