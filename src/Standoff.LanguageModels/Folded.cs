using System.Text;
using Standoff.Reading.Text;

namespace Standoff.LanguageModels;

/// <summary>
/// A stretch of text in which what a copyist changes without noticing is alike: runs of white space are one space, curly quotation marks
/// are straight. Every place in it leads back to the text.
/// </summary>
internal sealed class Folded
{
    private readonly int[] _places;

    private Folded(string text, int[] places) => (Text, _places) = (text, places);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Folds a stretch of a text.</summary>
    public static Folded Of(string text, TextSpan span)
    {
        var (folded, places) = (new StringBuilder(span.Length), new List<int>(span.Length + 1));
        for (var i = span.Start; i < span.End; i++)
        {
            var c = Fold(text[i]);
            if (c == ' ' && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(c);
            places.Add(i);
        }
        if (folded.Length > 0 && folded[^1] == ' ') (folded.Length, places) = (folded.Length - 1, places[..^1]);
        return new Folded(folded.ToString(), [.. places]);
    }

    /// <summary>A text folded, without the way back.</summary>
    public static string Of(string text) => Of(text, new TextSpan(0, text.Length)).Text;

    /// <summary>Where folded words stand in the text, in order; at most a few are looked for.</summary>
    public IEnumerable<TextSpan> Find(string words)
    {
        if (words.Length == 0) yield break;
        for (var at = Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(words, at + 1, StringComparison.Ordinal))
            yield return new TextSpan(_places[at], _places[at + words.Length - 1] + 1);
    }

    /// <summary>Whether words stand in it as whole words, whatever their case.</summary>
    public bool Holds(string words)
    {
        if (words.Length == 0) return false;
        for (var at = Text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
            if (IsEdge(at - 1, at) && IsEdge(at + words.Length - 1, at + words.Length)) return true;
        return false;
    }

    private bool IsEdge(int before, int after) =>
        before < 0 || after >= Text.Length || !char.IsLetterOrDigit(Text[before]) || !char.IsLetterOrDigit(Text[after]);

    private static char Fold(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' => '\'',
        '“' or '”' or '„' or '‟' => '"',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };
}
