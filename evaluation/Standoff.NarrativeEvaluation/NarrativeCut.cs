using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.NarrativeEvaluation;

/// <summary>
/// Cuts a narrative as of the trigger: what went before, then the summary's paragraphs up to the one that tells of the trigger, and of them the
/// sentences before the first that tells of an end or an answer or names a day more than a week after.
/// </summary>
internal static partial class NarrativeCut
{
    private const int DaysAfter = 7;

    /// <summary>The text as of a day.</summary>
    public static string AsOf(string before, string summary, DateOnly day)
    {
        var paragraphs = summary.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var trigger = Array.FindIndex(paragraphs, p => Trigger().IsMatch(p));
        var text = new StringBuilder(string.Join("\n\n", before.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        foreach (var paragraph in paragraphs.Take(Math.Max(0, trigger) + 1))
        {
            var whole = new StringBuilder();
            foreach (var sentence in SentenceSplitter.Split(paragraph, new TextSpan(0, paragraph.Length)).Select(s => s.Of(paragraph)))
            {
                // The sentence of the trigger itself may name a later one.
                if (IsLater(sentence, day) && !(whole.Length + text.Length == 0)) return Joined(text, whole);
                whole.Append(whole.Length > 0 ? " " : "").Append(sentence.Trim());
            }
            text = new StringBuilder(Joined(text, whole));
        }
        return text.ToString();
    }

    private static string Joined(StringBuilder text, StringBuilder paragraph) =>
        paragraph.Length == 0 ? text.ToString() : text.Length == 0 ? paragraph.ToString() : $"{text}\n\n{paragraph}";

    private static bool IsLater(string sentence, DateOnly day) => End().IsMatch(sentence) || Days(sentence, day).Any(d => d.DayNumber > day.DayNumber + DaysAfter);

    // A day without a year is of the trigger's year; "November 1935" is its first day.
    private static IEnumerable<DateOnly> Days(string sentence, DateOnly day)
    {
        foreach (Match match in Date().Matches(sentence))
        {
            var month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, m => m == match.Groups["month"].Value) + 1;
            var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : day.Year;
            var number = match.Groups["day"].Success ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : 1;
            if (number >= 1 && number <= DateTime.DaysInMonth(year, month)) yield return new DateOnly(year, month, number);
        }
    }

    [GeneratedRegex(@"\b(trigger|catalyz|set off a crisis|onset of a crisis|crisis for)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Trigger();

    [GeneratedRegex(@"\b(terminat\w*|ended|ending|end of the crisis|crisis end\w*|major response|respon\w+|faded|outcome|armistice|cease-?fire|truce|peace treaty|agreement was|agreed to|settle\w*|resolv\w+|surrender\w*|victor\w*|defeat\w*|stalemate|compromise\w*|capitulat\w+|evacuat\w+|annex\w+|de-?escalat\w+|superpower|United Nations was not|UN was not|was not involved|were not involved)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex End();

    [GeneratedRegex(@"\b(?:(?<day>\d{1,2}) )?(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\b(?: (\d{1,2})\b,?)?(?: (?<year>1[89]\d\d))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
