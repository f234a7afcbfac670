using System.Text.RegularExpressions;
using Standoff.Claims;
using Standoff.Reading.Text;

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
            var (start, end) = (paragraph.Index, paragraph.Index + paragraph.Length);
            if (Comments().Match(FirstLine(paragraph.Value)) is { Success: true } && FirstLine(paragraph.Value).Length is var line and < Heading)
            {
                if (EndsPage(text, start, start + line)) return [.. blocks, (start, text.Length)];
                blocks.Add((start, start + line));
                isUnderHeading = false;
                continue;
            }
            var isRule = Rules().IsMatch(paragraph.Value) || Comments().IsMatch(paragraph.Value);
            if (isRule || isUnderHeading) blocks.Add((start, end));
            isUnderHeading = isRule && paragraph.Value.Trim().Length < Heading;
        }
        return blocks;
    }

    /// <summary>The ledger without what is claimed in questions, rules and comments.</summary>
    public static Ledger Without(Ledger ledger)
    {
        var gone = new List<string>();
        var claims = ledger.Claims.ToLookup(c => c.Document);
        foreach (var document in ledger.Documents)
        {
            var blocks = BlocksIn(document.Document.Text);
            gone.AddRange(claims[document.Alias].Where(c => c.Claim.Sentence < document.Reading.Sentences.Length && IsIn(blocks, document, document.Reading.Sentences[c.Claim.Sentence].Span)).Select(c => c.Alias));
        }
        return LedgerBuilder.Withdraw(ledger, gone);
    }

    /// <summary>Whether a sentence of a document asks, or stands in one of its blocks.</summary>
    public static bool IsIn(List<(int Start, int End)> blocks, LedgerDocument document, TextSpan sentence) =>
        Asks(sentence.Of(document.Document.Text)) || blocks.Exists(b => sentence.Start >= b.Start && sentence.Start < b.End);

    // "Comments (12)" under a headline counts them, and the article follows; comments themselves end the page.
    private static bool EndsPage(string text, int start, int end) => start * LastPart >= text.Length * (LastPart - 1) || !Paragraph().Matches(text, end).Any(p => Sentence().Count(p.Value) > 1);

    private static string FirstLine(string paragraph) => paragraph.Split('\n')[0];

    // A line as short as that is the heading of what follows.
    private const int Heading = 30;

    // What stands in the last third of a page ends it.
    private const int LastPart = 3;

    [GeneratedRegex(@"[.!?][""”'’)]*(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\S(?:.|\n(?!\s*\n))*", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"^(?:market\s+)?(?:rules|resolution(?:\s+(?:criteria|source|rules))?|fine\s+print)\s*(?:[.:]|$)|\bresolves?\s+(?:to\s+)?[""“']?(?:yes|no)\b|\bthis\s+(?:market|question)\s+(?:resolves\b|(?:will|would|is\s+to|closes)\b[^.]*\bresolves?\s+(?:to|as|in|if|on|at|based|positively|negatively|according)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rules();

    [GeneratedRegex(@"^(?:top\s+|recent\s+)?comments\b\s*(?:[.:(]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();
}
