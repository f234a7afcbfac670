using System.Collections.Frozen;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Quantities;

/// <summary>What a number counts.</summary>
/// <param name="Name">The counted noun in the singular, with the nouns compounded to it.</param>
/// <param name="Next">One past the last token that belongs to the number itself ("percent").</param>
/// <param name="Start">First token where a currency mark stands before the number.</param>
/// <param name="Scale">100 for a share that is told in percent, else 1.</param>
/// <param name="IsShared">Whether another number before it counts the same noun token.</param>
internal sealed record Unit(string Name, int Next = 0, int? Start = null, decimal Scale = 1, bool IsShared = false);

/// <summary>Finds the noun or measure that a number goes with.</summary>
internal static class UnitReader
{
    private const int LongestPhrase = 8;

    private static readonly FrozenDictionary<string, string> s_currencies = ResourceTable.Read("Quantities.Resources.Currencies.tsv").ToFrozenDictionary(r => r[0], r => r[1]);

    private static readonly FrozenSet<string> s_casualties = new[] { "kill", "wound", "injure", "arrest", "detain", "die", "execute", "massacre", "displace", "evacuate" }.ToFrozenSet();

    private static readonly FrozenSet<string> s_measures = new[] { "nautical", "square", "cubic", "metric" }.ToFrozenSet();

    private static readonly FrozenSet<string> s_peopled = new[] { "country", "population", "nation", "city", "crowd", "town", "state", "crew", "garrison", "party", "delegation" }.ToFrozenSet();

    /// <summary>The unit, or <see langword="null"/> where the number counts nothing that can be named.</summary>
    public static Unit? Find(Sentence sentence, NumberPhrase number, string? previous) =>
        Percent(sentence, number) ?? Currency(sentence, number) ?? Times(sentence, number) ?? Votes(sentence, number, previous) ?? CountedNoun(sentence, number) ?? Elliptic(sentence, number, previous);

    private static Unit? Percent(Sentence sentence, NumberPhrase number)
    {
        if (number.Percent) return new Unit("percent");
        if (Lower(sentence, number.Next) is "percent" or "%" or "pc") return new Unit("percent", number.Next + 1);
        if (Lower(sentence, number.Next) == "per" && Lower(sentence, number.Next + 1) == "cent") return new Unit("percent", number.Next + 2);
        var isChange = number.IsFraction && Lower(sentence, number.Start - 1) == "by" && Lower(sentence, number.Next) != "of";
        return isChange ? new Unit("percent", Scale: 100) : null;
    }

    private static Unit? Currency(Sentence sentence, NumberPhrase number)
    {
        if (number.Start == 0) return null;
        var mark = sentence[number.Start - 1].Form;
        if (number.Start > 1 && sentence[number.Start - 2].Span.End == sentence[number.Start - 1].Span.Start && s_currencies.TryGetValue(sentence[number.Start - 2].Form + mark, out var joined))
            return new Unit(joined, Start: number.Start - 2);
        return s_currencies.TryGetValue(mark, out var unit) ? new Unit(unit, Start: number.Start - 1) : null;
    }

    private static Unit? Times(Sentence sentence, NumberPhrase number) =>
        Lower(sentence, number.Next) == "times" || Lower(sentence, number.Start) == "twice" ? new Unit("time") : null;

    /// <summary>"by ten votes to one": what the votes are set against are votes too.</summary>
    private static Unit? Votes(Sentence sentence, NumberPhrase number, string? previous) =>
        previous is "vote" && Lower(sentence, number.Start - 1) == "to" && Lower(sentence, number.Start - 2) is "votes" or "vote" ? new Unit(previous) : null;

    private static Unit? CountedNoun(Sentence sentence, NumberPhrase number)
    {
        var head = HeadOf(sentence, number) ?? NounAfter(sentence, number.Next);
        if (head is not { } noun) return OfPhrase(sentence, number);
        if (noun.PennTag == "NNP" && noun.Tag == PartOfSpeech.Propn) return OfPhrase(sentence, number);
        noun = PluralBefore(LastOfCompound(noun), number.Next);
        return new Unit(NameOf(noun, number.Next) + Joined(noun), IsShared: HasEarlierNumber(noun, number.Start) && !number.IsFraction);
    }

    private static Token? HeadOf(Sentence sentence, NumberPhrase number)
    {
        for (var i = number.Next - 1; i >= number.Start; i--)
        {
            var token = sentence[i];
            if (token.Relation == Relation.Nummod && token.HeadIndex >= number.Next && token.HeadIndex < number.Next + LongestPhrase && IsNoun(token.Head) && Lower(sentence, number.Next) != ",") return token.Head;
        }

        return null;
    }

    /// <summary>A parse that stops at the first noun of a compound, or at a model name ("M-9"), goes on to the last noun.</summary>
    private static Token LastOfCompound(Token noun)
    {
        var sentence = noun.Sentence;
        var isModel = noun.Index + 2 < sentence.Count && sentence[noun.Index + 1].Form == "-" && sentence[noun.Index + 2].Tag == PartOfSpeech.Num;
        if (isModel) return NounAfter(sentence, noun.Index + 3) ?? noun;
        while (noun.Relation == Relation.Compound && noun.HeadIndex > noun.Index && IsNoun(noun.Head)) noun = noun.Head;
        return noun;
    }

    /// <summary>In "vessels bound for" and "ports amount to" the parse runs past the plural that is counted.</summary>
    private static Token PluralBefore(Token noun, int from)
    {
        var before = noun.Index - 1;
        return before >= from && noun.PennTag is not ("NNS" or "NNPS") && noun.Form is not "aircraft" && noun.Sentence[before].PennTag == "NNS" ? noun.Sentence[before] : noun;
    }

    /// <summary>"2,000 marines and paratroopers": one number over two bare plurals counts both.</summary>
    private static string Joined(Token noun)
    {
        var (sentence, at) = (noun.Sentence, noun.Index);
        if (at + 2 >= sentence.Count || noun.PennTag != "NNS" || sentence[at + 1].Form != "and" || sentence[at + 2].PennTag != "NNS" || sentence[at + 2].HeadIndex != at) return "";
        return at + 3 < sentence.Count && IsNoun(sentence[at + 3]) ? "" : " and " + Nouns.Singular(sentence[at + 2]);
    }

    /// <summary>The last noun of the phrase that begins after the number.</summary>
    private static Token? NounAfter(Sentence sentence, int next)
    {
        Token? noun = null;
        for (var i = next; i < sentence.Count && i < next + LongestPhrase; i++)
        {
            var token = sentence[i];
            if (IsNoun(token)) noun = token;
            else if (noun is not null || token.Tag is not (PartOfSpeech.Adj or PartOfSpeech.Punct or PartOfSpeech.Verb) || (token.Tag == PartOfSpeech.Verb && token.PennTag is not ("VBN" or "VBG")) || (token.Tag == PartOfSpeech.Punct && token.Form is not "-")) break;
        }

        return noun;
    }

    /// <summary>"nine of the council's 15 votes", "three-quarters of the soldiers".</summary>
    private static Unit? OfPhrase(Sentence sentence, NumberPhrase number)
    {
        var at = number.IsFraction && Lower(sentence, number.Next) is "the" or "its" or "their" or "his" ? number.Next : number.Next + 1;
        if (at == number.Next + 1 && Lower(sentence, number.Next) != "of") return null;
        for (var i = at; i < sentence.Count && i < at + LongestPhrase && sentence[i].Tag is not PartOfSpeech.Pron; i++)
            if (IsNoun(sentence[i]) && !(i + 1 < sentence.Count && (IsNoun(sentence[i + 1]) || sentence[i + 1].Form is "'s" or "’s" or "'" or "’"))) return new Unit(NameOf(PluralBefore(sentence[i], at), at));
        return null;
    }

    /// <summary>A number that stands alone counts what the number before it counted, or people.</summary>
    private static Unit? Elliptic(Sentence sentence, NumberPhrase number, string? previous)
    {
        var token = sentence[number.Next - 1];
        if (!token.IsRoot && s_casualties.Contains(token.Head.Lemma)) return new Unit("person");
        if (Lower(sentence, number.Start - 1) == "of" && number.Start > 1 && s_peopled.Contains(sentence[number.Start - 2].Lemma)) return new Unit("person");
        if (number.Value >= 2 && previous is not null and not "percent") return new Unit(previous);
        if (NumberNames.LooksLikeYear(sentence, number)) return null;
        return number.Value >= 100 && Lower(sentence, number.Next) is not "-" && !number.IsFraction ? new Unit("") : null;
    }

    private static bool HasEarlierNumber(Token noun, int before)
    {
        foreach (var child in noun.Children)
            if (child.Index < before && child.Relation == Relation.Nummod && before - child.Index > 1 && child.Sentence[child.Index + 1].Form is not ("to" or "or" or "and" or "-" or "–") && NumberPhrase.At(child.Sentence, child.Index)?.Next < before) return child.Index + 3 < before;
        return false;
    }

    /// <summary>The noun in the singular after the common nouns compounded to it ("aircraft carrier").</summary>
    private static string NameOf(Token noun, int from)
    {
        var name = Nouns.Singular(noun);
        if (noun.Index > from && s_measures.Contains(Lower(noun.Sentence, noun.Index - 1))) return Lower(noun.Sentence, noun.Index - 1) + " " + name;
        var isModel = char.IsUpper(noun.Form[0]);
        for (var i = noun.Index - 1; i >= from; i--)
        {
            var token = noun.Sentence[i];
            if (isModel && token.Tag == PartOfSpeech.Propn && token.HeadIndex == noun.Index)
            {
                name = token.Form + " " + name;
                continue;
            }

            if (token.Tag != PartOfSpeech.Noun || token.Form.Length < 3 || token.Relation is not (Relation.Compound or Relation.Nmod) || char.IsUpper(token.Form[0])) break;
            name = token.Form.ToLowerInvariant() + " " + name;
        }

        return name;
    }

    private static bool IsNoun(Token token) => token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn || (token.Tag == PartOfSpeech.Sym && token.Form == "%");

    private static string Lower(Sentence sentence, int i) => i >= 0 && i < sentence.Count ? sentence[i].Form.ToLowerInvariant() : "";
}
