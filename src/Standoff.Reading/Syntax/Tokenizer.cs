using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Cuts text into words as the English Universal Dependencies treebanks do: clitics apart (do|n't, Iran|'s), hyphens
/// apart but for prefixes (Moscow|-|based, anti-missile), currency signs and units apart, numbers, times, addresses
/// and abbreviations whole.
/// </summary>
public static class Tokenizer
{
    /// <summary>
    /// The words of a stretch of text, in order. They do not overlap, hold no space, cover every other character and
    /// never part a surrogate pair.
    /// </summary>
    /// <param name="text">The whole text, into which the spans point.</param>
    /// <param name="span">The part to cut, as a rule one sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public static IReadOnlyList<TextSpan> Tokenize(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, text.Length, nameof(span));
        var words = new List<TextSpan>((span.Length / 5) + 1);
        var i = span.Start;
        while (i < span.End)
        {
            if (Characters.IsSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < span.End && !Characters.IsSpace(text[end])) end++;
            new ChunkCutter(text, i, end, words).Cut();
            i = end;
        }

        return words;
    }
}
