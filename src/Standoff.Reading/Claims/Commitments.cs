using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Certainty and polarity: the lattice, and what a clause's own words say on it.</summary>
internal static class Commitments
{
    /// <summary>An outer commitment over an inner one: the weaker certainty, the product of the polarities.</summary>
    public static Factuality Over(this Factuality outer, Factuality inner)
    {
        if (outer == Factuality.Uncommitted || inner == Factuality.Uncommitted) return Factuality.Uncommitted;
        var strength = Math.Max(Strength(outer), Strength(inner));
        return Make(strength, outer.IsNegative() != inner.IsNegative());
    }

    /// <summary>What the clause's own modals, adverbs, adjectives and negations make of it.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="head">Head of the clause.</param>
    /// <param name="reported">Whether somebody else vouches: then "should" asks and does not expect.</param>
    public static Commitment Of(SentenceTree tree, int head, bool reported)
    {
        var reading = new CommitmentReading(tree, reported);
        reading.Clause(head);
        for (var (h, steps) = (head, 0); steps < 8 && tree.Rel(h) == Relation.Conj && tree.OwnSubject(h) < 0; steps++)
        {
            var joined = tree.HasChild(h, Relation.Cc, "or") || tree.HasChild(h, Relation.Cc, "nor");
            var hasNor = tree.HasChild(h, Relation.Cc, "nor");
            h = tree.Head(h);
            reading.Shared(h, joined, hasNor);
        }
        return reading.Result();
    }

    internal static Factuality Make(int strength, bool negative) => (strength, negative) switch
    {
        (0, false) => Factuality.Certain,
        (1, false) => Factuality.Probable,
        (_, false) => Factuality.Possible,
        (0, true) => Factuality.CertainNot,
        (1, true) => Factuality.ProbableNot,
        _ => Factuality.PossibleNot,
    };

    private static int Strength(Factuality f) => f switch
    {
        Factuality.Certain or Factuality.CertainNot => 0,
        Factuality.Probable or Factuality.ProbableNot => 1,
        _ => 2,
    };
}

/// <summary>One pass over a clause's own words.</summary>
internal sealed class CommitmentReading(SentenceTree tree, bool reported)
{
    private readonly List<TextSpan> _cues = [];
    private int _strength;
    private bool _negative;
    private string _rule = "plain statement";

    public Commitment Result() => new(Commitments.Make(_strength, _negative), _cues, _rule);

    /// <summary>Reads the clause itself.</summary>
    public void Clause(int head)
    {
        Predicate(head);
        if (tree.Word(0) is "nor" or "hardly" or "neither" && tree.Head(head) < 0 && !tree.HasChild(head, Relation.Cc, "nor") && tree.Child(head, Relation.CcPreconj) < 0 && !HasLeading(head)) Negate("leading " + tree.Word(0));
        if (tree.HasTo(head) && tree.Rel(head) is not (Relation.Xcomp or Relation.Advcl or Relation.Acl) && ToBe(head) is var be and >= 0) Weaken(1, be, "arranged: be to");
        foreach (var c in tree.Children(head)) Dependent(head, c);
        Governed(head);
    }

    /// <summary>Reads what a coordinated clause takes over from the first: auxiliaries always, negation under "or" alone.</summary>
    public void Shared(int first, bool joinedByOr, bool hasNor)
    {
        foreach (var c in tree.Children(first))
        {
            if (tree.Rel(c) == Relation.Aux) Modal(first, c);
            else if (joinedByOr && !hasNor && tree.Rel(c) == Relation.Advmod && WordClasses.IsHedge(tree.Word(c), "negation")) Negate("negation shared under or");
        }
    }

    // Whether the first word is seen as an adverb or a determiner of the clause anyway.
    private bool HasLeading(int head) => tree.Head(0) == head && tree.Rel(0) == Relation.Advmod && WordClasses.IsHedge(tree.Word(0), "negation") || tree.Rel(0) is Relation.Det or Relation.Nsubj or Relation.NsubjPass or Relation.Cc or Relation.CcPreconj;

    // "The talks are to resume": a finite "be" and an infinitive.
    private int ToBe(int head)
    {
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) is Relation.Aux or Relation.Cop && c < head && tree.Word(c) is "is" or "are" or "was" or "were") return c;
        }
        return -1;
    }

    private void Dependent(int head, int c)
    {
        switch (tree.Rel(c))
        {
            case Relation.Aux: Modal(head, c); break;
            case Relation.Advmod or Relation.Discourse: Adverb(c); break;
            case Relation.CcPreconj or Relation.Cc when tree.Word(c) is "neither" or "nor": Negate("neither, nor"); break;
            case Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.NsubjOuter: Argument(c); break;
            case Relation.Det when tree.Word(c) == "no" && tree.HasChild(head, Relation.Cop): Negate("no before a predicate noun"); break;
            case Relation.Obl when tree.Word(c) is "nothing" or "nobody" or "none" && tree.Child(c, Relation.Case) is var k && tree.Word(k) is "of" or "about": Negate("negative pronoun"); break;
            case Relation.Obl when tree.HasChild(c, Relation.Case, "of") && tree.HasChild(c, Relation.Det, "no"): Negate("negative determiner: no"); break;
        }
    }

    private void Modal(int head, int c)
    {
        var word = tree.Word(c);
        if (word is "cannot" or "can't") Negate("negated modal");
        if (word == "could" && IsNegated(head)) return;
        if (WordClasses.IsHedge(word, "possible-modal")) Weaken(2, c, "possible: " + word);
        else if (WordClasses.IsHedge(word, "expected-modal") && !reported && !Prescription.Is(tree, head)) Weaken(1, c, "expected: " + word);
        foreach (var n in tree.Children(c))
        {
            if (WordClasses.IsHedge(tree.Word(n), "negation")) Negate("negated modal");
        }
    }

    // "Could not verify" says what did not happen, not what is possible.
    private bool IsNegated(int head)
    {
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) == Relation.Advmod && (WordClasses.IsHedge(tree.Word(c), "negation") || WordClasses.IsHedge(tree.Word(c), "near-negation"))) return true;
            if (c < head && tree.Rel(c) is Relation.Nsubj or Relation.NsubjPass && (tree.Word(tree.Left(c)) is "neither" or "no" or "none" or "nobody" || WordClasses.IsHedge(tree.Word(c), "negative-pronoun"))) return true;
        }
        return false;
    }

    private void Adverb(int c)
    {
        var word = tree.Word(c);
        if (WordClasses.IsHedge(word, "negation"))
        {
            if (word != "not" || c + 1 >= tree.Count || tree.Word(c + 1) is not ("only" or "just" or "merely")) Negate("negation: " + word);
        }
        else if (WordClasses.IsHedge(word, "probable")) Weaken(1, c, "probable: " + word);
        else if (WordClasses.IsHedge(word, "possible")) Weaken(2, c, "possible: " + word);
        foreach (var n in tree.Children(c))
        {
            if (tree.Rel(n) == Relation.Advmod && tree.Word(n) is "not" or "never" && word is not "only" and not "just") Negate("negation: " + tree.Word(n));
        }
    }

    private void Argument(int c)
    {
        if (WordClasses.IsHedge(tree.Word(c), "negative-pronoun")) Negate("negative pronoun: " + tree.Word(c));
        if (tree.Word(tree.Left(c)) == "not" && tree.Left(c) < c && tree.Word(tree.Left(c) + 1) is "a" or "one" or "all" or "every" or "many" || tree.Word(c) == "one" && c > 0 && tree.Word(c - 1) == "not" && tree.Head(c - 1) != tree.Head(c))
        {
            Negate("negated subject: not");
            return;
        }
        if (tree.Word(tree.Left(c)) == "no" && tree.Word(tree.Left(c) + 1) is "more" or "fewer" or "less" or "longer" or "later") return;
        if (tree.Word(tree.Left(c)) == "no" && tree.Left(c) < c && tree.Head(tree.Left(c)) != c)
        {
            Negate("negative determiner: no");
            return;
        }
        foreach (var d in tree.Children(c))
        {
            if (tree.Rel(d) is Relation.Det or Relation.Advmod or Relation.CcPreconj && tree.Word(d) is "no" or "neither") Negate("negative determiner: " + tree.Word(d));
        }
    }

    private void Predicate(int head)
    {
        var lemma = tree.Lemma(head);
        if (WordClasses.IsHedge(lemma, "improbable-adjective"))
        {
            Weaken(1, head, "improbable: " + lemma);
            Negate("improbable: " + lemma);
        }
        else if (tree.Tag(head) == PartOfSpeech.Adj && WordClasses.IsHedge(lemma, "probable-adjective") && (lemma == "likely" || tree.HasChild(head, Relation.Xcomp, Relation.Ccomp, Relation.Advcl)))
        {
            Weaken(1, head, "probable: " + lemma);
        }
        else if (WordClasses.IsHedge(lemma, "possible-adjective") && !tree.HasChild(head, Relation.Advmod, "not")) Weaken(2, head, "possible: " + lemma);
    }

    // Verbs that hedge or negate what they govern: seem to, fail to, is expected to, are to.
    private void Governed(int head)
    {
        var x = tree.Child(head, Relation.Xcomp);
        if (x < 0 && tree.IsPassive(head) && FrameFinder.Entry(tree, head, FrameShape.PassInf) is { Treatment: FrameTreatment.Hedge }) Weaken(1, head, "hedged: " + tree.Lemma(head));
        if (x < 0 || !tree.HasTo(x)) return;
        if (tree.Lemma(head) == "be" || (tree.Word(head) is "set" or "due"))
        {
            Weaken(1, head, "arranged: be to");
            return;
        }
        var entry = ReportingLexicon.Find(tree.Lemma(head), tree.IsPassive(head) ? FrameShape.PassInf : FrameShape.Inf);
        if (entry is null || tree.HasChild(head, Relation.Obj, Relation.Iobj)) return;
        if (entry.Author.IsNegative()) Negate("negative implicative: " + entry.Lemma);
        if (entry.Author is Factuality.Probable || entry.Source is Factuality.Probable) Weaken(1, head, "hedged: " + entry.Lemma);
        if (entry.Treatment is not FrameTreatment.Telling || entry.Author is Factuality.Probable) Nested(x);
    }

    private void Nested(int x)
    {
        foreach (var c in tree.Children(x))
        {
            if (tree.Rel(c) == Relation.Advmod && WordClasses.IsHedge(tree.Word(c), "negation")) Negate("negated infinitive");
        }
    }

    private void Negate(string rule) => (_negative, _rule) = (!_negative, rule);

    private void Weaken(int strength, int cue, string rule)
    {
        _cues.Add(tree.Span(cue));
        _rule = rule;
        _strength = Math.Max(_strength, strength);
    }
}
