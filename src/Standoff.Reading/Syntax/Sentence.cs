using Standoff.Reading.Text;

namespace Standoff.Reading.Syntax;

/// <summary>Universal part-of-speech tags (universaldependencies.org).</summary>
public enum PartOfSpeech : byte
{
#pragma warning disable CS1591 // The names are the standard's own.
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
#pragma warning restore CS1591
}

/// <summary>Universal dependency relations with the subtypes of the English treebanks that the reader uses.</summary>
public enum Relation : byte
{
#pragma warning disable CS1591 // The names are the standard's own.
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt, Conj, Cop, Csubj, CsubjPass, CsubjOuter,
    Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, NmodPoss, NmodUnmarked, NmodDesc, Nsubj, NsubjPass, NsubjOuter,
    Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp,
#pragma warning restore CS1591
}

/// <summary>
/// A tokenised, tagged and parsed sentence: parallel arrays of its tokens. Every token has a head inside the sentence
/// but one, the root, whose head is -1.
/// </summary>
public sealed class Sentence
{
    private readonly TextSpan[] _spans;
    private readonly string[] _forms;
    private readonly string[] _lemmas;
    private readonly PartOfSpeech[] _tags;
    private readonly string[] _pennTags;
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly int[][] _children;

    /// <summary>A sentence from parallel arrays of equal length.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or there is not exactly one root.</exception>
    public Sentence(TextSpan span, TextSpan[] spans, string[] forms, string[] lemmas, PartOfSpeech[] tags, string[] pennTags, int[] heads, Relation[] relations)
    {
        var n = spans.Length;
        if (forms.Length != n || lemmas.Length != n || tags.Length != n || pennTags.Length != n || heads.Length != n || relations.Length != n)
            throw new ArgumentException("All arrays of a sentence must have one entry per token.", nameof(spans));
        if (n > 0 && heads.Count(h => h < 0) != 1)
            throw new ArgumentException("A sentence must have exactly one root.", nameof(heads));
        (Span, _spans, _forms, _lemmas, _tags, _pennTags, _heads, _relations) = (span, spans, forms, lemmas, tags, pennTags, heads, relations);
        _children = ChildrenOf(heads);
    }

    /// <summary>Where the sentence stands in the text.</summary>
    public TextSpan Span { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => _spans.Length;

    /// <summary>The token at a place, from 0.</summary>
    public Token this[int index] => new(this, index);

    /// <summary>The token without a head.</summary>
    public Token Root => new(this, Array.FindIndex(_heads, h => h < 0));

    /// <summary>All tokens in order.</summary>
    public IEnumerable<Token> Tokens
    {
        get
        {
            for (var i = 0; i < Count; i++) yield return new Token(this, i);
        }
    }

    internal TextSpan SpanAt(int i) => _spans[i];
    internal string FormAt(int i) => _forms[i];
    internal string LemmaAt(int i) => _lemmas[i];
    internal PartOfSpeech TagAt(int i) => _tags[i];
    internal string PennTagAt(int i) => _pennTags[i];
    internal int HeadAt(int i) => _heads[i];
    internal Relation RelationAt(int i) => _relations[i];
    internal int[] ChildrenAt(int i) => _children[i];

    private static int[][] ChildrenOf(int[] heads)
    {
        var counts = new int[heads.Length];
        foreach (var h in heads)
            if (h >= 0) counts[h]++;
        var children = Array.ConvertAll(counts, c => c == 0 ? [] : new int[c]);
        Array.Clear(counts);
        for (var i = 0; i < heads.Length; i++)
            if (heads[i] >= 0) children[heads[i]][counts[heads[i]]++] = i;
        return children;
    }
}

/// <summary>A view of one token of a <see cref="Sentence"/>.</summary>
public readonly record struct Token(Sentence Sentence, int Index)
{
    /// <summary>Where it stands in the text.</summary>
    public TextSpan Span => Sentence.SpanAt(Index);

    /// <summary>The word as written.</summary>
    public string Form => Sentence.FormAt(Index);

    /// <summary>Its lemma, lower case but for names.</summary>
    public string Lemma => Sentence.LemmaAt(Index);

    /// <summary>Universal part of speech.</summary>
    public PartOfSpeech Tag => Sentence.TagAt(Index);

    /// <summary>Penn Treebank tag (VBD, VBN, NNP …), which keeps tense and number.</summary>
    public string PennTag => Sentence.PennTagAt(Index);

    /// <summary>Relation to its head.</summary>
    public Relation Relation => Sentence.RelationAt(Index);

    /// <summary>Whether it is the root.</summary>
    public bool IsRoot => Sentence.HeadAt(Index) < 0;

    /// <summary>Index of its head; -1 for the root.</summary>
    public int HeadIndex => Sentence.HeadAt(Index);

    /// <summary>Its head; the root is its own.</summary>
    public Token Head => IsRoot ? this : new Token(Sentence, HeadIndex);

    /// <summary>Its dependents in text order.</summary>
    public IEnumerable<Token> Children
    {
        get
        {
            foreach (var i in Sentence.ChildrenAt(Index)) yield return new Token(Sentence, i);
        }
    }

    /// <summary>Its first dependent with the relation, if any.</summary>
    public Token? Child(Relation relation)
    {
        foreach (var i in Sentence.ChildrenAt(Index))
            if (Sentence.RelationAt(i) == relation) return new Token(Sentence, i);
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Form}/{Tag}";
}
