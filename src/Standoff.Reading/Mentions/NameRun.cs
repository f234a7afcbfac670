using Standoff.Reading.Syntax;
using Standoff.Reading.Times;

namespace Standoff.Reading.Mentions;

/// <summary>Runs of capitalised words that make a name, and what their words and place say of it.</summary>
internal static class NameRun
{
    private const int Longest = 9;

    public static bool Begins(Sentence sentence, int i)
    {
        var token = sentence[i];
        if (!char.IsUpper(token.Form[0]) || IsShouted(token.Form) || IsDayOfMonth(sentence, i)) return false;
        return token.Tag == PartOfSpeech.Propn || ActsFirst(sentence, i) || IsIntroduced(sentence, i) || (i > 0 && token.Tag is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.X && char.IsLetter(sentence[i - 1].Form[^1]));
    }

    // "On 14 October Orlov resigned".
    private static bool IsDayOfMonth(Sentence sentence, int i) => i > 0 && char.IsAsciiDigit(sentence[i - 1].Form[0]) && CalendarNames.IsMonthOrYear(sentence[i].Form);

    /// <summary>"May said", "Moon called": no auxiliary stands before a past tense, and no bare noun acts.</summary>
    public static bool ActsFirst(Sentence sentence, int i) =>
        i + 1 < sentence.Count && sentence[i + 1].PennTag is "VBD" or "VBZ" && sentence[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Aux or PartOfSpeech.Propn && NounClasses.CommonSurnames.Contains(sentence[i].Form);

    /// <summary>A first word before a surname and its office ("Vasily Orlov, the envoy"), whatever the tagger makes of it.</summary>
    private static bool IsIntroduced(Sentence sentence, int i) =>
        i == 0 && sentence.Count > 3 && sentence[1].Tag == PartOfSpeech.Propn && char.IsUpper(sentence[1].Form[0]) && RoleAfter(sentence, 2) >= 0;

    /// <summary>One past the run; it ends where a name of its own begins, and takes "of" only inside a body's name.</summary>
    public static int End(Sentence sentence, int start, Func<int, bool> isOtherName)
    {
        var i = start + 1;
        while (i < sentence.Count && i < start + Longest)
        {
            if (isOtherName(i) && !IsHyphenated(sentence, i)) break;
            if (IsCapitalised(sentence, i)) i++;
            else if (IsInnerDot(sentence, i) || (IsHyphenated(sentence, i + 1) && i + 1 < sentence.Count)) i += sentence[i].Form == "-" ? 2 : 1;
            else if (IsParticle(sentence, i) && IsCapitalised(sentence, i + 1)) i += 2;
            else if (IsParticle(sentence, i) && i + 2 < sentence.Count && sentence[i + 1].Form == "-" && IsCapitalised(sentence, i + 2)) i += 3;
            else if (sentence[i].Form == "of" && HasHead(sentence, start, i) && IsCapitalised(sentence, i + 1)) i += 2;
            else break;
        }

        return Math.Min(i, sentence.Count);
    }

    public static string TextOf(Sentence sentence, int from, int to, string text)
    {
        var raw = text[sentence[from].Span.Start..sentence[to - 1].Span.End];
        return raw.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? raw : string.Join(' ', raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool IsOrganisation(Sentence sentence, int from, int to) => HasHead(sentence, from, to);

    public static bool IsOutlet(Sentence sentence, int from, int to) =>
        (to - from > 1 || (from > 0 && sentence[from - 1].Form is "the" or "The")) && NounClasses.OutletHeads.Contains(sentence[to - 1].Form);

    /// <summary>Whether a verb or a comma follows, as after somebody who acts.</summary>
    public static bool ActsNext(Sentence sentence, int to) => to < sentence.Count && (sentence[to].PennTag is "VBD" or "VBZ" or "VBP" or "MD" || sentence[to].Form == ",");

    public static bool IsPlace(Sentence sentence, int from, int to) =>
        to - from > 1 && (NounClasses.PlaceHeads.Contains(sentence[to - 1].Form) || NounClasses.PlaceStarts.Contains(sentence[from].Form) || sentence[from].Form == "County") && !HasHead(sentence, from, to);

    /// <summary>
    /// Two to four words without a figure that act, are acted on or own something, and are not the name of a place or
    /// of the thing that follows.
    /// </summary>
    public static bool IsPerson(Sentence sentence, int from, int to)
    {
        if (HasRoleBeside(sentence, from, to)) return true;
        if (to - from is < 2 or > 5 || (from > 0 && sentence[from - 1].Form is "the" or "The" or "a" or "an" or "in" or "In" or "at" or "near" or "on" or "into")) return false;
        if (NamesPeople(Lower(sentence, to - 1))) return false;
        if (to < sentence.Count && sentence[to].Tag is PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Propn) return false;
        for (var i = from; i < to; i++)
            if (sentence[i].Form.Any(char.IsDigit) || IsAcronym(sentence[i].Form) || NounClasses.ThingHeads.Contains(sentence[i].Form) || NounClasses.OutletHeads.Contains(sentence[i].Form)) return false;
        return IsArgument(sentence, from, to);
    }

    /// <summary>"Sunni Members", "Vice Presidents": capitals do not make a group a person.</summary>
    private static bool NamesPeople(string word) =>
        word == "members" || NounClasses.Groups.Contains(word) || NounClasses.Anonymous.Contains(word) || (word.EndsWith('s') && NounClasses.Titles.Contains(word[..^1]));

    /// <summary>"Karl Moe, the British ambassador," or "the foreign minister, Ann Lee".</summary>
    public static bool HasRoleBeside(Sentence sentence, int from, int to) => RoleAfter(sentence, to) >= 0 || RoleBefore(sentence, from) >= 0;

    /// <summary>The noun of office in an apposition that follows; -1 if none does.</summary>
    public static int RoleAfter(Sentence sentence, int to)
    {
        if (to + 2 >= sentence.Count || sentence[to].Form != "," || !BeginsRole(sentence, to + 1)) return -1;
        for (var i = to + 1; i < sentence.Count && i < to + 9; i++)
        {
            if (sentence[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Punct && sentence[i].Form != "-") break;
            if (NounClasses.Titles.Contains(Lower(sentence, i)) || NounClasses.Anonymous.Contains(Lower(sentence, i))) return i;
        }

        return -1;
    }

    /// <summary>"the ambassador", "its leader", "Russia's envoy", "leader of the group", "foreign minister".</summary>
    private static bool BeginsRole(Sentence sentence, int i)
    {
        if (sentence[i].Tag == PartOfSpeech.Det || Lower(sentence, i) is "then" or "its" or "his" or "her" or "their") return true;
        if (!char.IsUpper(sentence[i].Form[0])) return NounClasses.Titles.Contains(Lower(sentence, i)) || (NounClasses.TitleModifiers.Contains(Lower(sentence, i)) && i + 1 < sentence.Count && NounClasses.Titles.Contains(Lower(sentence, i + 1)));
        for (var j = i + 1; j < sentence.Count && j < i + 4; j++)
        {
            if (sentence[j].Form is "'s" or "’s") return true;
            if (!char.IsUpper(sentence[j].Form[0])) return false;
        }

        return false;
    }

    /// <summary>The noun of office before a comma before the name; -1 if there is none.</summary>
    public static int RoleBefore(Sentence sentence, int from)
    {
        if (from < 2 || sentence[from - 1].Form != ",") return -1;
        for (var i = from - 2; i >= 0 && i > from - 8; i--)
        {
            if (sentence[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Punct) break;
            if (NounClasses.Titles.Contains(Lower(sentence, i))) return i;
        }

        return -1;
    }

    private static bool IsArgument(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var token = sentence[i];
            if (token.HeadIndex >= from && token.HeadIndex < to) continue;
            return token.IsRoot || token.Relation is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.Appos or Relation.Conj or Relation.NmodPoss or Relation.Nmod or Relation.Obl or Relation.Parataxis;
        }

        return false;
    }

    private static bool IsAcronym(string form) => form.Length >= 3 && !form.Contains('.', StringComparison.Ordinal) && form.All(char.IsUpper);

    private static bool HasHead(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (NounClasses.OrganisationHeads.Contains(sentence[i].Form)) return true;
        return false;
    }

    private static bool IsCapitalised(Sentence sentence, int i) =>
        i < sentence.Count && char.IsUpper(sentence[i].Form[0]) && sentence[i].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.X or PartOfSpeech.Verb or PartOfSpeech.Num && sentence[i].Span.Start <= sentence[i - 1].Span.End + 1;

    private static bool IsParticle(Sentence sentence, int i) => NounClasses.Particles.Contains(sentence[i].Form);

    /// <summary>Whether a token hangs on the hyphen before it without a space.</summary>
    private static bool IsHyphenated(Sentence sentence, int i) =>
        i >= 2 && i < sentence.Count && sentence[i - 1].Form == "-" && sentence[i - 1].Span.Start == sentence[i - 2].Span.End && sentence[i].Span.Start == sentence[i - 1].Span.End && char.IsLetter(sentence[i].Form[0]);

    private static bool IsInnerDot(Sentence sentence, int i) =>
        sentence[i].Form == "." && sentence[i - 1].Form.Length <= 3 && sentence[i].Span.Start == sentence[i - 1].Span.End && IsCapitalised(sentence, i + 1);

    /// <summary>Headlines and datelines in capitals hide which words are names.</summary>
    private static bool IsShouted(string form) => form.Length > 5 && form.All(c => char.IsUpper(c) || !char.IsLetter(c));

    private static string Lower(Sentence sentence, int i) => sentence[i].Form.ToLowerInvariant();
}
