using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>
/// Puts a that-clause under the reporting verb in front of it where the parser tied the two otherwise: "Susan Rice told
/// reporters that the council should …" has one reading, whatever the scores say.
/// </summary>
internal sealed class ThatClauses(Sentence sentence, int[] heads, Relation[] relations, PartOfSpeech[] tags)
{
    private const int LongestGap = 16;

    /// <summary>Mends all; says whether anything changed.</summary>
    public bool Mend()
    {
        var changed = false;
        for (var that = 2; that < heads.Length - 2; that++)
        {
            if (!string.Equals(sentence.FormAt(that), "that", StringComparison.OrdinalIgnoreCase)) continue;
            if (InSeries(that)) { changed = true; continue; }
            var verb = VerbBefore(that);
            if (verb < 0) continue;
            var content = ContentOf(that);
            if (content >= 0 && NearerContent(verb, that, content) is var nearer and >= 0)
            {
                if (HasConjunction(content)) (heads[content], relations[content]) = (verb, Relation.Conj);
                (heads[that], relations[that], changed) = (nearer, Relation.Mark, true);
                continue;
            }
            if (content >= 0 && heads[content] == verb && Parenthetical(verb, that) is var teller and >= 0)
            {
                changed |= Attach(teller, that, content) && Aside(verb, teller);
                continue;
            }
            if (content < 0 || heads[content] == verb && relations[content] is Relation.Ccomp or Relation.Csubj && tags[verb] == PartOfSpeech.Verb) continue;
            changed |= Parenthetical(verb, that) is var outer and >= 0 ? Attach(outer, that, content) && Aside(verb, outer) : Attach(verb, that, content);
        }
        return changed;
    }

    /// <summary>The reporting verb that "that" belongs to where its clause does not hang on it as what is said; -1 if all is well.</summary>
    public int Loose(int that)
    {
        if (relations[that] == Relation.Det || sentence.FormAt(that - 1) is "," or "and" or "but") return -1;
        var verb = VerbBefore(that);
        if (verb < 0 || tags[verb] != PartOfSpeech.Verb || sentence.PennTagAt(verb) is "VBG" or "VB" || verb > 0 && sentence.PennTagAt(verb) == "VBN" && sentence.FormAt(verb - 1) is "as" or ",") return -1;
        if (that > verb + 1 && tags[that - 1] == PartOfSpeech.Noun && ReportingLexicon.Noun(sentence.LemmaAt(that - 1)) is not null) return -1;
        var clause = heads[that];
        if (relations[that] == Relation.Mark && clause > that && heads[clause] == verb && relations[clause] is Relation.Ccomp or Relation.Csubj) return -1;
        if (relations[that] == Relation.Mark && clause > that && relations[clause] == Relation.Conj) return -1;
        for (var i = that + 1; i < heads.Length; i++)
        {
            if (heads[i] == verb && relations[i] == Relation.Ccomp) return -1;
        }
        return verb;
    }

    // "… that it is ours, that it was stolen and that it must be given back": the first content has the others beside it.
    private bool InSeries(int that)
    {
        if (sentence.FormAt(that - 1) is not ("," or "and" or "but" or "or")) return false;
        var first = -1;
        for (var i = that - 1; i > 0; i--)
        {
            if (sentence.FormAt(i) is ";" or ":") return false;
            if (sentence.FormAt(i) == "that" && relations[i] == Relation.Mark && heads[i] >= 0 && heads[heads[i]] >= 0 && relations[heads[i]] == Relation.Ccomp && ReportingLexicon.Reports(Lemma(heads[heads[i]]))) { first = heads[i]; break; }
        }
        var content = first < 0 || first > that ? -1 : ContentOf(that);
        if (content < 0 || content == first || heads[content] == first && relations[content] == Relation.Conj || IsUnder(first, content) || !HasSubjectBetween(that, content)) return false;
        var saved = ((int[])heads.Clone(), (Relation[])relations.Clone());
        (heads[content], relations[content], heads[that], relations[that]) = (first, Relation.Conj, content, Relation.Mark);
        if (sentence.FormAt(that - 1) is "and" or "but" or "or") (heads[that - 1], relations[that - 1]) = (content, Relation.Cc);
        if (TreeRepair.IsTree(heads)) return true;
        saved.Item1.CopyTo(heads, 0);
        saved.Item2.CopyTo(relations, 0);
        return false;
    }

    // A complement between "that" and the clause that the parser gave it to: the far one is a clause of its own.
    private int NearerContent(int verb, int that, int content)
    {
        for (var i = that + 1; i < content; i++)
        {
            if (heads[i] == verb && relations[i] == Relation.Ccomp) return i;
        }
        return -1;
    }

    private bool HasConjunction(int clause)
    {
        for (var i = 0; i < clause; i++)
        {
            if (heads[i] == clause && relations[i] == Relation.Cc) return true;
        }
        return false;
    }

    // "Told his cabinet, aides said later, that …": the verb between the commas is an aside; the one before them reports.
    private int Parenthetical(int verb, int that)
    {
        if (sentence.FormAt(that - 1) != ",") return -1;
        for (var i = verb - 1; i > Math.Max(1, verb - 6); i--)
        {
            if (sentence.FormAt(i) == ",") return VerbBefore(i);
        }
        return -1;
    }

    private bool Aside(int verb, int outer)
    {
        var saved = ((int[])heads.Clone(), (Relation[])relations.Clone());
        (heads[verb], relations[verb]) = (outer, Relation.Parataxis);
        if (sentence.FormAt(verb - 1) is not "," && heads[verb - 1] != verb) (heads[verb - 1], relations[verb - 1]) = (verb, Relation.Nsubj);
        if (tags[verb - 1] == PartOfSpeech.Verb) tags[verb - 1] = PartOfSpeech.Noun;
        if (TreeRepair.IsTree(heads)) return true;
        saved.Item1.CopyTo(heads, 0);
        saved.Item2.CopyTo(relations, 0);
        return true;
    }

    // The reporting verb in front, with at most a recipient, a time or an aside between.
    private int VerbBefore(int that)
    {
        if (IsApposition(that - 1)) return -1;
        for (var i = that - 1; i >= Math.Max(0, that - LongestGap); i--)
        {
            var form = sentence.FormAt(i);
            if (form == ":" && i == that - 1) continue;
            if (form is ";" or ":" or "." or "that" or "which" or "who" or "and" or "but" || IsSubjectPronoun(form)) return -1;
            if (i > 0 && char.IsUpper(form[0])) continue;
            var lemma = Lemma(i);
            if (!ReportingLexicon.Reports(lemma) || IsNoun(i))
            {
                if (tags[i] == PartOfSpeech.Verb && !IsNoun(i) && i < that - 1 && sentence.PennTagAt(i) is "VBD" or "VBZ" or "VBP") return -1;
                continue;
            }
            return IsFiniteForm(i, form) && !HasObject(i, that) ? i : -1;
        }
        return -1;
    }

    // "Read the troops that he has massed": behind an object of a verb that tells nobody, "that" is relative.
    private bool HasObject(int verb, int that)
    {
        var next = verb + 1;
        if (next >= that || WordClasses.IsPredicate(Lemma(verb), "telling") || ReportingLexicon.Noun(sentence.LemmaAt(that - 1)) is not null) return false;
        while (next < that && tags[next] == PartOfSpeech.Adv) next++;
        return next < that && tags[next] is PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Propn && !IsTime(next) && tags[that - 1] is PartOfSpeech.Noun or PartOfSpeech.Propn && !IsTime(that - 1) && !HasAdposition(next, that);
    }

    private bool HasAdposition(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tags[i] == PartOfSpeech.Adp && sentence.FormAt(i) is not ("of" or "for")) return true;
        }
        return false;
    }

    private bool IsTime(int i) => sentence.FormAt(i) is "last" or "this" or "yesterday" or "today" or "tonight" or "week" or "month" or "year" or "night" or "morning" or "evening" or "afternoon" or "day" || sentence.FormAt(i).EndsWith("day", StringComparison.Ordinal) || Times.CalendarNames.IsMonthOrYear(sentence.FormAt(i));

    // ", a claim that …": the noun, not a verb further in front, has the clause.
    private bool IsApposition(int noun)
    {
        if (tags[noun] != PartOfSpeech.Noun) return false;
        var i = noun - 1;
        while (i > 0 && tags[i] is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun) i--;
        return i > 0 && i < noun - 1 && sentence.FormAt(i) == ",";
    }

    private bool IsFiniteForm(int i, string form) => i > 0 && !form.EndsWith("ing", StringComparison.Ordinal) || tags[i] == PartOfSpeech.Verb;

    private static bool IsSubjectPronoun(string form) => form is "he" or "she" or "they" or "it" or "we" or "I";

    // "The claim that", "his demand that": a noun behind a determiner or an adjective.
    private bool IsNoun(int i)
    {
        if (tags[i] is PartOfSpeech.Verb) return i > 0 && (relations[i - 1] is Relation.Det or Relation.Amod || i > 1 && tags[i - 2] == PartOfSpeech.Det && sentence.PennTagAt(i - 1) == "VBN");
        if (tags[i] is PartOfSpeech.Adj or PartOfSpeech.Adp) return false;
        if (i == 0) return true;
        return tags[i - 1] is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num || relations[i - 1] is Relation.NmodPoss or Relation.Det || sentence.FormAt(i - 1) is "'s" or "’s" or "of" or ",";
    }

    private string Lemma(int i) => tags[i] == PartOfSpeech.Verb ? sentence.LemmaAt(i).ToLowerInvariant() : VerbLemma(sentence, i);

    /// <summary>The lemma that a word has as a verb, if the lexicon knows that verb: a verb tagged as a noun has a noun's lemma.</summary>
    public static string VerbLemma(Sentence sentence, int i)
    {
        var lemma = sentence.LemmaAt(i).ToLowerInvariant();
        if (ReportingLexicon.IsVerb(lemma)) return lemma;
        var form = sentence.FormAt(i).ToLowerInvariant();
        string[] stems = [.. Stems(form)];
        return Array.Find(stems, ReportingLexicon.IsVerb) ?? lemma;
    }

    private static IEnumerable<string> Stems(string form)
    {
        if (form.EndsWith("ies", StringComparison.Ordinal)) yield return form[..^3] + "y";
        if (form.EndsWith("ied", StringComparison.Ordinal)) yield return form[..^3] + "y";
        if (form.EndsWith('s')) yield return form[..^1];
        if (form.EndsWith("ed", StringComparison.Ordinal)) yield return form[..^2];
        if (form.EndsWith("ed", StringComparison.Ordinal)) yield return form[..^1];
    }

    // The clause that "that" marks: the head of the mark, else the first finite verb with a subject behind it.
    private int ContentOf(int that)
    {
        if (relations[that] == Relation.Mark && heads[that] > that && tags[heads[that]] != PartOfSpeech.Punct) return heads[that];
        for (var i = that + 1; i < Math.Min(heads.Length, that + 25); i++)
        {
            if (sentence.FormAt(i) is ";" or ":") return -1;
            if ((tags[i] is PartOfSpeech.Verb || HasCopula(i)) && (relations[i] != Relation.AclRelcl || heads[i] < that) && HasSubjectBetween(that, i)) return i;
        }
        return heads[that] > that ? heads[that] : -1;
    }

    private bool HasCopula(int i)
    {
        for (var k = Math.Max(0, i - 6); k < i; k++)
        {
            if (heads[k] == i && relations[k] == Relation.Cop) return true;
        }
        return false;
    }

    private bool HasSubjectBetween(int that, int verb)
    {
        for (var i = that + 1; i < verb; i++)
        {
            if (heads[i] == verb && relations[i] is Relation.Nsubj or Relation.NsubjPass or Relation.Csubj or Relation.Expl) return true;
        }
        return false;
    }

    private bool Attach(int verb, int that, int content)
    {
        var (oldHeads, oldRelations) = ((int[])heads.Clone(), (Relation[])relations.Clone());
        var top = Topmost(verb, that, content);
        var (topHead, topRelation) = (heads[top], relations[top]);
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == top && i != verb && top != verb && (i < verb || top != content)) heads[i] = verb;
        }
        if (top != verb) (heads[verb], relations[verb]) = (topHead, topHead < 0 ? Relation.Root : topRelation is Relation.Nsubj or Relation.Obj or Relation.Iobj or Relation.Compound or Relation.Obl or Relation.Nmod or Relation.Acl ? Relation.Parataxis : topRelation);
        (heads[content], relations[content]) = (verb, Relation.Ccomp);
        (heads[that], relations[that]) = (content, Relation.Mark);
        Arguments(verb, that, top == content || top == verb ? -1 : top);
        tags[verb] = PartOfSpeech.Verb;
        if (TreeRepair.IsTree(heads)) return true;
        oldHeads.CopyTo(heads, 0);
        oldRelations.CopyTo(relations, 0);
        return false;
    }

    // The outermost of the verb, the content and whatever stands between verb and "that" or heads the verb.
    private int Topmost(int verb, int that, int content)
    {
        var top = verb;
        foreach (var i in Enumerable.Range(verb, that - verb).Append(content).Append(Math.Max(heads[verb], 0)).Append(Math.Max(heads[content], 0)))
        {
            if (i != verb && (i == content || i > verb && i < that || i < verb && heads[verb] == i && relations[verb] is Relation.Acl or Relation.Amod or Relation.Compound) && IsUnder(top, i)) top = i;
        }
        return top;
    }

    // The noun in front becomes the subject, the one behind the recipient.
    private void Arguments(int verb, int that, int top)
    {
        if (top >= 0) (heads[top], relations[top]) = (verb, top < verb ? Relation.Nsubj : Relation.Iobj);
        var hasSubject = false;
        for (var i = 0; i < verb; i++) hasSubject |= heads[i] == verb && relations[i] is Relation.Nsubj or Relation.NsubjPass;
        for (var i = verb - 1; i >= 0 && !hasSubject; i--)
        {
            if (heads[i] != verb || relations[i] is not (Relation.Det or Relation.Amod) && tags[i] is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron) || relations[i] is Relation.OblUnmarked or Relation.Parataxis) continue;
            (relations[i], hasSubject) = (Relation.Nsubj, true);
        }
    }

    private bool IsUnder(int i, int ancestor)
    {
        for (var steps = 0; i >= 0 && steps <= heads.Length; steps++, i = heads[i])
        {
            if (i == ancestor) return true;
        }
        return false;
    }
}
