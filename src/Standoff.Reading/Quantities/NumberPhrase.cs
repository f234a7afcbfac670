using Standoff.Reading.Syntax;

namespace Standoff.Reading.Quantities;

/// <summary>A cardinal number or fraction in figures or words.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="Next">One past its last token.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="IsRound">Whether it is approximate by itself ("a dozen", "a hundred", "a third").</param>
/// <param name="IsFraction">Whether it is a share of something.</param>
/// <param name="Percent">Whether a percent sign is written on to it.</param>
internal sealed record NumberPhrase(int Start, int Next, decimal Value, bool IsRound = false, bool IsFraction = false, bool Percent = false)
{
    /// <summary>The number that begins at a token; <see langword="null"/> if none does.</summary>
    public static NumberPhrase? At(Sentence sentence, int i) => Fraction(sentence, i) ?? Multiple(sentence, i) ?? Dozen(sentence, i) ?? Figure(sentence, i) ?? Words(sentence, i);

    /// <summary>"a third", "two-thirds", "three quarters", "half".</summary>
    private static NumberPhrase? Fraction(Sentence sentence, int i)
    {
        var first = Word(sentence, i);
        if (first == "half" && Word(sentence, i + 1) is "of" or "the" or "its" or "their" or "his") return new NumberPhrase(i, i + 1, 0.5m, IsFraction: true);
        if (Hyphenated(first) is { } whole) return new NumberPhrase(i, i + 1, whole, IsRound: true, IsFraction: true);
        var part = Word(sentence, i + 1) == "-" ? i + 2 : i + 1;
        decimal? count = first is "a" ? 1 : NumberWords.Small(first);
        if (count is not { } n || Divisor(Word(sentence, part)) is not { } divisor || n >= divisor) return null;
        if (Word(sentence, part + 1) is not ("of" or "" or "," or "." or ";" or "more" or "less" or "and" or "in" or "to") && n == 1) return null;
        return new NumberPhrase(i, part + 1, Share(n, divisor), IsRound: n == 1, IsFraction: true);
    }

    /// <summary>"twice as far": two times.</summary>
    private static NumberPhrase? Multiple(Sentence sentence, int i) =>
        Word(sentence, i) == "twice" && Word(sentence, i + 1) is "as" or "the" ? new NumberPhrase(i, i + 1, 2) : null;

    private static decimal? Hyphenated(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen <= 0 || NumberWords.Small(word[..hyphen]) is not { } n || Divisor(word[(hyphen + 1)..]) is not { } divisor || n >= divisor) return null;
        return Share(n, divisor);
    }

    private static decimal Share(decimal n, decimal divisor) => Math.Round(n / divisor, 2, MidpointRounding.AwayFromZero);

    private static decimal? Divisor(string word) => word switch
    {
        "half" or "halves" => 2,
        "third" or "thirds" => 3,
        "quarter" or "quarters" or "fourths" => 4,
        "fifth" or "fifths" => 5,
        "sixth" or "sixths" => 6,
        "eighth" or "eighths" => 8,
        "tenth" or "tenths" => 10,
        _ => null,
    };

    /// <summary>"a dozen", "half a dozen", "two dozen", "a hundred", "a million".</summary>
    private static NumberPhrase? Dozen(Sentence sentence, int i)
    {
        var half = Word(sentence, i) == "half" && Word(sentence, i + 1) is "a";
        var at = half ? i + 1 : i;
        if (Word(sentence, at) is not ("a" or "an") || NumberWords.Scale(Word(sentence, at + 1)) is not { } scale || Word(sentence, at + 1).Length < 3) return null;
        return new NumberPhrase(i, at + 2, half ? scale / 2 : scale, IsRound: true);
    }

    /// <summary>"15,000", "1.2 million", "25m", "70%".</summary>
    private static NumberPhrase? Figure(Sentence sentence, int i)
    {
        var form = Word(sentence, i);
        if (form.Length == 0 || !char.IsAsciiDigit(form[0])) return null;
        var digits = form.Length;
        while (digits > 0 && !char.IsAsciiDigit(form[digits - 1])) digits--;
        if (NumberWords.Figure(form.AsSpan(0, digits)) is not { } value) return null;
        var suffix = form[digits..];
        if (suffix.Length > 0 && suffix != "%" && NumberWords.Scale(suffix) is null) return null;
        return Scaled(sentence, i, i + 1, value * (NumberWords.Scale(suffix) ?? 1), suffix == "%");
    }

    private static NumberPhrase Scaled(Sentence sentence, int start, int next, decimal value, bool percent = false)
    {
        var round = false;
        while (NumberWords.Scale(Word(sentence, next)) is { } scale && (Word(sentence, next).Length > 2 || next == start + 1))
        {
            if (value > 1e15m) break;
            (value, round, next) = (value * scale, round || scale == 12, next + 1);
        }

        return new NumberPhrase(start, next, value, round, Percent: percent);
    }

    /// <summary>"eleven", "forty", "two hundred", "one hundred and fifty", "twenty - one", "three million".</summary>
    private static NumberPhrase? Words(Sentence sentence, int i)
    {
        if (NumberWords.Small(Word(sentence, i)) is not { } first) return null;
        var (total, current, next) = (0m, first, i + 1);
        for (; next < sentence.Count && next < i + 12; next++)
        {
            var word = Word(sentence, next);
            if (word == "hundred") current *= 100;
            else if (word == "dozen") return new NumberPhrase(i, next + 1, current * 12, IsRound: true);
            else if (NumberWords.Scale(word) is { } scale && word.Length > 3) (total, current) = (total + (current * scale), 0);
            else if (NumberWords.Small(word) is { } small && Continues(current, small)) current += small;
            else if (word is "and" or "-" && NumberWords.Small(Word(sentence, next + 1)) is { } after && Continues(current, after) && (word == "-") == (current is >= 20 and < 100)) continue;
            else break;
        }

        return new NumberPhrase(i, next, total + current);
    }

    private static bool Continues(decimal current, decimal small) =>
        current % 100 == 0 || (current % 10 == 0 && current % 100 >= 20 && small < 10);

    private static string Word(Sentence sentence, int i) => i >= 0 && i < sentence.Count ? sentence[i].Form.ToLowerInvariant() : "";
}
