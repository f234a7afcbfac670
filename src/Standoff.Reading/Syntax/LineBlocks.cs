using System.Buffers;
using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Cuts text into blocks at line ends that end a sentence: blank lines, list items, headings, lines of running text
/// that were not broken for width.
/// </summary>
internal static class LineBlocks
{
    /// <summary>Lines up to this length may be wrapped text; longer ones are whole paragraphs.</summary>
    private const int WidestWrap = 120;

    private const int NarrowestWrap = 30;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\u0085\f\v");

    public static IEnumerable<TextSpan> Of(string text, TextSpan span)
    {
        var paragraph = new List<TextSpan>();
        foreach (var line in Lines(text, span))
        {
            if (!IsBlank(text, line))
            {
                paragraph.Add(line);
                continue;
            }

            foreach (var block in Joined(text, paragraph)) yield return block;
            paragraph.Clear();
        }

        foreach (var block in Joined(text, paragraph)) yield return block;
    }

    private static IEnumerable<TextSpan> Lines(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var length = text.AsSpan(start, span.End - start).IndexOfAny(LineEnds);
            var end = length < 0 ? span.End : start + length;
            yield return new TextSpan(start, end);
            start = end < span.End && text[end] == '\r' && end + 1 < span.End && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    private static bool IsBlank(string text, TextSpan line)
    {
        for (var i = line.Start; i < line.End; i++)
            if (!Characters.IsSpace(text[i])) return false;
        return true;
    }

    private static IEnumerable<TextSpan> Joined(string text, List<TextSpan> lines)
    {
        if (lines.Count == 0) yield break;
        var width = lines.Max(l => l.Length);
        var block = lines[0];
        for (var i = 1; i < lines.Count; i++)
        {
            if (Continues(text, lines[i - 1], lines[i], width))
            {
                block = block.Union(lines[i]);
                continue;
            }

            yield return block;
            block = lines[i];
        }

        yield return block;
    }

    /// <summary>Whether a line runs on in the next: its first word would not have fitted, or it is in lower case.</summary>
    private static bool Continues(string text, TextSpan line, TextSpan next, int width)
    {
        var first = next.Start;
        while (Characters.IsSpace(text[first])) first++;
        if (IsItem(text, first, next.End)) return false;
        if (char.IsLower(text[first])) return true;
        var last = line.End;
        while (Characters.IsSpace(text[last - 1])) last--;
        if (text[last - 1] is ',') return true;
        var word = first;
        while (word < next.End && !Characters.IsSpace(text[word])) word++;
        return width is >= NarrowestWrap and <= WidestWrap && last - line.Start + 1 + word - first > width - 2;
    }

    /// <summary>"• …", "- …", "12. …", "3) …", "(a) …".</summary>
    private static bool IsItem(string text, int i, int end)
    {
        if (Characters.IsBullet(text[i])) return i + 1 < end && Characters.IsSpace(text[i + 1]);
        var bracket = text[i] == '(';
        if (bracket) i++;
        var start = i;
        while (i < end && i - start < 3 && char.IsAsciiLetterOrDigit(text[i])) i++;
        var label = i - start;
        if (label == 0 || i + 1 >= end || !Characters.IsSpace(text[i + 1])) return false;
        return text[i] == ')' || (text[i] == '.' && !bracket && char.IsAsciiDigit(text[start]));
    }
}
