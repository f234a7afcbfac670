using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Gives finite clauses back the subject and the place that a parser took from them: a modal or tensed verb can't hang
/// on the noun in front of it without a relative word, so that noun is its subject.
/// </summary>
internal sealed partial class FiniteClauses(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    /// <summary>Mends all; says whether anything changed.</summary>
    public bool Mend()
    {
        var changed = false;
        for (var c = 1; c < heads.Length; c++)
        {
            if (heads[c] < 0 || tags[heads[c]] == PartOfSpeech.Verb || relations[c] is not (Relation.AclRelcl or Relation.Acl or Relation.Conj or Relation.Appos or Relation.Dep or Relation.Parataxis or Relation.Nmod)) continue;
            if (IsFinite(c) && !HasMark(c)) changed |= Lift(c);
        }
        return changed | ContactClauses() | CaseClauses() | MedialAttribution() | FiniteConjuncts() | NounContentRoot() | RelativeThat() | BareContent() | RelativeRoot() | ClauseRoot() | LeadingSubordinate() | SubjectlessRoot() | MedialAttribution();
    }

    // "The exercises it began last week": a clause that opens with a pronoun right behind a noun describes the noun.
    private bool ContactClauses()
    {
        var changed = false;
        for (var c = 2; c < heads.Length; c++)
        {
            if (relations[c] is not (Relation.Parataxis or Relation.Advcl) || !IsFinite(c) || HasMark(c)) continue;
            var subject = SubjectOf(c);
            if (subject < 2 || subject > c || tags[subject] != PartOfSpeech.Pron || IsRelative(subject) || tags[subject - 1] != PartOfSpeech.Noun || relations[subject - 1] is Relation.OblUnmarked or Relation.NmodUnmarked || heads[subject - 1] == c) continue;
            if (ReportingLexicon.Reports(sentence.LemmaAt(c).ToLowerInvariant())) continue;
            var saved = Save();
            (heads[c], relations[c]) = (subject - 1, Relation.AclRelcl);
            changed |= Keep(saved);
        }
        return changed;
    }

    // "As ministers resign", "after talks failed": a preposition before a noun that a bare tensed verb follows opens a clause.
    private bool CaseClauses()
    {
        var changed = false;
        for (var c = 2; c < heads.Length; c++)
        {
            var noun = sentence.FormAt(c - 1) == "," ? BeforeAside(c) : c - 1;
            if (noun < 0 || !IsNominal(noun) || tags[c] != PartOfSpeech.Verb || sentence.PennTagAt(c) is not ("VBP" or "VBZ" or "VBD") || SubjectOf(c) >= 0 || relations[c] is Relation.AclRelcl or Relation.Acl or Relation.Root) continue;
            noun = HeadOfName(noun);
            var mark = CaseOf(noun);
            var over = heads[noun];
            if (mark < 0 || over < 0 || sentence.FormAt(mark).ToLowerInvariant() is not ("as" or "after" or "before" or "since" or "until")) continue;
            var saved = Save();
            while (over >= 0 && IsNominal(over) && heads[over] >= 0) over = heads[over];
            (heads[c], relations[c]) = (over, Relation.Advcl);
            (heads[noun], relations[noun]) = (c, Relation.Nsubj);
            (heads[mark], relations[mark]) = (c, Relation.Mark);
            changed |= Keep(saved);
        }
        return changed;
    }

    // "After the inspector, Richard Butler, reported": the noun in front of the apposition.
    private int BeforeAside(int c)
    {
        for (var n = c - 3; n > 0; n--)
        {
            if (!IsNominal(n) || heads[n] != heads[c] || CaseOf(n) < 0) continue;
            for (var i = n + 1; i < c; i++)
            {
                var h = i;
                for (var steps = 0; h > n && steps < 10; steps++) h = heads[h];
                if (h != n && tags[i] != PartOfSpeech.Punct) return -1;
            }
            return n;
        }
        return -1;
    }

    private int CaseOf(int noun)
    {
        for (var k = 0; k < noun; k++)
        {
            if (heads[k] == noun && relations[k] == Relation.Case) return k;
        }
        return -1;
    }

    // "If it happened, it would be a crime" with the if-clause as root: the clause behind the comma is the sentence.
    private bool LeadingSubordinate()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        var first = 0;
        while (first < heads.Length - 1 && tags[first] is PartOfSpeech.Punct or PartOfSpeech.Cconj) first++;
        var participle = first == root && sentence.PennTagAt(root) is "VBN" or "VBD" or "VBG" && SubjectOf(root) < 0;
        var inverted = sentence.FormAt(first) is "Were" or "Should" or "Had" && heads[first] == root && relations[first] is Relation.Aux or Relation.Cop or Relation.AuxPass && sentence.FormAt(sentence.Count - 1) != "?";
        if (!participle && !inverted && (heads[first] != root || relations[first] != Relation.Mark && sentence.FormAt(first) is not ("If" or "Unless"))) return false;
        for (var c = root + 1; c < heads.Length; c++)
        {
            if (!IsFinite(c) || HasMark(c) || SubjectOf(c) is var s && (s < 0 || IsRelative(s) || s < 1) || relations[c] is Relation.AclRelcl || !CommaBefore(s)) continue;
            var saved = Save();
            (heads[c], relations[c]) = (-1, Relation.Root);
            (heads[root], relations[root]) = (c, Relation.Advcl);
            for (var i = 0; i < s; i++)
            {
                if (heads[i] == c && relations[i] == Relation.Nsubj) (heads[i], relations[i]) = (root, Relation.Appos);
            }
            if (!participle && !inverted) relations[first] = Relation.Mark;
            for (var i = c + 1; i < heads.Length; i++)
            {
                if (heads[i] == root) heads[i] = c;
            }
            return Keep(saved);
        }
        return false;
    }

    private bool CommaBefore(int subject)
    {
        var left = subject;
        while (left > 0 && tags[left - 1] is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num) left--;
        while (left > 1 && sentence.FormAt(left - 1) is "'s" or "’s") left -= 2;
        return left > 0 && sentence.FormAt(left - 1) is "," or "--" or "—" or "–";
    }

    // A tensed root without a subject: the noun phrase between the last comma and the verb is it.
    private bool SubjectlessRoot()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        if (root < 1 || tags[root] != PartOfSpeech.Verb || !IsFinite(root) || SubjectOf(root) >= 0) return false;
        var start = root - 1;
        while (start > 0 && sentence.FormAt(start - 1) is not ("," or ":" or ";" or "\"" or "“" or "”")) start--;
        var top = -1;
        for (var i = start; i < root; i++)
        {
            if (heads[i] >= start && heads[i] < root || tags[i] == PartOfSpeech.Punct || relations[i] is Relation.Aux or Relation.Advmod or Relation.Cc or Relation.AuxPass) continue;
            if (top >= 0 || !IsNominal(i) || HasCase(i)) return PlaceThenPerson(root);
            top = i;
        }
        if (top < 0) return PlaceThenPerson(root);
        var saved = Save();
        (heads[top], relations[top]) = (root, Relation.Nsubj);
        return Keep(saved);
    }

    private bool HasCase(int i)
    {
        for (var k = 0; k < i; k++)
        {
            if (heads[k] == i && relations[k] == Relation.Case) return true;
        }
        return false;
    }

    // "The revolt will be larger", "ships, …, are in the Gulf", "up to 600,000 people could flee".
    private bool Lift(int c)
    {
        var noun = heads[c];
        if (noun > c || !IsNominal(noun) || relations[c] == Relation.Parataxis && heads[noun] >= 0) return false;
        var subject = SubjectOf(c);
        if (subject >= 0 && (IsRelative(subject) || !IsQuantityOf(noun, subject) && subject != noun + 1)) return false;
        if (subject < 0 && (HasRelativeBetween(noun, c) || !OpensAfter(noun, c))) return false;
        var top = subject < 0 ? TopOfPhrase(noun) : noun;
        var (head, relation) = (heads[top], relations[top]);
        if (head >= 0 && tags[head] is PartOfSpeech.Cconj or PartOfSpeech.Punct) (head, relation) = (Array.FindIndex(heads, h => h < 0), Relation.Conj);
        if (subject < 0 && head >= 0 && SubjectOf(head) >= 0 && relation is Relation.Nsubj or Relation.NsubjPass) return false;
        var saved = Save();
        (heads[c], relations[c]) = (head, head < 0 ? Relation.Root : relation is Relation.Obj or Relation.Obl or Relation.Ccomp or Relation.Iobj ? Relation.Ccomp : relation is Relation.Nsubj or Relation.NsubjPass ? Relation.Csubj : relation);
        (heads[top], relations[top]) = subject < 0 ? (c, Relation.Nsubj) : (subject, tags[top] == PartOfSpeech.Num ? Relation.Nummod : Relation.Compound);
        for (var i = c + 1; i < heads.Length; i++)
        {
            if (heads[i] == top) heads[i] = c;
        }
        return Keep(saved);
    }

    // "Barack Obama, who said …, has not said whether …": the relative clause was taken for the sentence.
    private bool RelativeRoot()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        var who = SubjectOf(root);
        if (who <= 0 || !IsRelative(who) || sentence.FormAt(who - 1) != ",") return false;
        var noun = who - 2;
        while (noun >= 0 && !IsNominal(noun)) noun--;
        if (noun < 0) return false;
        for (var c = root + 1; c < heads.Length; c++)
        {
            if (heads[c] != root || relations[c] is not (Relation.Ccomp or Relation.Conj or Relation.Parataxis or Relation.Advcl or Relation.Xcomp or Relation.Acl) || !IsFinite(c) || HasMark(c) || SubjectOf(c) >= 0) continue;
            var saved = Save();
            noun = HeadOfName(noun);
            (heads[c], relations[c]) = (-1, Relation.Root);
            (heads[noun], relations[noun]) = (c, Relation.Nsubj);
            (heads[root], relations[root]) = (noun, Relation.AclRelcl);
            for (var i = 0; i < noun; i++)
            {
                if (heads[i] == root) heads[i] = c;
            }
            return Keep(saved);
        }
        return false;
    }

    // "A week earlier the president had said …": an adverbial or a noun without a verb stands as root over a clause.
    private bool ClauseRoot()
    {
        var root = Array.FindIndex(heads, h => h < 0);
        if (tags[root] is PartOfSpeech.Verb or PartOfSpeech.Aux || IsFinite(root) || SubjectOf(root) >= 0 || Has(root, Relation.Cop) || Has(root, Relation.Expl)) return false;
        for (var c = 0; c < heads.Length; c++)
        {
            if (!IsFinite(c) || !HangsLoosely(c, root) || HasMark(c) || SubjectOf(c) is var s && (s < 0 || IsRelative(s)) || relations[c] is Relation.Nsubj) continue;
            if (relations[c] is Relation.AclRelcl && c > root && IsNominal(root) && !IsQuantityOf(root, s)) continue;
            var saved = Save();
            (heads[c], relations[c]) = (-1, Relation.Root);
            (heads[root], relations[root]) = (c, IsNominal(root) ? Relation.Obl : Relation.Advmod);
            for (var i = 0; i < heads.Length; i++)
            {
                if (heads[i] == root && i > root && i != c) heads[i] = c;
            }
            return Keep(saved);
        }
        return false;
    }

    // Whether nothing finite stands between the clause and the root.
    private bool HangsLoosely(int c, int root)
    {
        var h = heads[c];
        for (var steps = 0; h >= 0 && steps < 6; steps++, h = heads[h])
        {
            if (h == root) return true;
            if (IsFinite(h) || tags[h] == PartOfSpeech.Verb) return false;
        }
        return false;
    }

    private int TopOfPhrase(int noun)
    {
        for (var steps = 0; steps < 8 && heads[noun] >= 0 && heads[noun] < noun && IsNominal(heads[noun]) && relations[noun] is Relation.Nmod or Relation.Conj or Relation.Appos or Relation.Compound or Relation.Flat or Relation.Dep; steps++) noun = heads[noun];
        return noun;
    }

    private int HeadOfName(int noun)
    {
        for (var steps = 0; steps < 6 && heads[noun] >= 0 && relations[noun] is Relation.Flat or Relation.Compound; steps++) noun = heads[noun];
        return noun;
    }

    private bool IsNominal(int i) => tags[i] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Pron;

    // "a dozen people", "600,000 Iraqis": the number counts the noun right behind it.
    private bool IsQuantityOf(int number, int subject) => tags[number] == PartOfSpeech.Num && subject > number && subject - number <= 3;

    private bool IsRelative(int i) => sentence.FormAt(i).ToLowerInvariant() is "who" or "which" or "that" or "whom" or "whose" or "what";

    private bool HasRelativeBetween(int noun, int c)
    {
        for (var i = noun + 1; i < c; i++)
        {
            if (IsRelative(i) || sentence.FormAt(i) is "where" or "when") return true;
        }
        return false;
    }

    // The clause's first word, an auxiliary or the verb, follows the noun's phrase at once.
    private bool OpensAfter(int noun, int c)
    {
        for (var i = noun + 1; i <= c; i++)
        {
            if (i != c && heads[i] == c && relations[i] is Relation.Cc) return false;
            if (i == c || heads[i] == c && relations[i] is Relation.Aux or Relation.AuxPass or Relation.Cop) return true;
        }
        return false;
    }

    private bool IsFinite(int c)
    {
        if (sentence.PennTagAt(c) is "VBD" or "VBZ" or "VBP" && tags[c] == PartOfSpeech.Verb) return true;
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == c && relations[i] is Relation.Aux or Relation.AuxPass or Relation.Cop && sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }

    private bool HasMark(int c)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == c && relations[i] == Relation.Mark && !string.Equals(sentence.FormAt(i), "to", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private bool Has(int head, Relation relation)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == head && relations[i] == relation) return true;
        }
        return false;
    }

    // The subject nearest before the verb; failing that any.
    private int SubjectOf(int c)
    {
        var found = -1;
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == c && relations[i] is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.NsubjOuter or Relation.Expl && (found < 0 || i < c)) found = i;
        }
        return found;
    }

    private (int[] Heads, Relation[] Relations) Save() => ((int[])heads.Clone(), (Relation[])relations.Clone());

    private bool Keep((int[] Heads, Relation[] Relations) saved)
    {
        if (TreeRepair.IsTree(heads)) return true;
        saved.Heads.CopyTo(heads, 0);
        saved.Relations.CopyTo(relations, 0);
        return false;
    }
}
