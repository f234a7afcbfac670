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
    private const string Weekdays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private const string Year = @"(?:19|20)\d{2}";

    // Beside a month, what has the place of a year is one, whether or not anybody can mean it: without it another day would be read.
    // "By 1 June 1200 GMT" is an hour.
    private const string AnyYear = @"(?:[12]\d{3}|\d{4,}(?!\d|\s+\p{Ll}))(?!\d|\s*(?:hours|hrs|gmt|utc|local)\b)";

    // "Between the 11th through the": no start of a range is longer.
    private const int LongestStart = 40;
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const int MostUnits = 4000;

    private static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>Reads a question's window against the day from which it looks ahead.</summary>
    public static QuestionWindow Read(string text, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        var matches = TimesIn(text);
        var opens = matches.Where((_, i) => !BeginsRange(text, matches, i)).Select(m => OpeningOf(m, asOf)).Append(asOf).Max()!.Value;
        var found = Spans(text, matches, asOf);
        if (found.Count == 0) return new QuestionWindow(opens, opens.AddDays(DefaultWeeks * 7), IsAssumed: true);
        var (from, to) = found.MaxBy(s => s.To);
        if (opens <= to && opens > from) from = opens;
        return new QuestionWindow(from > asOf ? from : asOf, to, IsAssumed: false);
    }

    /// <summary>Words of a question that have the form of its deadline and are no day, such as "31 February 2030" or one that nobody lives to see; <see langword="null"/> if there are none.</summary>
    public static string? NoDay(string text, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = QuestionParts.Of(text);
        return NoDayIn(parts.Asked, asOf) ?? (Read(parts.Asked, asOf).IsAssumed ? NoDayIn(parts.Criteria, asOf) : null);
    }

    // "The treaty of 24 October 1648" is no deadline, where there is another.
    private static string? NoDayIn(string text, DateOnly asOf)
    {
        var none = TimesIn(text).Where(m => NamesDay(m) && !IsDay(m, asOf)).ToList();
        var isAssumed = none.Count > 0 && Read(text, asOf).IsAssumed;
        if (none.Count == 0 && TimesIn(text).Find(m => IsBeyond(m, asOf)) is { } far) return far.Value.Trim();
        return none.Where(m => isAssumed || IsTerm(m) || m.Groups["lead"].Value.ToLowerInvariant() is "on" or "in" or "between").Select(Words).FirstOrDefault();
    }

    private static bool NamesDay(Match match) => match.Groups["iso"].Success || match.Groups["slash"].Success || (match.Groups["month"].Success && (match.Groups["day"].Success || match.Groups["year"].Success));

    private static bool IsDay(Match match, DateOnly asOf) => Period(match, "", asOf) is { } period && period.To.Year is >= FirstYear and <= LastYear
        && (!match.Groups["day"].Success || period.From.Day == NumberOf(match.Groups["day"]));

    private static string Words(Match match) => match.Value[(new[] { "iso", "slash", "month", "day" }.Select(g => match.Groups[g]).Where(g => g.Success).Min(g => g.Index) - match.Index)..].Trim();

    // Weekdays, feasts and seasons without a year are read in questions alone: news tells of the last Friday as often as of the next.
    private static List<Match> TimesIn(string text)
    {
        var isAsked = IsAsked(text);
        return [.. Times().Matches(text).Where(m => !IsName(text, m) && (isAsked || !IsNear(m)))];
    }

    private static bool IsAsked(string text) => text.Contains('?', StringComparison.Ordinal) || Auxiliary().IsMatch(text);

    private static bool IsNear(Match match) => match.Groups["weekday"].Success || match.Groups["feast"].Success || (match.Groups["season"].Success && !match.Groups["year"].Success);

    [GeneratedRegex(@"^\s*(?:will|would|can|could|shall|is|are|does|do|has|have)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Auxiliary();

    // "After 1 June 2031" opens on the day behind it, "from 1 June 2031" on that day; a day of the past opens nothing.
    private static DateOnly? OpeningOf(Match match, DateOnly asOf)
    {
        var lead = match.Groups["lead"].Value.ToLowerInvariant();
        if (lead is not ("after" or "from" or "since") || !(NamesDay(match) || (lead == "after" && match.Groups["year"].Success))) return null;
        if (Period(match, "", asOf) is not { } period || period.To.Year > LastYear || (!match.Groups["year"].Success && match.Groups["month"].Success && period.To.Year != asOf.Year)) return null;
        return lead == "after" ? period.To.AddDays(1) : period.From;
    }

    // Days that the text gives with their year, or that lie ahead in this one, go before lengths and before days that only next year brings.
    private static List<(DateOnly From, DateOnly To)> Spans(string text, List<Match> matches, DateOnly asOf)
    {
        var found = matches.Select((m, i) => (Span: BeginsRange(text, matches, i) ? null : Ranged(text, matches, i, asOf), Match: m)).Where(f => f.Span is { } s && (s.To >= asOf || IsTerm(f.Match)))
            .Select(f => (Span: f.Span!.Value, Rank: RankOf(f.Match, f.Span!.Value, asOf))).ToList();
        if (found.Count == 0) return [];
        var best = found.Min(f => f.Rank);
        return [.. found.Where(f => f.Rank == best).Select(f => f.Span)];
    }

    // "Within 200 years": nobody lives to see it.
    private static bool IsBeyond(Match match, DateOnly asOf) => match.Groups["count"] is { Success: true, Value: var count }
        && ((count.All(char.IsAsciiDigit) && (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units > MostUnits)) || (SpanOf(match, asOf) is { } span && span.To.Year > LastYear));

    private static bool IsTerm(Match match) => match.Groups["lead"].Value.ToLowerInvariant() is "by" or "before" or "until" or "through" or "till" or "on or before" or "no later than" or "not later than";

    // "Between 7 February and 10 April 2012": the year of the first is that of the second, or the one before.
    private static (DateOnly From, DateOnly To)? Ranged(string text, List<Match> matches, int i, DateOnly asOf)
    {
        if (SpanOf(matches[i], asOf) is not { } span) return null;
        var opens = i > 0 && BeginsRange(text, matches, i - 1) ? StartOf(matches[i - 1], span.To, asOf) : StartInMonth(text, matches[i], span.To);
        return opens is { } first && first <= span.To && first > span.From ? (first, span.To) : span;
    }

    private static DateOnly? StartOf(Match match, DateOnly last, DateOnly asOf)
    {
        var lead = match.Groups["lead"].Value.ToLowerInvariant();
        if (lead is not ("" or "between" or "from" or "after" or "since" or "during" or "in" or "on")) return null;
        var hasYear = match.Groups["year"].Success || !match.Groups["month"].Success;
        var period = Period(match, "", hasYear ? asOf : new DateOnly(last.Year, 1, 1));
        if (!hasYear && period?.From > last) period = Period(match, "", new DateOnly(last.Year - 1, 1, 1));
        return lead == "after" ? period?.To.AddDays(1) : period?.From;
    }

    // "Between 11 and 20 March", "from 11 to 20 March", "11-20 March".
    private static DateOnly? StartInMonth(string text, Match match, DateOnly last) =>
        match.Groups["day"].Success && match.Groups["lead"].Value.Length == 0 && FirstOfTwo().Match(text, Math.Max(0, match.Index - LongestStart), Math.Min(match.Index, LongestStart)) is { Success: true } first && NumberOf(first.Groups["first"]) is >= 1 and var day && day < last.Day
            ? new DateOnly(last.Year, last.Month, day) : null;

    [GeneratedRegex(@"\b(?:(?:between|from)\s+(?:the\s+)?(?<first>\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:and|to|through|until|till)|\s*-|)|(?<first>\d{1,2})-)\s*(?:the)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex FirstOfTwo();

    private static int RankOf(Match match, (DateOnly From, DateOnly To) span, DateOnly asOf)
    {
        // "The 2022 Winter Olympics" names no term, nor does "imports in 2012" beside a day.
        if (IsBareYear(match) && match.Groups["year"].Success && !IsTerm(match) && match.Groups["edge"].Value.Length == 0) return 1;
        if (match.Groups["year"].Success || match.Groups["iso"].Success || match.Groups["slash"].Success) return 0;
        if (match.Groups["month"].Success || match.Groups["season"].Success || match.Groups["feast"].Success) return span.To.Year == asOf.Year || IsTerm(match) ? 0 : 2;
        if (match.Groups["weekday"].Success) return IsTerm(match) ? 0 : 1;
        return match.Groups["count"].Success ? 1 : 0;
    }

    // "Theresa May" is no month, nor is who is asked about in "will May resign".
    private static bool IsName(string text, Match match) => match.Groups["month"] is { Success: true, Value: "May" or "March" or "April" or "June" or "August" } month && !match.Groups["day"].Success && !match.Groups["year"].Success && match.Groups["lead"].Value.Length == 0
        && (Forename().IsMatch(text.AsSpan(0, month.Index)) || (month.Value == "May" && text.AsSpan(0, month.Index).Trim() is "Will"));

    // Backwards from the month, so that a long text is not gone through for each of them.
    [GeneratedRegex(@"(?<!^|[.?!:]\s)\b(?!(?:Will|Can|Does|Is|The)\b)(?:\p{Lu}\p{L}+|M(?:rs?|s)\.)\s+$|\bWill\s+\p{Lu}\p{L}+\s+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Forename();

    // "Between 7 February and 10 April 2012": the first is no deadline, and its year is not said.
    private static bool BeginsRange(string text, List<Match> matches, int i) => i + 1 < matches.Count && AreAlike(matches[i], matches[i + 1])
        && text.AsSpan()[(matches[i].Index + matches[i].Length)..matches[i + 1].Index].Trim() switch
        {
            "and" or "to" or "-" => true,
            "" => matches[i + 1].Groups["lead"].Value.ToLowerInvariant() is "" or "through" or "until" or "till",
            _ => false,
        };

    private static bool AreAlike(Match first, Match second) => (first.Groups["month"].Success && second.Groups["month"].Success) || (first.Groups["iso"].Success && second.Groups["iso"].Success)
        || (first.Groups["lead"].Value.ToLowerInvariant() is "between" or "from" && IsBareYear(first) && IsBareYear(second) && first.Groups["year"].Success && second.Groups["year"].Success);

    /// <summary>The text without the words that say when.</summary>
    public static string Without(string text)
    {
        var isAsked = IsAsked(text);
        return Times().Replace(text, m => IsName(text, m) || (!isAsked && IsNear(m)) ? m.Value : " ");
    }

    [GeneratedRegex(
        $@"\b(?<lead>on or before|no later than|not later than|at any time before|prior to|ahead of|by|before|until|till|through|during|within|between|over|in|on|as of|for|from|after|since)?\s*(?:the\s+)?(?:(?<edge>end|close|start|beginning|middle)\s+of\s+|(?<edge>end)[ -])?(?:the\s+)?(?:(?:{Weekdays}),?\s+(?:the\s+)?(?=\d|(?:{Months})\b))?(?:"
        + @"(?<iso>\d{4}-\d{2}-\d{2})\b"
        + $@"|(?<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?<month>{Months})\b\.?(?:,?\s+(?<year>{AnyYear}))?"
        + $@"|(?<month>{Months})\b\.?\s+(?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:(?:\s*(?:-|to|through|and)\s*|\s+(?=\d{{1,2}},?\s+{Year}))(?<until>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|\s+(?:{Months})\b|[/:]))?(?:,?\s+(?<year>{AnyYear}))?"
        + $@"|(?<month>{Months})\b\.?(?:,?\s+(?:of\s+)?(?<year>[12]\d{{3}}(?!\d)))?"
        + @"|(?<slash>\d{1,2}/\d{1,2}/\d{4})\b"
        + $@"|(?:q(?<quarter>[1-4])|(?<quarter>first|second|third|fourth)\s+quarter|h(?<half>[12])|(?<half>first|second)\s+half)(?:\s+of)?(?:\s+(?<year>{Year}))?"
        + $@"|(?<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?<year>{Year})"
        + @"|(?<=\b(?:by|before|until|till|through|during|in|end of|close of|start of|beginning of|middle of)\s+(?:the\s+)?|\b(?:this|next|coming)\s+)(?<season>spring|summer|autumn|fall|winter)\b(?!\s+(?:of|offensive)\b)"
        + @"|(?<near>this|next|the coming|coming)\s+(?:(?<season>spring|summer|autumn|fall|winter)\b(?!\s+of\b)|(?<weekday>" + Weekdays + @")\b)"
        + @"|(?<=\b(?:by|before|until|till|through|on|no later than)\s+)(?<weekday>" + Weekdays + @")\b"
        + $@"|(?<=\b(?:by|before|until|till|through|no later than|prior to|ahead of)\s+(?:the\s+)?)(?<feast>christmas(?:\s+(?:day|eve))?|new\s+year(?:['’]s)?(?:\s+(?:day|eve))?|easter)\b(?!\s+(?:island|rising))(?:,?\s+(?<year>{Year}))?"
        + @"|(?<this>this|next|the current|the coming|coming)\s+(?<unit>day|week|month|quarter|year)\b(?:'s end)?"
        + @"|(?:next|coming|following)\s+(?<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of)?\s*(?<unit>hour|day|week|month|year)s?\b"
        + @"|(?<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?<unit>hour|day|week|month|year)s?\b(?<now>\s+from\s+now)?"
        + @"|(?<yearend>year-end|year's end|year’s end|yearend)(?:\s+(?<year>" + Year + @"))?"
        + @"|(?<unit>year|month|week|quarter)\b"
        + $@"|(?<year>{Year}|(?<=\b(?:by|before|until|till|through|during|in|of|and)\s+(?:the\s+)?)21\d{{2}})\b"
        + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    private static (DateOnly From, DateOnly To)? SpanOf(Match match, DateOnly asOf)
    {
        var lead = match.Groups["lead"].Value.ToLowerInvariant();
        var edge = match.Groups["edge"].Value.ToLowerInvariant();
        if (lead is "since" or "after" || (lead is "from" && !match.Groups["until"].Success)) return null;
        if (Length(match, lead, asOf) is { } until) return (asOf, until);
        if (Period(match, edge, asOf) is not { } period) return null;
        var end = edge is "end" or "close" || match.Groups["yearend"].Success;
        if (edge is "start" or "beginning") return (asOf, period.From);
        if (edge is "middle") return (asOf, period.From.AddDays((period.To.DayNumber - period.From.DayNumber) / 2));
        if (lead is "before" or "prior to" or "ahead of" or "at any time before") return (asOf, end ? period.To : period.From.AddDays(-1));
        // "By 2027" is before it begins; "by March" may wait for March.
        if (lead is "by" && !end && IsBareYear(match) && period.From > asOf) return (asOf, period.From.AddDays(-1));
        var isWithin = lead is "in" or "during" || (lead.Length == 0 && (match.Groups["near"].Success || match.Groups["until"].Success || match.Groups["this"].Value.Equals("next", StringComparison.OrdinalIgnoreCase))) || (lead is "between" or "from" && match.Groups["until"].Success);
        return (isWithin && !end ? period.From : asOf, period.To);
    }

    private static bool IsBareYear(Match match) => !match.Groups["month"].Success && !match.Groups["quarter"].Success && !match.Groups["half"].Success && !match.Groups["season"].Success && !match.Groups["feast"].Success && !match.Groups["weekday"].Success && !match.Groups["iso"].Success && !match.Groups["slash"].Success && !match.Groups["unit"].Success;

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
        var digits => Math.Min(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : MostUnits, MostUnits),
    };

    private static (DateOnly From, DateOnly To)? Period(Match match, string edge, DateOnly asOf)
    {
        var year = match.Groups["year"].Success ? NumberOf(match.Groups["year"]) : (int?)null;
        if (year is < 1 or > 9998) return null;
        if (match.Groups["iso"].Success) return DateOnly.TryParseExact(match.Groups["iso"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, day) : null;
        // Where the first number can be no month, it is the day.
        if (match.Groups["slash"].Success) return DateOnly.TryParseExact(match.Groups["slash"].Value, ["M/d/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var us) ? (us, us) : null;
        if (match.Groups["month"].Success) return InMonth(MonthOf(match.Groups["month"].Value), match.Groups["day"], match.Groups["until"], year, asOf);
        if (match.Groups["quarter"].Success) return Ahead(year, asOf, y => Span(y, (3 * (OrdinalOf(match.Groups["quarter"].Value) - 1)) + 1, 3));
        if (match.Groups["half"].Success) return Ahead(year, asOf, y => Span(y, (6 * (OrdinalOf(match.Groups["half"].Value) - 1)) + 1, 6));
        if (match.Groups["season"].Success) return Season(match, year, asOf);
        if (match.Groups["feast"].Success) return Ahead(year, asOf, y => Feast(match.Groups["feast"].Value.ToLowerInvariant(), y));
        if (match.Groups["weekday"].Success) return Weekday(match, asOf);
        if (match.Groups["yearend"].Success) return Span(year ?? asOf.Year, 1, 12);
        if (match.Groups["unit"].Success) return edge.Length > 0 || match.Groups["this"].Success ? Current(match, asOf) : null;
        return year is { } bare ? Span(bare, 1, 12) : null;
    }

    private static (DateOnly From, DateOnly To)? InMonth(int month, Group day, Group until, int? year, DateOnly asOf)
    {
        if (!day.Success) return Ahead(year, asOf, y => Span(y, month, 1));
        var (first, last) = (NumberOf(day), until.Success ? NumberOf(until) : NumberOf(day));
        if (first is < 1 or > 31 || last is > 31 || last < first) return null;
        return Ahead(year, asOf, y => (Day(y, month, first), Day(y, month, last)));
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    // More digits than a number holds are a year, too, and none that can be meant.
    private static int NumberOf(Group digits) => int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

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

    // "Next Friday" is that of the week after this one, "by Friday" the first behind the day.
    private static (DateOnly From, DateOnly To) Weekday(Match match, DateOnly asOf)
    {
        var weekday = Array.FindIndex(Weekdays.Split('|'), w => w.Equals(match.Groups["weekday"].Value, StringComparison.OrdinalIgnoreCase));
        var isNext = match.Groups["near"].Value.Equals("next", StringComparison.OrdinalIgnoreCase);
        var day = Week(asOf, isNext ? 1 : 0).From.AddDays(weekday);
        if (day <= asOf) day = day.AddDays(7);
        return (day, day);
    }

    private static (DateOnly From, DateOnly To) Feast(string feast, int year)
    {
        var day = feast switch
        {
            "easter" => Easter(year),
            _ when feast.StartsWith("christmas", StringComparison.Ordinal) => new DateOnly(year, 12, feast.EndsWith("eve", StringComparison.Ordinal) ? 24 : 25),
            _ => feast.EndsWith("eve", StringComparison.Ordinal) ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1),
        };
        return (day, day);
    }

    // Butcher's rule for the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var n = h + l - (7 * ((a + (11 * h) + (22 * l)) / 451)) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    // Without a year the first that is not over; "next summer" has not begun. A winter goes into the year after.
    private static (DateOnly From, DateOnly To) Season(Match match, int? year, DateOnly asOf)
    {
        var season = match.Groups["season"].Value.ToLowerInvariant();
        if (year is { } given) return Season(season, given);
        var isNext = match.Groups["near"].Value.Equals("next", StringComparison.OrdinalIgnoreCase);
        return Enumerable.Range(asOf.Year - 1, 3).Select(y => Season(season, y)).First(s => isNext ? s.From > asOf : s.To >= asOf);
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
