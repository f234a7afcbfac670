using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds the phrase that names the source of a cue.</summary>
internal static class SourceFinder
{
    /// <summary>The head of the one who says, thinks or wants: the subject, in the passive the agent; -1 if none is named.</summary>
    public static int Of(SentenceTree tree, int verb)
    {
        if (tree.IsPassive(verb) || IsReducedPassive(tree, verb)) return Agent(tree, verb);
        if (Inverted(tree, verb) is var inverted and >= 0) return inverted;
        var subject = tree.Subject(verb);
        return subject >= 0 && tree.Word(subject) is "it" or "there" && tree.Rel(subject) == Relation.Expl ? -1 : subject;
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

    /// <summary>"The report published by …": a participle that modifies a noun.</summary>
    public static bool IsReducedPassive(SentenceTree tree, int verb) =>
        tree.Penn(verb) == "VBN" && tree.Rel(verb) is Relation.Acl or Relation.Advcl && !tree.HasChild(verb, Relation.Aux, Relation.AuxPass);

    /// <summary>The tokens of a source phrase without its preposition; for a relative pronoun with the noun it stands for.</summary>
    public static List<int> Phrase(SentenceTree tree, int head, int cue)
    {
        if (head < 0) return [];
        var without = tree.Children(head).Where(c => tree.Rel(c) is Relation.Case or Relation.Punct or Relation.Mark && c < head && tree.Word(c) != "'s" || tree.IsUnder(cue, c)).ToArray();
        var phrase = Extents.Subtree(tree, head, without);
        var relative = tree.OwnSubject(cue);
        if (relative >= 0 && relative != head && tree.IsRelativePronoun(relative) && !phrase.Contains(relative))
        {
            phrase.Add(relative);
            phrase.Sort();
        }
        return phrase;
    }
}
