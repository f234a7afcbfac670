using System.Collections.Frozen;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Quantities;

/// <summary>Tells numbers that name or date something from those that count.</summary>
internal static class NumberNames
{
    private static readonly FrozenSet<string> s_months = new[]
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_numbered = new[]
    {
        "resolution", "article", "section", "chapter", "page", "flight", "paragraph", "protocol", "boeing", "airbus", "covid", "number", "no.", "class", "type", "route", "highway", "channel", "unit", "phase", "stage", "title", "annex",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> s_clock = new[] { "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "gmt", "utc", "o'clock", "o’clock" }.ToFrozenSet();

    public static bool IsName(Sentence sentence, NumberPhrase number)
    {
        var (before, after) = (Form(sentence, number.Start - 1), Form(sentence, number.Next));
        if (s_months.Contains(before) || s_months.Contains(after) || s_clock.Contains(after.ToLowerInvariant())) return true;
        if (s_numbered.Contains(before.ToLowerInvariant())) return true;
        if (before is "-" or "–" or "/" && number.Start >= 2 && !IsNumber(sentence, number.Start - 2) && Touches(sentence, number.Start)) return true;
        if (after is "-" or "–" && !IsNumber(sentence, number.Next + 1) && Touches(sentence, number.Next)) return true;
        return IsPronoun(sentence, number, before, after) || IsYear(sentence, number) || IsPartOfName(sentence, number);
    }

    private static bool IsNumber(Sentence sentence, int i) => NumberPhrase.At(sentence, i) is not null;

    /// <summary>Whether a token follows the one before it without a space.</summary>
    private static bool Touches(Sentence sentence, int i) => i > 0 && i < sentence.Count && sentence[i].Span.Start == sentence[i - 1].Span.End;

    /// <summary>"one of the leaders", "the one that", "one lasted years": no count.</summary>
    private static bool IsPronoun(Sentence sentence, NumberPhrase number, string before, string after)
    {
        if (number.Value != 1 || number.Next != number.Start + 1 || char.IsAsciiDigit(sentence[number.Start].Form[0])) return false;
        if (after is "of" or "" or "another" or "day" || before is "no" or "the" or "this" or "that" or "which" or "another" or "each" or "every" or "any") return true;
        var next = number.Next;
        while (next < sentence.Count && sentence[next].Tag is PartOfSpeech.Adj) next++;
        return next >= sentence.Count || sentence[next].Tag is not PartOfSpeech.Noun;
    }

    /// <summary>A plain number of four digits that counts nothing after it.</summary>
    private static bool IsYear(Sentence sentence, NumberPhrase number)
    {
        if (!LooksLikeYear(sentence, number)) return false;
        var next = number.Next < sentence.Count ? sentence[number.Next] : (Token?)null;
        return next is not { Tag: PartOfSpeech.Noun, PennTag: "NNS" };
    }

    /// <summary>A bare number of four digits such as years have.</summary>
    public static bool LooksLikeYear(Sentence sentence, NumberPhrase number) =>
        number.Next == number.Start + 1 && sentence[number.Start].Form.Length == 4 && number.Value is >= 1800 and <= 2100;

    /// <summary>"Al Samoud 2", "Twelve Day War", "22 Marine Expeditionary Unit".</summary>
    public static bool IsPartOfName(Sentence sentence, NumberPhrase number)
    {
        var token = sentence[number.Next - 1];
        if (IsProper(sentence, number.Start - 1) && !token.IsRoot && token.HeadIndex == number.Start - 1) return true;
        if (IsProper(sentence, number.Start - 2) && IsProper(sentence, number.Start - 1) && number.Next - number.Start == 1 && number.Value < 10 && char.IsAsciiDigit(sentence[number.Start].Form[0]) && sentence[number.Start - 1].Span.End + 1 == token.Span.Start) return true;
        if (!IsProper(sentence, number.Next)) return false;
        if (number.Start > 0 && char.IsUpper(sentence[number.Start].Form[0])) return true;
        var last = number.Next;
        while (IsProper(sentence, last + 1) || (last > number.Next && last + 1 < sentence.Count && sentence[last + 1].Tag == PartOfSpeech.Num)) last++;
        return last > number.Next && sentence[last].PennTag is "NNP" or "CD" && (last + 1 >= sentence.Count || sentence[last + 1].Tag is not PartOfSpeech.Noun);
    }

    private static bool IsProper(Sentence sentence, int i) => i >= 0 && i < sentence.Count && sentence[i].Tag == PartOfSpeech.Propn;

    private static string Form(Sentence sentence, int i) => i >= 0 && i < sentence.Count ? sentence[i].Form : "";
}
