using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>A parsed sentence with what the claim rules ask of it again and again: extents, subjects, clauses.</summary>
internal sealed class SentenceTree
{
    private readonly int[][] _children;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly string[] _words;
    private readonly string[] _lemmas;

    public SentenceTree(Sentence sentence)
    {
        Sentence = sentence;
        var n = sentence.Count;
        _children = new int[n][];
        _left = new int[n];
        _right = new int[n];
        _words = new string[n];
        _lemmas = new string[n];
        for (var i = 0; i < n; i++)
        {
            (_left[i], _right[i], _children[i]) = (i, i, sentence.ChildrenAt(i));
            _words[i] = sentence.FormAt(i) switch { "‘" => "“", "’" when sentence.TagAt(i) == PartOfSpeech.Punct => "”", var form => Fold(form) };
            _lemmas[i] = sentence.TagAt(i) == PartOfSpeech.Verb ? ThatClauses.VerbLemma(sentence, i) : Fold(sentence.LemmaAt(i));
        }
        Widen();
    }

    public Sentence Sentence { get; }

    public int Count => _left.Length;

    public int Root => Count == 0 ? -1 : Sentence.Root.Index;

    // -1, "no token", and the places behind the last may be asked about: they have no words, no relation and no children,
    // so that rules need not check.
    private bool IsNone(int i) => (uint)i >= (uint)_words.Length;

    /// <summary>The word in lower case with straight apostrophes.</summary>
    public string Word(int i) => IsNone(i) ? "" : _words[i];

    /// <summary>The lemma in lower case.</summary>
    public string Lemma(int i) => IsNone(i) ? "" : _lemmas[i];

    public PartOfSpeech Tag(int i) => IsNone(i) ? PartOfSpeech.X : Sentence.TagAt(i);

    public string Penn(int i) => IsNone(i) ? "" : Sentence.PennTagAt(i);

    public Relation Rel(int i) => IsNone(i) ? Relation.Dep : Sentence.RelationAt(i);

    public int Head(int i) => IsNone(i) ? -1 : Sentence.HeadAt(i);

    public int[] Children(int i) => IsNone(i) ? [] : _children[i];

    public TextSpan Span(int i) => Sentence.SpanAt(i);

    /// <summary>First token of the subtree.</summary>
    public int Left(int i) => _left[i];

    /// <summary>Last token of the subtree.</summary>
    public int Right(int i) => _right[i];

    public TextSpan Span(int first, int last) => new(Span(first).Start, Span(last).End);

    /// <summary>First child with one of the relations; -1 if none.</summary>
    public int Child(int i, params ReadOnlySpan<Relation> relations)
    {
        foreach (var c in Children(i))
        {
            if (relations.Contains(Rel(c))) return c;
        }
        return -1;
    }

    public bool HasChild(int i, params ReadOnlySpan<Relation> relations) => Child(i, relations) >= 0;

    /// <summary>Whether a child of the relation has the lemma.</summary>
    public bool HasChild(int i, Relation relation, string lemma)
    {
        foreach (var c in Children(i))
        {
            if (Rel(c) == relation && Lemma(c) == lemma) return true;
        }
        return false;
    }

    public bool IsVerb(int i) => Tag(i) is PartOfSpeech.Verb or PartOfSpeech.Aux;

    public bool IsNominal(int i) => Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Num;

    /// <summary>The explicit subject of a clause; -1 if it has none.</summary>
    public int OwnSubject(int i)
    {
        var found = -1;
        foreach (var c in Children(i))
        {
            if (Rel(c) is not (Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.Csubj or Relation.CsubjPass or Relation.CsubjOuter)) continue;
            if (found >= 0 && (c > i || Right(found) + 1 != Left(c) || Left(c) != c)) break;
            found = c;
        }
        return found;
    }

    /// <summary>Whether the token heads a clause: a verb, or anything with a subject or a copula.</summary>
    public bool IsClause(int i) =>
        (IsVerb(i) && Rel(i) is not (Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed))
        || HasChild(i, Relation.Cop) || OwnSubject(i) >= 0;

    /// <summary>Whether the clause is finite: it has a subject, a tensed verb or an auxiliary.</summary>
    public bool IsFinite(int i)
    {
        if (Penn(i) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        foreach (var c in Children(i))
        {
            if (Rel(c) is Relation.Aux or Relation.AuxPass or Relation.Cop && Penn(c) is "VBD" or "VBZ" or "VBP" or "MD") return true;
        }
        return false;
    }

    public bool IsPassive(int i) => HasChild(i, Relation.AuxPass, Relation.NsubjPass, Relation.CsubjPass);

    public bool HasTo(int i)
    {
        foreach (var c in Children(i))
        {
            if (Rel(c) is Relation.Mark or Relation.Aux && Word(c) == "to") return true;
        }
        return false;
    }

    /// <summary>The subject that a clause has or shares: its own, else the one that control or coordination gives it.</summary>
    public int Subject(int i)
    {
        for (var steps = 0; steps < 12 && i >= 0; steps++)
        {
            var own = OwnSubject(i);
            if (own >= 0) return IsRelativePronoun(own) && Antecedent(i) is var a and >= 0 ? a : own;
            var head = Head(i);
            if (head < 0) return -1;
            switch (Rel(i))
            {
                case Relation.Xcomp or Relation.Advcl when HasTo(i) && ReportingLexicon.Find(Lemma(head), FrameShape.ObjInf) is not null && Child(head, Relation.Obj, Relation.Iobj) is var asked and >= 0: return asked;
                case Relation.Xcomp when Child(head, Relation.Obj, Relation.Iobj) is var o and >= 0: return o;
                case Relation.Acl or Relation.AclRelcl: return head;
                case Relation.Conj or Relation.Xcomp or Relation.Advcl or Relation.Parataxis or Relation.Ccomp: i = head; break;
                default: return -1;
            }
        }
        return -1;
    }

    /// <summary>The noun that a relative clause modifies, also through coordinated relative clauses; -1 if it is none.</summary>
    public int Antecedent(int i)
    {
        for (var steps = 0; steps < 6 && i >= 0; steps++)
        {
            if (Rel(i) is Relation.AclRelcl or Relation.Acl or Relation.AdvclRelcl) return Head(i);
            if (Rel(i) is not (Relation.Conj or Relation.Xcomp or Relation.Ccomp)) return -1;
            i = Head(i);
        }
        return -1;
    }

    public bool IsRelativePronoun(int i) => Word(i) is "who" or "which" or "that" or "whom" && Tag(i) is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Sconj;

    public bool IsInterrogative(int i) => Word(i) is "who" or "what" or "how" or "why" or "whether" or "when" or "where" or "which" or "whom" or "whose";

    /// <summary>The token of a stretch whose head lies outside it; a clause is preferred over a phrase.</summary>
    public int HeadOf(int first, int last)
    {
        var best = -1;
        for (var i = first; i <= last; i++)
        {
            if (Head(i) >= first && Head(i) <= last || Rel(i) == Relation.Punct) continue;
            if (best < 0 || (!IsClause(best) && IsClause(i))) best = i;
        }
        return best;
    }

    /// <summary>Like <see cref="HeadOf"/>, but the first clause with a subject where the head is no clause.</summary>
    public int ClauseIn(int first, int last)
    {
        var head = HeadOf(first, last);
        if (head >= 0 && IsClause(head)) return head;
        for (var i = first; i <= last; i++)
        {
            if (IsClause(i) && OwnSubject(i) >= first) return i;
        }
        return head;
    }

    /// <summary>Whether the token lies in the subtree of the other.</summary>
    public bool IsUnder(int i, int ancestor)
    {
        for (var steps = 0; i >= 0 && steps <= Count; steps++, i = Head(i))
        {
            if (i == ancestor) return true;
        }
        return false;
    }

    private static string Fold(string s) => s.Replace('’', '\'').ToLowerInvariant();

    // Heads are settled from the leaves up, so that each token widens its head once.
    private void Widen()
    {
        var open = new int[Count];
        for (var i = 0; i < Count; i++) open[i] = _children[i].Length;
        var leaves = new Stack<int>(Enumerable.Range(0, Count).Where(i => open[i] == 0));
        while (leaves.TryPop(out var i))
        {
            var head = Head(i);
            if (head < 0) continue;
            _left[head] = Math.Min(_left[head], _left[i]);
            _right[head] = Math.Max(_right[head], _right[i]);
            if (--open[head] == 0) leaves.Push(head);
        }
    }
}
