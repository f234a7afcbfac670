using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>Words at the side of a clause that say who vouches for it.</summary>
/// <param name="Verb">The reporting verb; -1 for "according to".</param>
/// <param name="Source">The token that names the source where there is no verb.</param>
/// <param name="CueFirst">First token of the cue.</param>
/// <param name="CueLast">Last token of the cue.</param>
/// <param name="Rule">The rule.</param>
internal sealed record Attribution(int Verb, int Source, int CueFirst, int CueLast, string Rule)
{
    /// <summary>Whether nobody is named: "reportedly", "the alleged offer".</summary>
    public bool IsUnnamed => Verb < 0 && Source < 0;

    /// <summary>The lexicon's row where it is another than that of plain saying.</summary>
    public ReportingEntry? Entry { get; init; }
}

/// <summary>Sorts what hangs on a clause: attributions, conditions, clauses to be read on their own.</summary>
internal sealed class ClauseParts
{
    private readonly SentenceTree _tree;
    private readonly int _head;

    public ClauseParts(SentenceTree tree, int head, TokenRange own)
    {
        (_tree, _head) = (tree, head);
        foreach (var c in tree.Children(head))
        {
            if (own.Contains(c) || tree.Rel(c) is Relation.Conj or Relation.Parataxis && IsAttribution(tree, c)) Sort(c);
        }
        for (var x = tree.Child(head, Relation.Xcomp); x >= 0; x = tree.Child(x, Relation.Xcomp))
        {
            foreach (var c in tree.Children(x))
            {
                if (own.Contains(c) && tree.Rel(c) == Relation.Advcl && (Mark(c) is "while" or "though" or "although" or "whereas" || tree.Penn(c) == "VBG" && c > x && Claims.Asides.IsSetOff(tree, c) && FrameFinder.Find(tree, c) is not null)) Adverbial(c);
            }
        }
        if (tree.IsFinite(head) || tree.Head(head) < 0) AccordingTo(own);
        if (tree.OwnSubject(head) is var subject and >= 0) Alleged(subject);
        PassiveReport();
        ClaimsTo();
        TrailingAsides(own);
        if (Condition is null && _tree.Word(own.First) == "otherwise" && _head > own.First) Condition = new TokenRange(own.First, own.First);
        if (Condition is null) LeadingCondition(own);
        if (Condition is null) TrailingCondition(own);
        if (Condition is null) InTheEvent(own);
    }

    /// <summary>Who vouches by the side of the clause, outermost first.</summary>
    public List<Attribution> Attributions { get; } = [];

    /// <summary>Clauses that are read on their own.</summary>
    public List<int> Asides { get; } = [];

    /// <summary>Stretches that do not belong to the content at its edges.</summary>
    public List<TokenRange> Cuts { get; } = [];

    /// <summary>The if-clause.</summary>
    public TokenRange? Condition { get; private set; }

    /// <summary>Whether the clause only leads up to another ("The speech came hours after …").</summary>
    public bool IsOpener { get; private set; }

    private void Sort(int c)
    {
        switch (_tree.Rel(c))
        {
            case Relation.Parataxis or Relation.Discourse or Relation.Ccomp or Relation.Advcl or Relation.Conj or Relation.AclRelcl or Relation.Dep when IsAttribution(c):
                Attribute(new Attribution(c, -1, c, c, "parenthetical: " + _tree.Lemma(c)), c);
                break;
            case Relation.Advcl or Relation.Conj or Relation.Ccomp when c > _head && _tree.HasChild(c, Relation.Mark, "whether") && Claims.Asides.IsSetOff(_tree, c): Aside(c); break;
            case Relation.Ccomp when IsInverted(_tree, c): Conditional(c); break;
            case Relation.Advcl or Relation.AdvclRelcl: Adverbial(c); break;
            case Relation.Parataxis or Relation.List when _tree.IsClause(c): Aside(c); break;
            case Relation.Obl or Relation.Nmod or Relation.Parataxis or Relation.OblUnmarked: Oblique(c); break;
            case Relation.Advmod: Adverb(c); break;
            case Relation.Acl when Claims.Asides.IsSetOff(_tree, c) && c > _head: Cuts.Add(Extent(c)); break;
        }
    }

    // A speech verb with a subject and nothing said under it: what is said lies around it.
    private bool IsAttribution(int c) => IsAttribution(_tree, c);

    /// <summary>Whether the clause only says who said what stands around it.</summary>
    public static bool IsAttribution(SentenceTree _tree, int c) =>
        _tree.IsVerb(c) && ReportingLexicon.Reports(_tree.Lemma(c)) && !(_tree.Lemma(c) != "put" && _tree.Child(c, Relation.Obj) is var it and >= 0 && _tree.Word(it) is "it" or "this" or "that") && (_tree.OwnSubject(c) >= 0 || _tree.HasChild(c, Relation.Dislocated)) && _tree.Child(c, Relation.Cc) < 0
        && (!_tree.IsPassive(c) || _tree.Lemma(c) is "quote" or "cite" || _tree.Rel(c) == Relation.Parataxis && _tree.Word(_tree.OwnSubject(c)) == "it")
        && !_tree.HasChild(c, Relation.Ccomp, Relation.Xcomp) && !TakesRelative(_tree, c) && FrameFinder.Find(_tree, c) is null
        && _tree.Rel(c) switch { Relation.Advcl => _tree.HasChild(c, Relation.Mark, "as") && WordClasses.IsPredicate(_tree.Lemma(c), "avowal") || !_tree.HasChild(c, Relation.Mark) && (Claims.Asides.IsSetOff(_tree, c) || CommaBeforeSubject(_tree, c)), Relation.Conj or Relation.AclRelcl => Claims.Asides.IsSetOff(_tree, c) && !_tree.HasChild(c, Relation.Obj) && !_tree.IsRelativePronoun(_tree.OwnSubject(c)), Relation.Ccomp => (Claims.Asides.IsSetOff(_tree, c) || CommaBeforeSubject(_tree, c)) && !_tree.HasChild(c, Relation.Mark) && !_tree.HasChild(c, Relation.Obj), _ => true };

    // "…, which it denies": the relative word is what is denied.
    private static bool TakesRelative(SentenceTree tree, int c)
    {
        foreach (var o in tree.Children(c))
        {
            if (tree.Word(o) is "which" or "whom" && tree.Rel(o) is Relation.Obj or Relation.Ccomp or Relation.Obl) return true;
        }
        return false;
    }

    private static bool CommaBeforeSubject(SentenceTree tree, int c) =>
        tree.OwnSubject(c) is var s && s > 0 && tree.Left(s) > 0 && tree.Word(tree.Left(s) - 1) == "," && (c + 1 >= tree.Count || tree.Tag(c + 1) == PartOfSpeech.Punct);

    private void Attribute(Attribution attribution, int subtree)
    {
        Attributions.Add(attribution);
        Cuts.Add(Extent(subtree));
    }

    private void Oblique(int c)
    {
        var k = _tree.Child(c, Relation.Case);
        if (k < 0) return;
        var word = _tree.Word(k);
        if (word == "according") return;
        if (word is "by" or "in" or "on" && _tree.Lemma(c) is "estimate" or "account" or "reckoning" or "count" or "poll" or "survey" && !_tree.HasChild(_head, Relation.AuxPass))
            Attribute(new Attribution(-1, c, _tree.Left(c), c, "by somebody's estimate"), c);
        else if (word is "in" && _tree.Lemma(c) is "event" or "case" && _tree.HasChild(c, Relation.Acl, Relation.AclRelcl, Relation.Nmod)) Conditional(c);
    }

    // "According to …" holds for the whole finite clause, wherever the parser hung it.
    private void AccordingTo(TokenRange own)
    {
        for (var i = own.First; i < own.Last; i++)
        {
            if (_tree.Word(i) != "according" || _tree.Word(i + 1) != "to" || Attributions.Exists(a => a.CueFirst == i) || FiniteAbove(i) != _head) continue;
            var phrase = _tree.IsNominal(_tree.Head(i)) && _tree.Head(i) > i ? _tree.Head(i) : LastNominal(i);
            if (phrase == i || !own.Contains(phrase)) continue;
            Attributions.Add(new Attribution(-1, phrase, i, i + 1, "according to"));
            Cuts.Add(new TokenRange(Math.Min(i, _tree.Left(phrase)), ThroughComma(own, i, Math.Max(_tree.Right(phrase), _tree.Right(i)))));
        }
    }

    // A leading "according to" goes as far as the comma before the clause, whatever the parser made of what describes the source.
    private int ThroughComma(TokenRange own, int according, int last)
    {
        if (according > own.First + 1) return last;
        var subject = _tree.OwnSubject(_head) is var s and >= 0 ? _tree.Left(s) : _head;
        for (var i = last + 1; i < Math.Min(subject, _head); i++)
        {
            if (_tree.Word(i) == ",") return i;
        }
        return last;
    }

    // "The rebels claim to have won": they vouch for the whole.
    private void ClaimsTo()
    {
        if (_tree.IsPassive(_head) || _tree.Child(_head, Relation.Xcomp) is not (var x and >= 0) || !_tree.HasTo(x) || _tree.OwnSubject(_head) is not (var subject and >= 0)) return;
        if (FrameFinder.Entry(_tree, _head, FrameShape.Inf) is { Author: Factuality.Uncommitted } entry)
            Attributions.Add(new Attribution(-1, subject, _head, _head, "claims to: " + entry.Lemma) { Entry = entry });
    }

    // "The rebels are said to have fled": somebody unnamed vouches for the whole.
    private void PassiveReport()
    {
        if (!_tree.IsPassive(_head) || _tree.Child(_head, Relation.Xcomp, Relation.Ccomp) is not (var x and >= 0) || !_tree.HasTo(x) && _tree.Tag(x) != PartOfSpeech.Adj) return;
        if (FrameFinder.Entry(_tree, _head, FrameShape.PassInf) is { Treatment: FrameTreatment.Report } entry)
            Attributions.Add(new Attribution(-1, -1, _head, _head, "passive: " + entry.Lemma) { Entry = entry });
    }

    // "The alleged offer included …": what is told of an alleged thing is alleged.
    private void Alleged(int subject)
    {
        foreach (var c in _tree.Children(subject))
        {
            if (_tree.Rel(c) == Relation.Amod && WordClasses.IsHedge(_tree.Word(c), "reported-adjective")) Attributions.Add(new Attribution(-1, -1, c, c, "alleged subject"));
        }
    }

    private int FiniteAbove(int i)
    {
        for (var steps = 0; i >= 0 && steps < _tree.Count; steps++, i = _tree.Head(i))
        {
            if (_tree.IsClause(i) && (_tree.IsFinite(i) || _tree.Head(i) < 0)) return i;
        }
        return -1;
    }

    private void Adverb(int c)
    {
        var word = _tree.Word(c);
        if (WordClasses.IsHedge(word, "reported")) Attributions.Add(new Attribution(-1, -1, c, c, "reportedly"));
        else if (word == "otherwise" && c < _head) (Condition, _) = (Extent(c), 0);
        if (_tree.Word(c) == "according") Attribute(new Attribution(-1, LastNominal(c), c, Math.Min(c + 1, _tree.Count - 1), "according to"), c);
    }

    private int LastNominal(int c) => _tree.Child(c, Relation.Obl, Relation.Obj, Relation.Nmod) is var n and >= 0 ? n : c;

    private void Adverbial(int c)
    {
        var mark = Mark(c);
        if (AsLongAs(c) is var longAs and >= 0) Conditional(new TokenRange(longAs, _tree.Right(c)));
        else if (_tree.Lemma(c) is "provide" && _tree.Penn(c) == "VBN" && _tree.OwnSubject(c) < 0 && _tree.HasChild(c, Relation.Ccomp)) Conditional(c);
        else if (_tree.Word(c) == "according" || _tree.Lemma(c) == "accord") Attribute(new Attribution(-1, LastNominal(c), c, Math.Min(c + 1, _tree.Count - 1), "according to"), c);
        else if (WordClasses.IsHedge(mark, "condition") || IsInverted(_tree, c)) Conditional(c);
        else if (mark == "once" && IsOpen()) Conditional(c);
        else if (mark == "as" && ReportingLexicon.Reports(_tree.Lemma(c)) && !_tree.HasChild(c, Relation.Obj, Relation.Ccomp, Relation.Xcomp)) Cuts.Add(Extent(c));
        else if (Asserts(c, mark)) Aside(c);
    }

    // "As long as both sides hold their fire", "so long as a Russian is there": where it begins; -1 if it is none.
    private int AsLongAs(int c)
    {
        var mark = _tree.Child(c, Relation.Mark);
        return mark > 1 && _tree.Word(mark) == "as" && _tree.Word(mark - 1) == "long" && _tree.Word(mark - 2) is "as" or "so" && (mark < 3 || _tree.Word(mark - 3) != "for") && c > mark ? mark - 2 : -1;
    }

    private void Conditional(int c) => Conditional(Extent(c));

    private void Conditional(TokenRange extent)
    {
        Cuts.Add(extent);
        var trimmed = extent;
        while (trimmed.First < trimmed.Last && _tree.Tag(trimmed.First) == PartOfSpeech.Punct) trimmed = trimmed with { First = trimmed.First + 1 };
        while (trimmed.First < trimmed.Last && _tree.Tag(trimmed.Last) == PartOfSpeech.Punct) trimmed = trimmed with { Last = trimmed.Last - 1 };
        Condition ??= trimmed;
    }

    /// <summary>Whether the clause is a condition by its order.</summary>
    // "Should Egypt block the canal, …", "Were it attacked, …".
    public static bool IsInverted(SentenceTree tree, int c)
    {
        var first = tree.Left(c);
        if (c > tree.Head(c) && tree.Word(first) != "should") return false;
        return tree.Word(first) is "should" or "were" or "had" && tree.Rel(first) is Relation.Aux or Relation.Cop or Relation.AuxPass && (tree.OwnSubject(c) > first || tree.HasChild(c, Relation.Expl));
    }

    // A relative clause or apposition behind the last comma is a claim of its own and no part of this one.
    private void TrailingAsides(TokenRange own)
    {
        for (var i = _head + 1; i <= own.Last; i++)
        {
            var asserts = _tree.Rel(i) == Relation.AclRelcl ? Claims.Asides.IsSetOff(_tree, i) && Claims.Asides.AssertsRelative(_tree, i, reported: true) : _tree.Rel(i) is not (Relation.Nsubj or Relation.NsubjPass) && Claims.Asides.AssertsApposition(_tree, i);
            if (asserts && !_tree.IsUnder(_head, i)) Cuts.Add(Extent(i));
        }
    }

    // "… in the event that he leaves", to the end of the clause.
    private void InTheEvent(TokenRange own)
    {
        for (var i = _head + 1; i + 3 < own.Last; i++)
        {
            if (_tree.Word(i) != "in" || _tree.Word(i + 1) != "the" || _tree.Word(i + 2) != "event" || _tree.Word(i + 3) is not ("that" or "of")) continue;
            var last = own.Last;
            while (last > i && _tree.Tag(last) == PartOfSpeech.Punct) last--;
            Condition = new TokenRange(i, last);
            Cuts.Add(new TokenRange(i, own.Last));
            return;
        }
    }

    // "…, if he leaves" hung on a noun of the clause: the clause depends on it all the same.
    private void TrailingCondition(TokenRange own)
    {
        for (var i = _head + 1; i < own.Last; i++)
        {
            if (_tree.Rel(i) is not (Relation.Mark or Relation.Case) || _tree.Word(i) is not ("if" or "unless") || _tree.Rel(i) == Relation.Case && _tree.Word(i) == "if") continue;
            var clause = _tree.Head(i);
            if ((clause == _head || _tree.Rel(i) == Relation.Case) && _tree.Word(i) == "unless")
            {
                var last = i;
                while (last < own.Last && _tree.Word(last + 1) is not ("," or "." or ";" or "\"" or "”")) last++;
                Condition = new TokenRange(i, last);
                Cuts.Add(new TokenRange(i, own.Last));
                return;
            }
            var over = clause < 0 ? -1 : _tree.Head(clause);
            if (over < 0 || _tree.Rel(clause) != Relation.Advcl || over != _head && (_tree.IsClause(over) || !_tree.IsUnder(over, _head) || ClauseOf(over) != _head)) continue;
            Conditional(clause);
            return;
        }
    }

    private int ClauseOf(int i)
    {
        for (var steps = 0; i >= 0 && steps < _tree.Count; steps++, i = _tree.Head(i))
        {
            if (_tree.IsClause(i)) return i;
        }
        return -1;
    }

    // "If …, they would …" where the parser lost the clause: up to the comma before the subject.
    private void LeadingCondition(TokenRange own)
    {
        var first = own.First;
        while (first < own.Last && (_tree.Tag(first) == PartOfSpeech.Punct || _tree.Word(first) is "but" or "and" or "that")) first++;
        if (_head <= first || !WordClasses.IsHedge(_tree.Word(first), "condition") || _tree.Word(first) == "otherwise" || _tree.Word(first) == "should" && _tree.Rel(first) == Relation.Aux && _tree.Head(first) == _head && _tree.Tag(first) != PartOfSpeech.Aux) return;
        var start = _tree.OwnSubject(_head) is var s and >= 0 ? _tree.Left(s) : _head;
        if (start <= first) start = _head;
        for (var comma = start; comma > first + 1; comma--)
        {
            if (_tree.Word(comma) != ",") continue;
            Condition = new TokenRange(first, WithoutAside(first, comma - 1));
            Cuts.Add(new TokenRange(own.First, comma));
            return;
        }
    }

    // "If it goes ahead, he said, …": the aside is no part of the condition.
    private int WithoutAside(int first, int last)
    {
        for (var i = last; i > Math.Max(first + 2, last - 6); i--)
        {
            if (_tree.Word(i) == "," && last - i <= 5 && ReportingLexicon.Reports(_tree.Lemma(last)) | ReportingLexicon.Reports(_tree.Lemma(i + 1))) return i - 1;
        }
        return last;
    }

    private bool IsOpen() => _tree.Child(_head, Relation.Aux) is var aux and >= 0 && _tree.Word(aux) is "will" or "would" or "could" or "can" or "may" or "might" or "'ll";

    private bool Asserts(int c, string mark)
    {
        if (mark is "while" or "though" or "although" or "whereas") return _tree.OwnSubject(c) >= 0;
        if (mark is "because" or "for" && !Claims.Asides.IsSetOff(_tree, c)) return false;
        if (mark is "as" or "since" or "because" or "for") return _tree.OwnSubject(c) >= 0 && _tree.IsFinite(c) && !IsComparison(c);
        if (mark is "after")
        {
            IsOpener = _tree.Lemma(_head) is "come" or "follow" && _tree.OwnSubject(c) >= 0;
            if (c > _head && !IsOpener && _tree.HasChild(c, Relation.OblUnmarked, Relation.NmodUnmarked)) return false;
            return _tree.OwnSubject(c) >= 0 && (IsOpener || FrameFinder.Find(_tree, c) is not null || Claims.Asides.IsPast(_tree, c) && (c > _head || Claims.Asides.IsSetOff(_tree, c) || _tree.HasChild(c, Relation.OblUnmarked, Relation.NmodUnmarked)));
        }
        if (HasAdverb(c, "where") && Claims.Asides.IsSetOff(_tree, c)) return _tree.OwnSubject(c) >= 0 && _tree.IsFinite(c);
        if (mark is "when" || HasAdverb(c, "when")) return c > _head && _tree.OwnSubject(c) >= 0 && (Claims.Asides.IsPast(_tree, c) || Claims.Asides.IsSetOff(_tree, c) && _tree.Penn(c) == "VB");
        if (_tree.Lemma(c) == "speak" && _tree.Penn(c) == "VBG") return false;
        if (_tree.Lemma(c) is "cite" or "quote" or "ask" or "count" or "include" or "exclude" or "follow" && _tree.OwnSubject(c) < 0) return false;
        if (mark.Length == 0 && _tree.IsFinite(c) && _tree.OwnSubject(c) >= 0 && !_tree.IsInterrogative(_tree.Left(c)) && !HasAdverb(c, "how") && _tree.Tag(c) == PartOfSpeech.Verb) return c < _head || Claims.Asides.IsSetOff(_tree, c);
        return mark.Length == 0 && _tree.Penn(c) is "VBG" or "VBN" && Claims.Asides.IsSetOff(_tree, c) && c > _head
            || mark.Length == 0 && c > _head && _tree.Lemma(c) is "convinced" or "convince" or "certain" or "sure" or "confident" or "persuade" && FrameFinder.Find(_tree, c) is not null
            || mark is "" or "by" && _tree.Penn(c) == "VBG" && FrameFinder.Find(_tree, c) is not null;
    }

    private bool IsComparison(int c) => _tree.HasChild(_head, Relation.Advmod, "as") || _tree.Lemma(c) is "do";

    private bool HasAdverb(int c, string word) => _tree.HasChild(c, Relation.Advmod, word);

    private string Mark(int c) => _tree.Child(c, Relation.Mark) is var m and >= 0 ? _tree.Word(m) : "";

    private void Aside(int c)
    {
        Asides.Add(c);
        Cuts.Add(Extent(c));
    }

    private TokenRange Extent(int c) => new(_tree.Left(c), _tree.Right(c));
}
