using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <content>Clauses that somebody reports, and asides that say who does.</content>
internal sealed partial class FiniteClauses
{
    // "The port, the governor said, will stay closed": the noun before the aside is the subject of the verb behind it.
    private bool MedialAttribution()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        if (SubjectOf(root) >= 0) return MedialRoot(root);
        for (var v = 3; v < root - 1; v++)
        {
            if (sentence.FormAt(v + 1) != "," || !ReportingLexicon.Reports(sentence.LemmaAt(v).ToLowerInvariant()) || SubjectOf(v) is var s && s < 2) continue;
            for (var noun = 0; noun < s - 1; noun++)
            {
                if (heads[noun] != v || !IsNominal(noun) || HasCase(noun)) continue;
                var saved = Save();
                (heads[noun], relations[noun]) = (root, Relation.Nsubj);
                (heads[v], relations[v]) = (root, Relation.Parataxis);
                if (s == noun) return false;
                return Keep(saved);
            }
        }
        return false;
    }

    // The same with the verb of saying as the root.
    private bool MedialRoot(int said)
    {
        if (said + 2 >= heads.Length || sentence.FormAt(said + 1) != "," || !ReportingLexicon.Reports(sentence.LemmaAt(said).ToLowerInvariant())) return false;
        var noun = -1;
        for (var i = 0; i < SubjectOf(said); i++)
        {
            if (heads[i] == said && IsNominal(i) && !HasCase(i)) noun = i;
        }
        for (var c = said + 2; c < heads.Length && noun >= 0; c++)
        {
            if (heads[c] != said || relations[c] != Relation.Ccomp || SubjectOf(c) >= 0 || !IsFinite(c)) continue;
            var saved = Save();
            (heads[c], relations[c]) = (-1, Relation.Root);
            (heads[noun], relations[noun]) = (c, Relation.Nsubj);
            (heads[said], relations[said]) = (c, Relation.Parataxis);
            for (var i = c + 1; i < heads.Length; i++)
            {
                if (heads[i] == said) heads[i] = c;
            }
            return Keep(saved);
        }
        return false;
    }

    // "Offered to mediate and called on both": a past tense is no second infinitive.
    private bool FiniteConjuncts()
    {
        var changed = false;
        for (var c = 1; c < heads.Length; c++)
        {
            var x = heads[c];
            if (relations[c] == Relation.Conj && x >= 0 && x < c && ReportedBefore(x, c) is var said and >= 0 && HasModal(c) && SubjectOf(c) < 0 && !HasModal(x))
            {
                (heads[c], changed) = (said, true);
                continue;
            }
            if (relations[c] == Relation.Conj && x >= 0 && x < c && relations[x] == Relation.AclRelcl && HasModal(c) && !HasModal(x) && SubjectOf(c) < 0 && VerbOver(x) is var main and >= 0)
            {
                (heads[c], changed) = (main, true);
                continue;
            }
            var finite = sentence.PennTagAt(c) is "VBD" or "VBN" && !Has(c, Relation.Aux) || IsFinite(c) && !HasModal(c) && SubjectOf(c) < 0;
            if (relations[c] != Relation.Conj || x < 0 || x > c || relations[x] is not (Relation.Xcomp or Relation.Acl) || sentence.PennTagAt(x) != "VB" || !finite) continue;
            heads[c] = heads[x];
            changed = true;
        }
        return changed;
    }

    // "Says that its forces are ready but will not fire": a modal without a subject goes on with what is said.
    private int ReportedBefore(int verb, int before)
    {
        var found = -1;
        for (var i = verb + 1; i < before; i++)
        {
            if (heads[i] == verb && relations[i] == Relation.Ccomp && ReportingLexicon.Reports(sentence.LemmaAt(verb).ToLowerInvariant())) found = i;
        }
        return found;
    }

    // "Has shut a pipeline that carries crude and will close the other": the modal goes on with the main verb.
    private int VerbOver(int relative)
    {
        var h = heads[relative];
        for (var steps = 0; h >= 0 && steps < 8; steps++, h = heads[h])
        {
            if (tags[h] == PartOfSpeech.Verb) return h;
        }
        return -1;
    }

    private bool HasModal(int c)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == c && relations[i] == Relation.Aux && sentence.PennTagAt(i) == "MD") return true;
        }
        return false;
    }

    // "The allegation that they were shot has never been proved": the content was taken for the sentence.
    private bool NounContentRoot()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        var that = Array.FindIndex(heads, h => h == root);
        while (that >= 0 && that < root && (heads[that] != root || relations[that] != Relation.Mark || sentence.FormAt(that) != "that")) that++;
        if (that < 1 || that >= root || tags[that - 1] != PartOfSpeech.Noun || heads[that - 1] != root) return false;
        for (var c = root + 1; c < heads.Length; c++)
        {
            if (heads[c] != root || !IsFinite(c) || HasMark(c) || SubjectOf(c) >= 0 || relations[c] is not (Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Ccomp or Relation.Xcomp)) continue;
            var saved = Save();
            (heads[c], relations[c]) = (-1, Relation.Root);
            (heads[that - 1], relations[that - 1]) = (c, Relation.Nsubj);
            (heads[root], relations[root]) = (that - 1, Relation.Acl);
            for (var i = c + 1; i < heads.Length; i++)
            {
                if (heads[i] == root) heads[i] = c;
            }
            return Keep(saved);
        }
        return false;
    }

    // "A step that would oblige them": "that" behind a noun and before a verb without a subject is the subject.
    private bool RelativeThat()
    {
        var changed = false;
        for (var that = 1; that < heads.Length - 1; that++)
        {
            if (sentence.FormAt(that) != "that" || relations[that] != Relation.Mark || !IsNominal(that - 1)) continue;
            var c = heads[that];
            if (c < that || !IsFinite(c) || SubjectOf(c) >= 0 || relations[c] == Relation.AclRelcl) continue;
            var saved = Save();
            (heads[c], relations[c]) = (HeadOfName(that - 1), Relation.AclRelcl);
            relations[that] = Relation.Nsubj;
            changed |= Keep(saved);
        }
        return changed;
    }

    // "Confirmed a call had taken place", "fear the revolt will be larger": the object is the next verb's subject.
    private bool BareContent()
    {
        var changed = false;
        for (var c = 2; c < heads.Length; c++)
        {
            var verb = heads[c];
            if (verb < 0 || verb >= c || tags[verb] != PartOfSpeech.Verb || relations[c] is not (Relation.Advcl or Relation.Conj or Relation.Parataxis or Relation.Dep or Relation.Ccomp or Relation.Acl)) continue;
            if (!IsFinite(c) || HasMark(c) || SubjectOf(c) >= 0 || !ReportingLexicon.Reports(sentence.LemmaAt(verb).ToLowerInvariant())) continue;
            var obj = ObjectOf(verb, c);
            if (obj < 0 || HasBreakBetween(obj, c)) continue;
            var saved = Save();
            (heads[c], relations[c]) = (verb, Relation.Ccomp);
            (heads[obj], relations[obj]) = (c, Relation.Nsubj);
            for (var i = 0; i < heads.Length; i++)
            {
                if (heads[i] == obj && relations[i] == Relation.Mark) heads[i] = c;
            }
            changed |= Keep(saved);
        }
        return changed;
    }

    private int ObjectOf(int verb, int before)
    {
        for (var i = verb + 1; i < before; i++)
        {
            if (heads[i] == verb && (relations[i] is Relation.Obj or Relation.Iobj || relations[i] == Relation.Ccomp && IsNominal(i) && !IsFinite(i))) return i;
        }
        return -1;
    }

    private bool HasBreakBetween(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (sentence.FormAt(i) is "," or ";" or ":" or "\"" or "“" or "”" or "(" or "—" or "-") return true;
            if (heads[i] == to && relations[i] == Relation.Cc || IsRelative(i) && heads[i] == to) return true;
        }
        return false;
    }

    // "In Cairo Hillary Clinton said": one name after the preposition is the place, the rest the speaker.
    private bool PlaceThenPerson(int root)
    {
        if (root < 3 || sentence.FormAt(0) != "In" || tags[1] != PartOfSpeech.Propn || tags[2] != PartOfSpeech.Propn || !ReportingLexicon.Reports(sentence.LemmaAt(root).ToLowerInvariant())) return false;
        for (var i = 3; i < root; i++)
        {
            if (tags[i] is not (PartOfSpeech.Propn or PartOfSpeech.Aux or PartOfSpeech.Adv)) return false;
        }
        var saved = Save();
        (heads[0], relations[0], heads[1], relations[1]) = (1, Relation.Case, root, Relation.Obl);
        (heads[2], relations[2]) = (root, Relation.Nsubj);
        for (var i = 3; i < root; i++)
        {
            if (tags[i] == PartOfSpeech.Propn) (heads[i], relations[i]) = (2, Relation.Flat);
        }
        return Keep(saved);
    }
}
