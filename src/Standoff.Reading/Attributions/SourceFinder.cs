using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds the phrase that names the source of a cue.</summary>
internal static class SourceFinder
{
    private const int FarthestBehind = 8;

    /// <summary>The head of the one who says, thinks or wants: the subject, in the passive the agent; -1 if none is named.</summary>
    public static int Of(SentenceTree tree, int verb)
    {
        if (tree.IsPassive(verb) || IsReducedPassive(tree, verb)) return Agent(tree, verb);
        if (Inverted(tree, verb) is var inverted and >= 0) return inverted;
        if (tree.OwnSubject(verb) < 0 && IsAddition(tree, verb) && Reporter(tree, verb) is var reporter and >= 0) return reporter;
        var subject = tree.Subject(verb);
        if (ClosesQuotation(tree, subject, verb)) subject = NounBehind(tree, verb);
        if (subject < 0 && tree.Penn(verb) is "VBZ" or "VBP" or "VBD") subject = NounBefore(tree, verb);
        return subject >= 0 && tree.Word(subject) is "it" or "there" && tree.Rel(subject) == Relation.Expl ? -1 : subject;
    }

    // "…, calling it a bluff" says what the subject of the report before it says, whatever clause the parser hung it on.
    private static bool IsAddition(SentenceTree tree, int verb)
    {
        if (tree.Penn(verb) != "VBG") return false;
        var left = tree.Left(verb);
        return tree.Word(left) is "," or "before" or "after" or "while" || tree.Word(left - 1) is "," or "before" or "after" or "while";
    }

    private static int Reporter(SentenceTree tree, int verb)
    {
        var (over, left) = (tree.Head(verb), false);
        for (var steps = 0; over >= 0 && steps < tree.Count; steps++, over = tree.Head(over))
        {
            if (tree.OwnSubject(over) is var subject and >= 0 && !tree.IsRelativePronoun(subject) && (left || tree.IsFinite(over) && Tells(tree, over))) return subject;
            left |= tree.Rel(over) is Relation.AclRelcl or Relation.Acl;
        }
        return tree.Subject(verb) < 0 ? LastToTell(tree, verb) : -1;
    }

    // The subject of the nearest report before the word, wherever it hangs: "It was a mistake, he said, adding …".
    private static int LastToTell(SentenceTree tree, int word)
    {
        for (var i = word - 1; i > 0; i--)
        {
            if (tree.Tag(i) == PartOfSpeech.Verb && tree.IsFinite(i) && Tells(tree, i) && tree.OwnSubject(i) is var subject and >= 0 && !tree.IsRelativePronoun(subject)) return subject;
        }
        return -1;
    }

    private static bool Tells(SentenceTree tree, int verb) =>
        CueLexicon.Find(tree.Lemma(verb), CuePart.Verb) is { } entry && (entry.Takes(CueFrame.That) || entry.Takes(CueFrame.ObjInf));

    // A "subject" within the quotation in front of the verb was taken for one.
    private static bool ClosesQuotation(SentenceTree tree, int subject, int verb)
    {
        for (var i = subject + 1; subject >= 0 && i < verb; i++)
        {
            if (tree.Penn(i) == "''" && tree.Word(i - 1) is "," or "." or "?" or "!") return true;
        }
        return false;
    }

    private static int NounBehind(SentenceTree tree, int verb)
    {
        for (var i = verb + 1; i < Math.Min(tree.Count, verb + FarthestBehind) && tree.Tag(i) != PartOfSpeech.Punct; i++)
        {
            if (tree.IsNominal(i) && tree.Rel(i) is not (Relation.OblUnmarked or Relation.NmodUnmarked) && !tree.Word(i).EndsWith("day", StringComparison.Ordinal) && !(tree.Head(i) > i && tree.IsNominal(tree.Head(i)))) return i;
        }
        return -1;
    }

    // The noun phrase that ends right before a verb without a subject.
    private static int NounBefore(SentenceTree tree, int verb)
    {
        var i = verb - 1;
        while (i >= 0 && tree.Tag(i) is PartOfSpeech.Adv or PartOfSpeech.Aux) i--;
        if (i < 0 || !tree.IsNominal(i)) return NounBehind(tree, verb);
        while (tree.Head(i) is var head and >= 0 && head < verb && tree.IsNominal(head)) i = head;
        return i;
    }

    // "…, says political scientist Ann Lee": what stands behind a verb whose content went before it is no object.
    private static int Inverted(SentenceTree tree, int verb)
    {
        if (tree.OwnSubject(verb) >= 0 || tree.Penn(verb) is not ("VBZ" or "VBP" or "VBD")) return -1;
        var said = tree.Child(verb, Relation.Ccomp);
        if (tree.Rel(verb) != Relation.Parataxis && !(said >= 0 && said < verb)) return -1;
        var behind = tree.Child(verb, Relation.Obj, Relation.Iobj);
        return behind > verb && tree.Left(behind) <= verb + 2 ? behind : -1;
    }

    /// <summary>The by-phrase of a passive; -1 if it has none.</summary>
    public static int Agent(SentenceTree tree, int verb)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) == Relation.OblAgent || tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "by")) return c;
        }
        return -1;
    }

    /// <summary>"The report published by …": a participle that modifies a noun or opens a sentence.</summary>
    public static bool IsReducedPassive(SentenceTree tree, int verb) =>
        tree.Penn(verb) == "VBN" && tree.Rel(verb) is Relation.Acl or Relation.Advcl && !tree.HasChild(verb, Relation.Aux, Relation.AuxPass);

    /// <summary>The tokens of a source phrase without its preposition; for a relative pronoun with the noun it stands for.</summary>
    public static List<int> Phrase(SentenceTree tree, int head, int cue)
    {
        if (head < 0) return [];
        var without = tree.Children(head).Where(c => tree.Rel(c) is Relation.Case or Relation.Punct or Relation.Mark && c < head && tree.Word(c) != "'s" || tree.IsUnder(cue, c)).ToArray();
        var phrase = Extents.Subtree(tree, head, without);
        var relative = RelativeSubject(tree, cue);
        if (relative >= 0 && relative != head && !phrase.Contains(relative))
        {
            phrase.Add(relative);
            phrase.Sort();
        }
        return phrase;
    }

    // The relative pronoun of the clause that the cue stands in or shares its subject with; -1 if there is none.
    private static int RelativeSubject(SentenceTree tree, int cue)
    {
        for (var steps = 0; steps < 6 && cue >= 0; steps++, cue = tree.Head(cue))
        {
            if (tree.OwnSubject(cue) is var own and >= 0) return tree.IsRelativePronoun(own) ? own : -1;
            if (tree.Rel(cue) is not (Relation.Conj or Relation.Xcomp or Relation.Advcl)) return -1;
        }
        return -1;
    }
}
