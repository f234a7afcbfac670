using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds what nouns and adjectives attribute: "the claim that …", "their call for …", "is certain that …".</summary>
internal sealed class NounCues(SentenceTree tree)
{
    /// <summary>The attribution that a noun or adjective makes, if it makes one.</summary>
    public Finding? At(int word) => tree.Tag(word) switch
    {
        PartOfSpeech.Noun when CueLexicon.Find(tree.Lemma(word), CuePart.Noun) is { } noun => Complement(word, noun, NounSource(word)),
        PartOfSpeech.Adj when CueLexicon.Find(tree.Lemma(word), CuePart.Adjective) is { } adjective && (tree.Lemma(word) is not ("clear" or "unclear") || AdjectiveSource(word).Light >= 0) => Complement(word, adjective, AdjectiveSource(word)),
        PartOfSpeech.Verb when tree.Penn(word) is "VBN" or "VBG" && CueLexicon.Find(tree.Word(word), CuePart.Adjective) is { } participle => Complement(word, participle, AdjectiveSource(word)),
        _ => null,
    };

    /// <summary>Whether a light verb has its object's noun for its cue.</summary>
    public bool IsLight(int verb) =>
        CueLexicon.IsLight(tree.Lemma(verb)) && tree.Child(verb, Relation.Obj) is var noun and >= 0 && tree.Tag(noun) == PartOfSpeech.Noun && At(noun) is not null;

    private Finding? Complement(int word, CueEntry entry, (int Source, int Light) by)
    {
        foreach (var c in tree.Children(word))
        {
            if (c < word || c == by.Source) continue;
            if (tree.Rel(c) is Relation.Acl or Relation.Ccomp or Relation.Xcomp or Relation.Advcl or Relation.Csubj && Clause(c, entry) is { } frame) return Make(word, entry.Part, entry.Frames[frame], frame, by, Extents.Subtree(tree, c), -1);
            if (tree.Rel(c) is not (Relation.Nmod or Relation.Obl or Relation.Acl or Relation.Advcl)) continue;
            var preposition = tree.Child(c, Relation.Case, Relation.Mark);
            if (preposition < 0 || by.Source < 0) continue;
            var light = by.Light >= 0 && CueLexicon.IsLight(tree.Lemma(by.Light));
            if (entry.Prepositions.TryGetValue(tree.Word(preposition), out var named) || light && entry.WithLightVerb.TryGetValue(tree.Word(preposition), out named)) return Make(word, entry.Part, named, CueFrame.Preposition, by, Extents.Subtree(tree, c, preposition), preposition);
        }
        return null;
    }

    private CueFrame? Clause(int clause, CueEntry entry)
    {
        var mark = tree.Child(clause, Relation.Mark);
        if (tree.HasTo(clause)) return entry.Takes(CueFrame.Inf) ? CueFrame.Inf : null;
        if (tree.Word(mark) is "that" || mark < 0 && tree.OwnSubject(clause) >= 0 && tree.Rel(clause) == Relation.Ccomp) return entry.Takes(CueFrame.That) ? CueFrame.That : null;
        if (tree.Word(mark) is "whether" or "if" || tree.IsInterrogative(tree.Left(clause)) && tree.Rel(clause) != Relation.AclRelcl) return entry.Takes(CueFrame.Wh) ? CueFrame.Wh : null;
        return null;
    }

    private (int Source, int Light) AdjectiveSource(int word)
    {
        var subject = tree.Rel(word) is Relation.Amod or Relation.Acl ? tree.Head(word) : tree.Subject(word);
        if (tree.Word(subject) is not ("it" or "there")) return (subject, -1);
        var maker = tree.Head(word);
        return tree.Lemma(maker) == "make" && tree.Rel(word) == Relation.Xcomp ? (SourceFinder.Of(tree, maker), maker) : (-1, -1);
    }

    // The possessor, the phrase behind "by", "of" or "from", or the subject of the verb that has the noun as its object.
    private (int Source, int Light) NounSource(int noun)
    {
        if (tree.Child(noun, Relation.NmodPoss) is var owner and >= 0) return (owner, -1);
        foreach (var c in tree.Children(noun))
        {
            if (c > noun && tree.Rel(c) is Relation.Nmod or Relation.Acl && tree.Child(c, Relation.Case) is var k and >= 0 && tree.Word(k) is "by" or "from" or "among") return (c, -1);
        }
        var verb = tree.Head(noun);
        if (verb >= 0 && tree.Rel(noun) == Relation.Obj && tree.Tag(verb) == PartOfSpeech.Verb) return (SourceFinder.Of(tree, verb), verb);
        return (-1, -1);
    }

    private Finding Make(int word, CuePart part, CueClass attitude, CueFrame frame, (int Source, int Light) by, List<int> content, int preposition)
    {
        List<int> cue = by.Light >= 0 && by.Light < word && word - by.Light < 5 ? [.. Enumerable.Range(by.Light, word - by.Light + 1)] : [word];
        if (preposition >= 0) cue.Add(preposition);
        return new Finding(tree, word, SourceFinder.Phrase(tree, by.Source, word), cue, content, part, attitude, frame);
    }
}
