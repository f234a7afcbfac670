using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>Whether a clause says what somebody has to do.</summary>
internal static class Obligation
{
    /// <summary>"Must withdraw", "should stop", "has to go", "needs to act".</summary>
    public static bool Binds(SentenceTree tree, int clause)
    {
        foreach (var c in tree.Children(clause))
        {
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "must" or "should" or "ought") return true;
        }
        return tree.Lemma(clause) is "need" or "have" or "ought" && tree.Child(clause, Relation.Xcomp) is var x and >= 0 && tree.HasTo(x);
    }
}
