using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds attributions of whole clauses: "according to …", "reportedly".</summary>
internal sealed class PhraseCues(SentenceTree tree)
{
    /// <summary>The attribution that a word makes of the clause around it, if it makes one.</summary>
    public Finding? At(int word)
    {
        if (tree.Word(word) == "according" && word + 1 < tree.Count && tree.Word(word + 1) == "to") return AccordingTo(word);
        if (tree.Tag(word) == PartOfSpeech.Adv && CueLexicon.Find(tree.Word(word), CuePart.Adverb) is { } entry) return Adverb(word, entry);
        if (tree.Word(word) == ":" && (word == tree.Count - 1 || tree.Penn(word + 1) == "``")) return Colon(word);
        return null;
    }

    // A colon before a quotation: the subject of the clause before it is who speaks, if no verb of saying tells.
    private Finding? Colon(int colon)
    {
        var clause = tree.Root;
        if (clause > colon || tree.OwnSubject(clause) < 0) return null;
        return new Finding(tree, colon, SourceFinder.Phrase(tree, tree.OwnSubject(clause), clause), [colon], [], CuePart.Phrase, CueClass.Speech, CueFrame.Colon);
    }

    private Finding? AccordingTo(int according)
    {
        var source = tree.Head(according);
        if (source < according) return null;
        var clause = ClauseOver(source);
        if (clause < 0) return null;
        return new Finding(tree, according, SourceFinder.Phrase(tree, source, according), [according, according + 1], Extents.Subtree(tree, clause, source), CuePart.Phrase, CueClass.Speech, CueFrame.Clause);
    }

    private Finding? Adverb(int word, CueEntry entry)
    {
        var clause = ClauseOver(word);
        return clause < 0 ? null : new Finding(tree, word, [], [word], Extents.Subtree(tree, clause, word), CuePart.Adverb, entry.Frames[CueFrame.Clause], CueFrame.Clause);
    }

    // The nearest finite clause; at the edge of the sentence the whole of it.
    private int ClauseOver(int word)
    {
        var edge = tree.Left(word) <= 1 || tree.Right(word) >= tree.Count - 2;
        var clause = tree.Head(word);
        while (clause >= 0 && tree.Head(clause) >= 0 && (edge || tree.Rel(clause) == Relation.Conj || !tree.IsClause(clause) || !tree.IsFinite(clause))) clause = tree.Head(clause);
        return clause;
    }
}
