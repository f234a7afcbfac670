using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>What a sentence is as a whole, and the stretches that are read apart from each other.</summary>
internal static class SentenceForm
{
    /// <summary>Whether it asks.</summary>
    public static bool IsQuestion(SentenceTree tree)
    {
        for (var i = tree.Count - 1; i >= 0; i--)
        {
            if (tree.Word(i) == "?") return true;
            if (tree.Tag(i) != PartOfSpeech.Punct || tree.Word(i) is not (")" or "]")) return false;
        }
        return false;
    }

    /// <summary>Whether any word is a verb.</summary>
    public static bool HasVerb(SentenceTree tree)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.IsVerb(i)) return true;
        }
        return false;
    }

    /// <summary>Reads the sentence from its root.</summary>
    public static void Read(SentenceTree tree, ClauseWalker walker, Voice voice)
    {
        var first = Opening(tree);
        var head = tree.HeadOf(first, tree.Count - 1);
        if (head >= 0) walker.Read(head, new TokenRange(first, tree.Count - 1), voice);
    }

    // A label with a colon in front is no part of what is said.
    private static int Opening(SentenceTree tree)
    {
        for (var i = 0; i < Math.Min(6, tree.Count - 1); i++)
        {
            if (tree.IsVerb(i)) return 0;
            if (tree.Word(i) == ":") return i + 1;
        }
        return 0;
    }
}
