using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Times;

/// <summary>Finds expressions of time in news English and resolves them against the document's date.</summary>
public static class TimeReader
{
    /// <summary>The times in a stretch of text, in text order, not overlapping.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="span">Where to look.</param>
    /// <param name="documentDate">What relative times resolve against.</param>
    /// <param name="sentence">The sentence around the span; its verbs tell whether "in September" lies ahead or behind.</param>
    public static ImmutableArray<TimeMention> Read(string text, TextSpan span, DateOnly? documentDate, Sentence? sentence = null) => Read(text, span, documentDate, sentence, null);

    /// <summary>The same, with the time that the text told of before: what "that day", "two days later" count from.</summary>
    internal static ImmutableArray<TimeMention> Read(string text, TextSpan span, DateOnly? documentDate, Sentence? sentence, Edtf? anchor)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new TimeWords(text, span);
        Direction DirectionAt(int i) => words[i - 1] == "than" && words[i - 2] == "later" ? Direction.Future : Directions.At(text, words.Span(i, i + 1), sentence?.Span.Union(span) ?? span, sentence);
        return new Scan(words, documentDate, DirectionAt) { Anchor = anchor }.All();
    }

    /// <summary>One pass over the words: at each place the longest pattern with the words before it that bear on it.</summary>
    private sealed class Scan(TimeWords words, DateOnly? documentDate, Func<int, Direction> directionAt)
    {
        private readonly CalendarExpressions _calendar = new(words, documentDate, directionAt);
        private readonly RelativeExpressions _relative = new(words, documentDate, directionAt);
        private AnchoredExpressions _anchored = new(words, null);

        /// <summary>The time told of last.</summary>
        public Edtf? Anchor { get => _anchored.Anchor; init => _anchored = new AnchoredExpressions(words, value); }

        public ImmutableArray<TimeMention> All()
        {
            var found = ImmutableArray.CreateBuilder<TimeMention>();
            for (var i = 0; i < words.Count;)
            {
                if ((Between(i) ?? Pair(i) ?? Onward(i) ?? Bounded(i) ?? Simple(i)) is not { } time) { i++; continue; }
                found.Add(new TimeMention(words.Span(i, time.Next), time.Time, time.IsDuration, time.IsDeadline));
                if (time is { IsDuration: false, Time: { } told } && !time.IsDeadline) _anchored = new AnchoredExpressions(words, told);
                i = time.Next;
            }

            return found.ToImmutable();
        }

        private TimeExpression? Simple(int i) => _anchored.At(i) ?? _calendar.At(i) ?? _relative.At(i);

        /// <summary>"Monday and Tuesday": two days in a row.</summary>
        private TimeExpression? Pair(int i)
        {
            if (words.Weekday(i) is null || words[i + 1] != "and" || words.Weekday(i + 2) is null) return null;
            if (_calendar.At(i) is not { Time: { Earliest: { } first } from } || _calendar.At(i + 2) is not { Time: { Earliest: { } second } to } last) return null;
            return second.DayNumber - first.DayNumber == 1 ? last with { Time = Edtf.Interval(from, to) } : null;
        }

        /// <summary>The expression after words that only lead to it ("early on", "the", "last").</summary>
        private TimeExpression? After(int i)
        {
            if (Simple(i) is { } found) return found;
            return words.IsAny(i, "the", "on", "early", "late", "last", "next", "this", "in", "at") && i + 1 < words.Count ? After(i + 1) : null;
        }

        /// <summary>"between 1990 and 1995", "from Monday to Friday", "1990-1995".</summary>
        private TimeExpression? Between(int i)
        {
            if (words.IsAny(i, "between", "from") && After(i + 1) is { IsDuration: false } from && words.IsAny(from.Next, "and", "to", "until", "till", "through", "-", "–"))
                return Joined(from);
            return words.Year(i) is not null && words[i + 1] is "-" or "–" && words.Year(i + 2) is not null ? Joined(new TimeExpression(i + 1, Edtf.Year(words.Year(i)!.Value))) : null;
        }

        private TimeExpression? Joined(TimeExpression from)
        {
            if (After(from.Next + 1) is not { IsDuration: false } to) return null;
            if (from.Time is null || to.Time is null) return to with { Time = null };
            return from.Time.Earliest <= to.Time.Latest ? to with { Time = Edtf.Interval(from.Time, to.Time) } : null;
        }

        /// <summary>"since 2019", "after March 23", "by Sunday", "until this Friday", "no later than Thursday".</summary>
        private TimeExpression? Bounded(int i)
        {
            var at = words[i] == "no" && words.IsAny(i + 1, "later") && words[i + 2] == "than" ? i + 3 : i + 1;
            if (at == i + 1 && !words.IsAny(i, "since", "after", "by", "until", "till", "before")) return null;
            if (words.IsAny(at, "midnight", "noon", "dawn", "dusk", "nightfall", "sunset", "sunrise") && words[at + 1] is "on" && After(at + 2) is { IsDuration: false }) at += 2;
            if (After(at) is not { IsDuration: false } found) return null;
            return words[i] switch
            {
                "since" => found with { Time = found.Time is { } t ? Edtf.Interval(t, null) : null },
                "after" => words[i - 1] is "day" or "year" ? null : found with { Time = found.Time is { } t ? Edtf.Interval(LastOf(t), null) : null },
                "until" or "till" => found with { Time = Until(found.Time), IsDeadline = true },
                "by" when words.IsAny(at, "midnight", "tonight", "noon", "now") => found with { IsDeadline = true },
                _ => found with { Time = found.Time is { } t ? Edtf.Interval(null, t) : null, IsDeadline = true },
            };
        }

        /// <summary>"from April 12 ships will be fired on", "goes back to the 1830s": open at the end.</summary>
        private TimeExpression? Onward(int i)
        {
            var isOrigin = words[i] == "to" && words[i - 1] == "back";
            if (!isOrigin && (words[i] != "from" || directionAt(i) != Direction.Future)) return null;
            if (After(i + 1) is not { IsDuration: false, Time: { } time } found || time.Value.Contains('/', StringComparison.Ordinal) && !isOrigin) return null;
            return found with { Time = Edtf.Interval(time, null) };
        }

        private static Edtf LastOf(Edtf time) => time.Latest is { } last && time.Value.Contains('/', StringComparison.Ordinal) ? Edtf.Day(last) : time;

        /// <summary>What goes on until a day ahead goes on from the document's date.</summary>
        private Edtf? Until(Edtf? end)
        {
            if (end is null) return null;
            return documentDate is { } date && end.Latest > date ? Edtf.Interval(Edtf.Day(date), end) : Edtf.Interval(null, end);
        }
    }
}
