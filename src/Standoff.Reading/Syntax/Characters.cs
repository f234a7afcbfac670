using System.Globalization;

namespace Standoff.Reading.Syntax;

/// <summary>Classes of characters that splitter and tokenizer share.</summary>
internal static class Characters
{
    private const char ZeroWidthSpace = '\u200B';
    private const char ByteOrderMark = '\uFEFF';

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is ZeroWidthSpace or ByteOrderMark;

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '`' or '\u00B4';

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '\u2026' or '\u3002';

    public static bool IsCloser(char c) => c is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or ')' or ']' or '}';

    public static bool IsOpener(char c) => c is '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '(' or '[' or '{' or '`' or '\u201E';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsBullet(char c) => c is '\u2022' or '\u25AA' or '\u25CF' or '\u00B7' or '*' or '-' or '\u2013' or '\u2014';

    /// <summary>Letters, digits, marks and surrogates of letters: what a word is made of.</summary>
    public static bool IsWord(string text, int i)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        if (char.IsLetterOrDigit(c) || IsMark(c)) return true;
        if (char.IsHighSurrogate(c) && i + 1 < text.Length) return char.IsLetterOrDigit(text, i);
        return char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]) && char.IsLetterOrDigit(text, i - 1);
    }

    /// <summary>Combining marks, joiners and variation selectors, which never stand alone.</summary>
    public static bool IsMark(char c) => c >= 0x300
        && (c is '\u200D' or '\u200C'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>Whether a cut before this place would part a surrogate pair.</summary>
    public static bool SplitsPair(string text, int i) =>
        i > 0 && i < text.Length && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]);
}
