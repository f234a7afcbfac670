namespace Standoff.Reading.Text;

/// <summary>Line ends as files have them: LF, CR LF, or CR alone.</summary>
internal static class LineEnds
{
    /// <summary>Where the line after the one at a place begins; the text's length after the last.</summary>
    public static int Next(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\n', '\r');
        if (end < 0) return text.Length;
        end += at;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
