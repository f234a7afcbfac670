using System.Collections.Frozen;
using System.Globalization;

namespace Standoff.Reading.Quantities;

/// <summary>The value of cardinal numbers in figures and words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> s_small = new Dictionary<string, decimal>
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> s_scales = new Dictionary<string, decimal>
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["k"] = 1_000,
        ["tn"] = 1_000_000_000_000,
    }.ToFrozenDictionary();

    /// <summary>Value of a word below a hundred ("forty", "twenty-one"), lower case.</summary>
    public static decimal? Small(string word)
    {
        if (s_small.TryGetValue(word, out var value)) return value;
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen <= 0 || !s_small.TryGetValue(word[..hyphen], out var tens) || !s_small.TryGetValue(word[(hyphen + 1)..], out var ones)) return null;
        return tens >= 20 && ones is > 0 and < 10 ? tens + ones : null;
    }

    /// <summary>What a scale word multiplies by ("million", "dozen"), lower case.</summary>
    public static decimal? Scale(string word) => s_scales.TryGetValue(word, out var value) ? value : null;

    /// <summary>Value of a number in figures ("15,000", "1.2"); digits must be grouped by three if at all.</summary>
    public static decimal? Figure(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 15 || !char.IsAsciiDigit(word[0]) || !char.IsAsciiDigit(word[^1]) || !GroupsByThree(word)) return null;
        return decimal.TryParse(word, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static bool GroupsByThree(ReadOnlySpan<char> word)
    {
        var comma = word.IndexOf(',');
        if (comma < 0) return true;
        var whole = word.IndexOf('.') is var dot and >= 0 ? word[..dot] : word;
        for (var i = whole.Length - 4; i > 0; i -= 4)
            if (whole[i] != ',') return false;
        return comma <= 3;
    }
}
