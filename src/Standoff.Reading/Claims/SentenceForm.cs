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

    // "What we do not know", "Here is what is known so far.": they lead up to what follows.
    private static bool IsHeading(SentenceTree tree)
    {
        if (tree.Word(0) == "here" && tree.Word(Math.Min(1, tree.Count - 1)) is "is" or "are" or "'s") return true;
        return tree.IsInterrogative(0) && tree.Word(0) != "whether" && tree.Tag(tree.Count - 1) != PartOfSpeech.Punct;
    }

    // "Consider what he asked for.", "Let us begin with the facts.": the author turns to the reader.
    private static bool IsAppeal(SentenceTree tree)
    {
        var first = 0;
        while (first < tree.Count - 1 && tree.Word(first) is "but" or "and" or "so" or "," or "\"" or "“") first++;
        return tree.Word(first) is "consider" or "let" or "imagine" or "compare" or "take" or "look" or "recall" or "think" or "note" or "see" && tree.Penn(first) is "VB" or "VBP" && tree.Tag(first) == PartOfSpeech.Verb && tree.OwnSubject(first) < 0 && tree.Head(first) < 0;
    }

    /// <summary>Reads the sentence from its root.</summary>
    public static void Read(SentenceTree tree, ClauseWalker walker, Voice voice)
    {
        if (IsHeading(tree) || !voice.IsReported && IsAppeal(tree)) return;
        if (UnknownOpenings.Of(tree) is { } unknown)
        {
            walker.Unknowns(unknown.Cue, unknown.Contents, voice);
            return;
        }
        var first = Opening(tree);
        var head = tree.HeadOf(first, tree.Count - 1);
        if (head >= 0) walker.Read(head, new TokenRange(first, tree.Count - 1), voice);
        if (head >= 0 && voice.IsReported && walker.Found.Count == 0 && tree.Count > 3) walker.Fragment(head, voice);
    }

    /// <summary>
    /// What follows "the speech came hours after …": a clause of coming that only dates another makes no claim of its own.
    /// </summary>
    public static TokenRange? AfterOpener(SentenceTree tree, int head, TokenRange region)
    {
        if (tree.Lemma(head) is not ("come" or "follow") || tree.HasChild(head, Relation.Obj)) return null;
        for (var i = head + 1; i < region.Last && i <= head + 6; i++)
        {
            if (tree.Word(i) is not ("after" or "as" or "before")) continue;
            for (var v = i + 1; v <= region.Last; v++)
            {
                if (tree.Tag(v) == PartOfSpeech.Verb && tree.IsFinite(v) && tree.OwnSubject(v) > i) return new TokenRange(i + 1, region.Last);
            }
        }
        return null;
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
