using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>"The navy should sail", "America must not yield": what the speaker asks of somebody who can do it, not what he expects.</summary>
internal static class Prescription
{
    /// <summary>Whether the clause prescribes: "should", "must" or "ought" with somebody who acts as its subject and a verb of doing.</summary>
    public static bool Is(SentenceTree tree, int head)
    {
        var subject = tree.OwnSubject(head);
        if (subject < 0 || tree.Tag(head) != PartOfSpeech.Verb || tree.IsPassive(head) || tree.HasChild(head, Relation.Cop)) return false;
        return IsRequired(tree, head) && IsSomebody(tree, subject);
    }

    private static bool IsRequired(SentenceTree tree, int head)
    {
        if (tree.Lemma(head) == "ought") return true;
        var (required, perfect) = (false, false);
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) != Relation.Aux) continue;
            required |= tree.Word(c) is "should" or "must" or "ought";
            perfect |= tree.Word(c) == "have";
        }
        return required && !perfect;
    }

    private static bool IsSomebody(SentenceTree tree, int subject) => tree.Tag(subject) == PartOfSpeech.Propn
        || tree.Tag(subject) == PartOfSpeech.Noun && WordClasses.SourceNoun(tree.Lemma(subject)) is SourceKind.Organisation or SourceKind.State
        || tree.Word(subject) is "we" or "he" or "she";
}
