using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds what nouns and adjectives attribute: "the claim that …", "voiced support for …", "is certain that …".</summary>
internal sealed class NounCues(SentenceTree tree)
{
    // "made the far-fetched claim": more words between verb and noun are no part of the cue.
    private const int LongestLightCue = 5;

    /// <summary>The attribution that a noun or adjective makes, if it makes one.</summary>
    public Finding? At(int word) => tree.Tag(word) switch
    {
        PartOfSpeech.Noun when CueLexicon.Find(tree.Lemma(word), CuePart.Noun) is { } noun => Complement(word, noun, NounSource(word)),
        PartOfSpeech.Adj when CueLexicon.Find(tree.Lemma(word), CuePart.Adjective) is { } adjective => Complement(word, adjective, AdjectiveSource(word)),
        PartOfSpeech.Verb when IsAdjectival(word) && CueLexicon.Find(tree.Word(word), CuePart.Adjective) is { } participle => Complement(word, participle, AdjectiveSource(word)),
        _ => null,
    };

    /// <summary>Whether a verb only carries a noun that is its object and the cue ("voiced support for").</summary>
    public bool IsLight(int verb) =>
        CueLexicon.IsLight(tree.Lemma(verb)) && tree.Child(verb, Relation.Obj) is var noun and >= 0 && tree.Tag(noun) == PartOfSpeech.Noun && At(noun) is not null;

    /// <summary>Whether a word that was taken for a verb stands as an adjective does: a participle, or behind a copula.</summary>
    public bool IsAdjectival(int word) => tree.Penn(word) is "VBN" or "VBG" || tree.HasChild(word, Relation.Cop);

    private Finding? Complement(int word, CueEntry entry, (int Source, int Carrier) by)
    {
        var light = CueLexicon.IsLight(tree.Lemma(by.Carrier));
        foreach (var c in tree.Children(word).Concat(tree.Children(entry.Part == CuePart.Adjective ? by.Carrier : -1)))
        {
            if (c < word || c == by.Source) continue;
            if (Clause(c, entry, light) is { } frame) return Make(word, entry, frame, by, Extents.Subtree(tree, c));
            if (Preposition(c, entry, light && by.Source >= 0, by.Source) is var preposition and >= 0) return Make(word, entry, CueFrame.Preposition, by, Extents.Subtree(tree, c, preposition), preposition);
        }
        return null;
    }

    private CueFrame? Clause(int clause, CueEntry entry, bool light)
    {
        if (tree.Rel(clause) is not (Relation.Acl or Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Csubj) && !IsMarkedRelative(clause) || FrameOf(clause) is not { } frame) return null;
        return entry.Takes(frame) || light && entry.WithLightVerb.ContainsKey(frame == CueFrame.That ? "that" : "wh") && frame != CueFrame.Inf ? frame : null;
    }

    // "the claim that the dam was mined", taken for a relative clause though its "that" is no part of it.
    private bool IsMarkedRelative(int clause) => tree.Rel(clause) == Relation.AclRelcl && tree.Word(tree.Child(clause, Relation.Mark)) == "that";

    private CueFrame? FrameOf(int clause)
    {
        if (tree.HasTo(clause)) return CueFrame.Inf;
        var mark = tree.Child(clause, Relation.Mark);
        if (tree.Word(mark) == "that" || mark < 0 && tree.OwnSubject(clause) >= 0 && tree.Rel(clause) == Relation.Ccomp) return CueFrame.That;
        return tree.Word(mark) is "whether" or "if" || tree.IsInterrogative(tree.Left(clause)) ? CueFrame.Wh : null;
    }

    // The preposition of a phrase that carries the content; -1 if it has none that the lexicon gives the word.
    private int Preposition(int phrase, CueEntry entry, bool light, int source)
    {
        if (source < 0 || tree.Rel(phrase) is not (Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl)) return -1;
        var preposition = tree.Child(phrase, Relation.Case, Relation.Mark);
        return entry.Prepositions.ContainsKey(tree.Word(preposition)) || light && entry.WithLightVerb.ContainsKey(tree.Word(preposition)) ? preposition : -1;
    }

    // The subject; of "made it clear that …" the one who made it so.
    private (int Source, int Carrier) AdjectiveSource(int word)
    {
        var maker = tree.Head(word);
        if (tree.Rel(word) == Relation.Xcomp && tree.Lemma(maker) == "make") return (SourceFinder.Of(tree, maker), maker);
        var subject = tree.Rel(word) is Relation.Amod or Relation.Acl ? tree.Head(word) : tree.Subject(word);
        return (tree.Word(subject) is "it" or "there" ? -1 : subject, -1);
    }

    // The possessor, the phrase behind "by" or "from", or the subject of the verb that has the noun as its object.
    private (int Source, int Carrier) NounSource(int noun)
    {
        if (tree.Child(noun, Relation.NmodPoss) is var owner and >= 0) return (owner, -1);
        foreach (var c in tree.Children(noun))
        {
            if (c > noun && tree.Rel(c) is Relation.Nmod or Relation.Acl && tree.Word(tree.Child(c, Relation.Case)) is "by" or "from" or "among") return (c, -1);
        }
        var verb = tree.Head(noun);
        return verb >= 0 && tree.Rel(noun) == Relation.Obj && tree.Tag(verb) == PartOfSpeech.Verb ? (SourceFinder.Of(tree, verb), verb) : (-1, -1);
    }

    private Finding Make(int word, CueEntry entry, CueFrame frame, (int Source, int Carrier) by, List<int> content, int preposition = -1)
    {
        List<int> cue = by.Carrier >= 0 && by.Carrier < word && word - by.Carrier < LongestLightCue ? [.. Enumerable.Range(by.Carrier, word - by.Carrier + 1)] : [word];
        if (preposition >= 0) cue.Add(preposition);
        return new Finding(tree, word, SourceFinder.Phrase(tree, by.Source, word), cue, content, entry.Part, entry.ClassOf(frame, tree.Word(preposition)), frame);
    }
}
