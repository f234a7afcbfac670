using System.Text.RegularExpressions;

namespace Standoff.Questions;

/// <summary>
/// A question apart from what sites write around it: background, criteria, fine print. The question is the first sentence that asks; what
/// stands around it tells only of the days, where the question does not.
/// </summary>
/// <param name="Asked">The sentence that asks.</param>
/// <param name="Criteria">The rest.</param>
internal readonly partial record struct QuestionParts(string Asked, string Criteria)
{
    private const int LongTitle = 160;

    // What is written with a full stop that ends no sentence.
    private const string Abbreviations = @"[AaPp]\.[Mm]|U\.S|U\.N|U\.K|[A-Z]|No|St|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

    public static QuestionParts Of(string text)
    {
        var trimmed = Label().Replace(text.Trim(), "");
        if (Asking().Match(trimmed) is { Success: true } asking) return Around(trimmed, asking);
        // Without a question mark a short text is a title; of a long one the first sentence is.
        var end = trimmed.Length <= LongTitle ? -1 : End().Match(trimmed) is { Success: true } stop ? stop.Index : -1;
        return end < 0 ? new QuestionParts(trimmed, "") : new QuestionParts(trimmed[..end], trimmed[end..]);
    }

    private static QuestionParts Around(string text, Match asking) => new(asking.Value, (text[..asking.Index] + " " + text[(asking.Index + asking.Length)..]).Trim());

    // The shortest stretch before the first question mark that begins where a sentence may; what was taken is not given back, so that no text makes it try all ways.
    [GeneratedRegex(@"(?:(?<=^|[.!:;]\s+|\n\s*)(?=\S))(?>(?>(?:" + Abbreviations + @")\.|[^.?!\n]|\.(?=\d))+)\?", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:question|title|q)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\b(?:" + Abbreviations + @"))\.(?=\s)|\n", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
