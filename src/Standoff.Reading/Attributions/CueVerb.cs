using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>A verb that the lexicon has as a cue, where it stands in its sentence.</summary>
internal sealed class CueVerb(SentenceTree tree, ContentEdges edges, int verb, CueEntry entry)
{
    private readonly Lazy<int> _source = new(() => SourceFinder.Of(tree, verb));

    public SentenceTree Tree => tree;

    public int Verb => verb;

    public CueEntry Entry => entry;

    /// <summary>Head of the phrase that names the source; -1 if none does.</summary>
    public int Source => _source.Value;

    public bool IsPassive => tree.IsPassive(verb) || SourceFinder.IsReducedPassive(tree, verb);

    public bool IsFinite => tree.Penn(verb) is "VBZ" or "VBP" or "VBD";

    /// <summary>The direct or indirect object; -1 if there is none.</summary>
    public int Target => tree.Child(verb, Relation.Obj, Relation.Iobj);

    /// <summary>The verb as it stands in a sentence, if the lexicon has it; with its particle before without.</summary>
    public static CueVerb? At(SentenceTree tree, ContentEdges edges, int verb)
    {
        if (tree.Tag(verb) != PartOfSpeech.Verb || tree.Rel(verb) is Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed or Relation.Aux) return null;
        var particle = tree.Child(verb, Relation.CompoundPrt);
        var entry = (particle >= 0 ? CueLexicon.Find(tree.Lemma(verb) + " " + tree.Word(particle), CuePart.Verb) : null) ?? CueLexicon.Find(tree.Lemma(verb), CuePart.Verb);
        return entry is null ? null : new CueVerb(tree, edges, verb, entry);
    }

    public bool Takes(CueFrame frame) => entry.Takes(frame);

    /// <summary>The tokens under some nodes of the verb's clause, in order; -1 stands for none.</summary>
    public List<int> Under(params ReadOnlySpan<int> nodes)
    {
        var tokens = new SortedSet<int>();
        foreach (var node in nodes)
        {
            if (node >= 0) tokens.UnionWith(Extents.Subtree(tree, node, verb));
        }
        return [.. tokens];
    }

    /// <summary>The phrase or clause behind the verb that the preposition introduces; -1 if there is none.</summary>
    public int Marked(string preposition) => Marked(verb, preposition);

    /// <summary>The same for another head.</summary>
    public int Marked(int head, string preposition)
    {
        foreach (var c in tree.Children(head))
        {
            if (c > head && tree.Rel(c) is Relation.Obl or Relation.Nmod or Relation.Advcl or Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.OblAgent
                && (tree.HasChild(c, Relation.Case, preposition) || tree.HasChild(c, Relation.Mark, preposition))) return c;
        }
        return -1;
    }

    /// <summary>Whether a clause asks ("whether …", "what …").</summary>
    public bool IsQuestion(int clause)
    {
        foreach (var c in tree.Children(clause))
        {
            if (c < clause && (tree.IsInterrogative(c) || tree.Word(c) == "if" && tree.Rel(c) == Relation.Mark)) return true;
        }
        return tree.IsInterrogative(tree.Left(clause));
    }

    /// <summary>A finding of the verb with the content in a frame.</summary>
    public Finding Find(CueFrame frame, List<int> content) =>
        new(tree, verb, SourceFinder.Phrase(tree, Source, verb), CueTokens(), edges.Settle(verb, frame, content), CuePart.Verb, entry.ClassOf(frame), frame) { TakesQuotation = Takes(CueFrame.Quote) };

    // The verb with its particle and the helpers, negations and adverbs right before it.
    private List<int> CueTokens()
    {
        var first = verb;
        while (first > 0 && IsHelper(first - 1)) first--;
        var cue = Enumerable.Range(first, verb - first + 1).ToList();
        if (tree.Child(verb, Relation.CompoundPrt) is var particle and >= 0) cue.Add(particle);
        return cue;
    }

    private bool IsHelper(int i) => tree.Head(i) == verb && tree.Rel(i) is Relation.Aux or Relation.AuxPass or Relation.Advmod or Relation.Mark && tree.Word(i) is not ("that" or "if" or "when" or "as");
}
