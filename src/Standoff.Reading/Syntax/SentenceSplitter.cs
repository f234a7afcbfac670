using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Splits text into sentences: abbreviations and initials do not end one, closing quotes and brackets belong to the
/// sentence that they end, blank lines, headlines and list items end one, and lines wrapped within a paragraph do not.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>A longer stretch without an end is cut, at a space where there is one.</summary>
    internal const int LongestSentence = 2400;

    /// <summary>
    /// The sentences of a stretch of text, in order, without the space around them; they cover every other character
    /// and never part a surrogate pair. Linear in the length of the span.
    /// </summary>
    /// <param name="text">The whole text, into which the spans point.</param>
    /// <param name="span">The part to split, as a rule a paragraph or a document.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public static IReadOnlyList<TextSpan> Split(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, text.Length, nameof(span));
        var sentences = new List<TextSpan>();
        foreach (var block in LineBlocks.Of(text, span)) SplitBlock(text, block, sentences);
        return sentences;
    }

    private static void SplitBlock(string text, TextSpan block, List<TextSpan> sentences)
    {
        var ends = new SentenceEnds(text, block);
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            if (!Characters.IsTerminator(text[i])) continue;
            var end = ends.After(start, i);
            if (end < 0)
            {
                // The rest of the run was weighed with its first sign.
                while (i + 1 < block.End && Characters.IsTerminator(text[i + 1])) i++;
                continue;
            }

            Add(text, start, end, sentences);
            start = end;
            i = end - 1;
        }

        Add(text, start, block.End, sentences);
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        while (true)
        {
            while (start < end && Characters.IsSpace(text[start])) start++;
            while (end > start && Characters.IsSpace(text[end - 1])) end--;
            if (start == end) return;
            if (end - start <= LongestSentence) break;
            var cut = CutBefore(text, start, start + LongestSentence);
            sentences.Add(Trimmed(text, start, cut));
            start = cut;
        }

        sentences.Add(new TextSpan(start, end));
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (Characters.IsSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static int CutBefore(string text, int start, int limit)
    {
        for (var i = limit; i > start + (LongestSentence / 2); i--)
            if (Characters.IsSpace(text[i - 1])) return i;
        return Characters.SplitsPair(text, limit) ? limit - 1 : limit;
    }
}
