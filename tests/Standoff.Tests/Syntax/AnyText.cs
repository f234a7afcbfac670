using FsCheck;
using FsCheck.Fluent;

namespace Standoff.Tests.Syntax;

/// <summary>Texts of signs that are hard on readers: quotes, points, surrogates whole and broken, marks, odd spaces.</summary>
internal static class AnyText
{
    private static readonly string[] Parts =
    [
        "a", "B", "The ", "don't", "Mr.", "U.S.", ".", "...", "…", "?", "!", " ", "\n", "\r\n", "\t", "\u00A0", "\u200B", "\uFEFF", "\"", "“", "”", "'", "’", "``", "(", ")",
        "-", "--", "—", "9", "15,000", "$", "%", ":", ";", ",", "@", "#", "http://", "x@y.zz", "\U0001F600", "\uD83D", "\uDE00", "e\u0301", "\u0301", "\0", "é", "漢", "said ", "cannot", "\u2028",
    ];

    public static Arbitrary<string> Arbitrary { get; } =
        Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not '\u200B' and not '\uFEFF') return false;
        return true;
    }

    public static bool SplitsPair(string text, int i) =>
        i > 0 && i < text.Length && char.IsHighSurrogate(text[i - 1]) && char.IsLowSurrogate(text[i]);
}
