using Standoff.Reading.Syntax;

namespace Standoff.Reading.Claims;

/// <summary>A reporting construction: who reports, by which verb, what content.</summary>
/// <param name="Entry">The row of the lexicon that it follows.</param>
/// <param name="Cue">The verb.</param>
/// <param name="Content">Head of the content.</param>
/// <param name="First">First token of the content.</param>
/// <param name="Last">Last token of the content.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed record Frame(ReportingEntry Entry, int Cue, int Content, int First, int Last, string Rule)
{
    /// <summary>Whether the content is said to be not known.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether the content is a phrase without a clause of its own.</summary>
    public bool IsPhrase { get; init; }
}

/// <summary>Finds the frame that a clause makes, if it makes one.</summary>
internal static class FrameFinder
{
    private static readonly ReportingEntry Unknown = new("unknown", FrameShape.Wh, FrameTreatment.Content, Factuality.Uncommitted, Factuality.Uncommitted, ClaimKind.Unknown, false);
    private static readonly ReportingEntry Plain = new("say", FrameShape.That, FrameTreatment.Content, Factuality.Uncommitted, Factuality.Certain, null, false);

    /// <summary>The frame headed by the token; <see langword="null"/> where its claim is the clause itself.</summary>
    public static Frame? Find(SentenceTree tree, int head) =>
        Unclear(tree, head) ?? QuotedAs(tree, head) ?? Clausal(tree, head) ?? Directive(tree, head) ?? Predicative(tree, head) ?? Found(tree, head) ?? Denied(tree, head) ?? Quoted(tree, head);

    /// <summary>The row for a verb, with its particle or preposition before the verb alone.</summary>
    public static ReportingEntry? Entry(SentenceTree tree, int head, FrameShape shape)
    {
        var lemma = tree.Lemma(head);
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) == Relation.CompoundPrt && ReportingLexicon.Find(lemma + " " + tree.Word(c), shape) is { } particle) return particle;
            if (tree.Rel(c) == Relation.Xcomp && tree.Tag(c) == PartOfSpeech.Adj && ReportingLexicon.Find(lemma + " " + tree.Word(c), shape) is { } predicative) return predicative;
            if (tree.Rel(c) is Relation.Obl or Relation.Advcl && tree.Child(c, Relation.Case, Relation.Mark) is var k and >= 0
                && ReportingLexicon.Find(lemma + " " + tree.Word(k), shape) is { } prepositional) return prepositional;
        }
        return ReportingLexicon.Find(lemma, shape);
    }

    /// <summary>Whether the clause is negated by its own words.</summary>
    public static bool IsNegated(SentenceTree tree, int head) => Commitments.Of(tree, head, reported: true).Value.IsNegative();

    /// <summary>Whether a clause opens with "whether", "who", "what" … and so asks.</summary>
    public static bool Asks(SentenceTree tree, int clause)
    {
        for (var i = tree.Left(clause); i <= clause; i++)
        {
            if (tree.Tag(i) is PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Adp) continue;
            if (tree.Word(i) == "if") return tree.Rel(i) == Relation.Mark;
            return tree.IsInterrogative(i);
        }
        return false;
    }

    // "said why …", "knows what …": the asking word governs its clause as a relative clause, or the clause holds it.
    private static int AskedBy(SentenceTree tree, int c)
    {
        if (!tree.IsInterrogative(c) || tree.IsClause(c)) return -1;
        return tree.Child(c, Relation.AdvclRelcl, Relation.AclRelcl, Relation.Advcl, Relation.Acl);
    }

    // "It is unclear whether …", "what is not known is …", "X is anyone's guess", "is impossible to tell".
    private static Frame? Unclear(SentenceTree tree, int head)
    {
        if (!SaysUnknown(tree, head)) return null;
        if (tree.Child(head, Relation.Ccomp, Relation.Csubj, Relation.CsubjPass) is var that and >= 0 && that > head && tree.HasChild(that, Relation.Mark, "that"))
            return new Frame(Unknown, head, that, tree.Left(that), tree.Right(that), "not known to be so: " + tree.Lemma(head)) { IsUnknown = true };
        var (content, whole) = UnknownContent(tree, head);
        return content < 0 ? null
            : new Frame(Unknown, head, content, tree.Left(whole), tree.Right(whole), "said to be unknown: " + tree.Lemma(head)) { IsUnknown = true };
    }

    private static bool SaysUnknown(SentenceTree tree, int head)
    {
        var lemma = tree.Lemma(head);
        if (WordClasses.IsHedge(lemma, "unknown-adjective")) return true;
        if (lemma == "guess") return tree.Tag(head) == PartOfSpeech.Noun;
        if (lemma == "impossible") return tree.HasChild(head, Relation.Xcomp, Relation.Ccomp, Relation.Csubj);
        if (WordClasses.IsHedge(lemma, "known-adjective") || lemma is "know") return IsNegated(tree, head) || tree.HasChild(head, Relation.Advmod, "less") || head > 1 && tree.Word(head - 1) == "from" && tree.Word(head - 2) == "far";
        return lemma == "remain" && tree.Child(head, Relation.Xcomp) is var x and >= 0
            && (WordClasses.IsHedge(tree.Lemma(x), "unknown-adjective") || tree.Lemma(x) == "see");
    }

    // The asking clause nearest below, breadth first: under the adjective, its subject or its infinitive.
    private static (int Content, int Whole) UnknownContent(SentenceTree tree, int head)
    {
        var level = new List<int> { head };
        for (var depth = 0; depth < 4 && level.Count > 0; depth++)
        {
            var next = new List<int>();
            foreach (var c in level.SelectMany(i => tree.Children(i)))
            {
                if (AskedBy(tree, c) is var free and >= 0 && !IsAboutUnknown(tree, free)) return (free, c);
                if (tree.IsClause(c) && Asks(tree, c) && !IsAboutUnknown(tree, c)) return (c, c);
                if (tree.Rel(c) is not (Relation.Aux or Relation.Punct or Relation.Case or Relation.Det or Relation.Conj)) next.Add(c);
            }
            level = next;
        }
        return (-1, -1);
    }

    private static bool IsAboutUnknown(SentenceTree tree, int c) =>
        WordClasses.IsHedge(tree.Lemma(c), "unknown-adjective") || WordClasses.IsHedge(tree.Lemma(c), "known-adjective");

    // "KCNA quoted the command as saying that …".
    private static Frame? QuotedAs(SentenceTree tree, int head)
    {
        if (tree.Lemma(head) is not ("quote" or "cite")) return null;
        foreach (var saying in tree.Children(head))
        {
            if (tree.Word(saying) is not ("saying" or "telling") || tree.Child(saying, Relation.Ccomp) is not (var content and >= 0)) continue;
            return new Frame(Plain, head, content, tree.Left(content), tree.Right(content), "quoted as saying");
        }
        return null;
    }

    // "Disagree about whether …": the preposition stands before the word that asks.
    private static int AskingWord(SentenceTree tree, int clause) => tree.Left(clause) is var left && tree.Tag(left) == PartOfSpeech.Adp ? left + 1 : left;

    // "said that …", "…, he said", "has not said whether …".
    private static Frame? Clausal(SentenceTree tree, int head)
    {
        if (tree.Lemma(head) is "seem" or "appear" && tree.Child(head, Relation.Xcomp) is var raised and >= 0 && tree.HasTo(raised) && !IsNegated(tree, head) && Clausal(tree, raised) is { IsUnknown: false } under)
            return under with { Entry = under.Entry with { Source = Factuality.Probable.Over(under.Entry.Source) } };
        foreach (var c in tree.Children(head))
        {
            if (AskedBy(tree, c) is var free and >= 0 && tree.Rel(c) is Relation.Obj or Relation.Obl or Relation.Ccomp or Relation.Advmod && Asked(tree, head, free, c) is { } relative) return relative;
            if (c > head && tree.Rel(c) is Relation.Obl or Relation.Obj or Relation.Advcl or Relation.Parataxis && tree.IsClause(c) && Asks(tree, c) && tree.Word(AskingWord(tree, c)) is "how" or "who" or "what" or "whether" or "when" or "where" or "why" && Asked(tree, head, c, c) is { } loose) return loose;
            if (ClauseParts.IsInverted(tree, c)) continue;
            var quoted = tree.Rel(c) == Relation.Ccomp && tree.Right(c) - tree.Left(c) > 2 && OpensQuotation(tree, c) && IsSpeech(tree, head);
            if (tree.Rel(c) is not (Relation.Ccomp or Relation.Csubj or Relation.CsubjPass) || !tree.IsClause(c) && !Asks(tree, c) && !quoted && !(tree.HasChild(c, Relation.Mark, "that") && IsSpeech(tree, head))) continue;
            if (tree.Penn(c) == "VB" && tree.OwnSubject(c) < 0 && !tree.IsFinite(c) && !tree.HasChild(c, Relation.Mark) && !quoted) continue;
            if (quoted && !tree.IsClause(c)) return new Frame(Plain, head, c, tree.Left(c), tree.Right(c), "quoted words: " + tree.Lemma(head)) { IsPhrase = true };
            if (Asks(tree, c)) return Shouted(tree, head, c) ?? Asked(tree, head, c, c);
            var entry = Entry(tree, head, FrameShape.That);
            if (entry is null && (IsSpeech(tree, head) || tree.Tag(head) == PartOfSpeech.Verb && !tree.IsPassive(head) && !tree.HasChild(head, Relation.Cop) && tree.Child(c, Relation.Mark) is var mark and > 0 && tree.Word(mark) == "that" && !tree.IsNominal(mark - 1))) entry = Plain;
            if (entry is { Treatment: not FrameTreatment.Content }) continue;
            if (entry is null || tree.Rel(c) is Relation.Csubj && !tree.IsPassive(head)) continue;
            return Negation(tree, head, entry, c);
        }
        return null;
    }

    // "The opposition shouted “What do you mean?”": a question of theirs.
    private static Frame? Shouted(SentenceTree tree, int head, int content)
    {
        if (!OpensQuotation(tree, content) || !tree.HasChild(content, Relation.Punct, "?")) return null;
        return new Frame(Plain with { Source = Factuality.Uncommitted, Kind = ClaimKind.Unknown }, head, content, tree.Left(content), tree.Right(content), "quoted question: " + tree.Lemma(head)) { IsPhrase = true };
    }

    private static bool OpensQuotation(SentenceTree tree, int c) => tree.Left(c) is var left && (tree.Word(left) is "\"" or "“" or "``" || left > 0 && tree.Word(left - 1) is "\"" or "“" or "``");

    private static Frame? Asked(SentenceTree tree, int head, int content, int whole)
    {
        var entry = Entry(tree, head, FrameShape.Wh);
        if (entry is null) return null;
        if (entry.Kind != ClaimKind.Unknown) return IsNegated(tree, head) ? null : new Frame(entry, head, content, tree.Left(whole), tree.Right(whole), "doubted: " + entry.Lemma);
        var asks = entry.Lemma is "ask" or "wonder" or "question" or "debate" or "discuss" or "consider" or "dispute" or "ponder" or "decide" or "determine" or "disagree" or "argue" or "quarrel" or "speculate";
        if (!asks && !IsNegated(tree, head) && !Withholds(tree, head)) return null;
        return new Frame(entry, head, content, tree.Left(whole), tree.Right(whole), "not said or asked: " + entry.Lemma) { IsUnknown = true };
    }

    private static bool Withholds(SentenceTree tree, int head) =>
        tree.Rel(head) == Relation.Xcomp && tree.Lemma(tree.Head(head)) is "decline" or "refuse" or "fail"
        || tree.Word(head) is "say" or "tell" && tree.HasChild(head, Relation.Aux, "would") && IsNegated(tree, head);

    // A negated report tells that nothing was said; a negated belief denies its content.
    private static Frame? Negation(SentenceTree tree, int head, ReportingEntry entry, int content)
    {
        if (IsOpen(tree, head) || Infers(tree, head, entry)) return null;
        if (IsNegated(tree, head))
        {
            if (entry.Source is not (Factuality.Probable or Factuality.ProbableNot or Factuality.Possible)) return null;
            entry = entry with { Source = entry.Source.Over(Factuality.CertainNot) };
        }
        else if (IsFew(tree, tree.Subject(head)))
        {
            entry = entry with { Source = Factuality.Probable.Over(Factuality.CertainNot) };
        }
        return new Frame(entry, head, content, tree.Left(content), tree.Right(content), "reported clause: " + entry.Lemma);
    }

    // "The scale suggests that …": what no one says but a thing shows is the author's own judgement.
    private static bool Infers(SentenceTree tree, int head, ReportingEntry entry)
    {
        if (!WordClasses.IsPredicate(entry.Lemma, "assessment")) return false;
        var subject = tree.OwnSubject(head);
        return subject >= 0 && tree.Tag(subject) == PartOfSpeech.Noun && WordClasses.SourceNoun(tree.Lemma(subject)) is null;
    }

    // "May argue that …" tells of a thing that may be said.
    private static bool IsOpen(SentenceTree tree, int head)
    {
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "may" or "might" or "could" or "will" or "would") return tree.Word(head + 1) != "only" && !tree.HasChild(head, Relation.Advmod, "only");
            if (tree.Rel(c) == Relation.Advmod && WordClasses.IsHedge(tree.Word(c), "probable")) return true;
        }
        return false;
    }

    private static bool IsFew(SentenceTree tree, int subject) => subject >= 0 && (tree.Word(subject) is "few" || tree.HasChild(subject, Relation.Amod, "few"));

    private static bool IsSpeech(SentenceTree tree, int head) => ReportingLexicon.Reports(tree.Lemma(head));

    // "urged them not to …", "was told to …".
    private static Frame? Directive(SentenceTree tree, int head)
    {
        var x = tree.Child(head, Relation.Xcomp, Relation.Ccomp, Relation.Advcl);
        if (x < 0 || !tree.HasTo(x)) x = KindRules.Infinitive(tree, head);
        if (x >= 0 && tree.HasTo(x) && tree.Lemma(head) is "decline" or "refuse" && Clausal(tree, x) is { IsUnknown: true } withheld) return withheld with { Cue = head };
        if (x < 0 || !tree.HasTo(x) || Entry(tree, head, FrameShape.ObjInf) is not { Treatment: FrameTreatment.Content } entry || IsNegated(tree, head)) return null;
        if (tree.Rel(x) == Relation.Advcl && tree.Word(tree.Left(x)) is not ("to" or "not")) return null;
        var o = tree.Child(head, Relation.Obj, Relation.Iobj);
        if (Tells(tree, x, entry)) return null;
        if (tree.IsPassive(head)) return Agent(tree, head) < 0 ? null : new Frame(entry, head, x, tree.Left(x), tree.Right(x), "directive in the passive: " + entry.Lemma);
        if (o < 0 || o > x) return null;
        return new Frame(entry, head, x, tree.Left(o), tree.Right(x), "directive: " + entry.Lemma);
    }

    // "Ordered them to leave" tells of an order; "urged them to leave" and "ordered them not to" say what was said.
    private static bool Tells(SentenceTree tree, int x, ReportingEntry entry) =>
        WordClasses.IsPredicate(entry.Lemma, "order") && !Commitments.Of(tree, x, reported: true).Value.IsNegative();

    private static int Agent(SentenceTree tree, int verb)
    {
        foreach (var c in tree.Children(verb))
        {
            if (tree.Rel(c) == Relation.OblAgent || tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "by")) return c;
        }
        return -1;
    }

    // "calls Taiwan an internal matter", "described it as a plan".
    private static Frame? Predicative(SentenceTree tree, int head)
    {
        if (tree.HasChild(head, Relation.CompoundPrt)) return null;
        if (tree.IsPassive(head) || IsNegated(tree, head)) return null;
        var o = tree.Child(head, Relation.Obj, Relation.Iobj);
        if (o < 0 && tree.Lemma(head) == "call" && tree.Child(head, Relation.Xcomp) is var whole and >= 0 && !tree.HasTo(whole) && tree.Left(whole) < whole && !tree.HasChild(whole, Relation.Case))
            return new Frame(Entry(tree, head, FrameShape.ObjPred)!, head, whole, tree.Left(whole), tree.Right(whole), "named: call") { IsPhrase = true };
        if (o < 0) return null;
        if (PutAt(tree, head, o) is { } put) return put;
        if (Entry(tree, head, FrameShape.ObjPred) is { } named && Complement(tree, head, o) is var x and >= 0)
            return new Frame(named, head, x, tree.Left(o), tree.Right(x), "named: " + named.Lemma) { IsPhrase = true };
        return As(tree, head, o);
    }

    // "Put the dead at 40": what is put at a number is said to be so many.
    private static Frame? PutAt(SentenceTree tree, int head, int obj)
    {
        if (tree.Lemma(head) != "put") return null;
        foreach (var c in tree.Children(head))
        {
            if (c > obj && tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "at") && (tree.Tag(c) == PartOfSpeech.Num || tree.HasChild(c, Relation.Nummod)))
                return new Frame(Plain, head, obj, tree.Left(obj), c, "found by somebody: put at") { IsPhrase = true };
        }
        return null;
    }

    private static int Complement(SentenceTree tree, int head, int obj)
    {
        if (tree.Lemma(head) == "declare" && tree.Child(head, Relation.Xcomp) is var x && (x < 0 || tree.Tag(x) != PartOfSpeech.Adj)) return -1;
        if (tree.Child(obj, Relation.Appos) is var last and >= 0 && tree.Lemma(head) is "call" or "brand" or "label" && LastApposition(tree, obj) is var named and >= 0) return named;
        foreach (var c in tree.Children(head))
        {
            if (c > obj && tree.Rel(c) is Relation.Xcomp or Relation.Ccomp or Relation.OblUnmarked or Relation.Obj or Relation.Dep or Relation.Obl or Relation.NmodUnmarked && !tree.HasTo(c) && (tree.Child(c, Relation.Case, Relation.Mark) is var k && (k < 0 || tree.Word(k) is "a" or "an"))) return c;
        }
        return -1;
    }

    // "Called Pauker, the party secretary, a traitor": the indefinite phrase behind the last comma names, those before describe.
    private static int LastApposition(SentenceTree tree, int obj)
    {
        var found = -1;
        foreach (var c in tree.Children(obj))
        {
            if (c > obj && tree.Rel(c) is Relation.Appos or Relation.List && tree.Word(tree.Left(c)) is "a" or "an" or "\"" or "“") found = c;
            else if (c > obj && tree.Rel(c) is Relation.Appos && tree.Word(c - 1) is "\"" or "“") found = c;
        }
        return found;
    }

    private static Frame? As(SentenceTree tree, int head, int obj)
    {
        if (Entry(tree, head, FrameShape.As) is not { } entry) return null;
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) is not (Relation.Obl or Relation.Advcl or Relation.Xcomp) || c < obj) continue;
            var mark = tree.Child(c, Relation.Case, Relation.Mark);
            if (mark < 0 && tree.Tag(c) == PartOfSpeech.Adj) mark = tree.Child(c, Relation.Advmod);
            if (mark < 0 || tree.Word(mark) != "as") continue;
            return new Frame(entry, head, c, tree.Left(obj), tree.Right(c), "described: " + entry.Lemma) { IsPhrase = true };
        }
        return null;
    }

    // "A poll found 64 percent in favour": what a document finds is its content.
    private static Frame? Found(SentenceTree tree, int head)
    {
        var o = tree.Child(head, Relation.Obj);
        var subject = tree.OwnSubject(head);
        if (o < 0 || subject < 0 || tree.HasChild(head, Relation.Iobj) || tree.Lemma(head) is not ("find" or "show" or "put" or "record" or "estimate" or "give") || WordClasses.SourceNoun(tree.Lemma(subject)) != SourceKind.Document || IsNegated(tree, head)) return null;
        var last = tree.Right(o);
        foreach (var c in tree.Children(head))
        {
            if (c > o && tree.Rel(c) is Relation.Obl or Relation.Nmod or Relation.OblUnmarked or Relation.Xcomp && tree.Left(c) == last + 1) last = tree.Right(c);
        }
        return new Frame(Plain, head, o, tree.Left(o), last, "found by a document: " + tree.Lemma(head)) { IsPhrase = true };
    }

    // "denies targeting civilians", "denies any part in the coup".
    private static Frame? Denied(SentenceTree tree, int head)
    {
        if (IsNegated(tree, head) || tree.IsPassive(head)) return null;
        var x = tree.Child(head, Relation.Xcomp, Relation.Ccomp, Relation.Advcl);
        if (x >= 0 && tree.Penn(x) == "VBG" && Entry(tree, head, FrameShape.Ing) is { Treatment: FrameTreatment.Content } ing)
            return new Frame(ing, head, x, tree.Left(x), tree.Right(x), "denied or admitted act: " + ing.Lemma);
        var o = tree.Child(head, Relation.Obj);
        if (o >= 0 && Entry(tree, head, FrameShape.Np) is { Treatment: FrameTreatment.Content } denied && Rumour(tree, o) is var rumour and >= 0)
            return new Frame(denied, head, rumour, tree.Left(rumour), tree.Right(rumour), "denied report: " + denied.Lemma);
        if (o < 0 || tree.Tag(o) == PartOfSpeech.Pron || Entry(tree, head, FrameShape.Np) is not { Treatment: FrameTreatment.Content } np) return null;
        return new Frame(np, head, o, tree.Left(o), Extended(tree, head, o), "denied: " + np.Lemma) { IsPhrase = !tree.IsClause(o) };
    }

    // "Denied reports that it had sunk": what the reports say.
    private static int Rumour(SentenceTree tree, int noun)
    {
        if (ReportingLexicon.Noun(tree.Lemma(noun)) is null) return -1;
        var that = noun + 1;
        if (that >= tree.Count || tree.Word(that) != "that") return -1;
        for (var i = that + 1; i <= tree.Right(noun); i++)
        {
            if (tree.IsClause(i) && tree.IsFinite(i) && tree.OwnSubject(i) > that) return i;
        }
        return -1;
    }

    // "Denied any role in the plot": a phrase right behind the object is part of it.
    private static int Extended(SentenceTree tree, int head, int obj)
    {
        var last = tree.Right(obj);
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) == Relation.Obl && tree.Left(c) == last + 1 && tree.Child(c, Relation.Case) is var k and >= 0 && tree.Word(k) is "in" or "of" or "with" or "for" or "to") last = tree.Right(c);
        }
        return last;
    }

    // Speech without a governed clause: "wrote: …", "posted on X, '…'", where the parser hung the words loosely.
    private static Frame? Quoted(SentenceTree tree, int head)
    {
        if (!tree.IsVerb(head) || tree.Rel(head) == Relation.Parataxis && tree.Head(head) < head || tree.IsPassive(head) || !IsSpeech(tree, head) || IsNegated(tree, head) || tree.Subject(head) < 0 || tree.HasChild(head, Relation.Ccomp)) return null;
        for (var i = head + 1; i < Math.Min(tree.Count - 2, head + 8); i++)
        {
            if (tree.IsVerb(i) && tree.Rel(i) is not Relation.Acl) return null;
            if (tree.Word(i) is not ("\"" or "“" or "``") || tree.Word(i - 1) is not ("," or ":")) continue;
            var last = i + 1;
            while (last < tree.Count - 1 && tree.Word(last + 1) is not ("\"" or "”" or "''")) last++;
            var content = tree.ClauseIn(i + 1, last);
            return content >= 0 && tree.IsClause(content) ? new Frame(Plain, head, content, i + 1, last, "quotation: " + tree.Lemma(head)) : null;
        }
        return null;
    }
}
