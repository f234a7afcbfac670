using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Gives a full sentence its verb back where the tagger took it for a noun or an adverb and nothing finite is left, and the
/// objects and infinitives that series of verbs lost.
/// </summary>
internal sealed class LostVerbs(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    /// <summary>Mends all; says whether anything changed.</summary>
    public bool Mend() => Main() | Headline() | HeadlineAs() | Infinitives() | Series() | Objects();

    // "Hardly another judge agrees with them", "the two leaders back the operation", "its allies like to cite Panama".
    private bool Main()
    {
        if (sentence.FormAt(sentence.Count - 1) is not ("." or ";" or ":")) return false;
        var root = Array.FindIndex(heads, h => h < 0);
        if (tags[root] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) || Has(root, Relation.Cop) || Has(root, Relation.Nsubj)) return false;
        for (var i = 1; i < sentence.Count - 2; i++)
        {
            if (heads[i] == root && tags[i] == PartOfSpeech.Verb && relations[i] is Relation.Discourse or Relation.Parataxis or Relation.Dep && Has(i, Relation.Ccomp) && ReportingLexicon.Reports(sentence.LemmaAt(i).ToLowerInvariant())) return MakeMain(i, root);
        }
        for (var i = 1; i < sentence.Count - 2; i++)
        {
            if (sentence.PennTagAt(i) == "MD" || sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" && !IsPlainVerb(i)) return false;
            if (IsVerbForm(i)) return MakeMain(i, root < i ? root : i - 1);
        }
        return false;
    }

    private bool IsVerbForm(int i)
    {
        if (tags[i - 1] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num)) return false;
        if (sentence.PennTagAt(i) == "NNS" && IsDerived(sentence.FormAt(i))) return true;
        if (sentence.PennTagAt(i) == "NNS" && sentence.FormAt(i) is "numbers" or "totals" or "costs" or "measures" or "weighs" && (tags[i + 1] == PartOfSpeech.Num || sentence.FormAt(i + 1) is "about" or "some" or "only" or "nearly" or "roughly")) return true;
        if (IsPlainVerb(i)) return relations[i] is not (Relation.AclRelcl or Relation.Acl);
        var opens = tags[i + 1] is PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Pron;
        if (sentence.FormAt(i) == "back") return tags[i + 1] is PartOfSpeech.Det;
        if (opens && sentence.PennTagAt(i) == "NN" && ReportingLexicon.IsVerb(sentence.FormAt(i)) | sentence.FormAt(i) is "speak" or "talk" && i > 2 && tags[i - 2] is PartOfSpeech.Adp && heads[i - 1] == i) return true;
        return opens && sentence.PennTagAt(i) == "NNS" && sentence.PennTagAt(i - 1) is "NN" or "NNP" && ReportingLexicon.IsVerb(ThatClauses.VerbLemma(sentence, i)) && sentence.FormAt(i + 1) != "of";
    }

    // "Authorises", "signifies": endings that nouns do not have.
    private static bool IsDerived(string form) => form.EndsWith("ises", StringComparison.Ordinal) && form is not ("rises" or "crises" or "premises" or "promises" or "surprises" or "exercises" or "enterprises" or "noises") || form.EndsWith("izes", StringComparison.Ordinal) && form is not ("sizes" or "prizes") || form.EndsWith("ifies", StringComparison.Ordinal);

    // "Like to cite": a tensed verb right behind the noun, whatever it hangs on.
    private bool IsPlainVerb(int i) => sentence.PennTagAt(i) is "VBP" or "VBZ" && tags[i] is PartOfSpeech.Sconj or PartOfSpeech.Adp || sentence.PennTagAt(i) == "VBP" && relations[i] is Relation.Mark or Relation.Case;

    // The verb becomes the root, what stands before it the subject, what stands behind it object, infinitive or adjunct.
    private bool MakeMain(int verb, int subject)
    {
        var (oldHeads, oldRelations, tag) = ((int[])heads.Clone(), (Relation[])relations.Clone(), tags[verb]);
        for (var steps = 0; steps < 12 && heads[subject] >= 0 && heads[subject] < verb; steps++) subject = heads[subject];
        for (var i = 0; i < heads.Length; i++)
        {
            var inside = i < verb ? oldHeads[i] >= 0 && oldHeads[i] < verb && (i != verb - 1 || sentence.FormAt(i) != "to") : oldHeads[i] >= verb;
            if (i == verb || inside) continue;
            if (i == verb - 1 && sentence.FormAt(i) == "to")
            {
                (heads[i], relations[i]) = (verb, Relation.Mark);
                continue;
            }
            heads[i] = i < verb && i != subject ? subject : verb;
            if (i > verb) relations[i] = Behind(i);
        }
        (heads[verb], relations[verb], tags[verb]) = (-1, Relation.Root, PartOfSpeech.Verb);
        (heads[subject], relations[subject]) = (verb, Relation.Nsubj);
        if (TreeRepair.IsTree(heads)) return true;
        oldHeads.CopyTo(heads, 0);
        oldRelations.CopyTo(relations, 0);
        tags[verb] = tag;
        return false;
    }

    private Relation Behind(int i)
    {
        if (tags[i] == PartOfSpeech.Punct) return Relation.Punct;
        if (tags[i] == PartOfSpeech.Verb) return Relation.Xcomp;
        if (tags[i] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num)) return Relation.Advmod;
        return Has(i, Relation.Case) ? Relation.Obl : Relation.Obj;
    }

    private bool IsHeadline => tags[^1] != PartOfSpeech.Punct && heads.Length > 3;

    // "Turkey to send troops": what a headline says is to come.
    private bool Headline()
    {
        if (!IsHeadline) return false;
        for (var to = 1; to < heads.Length - 1; to++)
        {
            if (sentence.PennTagAt(to) is "VBD" or "VBZ" or "VBP" or "MD") return false;
            if (sentence.FormAt(to) != "to" || sentence.PennTagAt(to + 1) != "VB" || tags[to - 1] is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || heads[to + 1] < 0) continue;
            return MakeMain(to + 1, to - 1);
        }
        return false;
    }

    // "… as fleet nears": the last plural noun of a headline behind "as" and a singular is its verb.
    private bool HeadlineAs()
    {
        if (!IsHeadline) return false;
        var mark = Array.FindLastIndex(heads, heads.Length - 3, i => true);
        while (mark > 2 && sentence.FormAt(mark) != "as") mark--;
        if (mark <= 2) return false;
        for (var verb = heads.Length - 1; verb > mark + 1; verb--)
        {
            if (sentence.PennTagAt(verb) != "NNS" || sentence.PennTagAt(verb - 1) is not ("NN" or "NNP")) continue;
            return MakeSubordinate(mark, verb);
        }
        return false;
    }

    private bool MakeSubordinate(int mark, int verb)
    {
        var arcs = ((int[])heads.Clone(), (Relation[])relations.Clone());
        var root = Array.FindIndex(heads, h => h < 0);
        if (root >= mark) return false;
        (heads[verb], relations[verb], heads[mark], relations[mark], heads[verb - 1], relations[verb - 1]) = (root, Relation.Advcl, verb, Relation.Mark, verb, Relation.Nsubj);
        for (var i = mark + 1; i < verb - 1; i++) (heads[i], relations[i]) = (verb - 1, Relation.Compound);
        for (var i = verb + 1; i < heads.Length; i++)
        {
            if (heads[i] <= verb) (heads[i], relations[i]) = (verb, Relation.Obl);
        }
        for (var i = 0; i < mark; i++)
        {
            if (heads[i] >= mark) heads[i] = root;
        }
        var tag = tags[verb];
        tags[verb] = PartOfSpeech.Verb;
        if (TreeRepair.IsTree(heads)) return true;
        arcs.CopyTo(heads, relations);
        tags[verb] = tag;
        return false;
    }

    // "To close the station, to shut the base and to …": infinitives behind commas stand beside the first.
    private bool Series()
    {
        var changed = false;
        for (var to = 3; to < heads.Length - 1; to++)
        {
            var (verb, first) = (heads[to], -1);
            if (sentence.FormAt(to) != "to" || verb <= to || sentence.FormAt(to - 1) != "," || sentence.PennTagAt(verb) != "VB" || relations[verb] is not (Relation.Advcl or Relation.Xcomp or Relation.Acl)) continue;
            if (heads[verb] is var over && over > 0 && sentence.PennTagAt(over) == "VB" && over < to && HasTo(over) && Array.Exists([.. Enumerable.Range(verb + 1, heads.Length - verb - 1)], i => heads[i] == verb && relations[i] == Relation.Conj)) first = over;
            if (first < 0) continue;
            (relations[verb], changed) = (Relation.Conj, true);
            for (var i = verb + 1; i < heads.Length; i++)
            {
                if (heads[i] == verb && relations[i] == Relation.Conj) heads[i] = first;
            }
        }
        return changed;
    }

    private bool HasTo(int verb)
    {
        for (var i = 0; i < verb; i++)
        {
            if (heads[i] == verb && sentence.FormAt(i) == "to") return true;
        }
        return false;
    }

    // "To stay calm and to obey orders" with the second "to" taken for a preposition.
    private bool Infinitives()
    {
        var changed = false;
        for (var to = 1; to < heads.Length - 2; to++)
        {
            var (verb, noun) = (to + 1, heads[to + 1]);
            if (sentence.FormAt(to) != "to" || relations[to] != Relation.Case || sentence.PennTagAt(verb) != "VB" || sentence.FormAt(to - 1) is not ("and" or "or") || noun <= verb || heads[noun] < 0) continue;
            var (oldHeads, oldRelations) = ((int[])heads.Clone(), (Relation[])relations.Clone());
            var over = heads[noun];
            while (over > 0 && tags[over] != PartOfSpeech.Verb && heads[over] >= 0) over = heads[over];
            (heads[verb], relations[verb], heads[noun], relations[noun], heads[to], relations[to], tags[verb]) = (over, Relation.Conj, verb, Relation.Obj, verb, Relation.Mark, PartOfSpeech.Verb);
            for (var i = 0; i < to; i++)
            {
                if (oldHeads[i] == noun) heads[i] = verb;
            }
            if (TreeRepair.IsTree(heads)) changed = true;
            else (oldHeads, oldRelations).CopyTo(heads, relations);
        }
        return changed;
    }

    // "Has closed borders and frozen the accounts": the noun behind the second verb is its object.
    private bool Objects()
    {
        var changed = false;
        for (var verb = 2; verb < heads.Length - 2; verb++)
        {
            if (relations[verb] != Relation.Conj || tags[verb] != PartOfSpeech.Verb || sentence.PennTagAt(verb) is not ("VBN" or "VBD") || Has(verb, Relation.Obj) || Has(verb, Relation.AuxPass)) continue;
            var noun = verb + 1;
            while (noun < heads.Length && heads[noun] > noun && heads[noun] < verb + 6) noun = heads[noun];
            if (noun >= heads.Length || heads[noun] != heads[verb] || relations[noun] != Relation.Conj || tags[noun] is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || sentence.FormAt(verb + 1) is "and" or ",") continue;
            (heads[noun], relations[noun], changed) = (verb, Relation.Obj, true);
        }
        return changed;
    }

    private bool Has(int head, Relation relation)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == head && relations[i] == relation) return true;
        }
        return false;
    }
}

/// <summary>Puts saved arcs back.</summary>
internal static class SavedArcs
{
    public static void CopyTo(this (int[] Heads, Relation[] Relations) saved, int[] heads, Relation[] relations)
    {
        saved.Heads.CopyTo(heads, 0);
        saved.Relations.CopyTo(relations, 0);
    }
}
