using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>
/// Walks the clauses of a sentence from the root down: coordinated clauses part, frames hand their content a new
/// voice, subordinate clauses that assert something of their own are read on their own, all else belongs to its clause.
/// </summary>
internal sealed class ClauseWalker(SentenceTree tree, SpeakerFinder speakers)
{
    private const int MaximalDepth = 40;

    private readonly List<Proposition> _found = [];
    private readonly HashSet<int> _visited = [];
    private int _depth;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Proposition> Found => _found;

    /// <summary>The voice that the last frame gave, for words that run on in the next sentence.</summary>
    public Voice? LastReported { get; private set; }

    /// <summary>Takes stretches as said to be not known; an if-clause at the edge of one becomes its condition.</summary>
    public void Unknowns(TokenRange cue, IReadOnlyList<TokenRange> contents, Voice voice)
    {
        var inner = voice.Unknown([tree.Span(cue.First, cue.Last)], "said to be unknown by the sentence's opening or end");
        foreach (var content in contents)
        {
            var head = tree.ClauseIn(content.First, content.Last);
            if (head < 0) continue;
            var parts = new ClauseParts(tree, head, content);
            var first = tree.Word(content.First) == "whether" ? content.First + 1 : content.First;
            var span = ContentSpan.Trim(tree, content with { First = first }, parts.Cuts, head, asks: true);
            var conditioned = parts.Condition is { } c ? inner with { Condition = tree.Span(c.First, c.Last) } : inner;
            if (!span.IsEmpty) _found.Add(new Proposition(head, span.First, span.Last, conditioned, "stretch that is not known"));
        }
    }

    /// <summary>Takes a question that the text leaves open as not known.</summary>
    public void Question(Voice voice)
    {
        var (first, last) = (0, tree.Count - 1);
        while (first < last && (tree.Tag(first) == PartOfSpeech.Punct || tree.Word(first) is "and" or "but" or "so" or "or")) first++;
        while (last > first && tree.Tag(last) == PartOfSpeech.Punct) last--;
        var head = tree.ClauseIn(first, last);
        if (last - first < 2 || head < 0 || !SentenceForm.HasVerb(tree)) return;
        _found.Add(new Proposition(head, first, last, voice.Unknown([tree.Span(first)], "asked by the text"), "open question"));
    }

    /// <summary>Takes a whole quoted sentence without a verb as what its speaker says.</summary>
    public void Fragment(int head, Voice voice)
    {
        var span = ContentSpan.Trim(tree, new TokenRange(0, tree.Count - 1), [], head);
        if (span.Last > span.First) _found.Add(new Proposition(head, span.First, span.Last, voice, "words of a quotation"));
    }

    /// <summary>Reads the stretch that the token heads.</summary>
    public void Read(int head, TokenRange region, Voice voice)
    {
        if (_depth >= MaximalDepth || region.IsEmpty || !_visited.Add(head)) return;
        if (SentenceForm.AfterOpener(tree, head, region) is { } rest)
        {
            if (tree.HeadOf(rest.First, rest.Last) is var led and >= 0) Read(led, rest, voice);
            return;
        }
        _depth++;
        var conjuncts = Conjuncts(head, region);
        var own = conjuncts.Count == 0 ? region : region with { Last = tree.Left(conjuncts[0]) - 1 };
        var after = Member(head, own, voice, region);
        for (var k = 0; k < conjuncts.Count; k++)
        {
            var next = k + 1 < conjuncts.Count ? tree.Left(conjuncts[k + 1]) - 1 : Math.Min(tree.Right(conjuncts[k]), region.Last);
            Read(conjuncts[k], new TokenRange(Opening(conjuncts[k]), Math.Max(next, tree.Right(conjuncts[k]) < next ? next : conjuncts[k])), after);
        }
        _depth--;
    }

    // Its first word of its own: a mark in front may belong to what is interjected.
    private int Opening(int clause)
    {
        var first = tree.Left(clause);
        while (first < clause && (tree.Tag(first) == PartOfSpeech.Punct && tree.Word(first) is not ("\"" or "“" or "(") || !tree.IsUnder(first, clause))) first++;
        return first;
    }

    // Coordinated clauses with something of their own to say; "shut and locked the gate" is one act.
    private List<int> Conjuncts(int head, TokenRange region)
    {
        var found = new List<int>();
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) != Relation.Conj || c < head || !region.Contains(c) || !tree.IsClause(c)) continue;
            if (tree.OwnSubject(c) < 0 && (tree.Left(c) - 1 == head && tree.Tag(head) == PartOfSpeech.Verb && !tree.HasChild(c, Relation.Aux) && !tree.HasTo(c) && !WordClasses.IsPredicate(tree.Lemma(head), "intransitive") || tree.HasChild(c, Relation.Cc, "or") || tree.HasChild(c, Relation.Cc, "nor") && !(tree.Penn(c) == "VBD" && tree.Penn(head) == "VBD") || tree.Tag(c) == PartOfSpeech.Adj && !tree.HasChild(c, Relation.Cop))) continue;
            if (tree.HasChild(c, Relation.Cc, "or") && HasEither(head)) continue;
            if (tree.HasChild(c, Relation.Cc, "or") && tree.Penn(head) == "VB" && tree.OwnSubject(head) < 0 && !tree.IsFinite(head) && !tree.HasTo(head)) continue;
            if (tree.Left(c) > region.Last || tree.Left(c) <= head || ClauseParts.IsAttribution(tree, c)) continue;
            found.Add(c);
        }
        return found;
    }

    // "Either the navy comes or we leave": one choice.
    private bool HasEither(int head)
    {
        foreach (var c in tree.Children(head))
        {
            if (c < head && tree.Word(c) == "either" && tree.Rel(c) is Relation.CcPreconj or Relation.Cc or Relation.Advmod) return true;
        }
        return false;
    }

    // One clause without its coordinates; gives the voice that the coordinates go on in.
    private Voice Member(int head, TokenRange own, Voice voice, TokenRange region)
    {
        var parts = new ClauseParts(tree, head, own);
        parts.Cuts.AddRange(VerblessAsides.Of(tree, own).Where(p => !p.Contains(head)));
        var outer = Attributed(voice, parts);
        var conditioned = parts.Condition is { } condition ? outer with { Condition = tree.Span(condition.First, condition.Last), Cues = [.. outer.Cues, tree.Span(ConditionCue(condition))] } : outer;
        var frame = FrameFinder.Find(tree, head);
        if (head == 0 && tree.Lemma(head) == "ask" && tree.Count > 1 && tree.Word(1) is "about" or "whether" or "if" or "what" or "why" or "how" or "who" or "when" or "last" or "on" or "by" or "for")
        {
            if (tree.Head(head) < 0 && tree.Child(head, Relation.Parataxis, Relation.Ccomp) is var reply and >= 0 && tree.OwnSubject(reply) >= 0) Read(reply, Extent(reply), voice);
            return outer;
        }
        if (frame is null && (IsVerdict(head) || HasNoEvidence(head))) parts.Asides.Clear();
        else if (frame is null || !own.Contains(frame.Content) && !region.Contains(frame.Content)) State(head, Gapped(head, Told(head, own, conditioned), conditioned), conditioned, parts);
        else Enter(frame, conditioned, own, parts);
        Partitive(own, conditioned, frame);
        foreach (var aside in parts.Asides) Read(aside, Extent(aside), Outside(aside, frame is not null && frame.IsPhrase && tree.HasChild(aside, Relation.Mark, "though") ? LastReported ?? voice : voice));
        Nested(head, own, frame, conditioned);
        return parts.Condition is { } leading && leading.First < head ? conditioned : outer;
    }

    // "Reports that … were false" claims the opposite of the reports and nothing else.
    private bool IsVerdict(int head)
    {
        var subject = tree.OwnSubject(head);
        if (subject < 0 || !Asides.JudgedFalse(tree, subject)) return false;
        foreach (var c in tree.Children(subject))
        {
            if (tree.Rel(c) is Relation.Acl or Relation.AclRelcl or Relation.Ccomp && Asides.AssertsNounContent(tree, c)) return true;
        }
        return false;
    }

    // "There is no sign that …", "have seen no evidence that …" say something of the content alone.
    private bool HasNoEvidence(int head)
    {
        foreach (var noun in tree.Children(head))
        {
            if (IsNoEvidence(noun) && tree.Child(noun, Relation.Acl, Relation.Ccomp, Relation.AclRelcl) is var c and >= 0 && Asides.AssertsNounContent(tree, c)) return true;
        }
        return false;
    }

    private bool IsNoEvidence(int noun) => WordClasses.IsPredicate(tree.Lemma(noun), "evidence") && tree.HasChild(noun, Relation.Det, "no");

    private int ConditionCue(TokenRange condition)
    {
        for (var i = condition.First; i <= condition.Last; i++)
        {
            if (WordClasses.IsHedge(tree.Word(i), "condition") || WordClasses.IsHedge(tree.Word(i), "open-condition")) return i;
        }
        return condition.First;
    }

    // A bracketed or parenthetical clause is the author's again.
    private Voice Outside(int aside, Voice voice)
    {
        var left = tree.Left(aside);
        if (Announced(aside, left) is { } entry) return voice.Enter(speakers.Of(tree.Head(aside)), entry, [], "spelt out behind a colon: " + entry.Lemma);
        if (LeavesBracket(aside)) return Voice.Author;
        if (tree.Word(left) is "(" or "[" || left > 0 && tree.Word(left - 1) is "(" or "[") return Voice.Author;
        var own = tree.HasChild(aside, Relation.Mark, "while") || tree.Rel(aside) == Relation.Advcl && tree.Penn(aside) == "VBG";
        return own && aside > tree.Head(aside) && Claims.Asides.IsSetOff(tree, aside) ? Unreported(aside, voice) : voice;
    }

    // Hung on a clause in brackets, but standing behind them.
    private bool LeavesBracket(int aside)
    {
        for (var i = tree.Head(aside); i >= 0 && i < tree.Left(aside); i++)
        {
            if (tree.Word(i) is ")" or "]") return true;
            if (tree.Word(i) is "(" or "[") return false;
        }
        return false;
    }

    // "Delivered an ultimatum: leave now or face …".
    private ReportingEntry? Announced(int aside, int left)
    {
        var head = tree.Head(aside);
        if (head < 0 || aside < head || tree.Penn(aside) is not ("VB" or "VBP") || tree.OwnSubject(aside) >= 0 || tree.Word(left) != ":" && (left == 0 || tree.Word(left - 1) != ":")) return null;
        for (var i = tree.Left(head); i < left; i++)
        {
            if (tree.Tag(i) == PartOfSpeech.Noun && ReportingLexicon.Noun(tree.Lemma(i)) is { Kind: ClaimKind.Demand or ClaimKind.Threat or ClaimKind.Offer } entry) return entry with { Kind = ClaimKind.Demand, KindYields = false };
        }
        return null;
    }

    // What is set off behind reported words is the author's again, unless the quotation runs on.
    private Voice Unreported(int i, Voice voice)
    {
        if (!voice.IsReported && voice.Kind != ClaimKind.Unknown || IsQuoted(tree.Left(i))) return voice;
        return Voice.Author;
    }

    private bool IsQuoted(int token)
    {
        var open = false;
        for (var i = 0; i < token; i++)
        {
            open = tree.Word(i) switch { "“" or "``" => true, "”" or "''" => false, "\"" => !open, _ => open };
        }
        return open;
    }

    private Voice Attributed(Voice voice, ClauseParts parts)
    {
        foreach (var attribution in parts.Attributions.OrderBy(a => a.Rule == "according to" ? 0 : 1))
        {
            if (voice.Kind == ClaimKind.Unknown) continue;
            if (attribution.IsUnnamed && (voice.IsReported || parts.Attributions.Count > 1))
            {
                voice = voice.WithCue(tree.Span(attribution.CueFirst));
                continue;
            }
            var speaker = attribution.IsUnnamed ? Speaker.Unnamed : attribution.Verb >= 0 ? speakers.Of(attribution.Verb) : speakers.WithOutlets(speakers.At(attribution.Source), -1, attribution.Source);
            var entry = attribution.Entry ?? (attribution.Verb >= 0 ? FrameFinder.Entry(tree, attribution.Verb, FrameShape.That) ?? ReportingLexicon.Find("say", FrameShape.That) : ReportingLexicon.Find("say", FrameShape.That));
            voice = voice.Enter(speaker, entry!, [tree.Span(attribution.CueFirst, attribution.CueLast)], attribution.Rule) with { CueToken = attribution.Verb };
            LastReported = voice;
            _visited.Add(Math.Max(attribution.Verb, attribution.Source));
        }
        return voice;
    }

    private void Enter(Frame frame, Voice voice, TokenRange own, ClauseParts parts)
    {
        if (frame.IsUnknown && !frame.IsPhrase && UnknownOpenings.Parts(tree, frame.First, ContentSpan.Trim(tree, own, parts.Cuts, frame.Cue).Last) is { Count: > 1 } questions)
        {
            Unknowns(new TokenRange(frame.Cue, frame.Cue), questions, voice);
            for (var i = frame.First; i <= own.Last; i++) _visited.Add(i);
            return;
        }
        var cue = tree.Span(frame.Cue);
        var inner = frame.IsUnknown ? voice.Unknown([UnknownCue(frame)], frame.Rule)
            : IsFirstPerson(frame.Cue) ? voice.Enter(new Speaker([], [], voice.Speaker, voice.SpeakerState), frame.Entry with { Author = voice.IsReported ? frame.Entry.Author : frame.Entry.Source }, [cue], frame.Rule)
            : voice.Enter(NewHop(frame.Cue, voice), frame.Entry, [cue], frame.Rule) with { CueToken = frame.Cue };
        if (!frame.IsUnknown && !(IsFirstPerson(frame.Cue) && !voice.IsReported)) LastReported = inner;
        var region = new TokenRange(frame.First, frame.Last);
        if (frame.IsPhrase) Phrase(frame, inner, parts);
        else if (frame.Entry.Shape == FrameShape.ObjInf) Directed(frame, inner);
        else Read(frame.Content, region, inner);
        foreach (var c in tree.Children(frame.Cue))
        {
            if (frame.IsUnknown && tree.Rel(c) is Relation.Conj or Relation.Ccomp or Relation.Advcl or Relation.Parataxis or Relation.Csubj && c != frame.Content && FrameFinder.Asks(tree, c)) Read(c, Extent(c), inner);
            else if (c > frame.Last && tree.Rel(c) == Relation.Ccomp && tree.IsClause(c) && frame.Entry.Shape == FrameShape.That) Read(c, Extent(c), inner);
        }
    }

    // "He said he believed": the same man is one hop.
    private Speaker NewHop(int verb, Voice voice)
    {
        var speaker = speakers.Of(verb);
        var subject = tree.Subject(verb);
        var pronoun = subject >= 0 && tree.Tag(subject) == PartOfSpeech.Pron && tree.Word(subject) is "he" or "she" or "they" or "it";
        var same = voice.IsReported && (speaker.Name.Length > 0 && speaker.Name == voice.Speaker || pronoun && speaker.Name.Length == 0);
        return same ? speaker with { Chain = [], Name = voice.Speaker, State = voice.SpeakerState } : speaker;
    }

    // "We urge", "I think" adds nobody to whoever is speaking already.
    private bool IsFirstPerson(int verb) => tree.Subject(verb) is var s and >= 0 && tree.Word(s) is "we" or "i";

    // "Ordered the junta to free him and to restore the constitution": two demands; the first keeps the telling.
    private TokenRange Told(int head, TokenRange own, Voice voice)
    {
        var x = tree.Child(head, Relation.Xcomp);
        if (x < 0 || !tree.HasTo(x) || KindRules.Telling(tree, head) is not { Kind: ClaimKind.Demand or ClaimKind.Offer or ClaimKind.Threat or ClaimKind.Commitment or ClaimKind.Position } entry) return own;
        var conjuncts = Conjuncts(x, own);
        if (conjuncts.Count == 0) return own;
        foreach (var c in conjuncts) Read(c, Extent(c), voice with { Kind = entry.Kind, KindYields = false });
        return own with { Last = tree.Left(conjuncts[0]) - 1 };
    }

    // "France has 1,500 troops and America about 1,100": the second has the first one's verb.
    private TokenRange Gapped(int head, TokenRange own, Voice voice)
    {
        var gaps = Gap.Of(tree, head, own);
        if (gaps.Count == 0) return own;
        foreach (var gap in gaps) _found.Add(new Proposition(head, gap.Range.First, gap.Range.Last, voice, Proposition.Gapped) { SharedSubject = gap.Subject });
        var last = gaps[0].Range.First - 1;
        while (last > head && tree.Word(last) is "and" or "but" or ",") last--;
        return own with { Last = last };
    }

    private TextSpan UnknownCue(Frame frame)
    {
        var (first, last) = (frame.Cue, frame.Cue);
        foreach (var c in tree.Children(frame.Cue))
        {
            if (tree.Rel(c) is Relation.Aux or Relation.AuxPass or Relation.Cop or Relation.Advmod or Relation.Expl && Math.Abs(c - frame.Cue) < 6)
                (first, last) = (Math.Min(first, c), Math.Max(last, c));
        }
        return first <= frame.Content && frame.Content <= last ? tree.Span(frame.Cue) : tree.Span(first, last);
    }

    // A directive's content begins with the one who is asked; further infinitives are demands of their own.
    private void Directed(Frame frame, Voice inner) => Read(frame.Content, new TokenRange(frame.First, frame.Last), inner);

    private void Phrase(Frame frame, Voice inner, ClauseParts parts)
    {
        _visited.Add(frame.Content);
        var span = ContentSpan.Trim(tree, new TokenRange(frame.First, frame.Last), parts.Cuts, frame.Content);
        if (!span.IsEmpty) _found.Add(new Proposition(frame.Content, span.First, span.Last, inner, frame.Rule));
    }

    private void State(int head, TokenRange own, Voice voice, ClauseParts parts)
    {
        if (!tree.IsClause(head) && tree.Rel(head) != Relation.Amod && !tree.HasChild(head, Relation.Mark, "that") || parts.IsOpener || Announces(head, voice)) return;
        var span = ContentSpan.Trim(tree, own, parts.Cuts, head, voice.Kind == ClaimKind.Unknown);
        if (span.IsEmpty || span.First == span.Last && !tree.IsVerb(head)) return;
        var subject = tree.Subject(head);
        _found.Add(new Proposition(head, span.First, span.Last, voice, "clause")
        {
            SharedSubject = subject >= 0 && (subject < span.First || subject > span.Last) ? subject : -1,
        });
    }

    private void Partitive(TokenRange own, Voice voice, Frame? frame)
    {
        if (frame is { IsPhrase: false }) return;
        if (frame is not null) voice = LastReported ?? voice;
        foreach (var part in VerblessAsides.Of(tree, own))
        {
            var head = tree.HeadOf(part.First, part.Last);
            for (var i = part.First; i <= part.Last && tree.Penn(part.First) == "PRP$" && head >= 0 && !tree.IsVerb(head); i++) head = tree.Penn(i) is "VBG" or "VBN" && tree.Tag(i) == PartOfSpeech.Verb ? i : head;
            if (head < 0 || !_visited.Add(head)) continue;
            _found.Add(new Proposition(head, part.First, part.Last, voice, VerblessAsides.Rule) { SharedSubject = Whole(part, own) });
        }
    }

    // The noun that a part is told of: the one before the comma that can have parts, else the subject.
    private int Whole(TokenRange part, TokenRange own)
    {
        var noun = part.First - 2;
        while (noun > own.First && tree.Tag(noun) is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) noun--;
        var head = tree.Head(part.First);
        for (var steps = 0; head >= 0 && !tree.IsClause(head) && steps < 8; steps++) head = tree.Head(head);
        var subject = head < 0 ? -1 : tree.Subject(head);
        return tree.Penn(noun) is "NNS" or "NNPS" || subject < 0 ? noun : subject;
    }

    // "The minister wrote:" hands its voice to what follows and claims nothing itself.
    private bool Announces(int head, Voice voice)
    {
        if (tree.Word(tree.Count - 1) is not (":" or ",") || tree.Subject(head) < 0 || tree.OwnSubject(head) < 0 && tree.Rel(head) != Relation.Conj || tree.Head(head) >= 0 && tree.Rel(head) is not (Relation.Conj or Relation.Parataxis) || LastReported is not null && tree.Head(head) >= 0 && tree.Rel(head) != Relation.Conj) return false;
        LastReported = voice.Enter(speakers.Of(head), ReportingLexicon.Find("say", FrameShape.That)!, [tree.Span(head)], "introduced: " + tree.Lemma(head));
        return ReportingLexicon.Reports(tree.Lemma(head)) && !tree.HasChild(head, Relation.Obj) || tree.Lemma(head) is "speak" or "go" or "continue";
    }

    private TokenRange Extent(int head) => new(tree.Left(head), tree.Right(head));

    // Relative clauses, participles and appositions with an assertion of their own, inside the clause's phrases.
    private void Nested(int head, TokenRange own, Frame? frame, Voice voice)
    {
        foreach (var c in tree.Children(head))
        {
            if (!own.Contains(c) || _visited.Contains(c) || frame?.Content == c) continue;
            if (frame is not null && tree.OwnSubject(head) == c) SetOffUnder(c, voice);
            else Descend(c, voice, depth: 0);
        }
    }

    // What describes a speaker ("who asked not to be named") is no claim unless it is set off.
    private void SetOffUnder(int subject, Voice voice)
    {
        foreach (var c in tree.Children(subject))
        {
            if (Asides.IsSetOff(tree, c)) Descend(c, voice, depth: 1);
        }
    }

    private void Descend(int i, Voice voice, int depth)
    {
        if (depth > MaximalDepth || _visited.Contains(i)) return;
        var relation = tree.Rel(i);
        if (tree.Lemma(i) is "speak" or "talk" && relation == Relation.AclRelcl || relation is Relation.AclRelcl or Relation.Acl && IsNameless(i)) return;
        if (relation is Relation.AclRelcl && Asides.AssertsRelative(tree, i, voice.IsReported)
            || relation is Relation.Acl && Asides.AssertsParticiple(tree, i)
            || relation is Relation.Amod && tree.Tag(i) == PartOfSpeech.Adj && i > tree.Head(i) && Asides.IsSetOff(tree, i) && tree.Right(i) - tree.Left(i) >= 2
            || relation is Relation.Acl or Relation.AclRelcl or Relation.Ccomp && Asides.AssertsNounContent(tree, i))
        {
            NestedClause(i, voice);
            return;
        }
        if (relation is not (Relation.Nsubj or Relation.NsubjPass) && i > tree.Head(i) && Asides.AssertsApposition(tree, i))
        {
            Apposition(i, voice);
            return;
        }
        foreach (var c in tree.Children(i)) Descend(c, voice, depth + 1);
    }

    // "Who asked not to be named", "reached by telephone": says why or how somebody speaks.
    private bool IsNameless(int clause)
    {
        if (tree.Penn(clause) is "VBN" or "VBG" && tree.Lemma(clause) is "reach" or "quote" or "interview" or "cite") return true;
        for (var i = clause; i <= tree.Right(clause); i++)
        {
            if (tree.Word(i) is "named" or "identified" or "anonymity" or "anonymous" or "anonymously" or "quoted") return true;
        }
        return false;
    }

    private void NestedClause(int i, Voice voice)
    {
        var noun = tree.Head(i);
        if (Asides.AssertsNounContent(tree, i)) voice = NounVoice(noun, i, voice);
        else if (tree.Rel(i) == Relation.AclRelcl && Asides.IsSetOff(tree, i)) voice = Unreported(i, voice);
        Read(i, Extent(i), voice);
    }

    // "the allegation that …", "reports that … were false".
    private Voice NounVoice(int noun, int content, Voice voice)
    {
        if (IsNoEvidence(noun)) return voice with { SourceLevel = Factuality.ProbableNot, AuthorLevel = voice.AuthorLevel.Over(Factuality.ProbableNot), Cues = [.. voice.Cues, tree.Span(tree.Left(noun), noun)] };
        var owner = tree.Child(noun, Relation.NmodPoss);
        if (owner < 0) owner = Asides.By(tree, noun);
        var speaker = owner >= 0 ? speakers.At(owner) : Speaker.Unnamed;
        var entry = ReportingLexicon.Noun(tree.Lemma(noun))!;
        if (tree.HasChild(noun, Relation.Det, "no")) entry = entry with { Source = entry.Source.Over(Factuality.CertainNot) };
        var inner = voice.Enter(speaker, entry, [tree.Span(noun)], "content of a noun: " + tree.Lemma(noun));
        var judged = Asides.JudgedFalse(tree, noun);
        if (voice.IsReported && judged) return voice with { SourceLevel = Factuality.CertainNot, Cues = [.. voice.Cues, tree.Span(noun)], Kind = null };
        return judged ? inner with { AuthorLevel = Factuality.CertainNot } : inner;
    }

    private void Apposition(int i, Voice voice)
    {
        var clause = tree.Child(i, Relation.AclRelcl, Relation.Acl);
        var head = clause >= 0 ? clause : i;
        if (!_visited.Add(head)) return;
        _visited.Add(i);
        voice = Unreported(i, voice);
        var span = ContentSpan.Trim(tree, Extent(i), [], head);
        if (!span.IsEmpty) _found.Add(new Proposition(head, span.First, span.Last, voice, "apposition") { SharedSubject = tree.Head(i) });
    }
}
