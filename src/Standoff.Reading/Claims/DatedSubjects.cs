using Standoff.Reading.Syntax;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>
/// "On Monday Southern jets bombed a bridge", "On 30 October Northern troops crossed": where no comma parts a date from the subject, the
/// subject was taken for a part of the date, and the verb was left without one.
/// </summary>
internal sealed class DatedSubjects(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    private const int LongestSubject = 9;

    private static readonly string[] Starts = ["On", "In", "By", "Since", "Late", "Early"];

    /// <summary>Mends the sentence; says whether anything changed.</summary>
    public bool Mend()
    {
        var (named, subject) = Date();
        if (named < 0 || subject >= heads.Length) return false;
        var finite = Finite(subject);
        if (finite <= subject) return false;
        var noun = finite - 1;
        while (noun > subject && tags[noun] == PartOfSpeech.Adv) noun--;
        if (tags[noun] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron)) return false;
        var verb = Content(finite);
        return !HasSubject(verb, subject) && Attach(named, subject, noun, verb);
    }

    // The month or weekday that names the date, and where what follows it begins.
    private (int Named, int Next) Date()
    {
        if (!Starts.Contains(sentence.FormAt(0))) return (-1, 0);
        var (at, named) = (1, -1);
        while (at < heads.Length && (IsNumber(at) || IsName(at) || (at == 1 && sentence.FormAt(at) is "the" or "early" or "late" or "mid")))
        {
            if (IsName(at)) named = at;
            // "On 26 December 7,000 tribesmen": a number after month and year counts what follows.
            if (named >= 0 && IsNumber(at) && sentence.FormAt(at).Contains(',', StringComparison.Ordinal)) break;
            at++;
        }
        if (named < 0 && at == 3 && sentence.FormAt(1) == "the" && char.IsAsciiDigit(sentence.FormAt(2)[0])) named = 2;
        return (named, at);
    }

    private bool IsNumber(int i) => char.IsAsciiDigit(sentence.FormAt(i)[0]);

    private bool IsName(int i) => CalendarNames.IsWeekday(sentence.FormAt(i)) || (CalendarNames.IsMonthOrYear(sentence.FormAt(i)) && sentence.FormAt(i) is not ("May" or "March")) || (sentence.FormAt(i) is "May" or "March" && i > 0 && (IsNumber(i - 1) || i == 1));

    // The first finite verb after a noun phrase in which no comma stands.
    private int Finite(int from)
    {
        for (var i = from; i < heads.Length && i <= from + LongestSubject; i++)
        {
            if (i > from && (sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" or "MD" || tags[i] == PartOfSpeech.Aux || (sentence.PennTagAt(i) == "VBN" && heads[i] < 0))) return i;
            if (tags[i] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Part or PartOfSpeech.Adv or PartOfSpeech.Cconj) && sentence.FormAt(i) != "-") return -1;
        }
        return -1;
    }

    private int Content(int finite) => tags[finite] == PartOfSpeech.Aux && heads[finite] > finite ? heads[finite] : finite;

    private bool HasSubject(int verb, int from)
    {
        for (var i = from; i < heads.Length; i++)
            if (heads[i] == verb && relations[i] is Relation.Nsubj or Relation.NsubjPass) return true;
        return false;
    }

    private bool Attach(int named, int subject, int noun, int verb)
    {
        var (oldHeads, oldRelations) = ((int[])heads.Clone(), (Relation[])relations.Clone());
        // Whatever stood over date and subject now stands over the verb.
        var top = Enumerable.Range(0, noun + 1).FirstOrDefault(i => heads[i] < 0 || (heads[i] > noun && heads[i] != verb), -1);
        if (top >= 0 && heads[verb] >= 0 && heads[verb] <= noun) (heads[verb], relations[verb]) = (heads[top], heads[top] < 0 ? Relation.Root : relations[top]);
        for (var i = 0; i <= noun; i++)
        {
            var own = i < subject ? named : noun;
            var (low, high) = i < subject ? (0, subject - 1) : (subject, noun);
            if (i != own && (heads[i] < low || heads[i] > high)) heads[i] = own;
        }
        (heads[named], relations[named]) = (verb, Relation.Obl);
        (heads[noun], relations[noun]) = (verb, IsPassive(verb) ? Relation.NsubjPass : Relation.Nsubj);
        if (TreeRepair.IsTree(heads)) return true;
        oldHeads.CopyTo(heads, 0);
        oldRelations.CopyTo(relations, 0);
        return false;
    }

    private bool IsPassive(int verb)
    {
        for (var i = 0; i < verb; i++)
            if (heads[i] == verb && relations[i] == Relation.AuxPass) return true;
        return false;
    }
}
