using System.Text.RegularExpressions;

namespace Standoff.Reading.Text;

/// <summary>
/// The date that a text's first lines give: a line that holds little but a date, or the dateline of a wire report
/// ("GENEVA, March 2, 2022 (Agency) - …").
/// </summary>
/// <param name="Date">The day.</param>
/// <param name="IsFirstLine">Whether nothing but blank lines stands before it and it fills its line.</param>
/// <param name="End">One past the line's end.</param>
internal sealed partial record DateLine(DateOnly Date, bool IsFirstLine, int End)
{
    private const int LinesLooked = 12;
    private const int LongestLine = 240;
    private const int WordsBesideDate = 4;

    /// <summary>Looks in the first lines from an offset on.</summary>
    public static DateLine? Find(string text, int from)
    {
        var at = Math.Max(from, text.StartsWith('\uFEFF') ? 1 : 0);
        var first = true;
        for (var seen = 0; seen < LinesLooked && at < text.Length;)
        {
            var next = LineEnds.Next(text, at);
            var line = text[at..Math.Min(next, at + LongestLine)];
            at = next;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Of(line, first, next) is { } found) return found;
            (first, seen) = (false, seen + 1);
        }

        return null;
    }

    private static DateLine? Of(string line, bool first, int end)
    {
        if (WrittenDate.Read(line) is not { } date) return null;
        if (WordsOutside(line, date) <= WordsBesideDate && line.Length < LongestLine) return new DateLine(date.Date, first && IsBare(line, date), end);
        return Dateline().IsMatch(line.AsSpan(0, date.Start)) ? new DateLine(date.Date, IsFirstLine: false, end) : null;
    }

    private static bool IsBare(string line, WrittenDate date) => WordsOutside(line, date) <= 2;

    private static int WordsOutside(string line, WrittenDate date) => Words(line.AsSpan(0, date.Start)) + Words(line.AsSpan(date.End));

    private static int Words(ReadOnlySpan<char> text)
    {
        var n = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsLetter(c) && !inside) n++;
            inside = char.IsLetter(c);
        }

        return n;
    }

    /// <summary>A place in capitals, perhaps with its country, and a comma or bracket before the date.</summary>
    [GeneratedRegex(@"^\W*\p{Lu}[\p{Lu} .'/-]{2,40}(,\s[\p{L} .]{2,30})?[,(]\s?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}
