using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Attributions;

/// <summary>
/// The stretches of a text in double quotation marks, in order and apart from each other. A quotation ends at its closing
/// mark, else with its paragraph; marks within it belong to it.
/// </summary>
internal static class QuotedSpans
{
    /// <summary>Finds all in one pass.</summary>
    public static ImmutableArray<TextSpan> Of(string text)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (start >= 0 && EndsParagraph(text, i))
            {
                found.Add(new TextSpan(start, i));
                start = -1;
                continue;
            }
            var width = MarkAt(text, i);
            if (width == 0) continue;
            if (start < 0 && Opens(text, i, width)) start = i;
            else if (start >= 0 && Closes(text, i))
            {
                found.Add(new TextSpan(start, i + width));
                start = -1;
            }
            i += width - 1;
        }
        if (start >= 0) found.Add(new TextSpan(start, text.Length));
        return found.ToImmutable();
    }

    /// <summary>Length of the quotation mark at a place; 0 if there is none.</summary>
    public static int MarkAt(string text, int i)
    {
        if (text[i] is '"' or '“' or '”' or '„' or '«' or '»') return 1;
        return text[i] is '\'' or '`' or '’' or '‘' && i + 1 < text.Length && text[i + 1] == text[i] ? 2 : 0;
    }

    private static bool Opens(string text, int i, int width) =>
        text[i] is not ('”' or '»' or '’') && i + width < text.Length && !char.IsWhiteSpace(text[i + width]);

    private static bool Closes(string text, int i) => text[i] is not ('“' or '„' or '«' or '`' or '‘');

    // A blank line ends a paragraph, and so does a line end before a mark that opens the next.
    private static bool EndsParagraph(string text, int i)
    {
        if (text[i] != '\n') return false;
        var next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        return next >= text.Length || text[next] == '\n' || MarkAt(text, next) > 0;
    }
}
