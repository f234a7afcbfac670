using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Finds ", a West African official hinted." at the end of a sentence where the tagger took the verb for something else:
/// a noun phrase after the last comma, a form of a reporting verb, and nothing said behind it.
/// </summary>
internal sealed class TrailingAttributions(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    /// <summary>Mends the one there can be; says whether anything changed.</summary>
    public bool Mend()
    {
        var end = sentence.Count - 1;
        while (end > 0 && tags[end] == PartOfSpeech.Punct) end--;
        var comma = LastComma(end);
        if (comma < 2 || end - comma > 14) return false;
        var verb = VerbAfter(comma, end);
        if (verb < 0) return false;
        var main = MainBefore(comma);
        var subject = SubjectBetween(comma, verb);
        if (main < 0 || subject < 0 || heads[verb] == main && relations[verb] is Relation.Parataxis && heads[subject] == verb && relations[subject] == Relation.Nsubj) return false;
        return Attach(main, verb, subject, comma, end);
    }

    private int LastComma(int end)
    {
        for (var i = end - 1; i > 0; i--)
        {
            if (sentence.FormAt(i) is "," or "”" or "\"") return i;
        }
        return -1;
    }

    // The only verb behind the comma, known to report, not as a past participle with a helper.
    private int VerbAfter(int comma, int end)
    {
        var found = -1;
        for (var i = comma + 2; i <= end; i++)
        {
            if (sentence.FormAt(i) is "that" or "who" or "which" or "to" or "and" or "but") return -1;
            if (tags[i] is PartOfSpeech.Aux) return -1;
            var lemma = ThatClauses.VerbLemma(sentence, i);
            if (found < 0 && ReportingLexicon.Reports(lemma) && (tags[i] == PartOfSpeech.Verb || sentence.FormAt(i).EndsWith("ed", StringComparison.Ordinal) || sentence.FormAt(i) is "says" or "said")) found = i;
            else if (tags[i] == PartOfSpeech.Verb) return -1;
        }
        return found;
    }

    // The head of the noun phrase between: the last noun before its first preposition, or before the verb.
    private int SubjectBetween(int comma, int verb)
    {
        var found = -1;
        for (var i = comma + 1; i < verb; i++)
        {
            if (tags[i] == PartOfSpeech.Adp && found >= 0) return found;
            if (tags[i] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) found = i;
            else if (tags[i] is PartOfSpeech.Adj && sentence.LemmaAt(i) is "official" or "military" or "journalist") found = i;
            else if (tags[i] is PartOfSpeech.Verb or PartOfSpeech.Sconj) return -1;
        }
        return found;
    }

    private int MainBefore(int comma)
    {
        var root = Array.FindIndex(heads, h => h < 0);
        if (root < comma && (tags[root] is PartOfSpeech.Verb || HasSubject(root))) return root;
        for (var i = 0; i < comma; i++)
        {
            if (heads[i] > comma && (tags[i] is PartOfSpeech.Verb && HasSubject(i))) return i;
        }
        return -1;
    }

    private bool HasSubject(int head)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == head && relations[i] is Relation.Nsubj or Relation.NsubjPass or Relation.Expl) return true;
        }
        return false;
    }

    private bool Attach(int main, int verb, int subject, int comma, int end)
    {
        var (oldHeads, oldRelations) = ((int[])heads.Clone(), (Relation[])relations.Clone());
        if (heads[main] >= 0) (heads[main], relations[main]) = (-1, Relation.Root);
        (heads[verb], relations[verb]) = (main, Relation.Parataxis);
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        for (var i = comma + 1; i <= end; i++)
        {
            if (i == verb || i == subject) continue;
            if (i < subject && (heads[i] <= comma || heads[i] >= subject)) heads[i] = subject;
            else if (i > subject && (heads[i] <= comma || heads[i] == subject && i > verb)) heads[i] = verb;
        }
        for (var i = 0; i <= comma; i++)
        {
            if (heads[i] > comma && i != main) heads[i] = main;
        }
        tags[verb] = PartOfSpeech.Verb;
        if (tags[subject] == PartOfSpeech.Adj) tags[subject] = PartOfSpeech.Noun;
        if (TreeRepair.IsTree(heads)) return true;
        oldHeads.CopyTo(heads, 0);
        oldRelations.CopyTo(relations, 0);
        return false;
    }
}
