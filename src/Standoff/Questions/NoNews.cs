using System.Text.RegularExpressions;

namespace Standoff.Questions;

/// <summary>What stands on a page and tells nothing of the world: a question asserts nothing, and the rules and comments of a forecasting site are no reporting.</summary>
internal static partial class NoNews
{
    /// <summary>Whether a sentence or headline asks.</summary>
    public static bool Asks(string sentence) => sentence.TrimEnd(' ', '\n', '\r', '"', '”', '’', '\'', ')').EndsWith('?');

    /// <summary>Blocks of rules and of comments, each from its first to the place after its last letter.</summary>
    public static List<(int Start, int End)> BlocksIn(string text)
    {
        var blocks = new List<(int, int)>();
        var isUnderHeading = false;
        foreach (Match paragraph in Paragraph().Matches(text))
        {
            if (Comments().IsMatch(paragraph.Value) && paragraph.Value.Length < Heading) return [.. blocks, (paragraph.Index, text.Length)];
            var isRule = Rules().IsMatch(paragraph.Value) || Comments().IsMatch(paragraph.Value);
            if (isRule || isUnderHeading) blocks.Add((paragraph.Index, paragraph.Index + paragraph.Length));
            isUnderHeading = isRule && paragraph.Value.Trim().Length < Heading;
        }
        return blocks;
    }

    // A line as short as that is the heading of what follows.
    private const int Heading = 30;

    [GeneratedRegex(@"\S(?:.|\n(?!\s*\n))*", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"^(?:market\s+)?(?:rules|resolution(?:\s+(?:criteria|source|rules))?|fine\s+print)\s*(?:[.:]|$)|\bresolves?\s+(?:to\s+)?[""“']?(?:yes|no)\b|\bthis\s+(?:market|question)\s+(?:will|would|is\s+to|resolves|closes)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rules();

    [GeneratedRegex(@"^(?:top\s+|recent\s+)?comments\b\s*(?:[.:(]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();
}
