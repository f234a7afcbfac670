using Standoff.Reading.Syntax;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>What a kind rule may look at.</summary>
/// <param name="Tree">The sentence.</param>
/// <param name="Proposition">The content.</param>
/// <param name="Own">Certainty and polarity by its own words.</param>
/// <param name="Voice">Who vouches.</param>
/// <param name="IsSelf">Whether its subject is the innermost speaker, or the state or body that he speaks for.</param>
/// <param name="Time">When it holds.</param>
/// <param name="Date">The document's date.</param>
internal sealed record KindContext(SentenceTree Tree, Proposition Proposition, Commitment Own, Voice Voice, bool IsSelf, Edtf? Time, DateOnly? Date)
{
    public int Head => Proposition.Head;

    public string Lemma => Tree.Lemma(Head);

    public string Word => Tree.Word(Head);

    public bool HasAux(params ReadOnlySpan<string> words)
    {
        for (var (h, steps) = (Head, 0); h >= 0 && steps < 6; steps++)
        {
            foreach (var c in Tree.Children(h))
            {
                if (Tree.Rel(c) is Relation.Aux && words.Contains(Tree.Word(c))) return true;
            }
            if (Tree.Rel(h) is not Relation.Conj || Tree.OwnSubject(h) >= 0) return false;
            h = Tree.Head(h);
        }
        return false;
    }

    /// <summary>Whether a word of the content, its head above all, is of the class.</summary>
    public bool Holds(string predicateClass)
    {
        for (var i = Proposition.First; i <= Proposition.Last; i++)
        {
            if (WordClasses.IsPredicate(Tree.Lemma(i), predicateClass)) return true;
        }
        return false;
    }

    /// <summary>Whether it has any auxiliary: a demand in the subjunctive has none but "be".</summary>
    public bool HasAny() => Tree.HasChild(Head, Relation.Aux);

    public bool HeadIs(string predicateClass) => WordClasses.IsPredicate(Lemma, predicateClass) || WordClasses.IsPredicate(Tree.Word(Head), predicateClass);
}

/// <summary>Which kind of thing a claim claims: the first rule that speaks decides.</summary>
internal static class KindRules
{
    private static readonly (string Name, Func<KindContext, ClaimKind?> Rule)[] Rules =
    [
        ("said to be unknown", c => c.Voice.Kind == ClaimKind.Unknown ? ClaimKind.Unknown : null),
        ("act of the frame", c => c.Voice is { Kind: not null, KindYields: false } ? c.Voice.Kind : null),
        ("command in a quotation", Command),
        ("threat or promise", ThreatOrCommitment),
        ("asked of another", Required),
        ("act of the frame, content agreeing", c => c.Voice is { Kind: ClaimKind.Position, KindYields: true } ? Called(c) : c.Voice.Kind is ClaimKind.Demand && Subjunctive(c) ? c.Voice.Kind : null),
        ("step that would", c => c.Proposition.Rule == "apposition" && c.HasAux("would", "could", "may") ? ClaimKind.Assessment : null),
        ("prescribed by the author", c => !c.Voice.IsReported && Prescription.Is(c.Tree, c.Head) ? ClaimKind.Demand : null),
        ("hardly possible", c => c.HasAux("can", "could") && ModifiedBy(c, "near-negation") ? ClaimKind.Assessment : null),
        ("not what it seems", Cleft),
        ("side taken", SideTaken),
        ("habit", c => c.Lemma == "use" && c.Tree.Penn(c.Head) == "VBD" && c.Tree.Child(c.Head, Relation.Xcomp) is var x and >= 0 && c.Tree.HasTo(x) ? ClaimKind.State : null),
        ("will have none of it", c => c.Lemma == "have" && c.Tree.Child(c.Head, Relation.Obj) is var none and >= 0 && c.Tree.Word(none) == "none" ? ClaimKind.Position : null),
        ("had it done", c => c.Lemma == "have" && c.Tree.Penn(c.Head) is "VBD" && c.Tree.Child(c.Head, Relation.Xcomp) is var done and >= 0 && c.Tree.Penn(done) == "VBN" && c.Tree.HasChild(c.Head, Relation.Obj) ? ClaimKind.Event : null),
        ("would have to", c => c.HasAux("would") && c.Lemma == "have" && c.Tree.Child(c.Head, Relation.Xcomp) is var must and >= 0 && c.Tree.HasTo(must) && c.Voice.Condition is null ? ClaimKind.Assessment : null),
        ("would rather", c => c.HasAux("would") && c.Tree.HasChild(c.Head, Relation.Advmod, "rather") ? ClaimKind.Position : null),
        ("happening there", Happening),
        ("headline of what is to come", c => c.Tree.Head(c.Head) < 0 && c.Tree.HasTo(c.Head) && c.Tree.Tag(c.Tree.Count - 1) != PartOfSpeech.Punct ? ClaimKind.Prediction : null),
        ("text of a document", Text),
        ("withheld", c => c.HasAux("would") && !c.Voice.IsReported && c.Own.Value.IsNegative() && ReportingLexicon.Reports(c.Lemma) ? ClaimKind.Event : null),
        ("what an act holds", Contents),
        ("open or future", Prediction),
        ("arranged", Arranged),
        ("order to one's own", OwnOrder),
        ("asking that is told of", c => c.Voice.IsReported && c.Tree.Penn(c.Head) is "VBN" or "VBD" && !c.Tree.IsPassive(c.Head) && c.Voice.Kind is null && Telling(c.Tree, c.Head) is { Kind: ClaimKind.Demand } ? ClaimKind.Event : null),
        ("what is required", c => c.HasAux("must") && !c.Voice.IsReported ? ClaimKind.State : null),
        ("readiness", c => c.HeadIs("willing") && c.Tree.HasChild(c.Head, Relation.Xcomp) ? c.Holds("offer-object") && !c.Own.Value.IsNegative() ? ClaimKind.Offer : ClaimKind.Position : null),
        ("act not done", c => c.Own.Value.IsNegative() && Telling(c.Tree, c.Head) is { Kind: ClaimKind.Demand or ClaimKind.Offer } && c.Own.Rule.StartsWith("negation", StringComparison.Ordinal) ? ClaimKind.Position : null),
        ("promised harm", c => Telling(c.Tree, c.Head) is { Kind: ClaimKind.Commitment } && DoesHarm(c) && !c.Own.Value.IsNegative() ? ClaimKind.Threat : null),
        ("ultimatum", Ultimatum),
        ("no word of an intention", NotSaid),
        ("announced intention", c => c.Lemma is "announce" or "declare" or "state" && c.Tree.Child(c.Head, Relation.Obj) is var o and >= 0 && c.Tree.Lemma(o) is "intention" or "plan" or "decision" ? ClaimKind.Commitment : null),
        ("agreement reached", c => c.Lemma == "agree" && c.Tree.Penn(c.Head) == "VBD" && !c.Own.Value.IsNegative() && GovernsInfinitive(c) ? ClaimKind.Event : null),
        ("narrated act", c => Telling(c.Tree, c.Head) is { Kind: { } kind } entry && !(kind == ClaimKind.Threat && c.Own.Value.IsNegative()) && (entry.Treatment != FrameTreatment.Content || entry.Shape == FrameShape.ObjInf) ? kind : null),
        ("awaited", c => c.Tree.IsPassive(c.Head) && c.Own.Rule.StartsWith("hedged", StringComparison.Ordinal) && FrameFinder.Entry(c.Tree, c.Head, FrameShape.PassInf) is { Kind: ClaimKind.Prediction } ? ClaimKind.Prediction : null),
        ("expected", c => c.Own.Value is Factuality.Probable or Factuality.ProbableNot && c.Own.Rule.StartsWith("arranged", StringComparison.Ordinal) ? ClaimKind.Prediction : null),
        ("judgement", Judgement),
        ("attitude", c => c.HeadIs("position") && !c.Tree.IsPassive(c.Head) || WordClasses.IsPredicate(c.Tree.Word(c.Head), "stance") ? ClaimKind.Position : null),
        ("standing fact", Standing),
        ("scheduled", Scheduled),
        ("holds at present", HoldsNow),
        ("happened", _ => ClaimKind.Event),
    ];

    // "The offer included safe passage" spells the offer out, whatever it depends on.
    private static ClaimKind? Contents(KindContext c) =>
        WordClasses.IsPredicate(c.Lemma, "contents") && c.Tree.OwnSubject(c.Head) is var s and >= 0 && c.Tree.HasChild(c.Head, Relation.Obj)
            && ReportingLexicon.Noun(c.Tree.Lemma(s))?.Kind is var kind and (ClaimKind.Offer or ClaimKind.Demand or ClaimKind.Threat or ClaimKind.Commitment)
            ? kind
            : null;

    /// <summary>Row of the verb for the shape that it stands in, if it tells of an act.</summary>
    public static ReportingEntry? Telling(SentenceTree tree, int head)
    {
        var x = Infinitive(tree, head);
        if (x >= 0 && tree.IsPassive(head) && tree.HasTo(x) && FrameFinder.Entry(tree, head, FrameShape.PassInf) is null && FrameFinder.Entry(tree, head, FrameShape.ObjInf) is { Kind: ClaimKind.Demand } told) return told;
        var obj = tree.HasChild(head, Relation.Obj, Relation.Iobj);
        if (x >= 0 && !tree.IsPassive(head) && tree.HasTo(x) && FrameFinder.Entry(tree, head, obj ? FrameShape.ObjInf : FrameShape.Inf) is { } infinitive) return infinitive;
        if (x >= 0 && tree.HasTo(x) && FrameFinder.Entry(tree, head, FrameShape.ObjInf) is { } asked && asked.Lemma.Contains(' ')) return asked;
        if (x >= 0 && tree.IsPassive(head)) return FrameFinder.Entry(tree, head, FrameShape.PassInf);
        if (tree.IsPassive(head) && tree.Lemma(head) is "want" or "charge") return null;
        return tree.Tag(head) == PartOfSpeech.Verb && FrameFinder.Entry(tree, head, FrameShape.Np) is { } plain && TakesObject(tree, head, plain) ? plain : null;
    }

    // "Backed the plan" takes a side, "backed away" does not; "refused" and "protested" need no object.
    private static bool TakesObject(SentenceTree tree, int head, ReportingEntry entry) => entry.Lemma.Contains(' ')
        || tree.HasChild(head, Relation.Obj, Relation.Iobj) || tree.IsPassive(head) || tree.Rel(head) is Relation.Acl or Relation.AclRelcl or Relation.Advcl or Relation.Conj or Relation.Xcomp || WordClasses.IsPredicate(entry.Lemma, "stand");

    /// <summary>The infinitive that the verb governs, also where it hangs on the object; -1 if none.</summary>
    public static int Infinitive(SentenceTree tree, int head)
    {
        var x = tree.Child(head, Relation.Xcomp);
        if (x >= 0) return x;
        var o = tree.Child(head, Relation.Obj, Relation.Iobj);
        if (o < 0 && FrameFinder.Entry(tree, head, FrameShape.ObjInf) is { } entry && entry.Lemma.Contains(' ')) o = tree.Child(head, Relation.Obl);
        if (o >= 0 && tree.Child(o, Relation.Acl, Relation.AclRelcl) is var a and >= 0 && tree.HasTo(a)) return a;
        x = tree.Child(head, Relation.Advcl, Relation.Ccomp);
        return x > head && o >= 0 && tree.HasTo(x) && tree.Word(tree.Left(x)) == "to" ? x : -1;
    }

    /// <summary>The kind and the name of the rule that set it.</summary>
    public static (ClaimKind Kind, string Rule) Of(KindContext context)
    {
        if (context.Proposition.Kind is { } given) return (given, context.Proposition.Rule);
        foreach (var (name, rule) in Rules)
        {
            if (rule(context) is { } kind) return (kind, name);
        }
        return (ClaimKind.Event, "none spoke");
    }

    // Said by the one who would act: harm is a threat, else a commitment. Harm that somebody who can do it foretells is a threat too.
    private static ClaimKind? ThreatOrCommitment(KindContext c)
    {
        if (!c.Voice.IsReported || !c.HasAux("will", "would", "shall", "'ll") && c.Voice.Kind is not ClaimKind.Threat) return Readiness(c) ?? FirstPerson(c);
        if (c.Tree.HasChild(c.Head, Relation.Csubj) || c.Tree.Word(c.Proposition.First) == "to") return null;
        if (c.Tree.HasChild(c.Head, Relation.Cop) && (c.HeadIs("evaluation") || c.HeadIs("evaluation-noun")) || c.Lemma is "take" or "last" && TakesTime(c)) return null;
        if (c.Voice.SourceLevel is not (Factuality.Certain or Factuality.CertainNot) && c.Voice.Kind is not ClaimKind.Threat) return null;
        if (DoesHarm(c) && !c.Own.Value.IsNegative() && (c.IsSelf || c.Voice.Kind is ClaimKind.Threat || CanThreaten(c.Voice))) return ClaimKind.Threat;
        if (c.Holds("offer-object") && c.Tree.IsPassive(c.Head)) return ClaimKind.Offer;
        if (c.Voice.Condition is not null && c.Tree.IsPassive(c.Head) && c.HeadIs("relief") && CanThreaten(c.Voice)) return ClaimKind.Offer;
        if (TakesSteps(c) && (c.IsSelf || CanThreaten(c.Voice)) && !c.Own.Value.IsNegative()) return ClaimKind.Threat;
        if (c.Own.Value.IsNegative() && (c.IsSelf || c.Tree.OwnSubject(c.Head) is var who && c.Tree.Tag(who) == PartOfSpeech.Propn && CanThreaten(c.Voice)) && c.HeadIs("yielding") && !c.Holds("harm")) return ClaimKind.Position;
        if (PromisedTo(c) || PromisedAct(c) || PromisedService(c)) return ClaimKind.Commitment;
        return !c.IsSelf ? null : c.HeadIs("position") ? ClaimKind.Position : ClaimKind.Commitment;
    }

    private static bool TakesTime(KindContext c)
    {
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (d > c.Head && c.Tree.Rel(d) is Relation.Obj or Relation.Obl or Relation.OblUnmarked && c.Tree.Lemma(d) is "hour" or "day" or "week" or "month" or "year" or "decade") return true;
        }
        return false;
    }

    // "Would take measures", "will be free to take further steps": what is left unsaid is meant to frighten.
    private static bool TakesSteps(KindContext c)
    {
        for (var i = c.Head; i <= c.Proposition.Last; i++)
        {
            if (c.Tree.Lemma(i) is "take" && c.Tree.Child(i, Relation.Obj) is var o and >= 0 && c.Tree.Lemma(o) is "step" or "measure" or "action" or "countermeasure") return i == c.Head || c.Tree.IsUnder(i, c.Head);
        }
        return false;
    }

    // "Is ready to fight": harm that one is ready for.
    private static ClaimKind? Readiness(KindContext c) =>
        c.Voice.IsReported && c.IsSelf && c.HeadIs("willing") && !c.Own.Value.IsNegative() && c.Tree.Child(c.Head, Relation.Xcomp) is var x and >= 0 && WordClasses.IsPredicate(c.Tree.Lemma(x), "harm") ? ClaimKind.Threat : null;

    // "Leave now", "leave now, or we will force you": the base form in somebody's mouth.
    private static ClaimKind? Command(KindContext c)
    {
        if (!c.Voice.IsReported || c.Tree.Penn(c.Head) != "VB" || c.Tree.OwnSubject(c.Head) >= 0 || c.HasAny() && !c.HasAux("do") || c.Tree.HasTo(c.Head) || c.Tree.Rel(c.Head) is Relation.Xcomp or Relation.Conj || SpeaksOn(c)) return null;
        for (var i = c.Head + 1; i <= c.Proposition.Last; i++)
        {
            if (c.Tree.Word(i) == "or" && c.Tree.Rel(i) == Relation.Cc && c.Tree.OwnSubject(c.Tree.Head(i)) > i) return ClaimKind.Threat;
        }
        return ClaimKind.Demand;
    }

    // "Let me be clear", "let's see", "look": a speaker's own next words, asked of nobody.
    private static bool SpeaksOn(KindContext c) => c.Lemma == "let" && c.Head < c.Proposition.Last && c.Tree.Word(c.Head + 1) is "me" or "'s" or "’s" or "us" || c.Lemma is "look" or "listen" && c.Head < c.Proposition.Last && c.Tree.Word(c.Head + 1) == ",";

    // "It was not Egypt that marched in": an event in the dress of a copula.
    private static ClaimKind? Cleft(KindContext c) =>
        c.Tree.OwnSubject(c.Head) is var s and >= 0 && c.Tree.Word(s) == "it" && c.Tree.HasChild(c.Head, Relation.Cop) && c.Tree.Tag(c.Head) is PartOfSpeech.Propn or PartOfSpeech.Pron
            && c.Tree.Child(c.Head, Relation.AclRelcl) is var clause and >= 0 ? Asides.IsPast(c.Tree, clause) ? ClaimKind.Event : ClaimKind.Position : null;

    // "Is against any strike", "say otherwise".
    private static ClaimKind? SideTaken(KindContext c)
    {
        if ((c.Tree.HasChild(c.Head, Relation.Cop) || c.HasAux("is", "are", "was", "were")) && c.Tree.Child(c.Head, Relation.Case, Relation.Mark) is var k and >= 0 && c.Tree.Word(k) is "against" or "behind" or "for" && k < c.Head && c.Tree.Word(k - 1) is "is" or "are" or "was" or "were" or "not" or "firmly" or "all") return ClaimKind.Position;
        if (!ReportingLexicon.Reports(c.Lemma)) return null;
        return c.Tree.HasChild(c.Head, Relation.Advmod, "otherwise") || c.Tree.HasChild(c.Head, Relation.Advmod, "differently") ? ClaimKind.Position : null;
    }

    // "There was a collision": something that happened, in the dress of being.
    private static ClaimKind? Happening(KindContext c)
    {
        if (!c.Tree.HasChild(c.Head, Relation.Expl)) return null;
        var noun = c.Tree.IsVerb(c.Head) ? c.Tree.OwnSubject(c.Head) : c.Head;
        var be = c.Tree.IsVerb(c.Head) ? c.Head : c.Tree.Child(c.Head, Relation.Cop);
        return noun >= 0 && WordClasses.IsPredicate(c.Tree.Lemma(noun), "happening") && (c.Tree.Penn(be) == "VBD" || c.HasAux("has", "have")) ? ClaimKind.Event : null;
    }

    // "The convention guarantees free passage", "the resolution did not authorise force": what a text says stands.
    private static ClaimKind? Text(KindContext c)
    {
        if (c.Tree.Subject(c.Head) is not (var s and >= 0) || c.Tree.Rel(c.Head) is Relation.Xcomp or Relation.Advcl || !c.Tree.IsVerb(c.Head) || c.Tree.IsPassive(c.Head) || c.Voice.Kind is not null || !WordClasses.IsPredicate(c.Tree.Lemma(s), "text")) return null;
        if (Telling(c.Tree, c.Head) is { Kind: ClaimKind.Demand } demand && !c.Own.Value.IsNegative()) return demand.Kind;
        return c.Tree.Penn(c.Head) is "VBZ" or "VBP" || c.HasAux("does", "do", "did", "would") ? ClaimKind.State : null;
    }

    // "Ordered his aircraft to turn back", "directed the general to begin": a person's order to his own is an act done.
    private static ClaimKind? OwnOrder(KindContext c)
    {
        if (!WordClasses.IsPredicate(c.Lemma, "command") || c.Tree.IsPassive(c.Head) || c.Own.Value.IsNegative() || c.Voice.Kind is not null) return null;
        var (subject, obj) = (c.Tree.OwnSubject(c.Head), c.Tree.Child(c.Head, Relation.Obj, Relation.Iobj));
        if (subject < 0 || obj < 0) return null;
        var own = c.Tree.Child(obj, Relation.NmodPoss) is var owner and >= 0 && c.Tree.Word(owner) is "his" or "her" or "its" or "their";
        var person = c.Tree.Tag(subject) == PartOfSpeech.Propn && c.Tree.HasChild(subject, Relation.Flat);
        return own || person && (c.Tree.HasChild(obj, Relation.NmodDesc, Relation.Flat) || WordClasses.IsPredicate(c.Tree.Lemma(obj), "asset")) ? ClaimKind.Event : null;
    }

    // "You will have an answer": said to the one who gets it.
    private static bool PromisedTo(KindContext c) => c.Tree.OwnSubject(c.Head) is var s and >= 0 && c.Tree.Word(s) == "you" && c.HasAux("will", "'ll", "shall");

    // "The minister said that no inspectors would be admitted": a named speaker, an act whose doer goes without saying.
    private static bool PromisedAct(KindContext c) => c.Tree.IsPassive(c.Head) && CanThreaten(c.Voice) && c.Tree.Penn(c.Head) is "VBN" or "VBD"
        && Asides.By(c.Tree, c.Head) < 0 && !c.HasAux("have") && !c.HeadIs("evaluation") && c.Voice.Kind is null && !c.HeadIs("reception")
        && FrameFinder.Entry(c.Tree, c.Head, FrameShape.Np) is null or { Treatment: FrameTreatment.Content };

    // "The airline said that flights would continue": what goes on as whoever runs it wills.
    private static bool PromisedService(KindContext c) => WordClasses.IsPredicate(c.Lemma, "service-verb") && c.Voice.Kind is null && c.Voice.Sources[^1].Kind is SourceKind.State or SourceKind.Organisation
        && c.Tree.OwnSubject(c.Head) is var s and >= 0 && WordClasses.IsPredicate(c.Tree.Lemma(s), "service");

    private static bool CanThreaten(Voice voice) => voice.Sources[^1].Kind is SourceKind.State or SourceKind.Organisation or SourceKind.Person
        || voice.Sources[^1].Kind == SourceKind.Anonymous && ActorFinder.IsOfficial(voice.Sources[^1].Name);

    // The harm is in the verb, in what it brings, or in what it is said to be.
    private static bool DoesHarm(KindContext c)
    {
        if (c.HeadIs("harm") && !(c.IsSelf && WordClasses.IsPredicate(c.Lemma, "cost-borne"))) return true;
        foreach (var d in c.Tree.Children(c.Head))
        {
            var argument = c.Tree.Rel(d) is Relation.Obj or Relation.Xcomp || c.Tree.Rel(d) is Relation.Nmod && c.Tree.HasChild(c.Head, Relation.Cop) || c.Tree.Rel(d) is Relation.Nsubj && c.Tree.HasChild(c.Head, Relation.Expl);
            argument |= c.Tree.Rel(d) is Relation.Obl or Relation.Advcl or Relation.Obj && c.Tree.Child(d, Relation.Case, Relation.Mark) is var k and >= 0 && (c.Tree.Word(k) == "as" || c.Tree.Word(k) == "with" && c.Lemma is "meet" or "answer" or "greet" or "reply");
            if (argument && WordClasses.IsPredicate(c.Tree.Lemma(d), "harm")) return true;
        }
        return false;
    }

    // "We are staying" commits; "we never discuss it" holds a position.
    private static ClaimKind? FirstPerson(KindContext c)
    {
        var subject = c.Tree.OwnSubject(c.Head);
        if (!c.Voice.IsReported || subject < 0 || c.Tree.Word(subject) is not ("we" or "i") || !c.Tree.IsVerb(c.Head) || c.Tree.HasChild(c.Head, Relation.Cop)) return null;
        if (c.Tree.Penn(c.Head) == "VBG" && (c.HasAux("are", "am", "'re", "'m"))) return ClaimKind.Commitment;
        return (c.Tree.Penn(c.Head) == "VBP" && !c.HasAny() || c.Tree.Penn(c.Head) == "VB" && c.HasAux("do")) && !c.HeadIs("state") ? ClaimKind.Position : null;
    }

    private static ClaimKind? Required(KindContext c)
    {
        var required = c.HasAux("must", "should", "shall", "ought") || c.Lemma is "ought" or "need" && c.Tree.HasChild(c.Head, Relation.Xcomp) || c.Lemma == "have" && c.Tree.HasChild(c.Head, Relation.Xcomp);
        if (!required || !c.Voice.IsReported) return null;
        if (c.HasAux("must") && c.HasAux("have")) return ClaimKind.Assessment;
        if (c.Tree.IsPassive(c.Head) && c.HasAux("must") && c.Tree.OwnSubject(c.Head) is var s and >= 0 && c.Tree.HasChild(s, Relation.NmodPoss)) return ClaimKind.Demand;
        if (c.Tree.IsPassive(c.Head) || c.HeadIs("evaluation") || c.Tree.HasChild(c.Head, Relation.Cop)) return ClaimKind.Position;
        if (c.HasAux("would") || c.Lemma is "have" && c.Tree.HasChild(c.Head, Relation.Xcomp)) return ClaimKind.Assessment;
        if (c.HasAux("must") && c.HeadIs("state")) return ClaimKind.Position;
        return c.IsSelf ? ClaimKind.Position : ClaimKind.Demand;
    }

    // "Demanded that the junta halt", "asked that it be traded": the verb in its base form.
    private static bool Subjunctive(KindContext c)
    {
        var auxiliary = c.Tree.Child(c.Head, Relation.Aux, Relation.AuxPass, Relation.Cop);
        if (auxiliary >= 0) return c.Tree.Word(auxiliary) == "be";
        var subject = c.Tree.OwnSubject(c.Head);
        var singular = subject >= 0 && (c.Tree.Penn(subject) is "NN" or "NNP" || c.Tree.Word(subject) is "he" or "she" or "it");
        return c.Tree.Penn(c.Head) is "VB" || singular && c.Tree.Word(c.Head) == c.Lemma && c.Tree.Tag(c.Head) == PartOfSpeech.Verb;
    }

    private static bool GovernsInfinitive(KindContext c)
    {
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (d > c.Head && c.Tree.HasTo(d)) return true;
        }
        return Infinitive(c.Tree, c.Head) >= 0;
    }

    private static bool ModifiedBy(KindContext c, string hedgeClass)
    {
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (c.Tree.Rel(d) == Relation.Advmod && WordClasses.IsHedge(c.Tree.Word(d), hedgeClass)) return true;
        }
        return false;
    }

    // "Is due to meet", "are set to vote": what is arranged is still to come.
    private static ClaimKind? Arranged(KindContext c)
    {
        if (!WordClasses.IsPredicate(c.Tree.Word(c.Head), "arranged")) return null;
        var infinitive = c.Tree.Child(c.Head, Relation.Xcomp, Relation.Advcl, Relation.Ccomp);
        return infinitive >= 0 && c.Tree.HasTo(infinitive) ? ClaimKind.Prediction : null;
    }

    // "Gave them 48 hours to leave".
    private static ClaimKind? Ultimatum(KindContext c)
    {
        if (c.Lemma is not ("give" or "set" or "allow")) return null;
        var (time, infinitive) = (false, false);
        for (var i = c.Head + 1; i <= c.Proposition.Last; i++)
        {
            time |= c.Tree.Lemma(i) is "hour" or "day" or "week" or "month" or "deadline" || c.Tree.Word(i) is "until" or "till";
            infinitive |= time && c.Tree.Word(i) == "to" && c.Tree.Tag(i) is PartOfSpeech.Part || c.Lemma == "give" && c.Tree.Word(i) is "until" or "till" && c.Tree.HasChild(c.Head, Relation.Obj);
        }
        return time && infinitive ? ClaimKind.Demand : null;
    }

    // "Neither has said that it would join": nothing promised.
    private static ClaimKind? NotSaid(KindContext c)
    {
        var content = c.Tree.Child(c.Head, Relation.Ccomp);
        return content >= 0 && c.Lemma != "mean" && !c.HeadIs("assessment") && c.Own.Value.IsNegative() && ReportingLexicon.Reports(c.Lemma) && (c.Tree.HasChild(content, Relation.Aux, "would") || c.Tree.HasChild(content, Relation.Aux, "will")) ? ClaimKind.Commitment : null;
    }

    private static ClaimKind? Called(KindContext c) => c.Holds("evaluation") || c.Holds("evaluation-noun") ? ClaimKind.Assessment : ClaimKind.Position;

    private static ClaimKind? Prediction(KindContext c)
    {
        if (c.Voice.Condition is not null && !c.Voice.IsReported && Telling(c.Tree, c.Head) is { Kind: ClaimKind.Threat or ClaimKind.Offer or ClaimKind.Commitment } act && !c.Own.Value.IsNegative()) return act.Kind;
        if (c.Voice.Condition is not null && !c.HeadIs("position")) return ClaimKind.Prediction;
        if (c.HasAux("may", "might") && (c.Tree.Penn(c.Head) == "VBG" || c.Tree.HasChild(c.Head, Relation.Cop) && c.HeadIs("evaluation") && !c.Voice.IsReported)) return ClaimKind.Assessment;
        if (c.HasAux("may", "might") && !c.Voice.IsReported && c.Tree.HasChild(c.Head, Relation.Cop) && c.Time is null) return ClaimKind.State;
        if (c.Head > 1 && c.Tree.Word(c.Head - 1) == "to" && c.Tree.Word(c.Head - 2) == "about") return ClaimKind.Prediction;
        if (c.HasAux("may", "might", "will", "'ll", "shall")) return ClaimKind.Prediction;
        if (c.HasAux("could")) return !c.Own.Value.IsNegative() ? ClaimKind.Prediction : c.IsSelf || c.Voice.IsReported ? ClaimKind.Position : ClaimKind.Event;
        if (c.HasAux("should") && !c.Voice.IsReported) return ClaimKind.Prediction;
        if (c.HasAux("would") && c.Tree.HasChild(c.Head, Relation.Csubj)) return ClaimKind.Assessment;
        if (c.HasAux("would") && c.HeadIs("state") && c.Tree.Tag(c.Head) == PartOfSpeech.Verb && !c.Voice.IsReported) return ClaimKind.State;
        if (c.HasAux("would") && !c.Voice.IsReported && (c.Own.Value is Factuality.Probable or Factuality.ProbableNot || c.Lemma is "take" or "last" or "cost")) return ClaimKind.Prediction;
        if (c.HasAux("would") && WordClasses.IsPredicate(c.Lemma, "attitude") && !c.Voice.IsReported) return ClaimKind.Position;
        if (c.HasAux("would")) return c.HeadIs("evaluation") || Superlative(c) || c.HeadIs("evaluation-noun") || c.HasAux("have") && c.Voice.Condition is null || c.HeadIs("assessment") || c.Tree.HasChild(c.Head, Relation.Csubj) ? ClaimKind.Assessment : ClaimKind.Prediction;
        return c.Lemma is "likely" or "unlikely" or "go" && c.Own.Value is Factuality.Probable or Factuality.ProbableNot ? ClaimKind.Prediction : null;
    }

    private static ClaimKind? Judgement(KindContext c)
    {
        if (c.Lemma is "unlikely" or "likely") return ClaimKind.Prediction;
        if (c.Tree.HasChild(c.Head, Relation.Cop) && Valued(c) is { } valued) return valued;
        if (c.Lemma is "behave" or "act" or "look" or "sound" or "feel" && LikeSomething(c)) return ClaimKind.Assessment;
        if (c.HasAux("can") && !c.Voice.IsReported && WordClasses.IsPredicate(c.Lemma, "capacity") && c.Tree.OwnSubject(c.Head) is var able and >= 0 && c.Tree.Tag(able) == PartOfSpeech.Noun && WordClasses.SourceNoun(c.Tree.Lemma(able)) is null) return ClaimKind.State;
        if (Reckoned(c)) return ClaimKind.Assessment;
        if (c.HasAux("can", "cannot", "ca")) return ClaimKind.Assessment;
        if (c.HeadIs("assessment") && !c.Tree.IsPassive(c.Head) || c.HeadIs("evaluation") || c.HeadIs("evaluation-noun") && c.Tree.HasChild(c.Head, Relation.Cop)) return ClaimKind.Assessment;
        if (c.Lemma == "have" && !c.HasAny() && c.Tree.Child(c.Head, Relation.Obj) is var had and >= 0 && WordClasses.IsPredicate(c.Tree.Lemma(had), "evaluation-noun")) return ClaimKind.Assessment;
        if (c.Lemma == "be" && c.Tree.HasChild(c.Head, Relation.Expl) && c.Tree.Child(c.Head, Relation.Nsubj) is var way and >= 0 && IsJudged(c, way)) return ClaimKind.Assessment;
        if (c.Lemma == "have" && c.Tree.Child(c.Head, Relation.Obj) is var o and >= 0 && c.Tree.Child(o, Relation.Amod) is var a and >= 0 && (WordClasses.IsPredicate(c.Tree.Lemma(a), "evaluation") || WordClasses.IsPredicate(c.Tree.Word(a), "evaluation"))) return ClaimKind.Assessment;
        for (var i = c.Proposition.First; i <= c.Proposition.Last; i++)
        {
            if (c.Tree.Rel(i) == Relation.Mark && c.Tree.Word(i) == "because") return ClaimKind.Assessment;
        }
        return c.Voice.Kind is ClaimKind.Assessment or ClaimKind.Position or ClaimKind.Prediction ? c.Voice.Kind : null;
    }

    // A noun that is judged, compared or denied: "a fair question", "a better way", "is no excuse"; a measure is a fact.
    private static ClaimKind? Valued(KindContext c)
    {
        if (c.Tree.Tag(c.Head) is not (PartOfSpeech.Noun or PartOfSpeech.Adj)) return null;
        if (c.Tree.HasChild(c.Head, Relation.Case, "about") && c.Tree.Tag(c.Head) == PartOfSpeech.Noun) return ClaimKind.Assessment;
        if (c.Voice.IsReported && WordClasses.IsPredicate(c.Lemma, "belonging")) return ClaimKind.Position;
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (c.Tree.Rel(d) == Relation.Nummod || c.Tree.Rel(d) is Relation.OblUnmarked && d < c.Head && c.Head - d <= 3 && c.Tree.HasChild(d, Relation.Nummod)) return ClaimKind.State;
        }
        if (!c.Tree.HasChild(c.Head, Relation.Case) && IsJudged(c, c.Head)) return ClaimKind.Assessment;
        var isName = c.Tree.OwnSubject(c.Head) is var s and >= 0 && c.Tree.Tag(s) == PartOfSpeech.Propn;
        return c.Own.Value == Factuality.CertainNot && c.Tree.Tag(c.Head) == PartOfSpeech.Noun && !isName && !c.Tree.HasChild(c.Head, Relation.Case) && !c.Voice.IsReported ? ClaimKind.Assessment : null;
    }

    private static bool IsJudged(KindContext c, int noun)
    {
        foreach (var d in c.Tree.Children(noun))
        {
            if (c.Tree.Rel(d) == Relation.Amod && (WordClasses.IsPredicate(c.Tree.Lemma(d), "evaluation") || WordClasses.IsPredicate(c.Tree.Word(d), "evaluation") || c.Tree.Penn(d) is "JJR" or "JJS")) return true;
        }
        return false;
    }

    private static bool LikeSomething(KindContext c)
    {
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (c.Tree.Rel(d) is Relation.Obl or Relation.Advcl && c.Tree.Child(d, Relation.Case, Relation.Mark) is var k and >= 0 && c.Tree.Word(k) == "like") return true;
        }
        return false;
    }

    // "Seems to be waiting", "does not mean that …", "was designed to test", "failed at diplomacy": how the speaker reads it.
    private static bool Reckoned(KindContext c)
    {
        if (c.Lemma is "seem" or "appear") return !c.Voice.IsReported && c.Tree.Child(c.Head, Relation.Xcomp) is var x and >= 0 && !c.Tree.HasChild(x, Relation.Aux, "have");
        if (c.Lemma == "mean" && !c.Tree.IsPassive(c.Head)) return c.Tree.HasChild(c.Head, Relation.Ccomp);
        if (c.Tree.IsPassive(c.Head)) return WordClasses.IsPredicate(c.Lemma, "purpose") && GovernsInfinitive(c);
        return WordClasses.IsPredicate(c.Lemma, "outcome") && !c.Tree.HasChild(c.Head, Relation.Xcomp) && !(c.Lemma == "succeed" && c.Tree.HasChild(c.Head, Relation.Obj));
    }

    private static bool Superlative(KindContext c)
    {
        if (!c.Tree.HasChild(c.Head, Relation.Cop)) return false;
        foreach (var d in c.Tree.Children(c.Head))
        {
            if (c.Tree.Penn(d) == "JJS") return true;
        }
        return c.Tree.Penn(c.Head) == "JJS";
    }

    // "Is believed to be there": what is thought to hold.
    private static bool ThoughtToHold(KindContext c)
    {
        if (!c.Tree.IsPassive(c.Head) || FrameFinder.Entry(c.Tree, c.Head, FrameShape.PassInf) is not { Treatment: FrameTreatment.Report or FrameTreatment.Hedge }) return false;
        var x = c.Tree.Child(c.Head, Relation.Xcomp);
        return x >= 0 && !c.Tree.HasChild(x, Relation.Aux, "have") && (c.Tree.HasChild(x, Relation.Cop) || WordClasses.IsPredicate(c.Tree.Lemma(x), "state"));
    }

    private static ClaimKind? Standing(KindContext c)
    {
        if (c.Proposition.Rule.StartsWith("found by", StringComparison.Ordinal)) return ClaimKind.State;
        if (c.Proposition.Rule.StartsWith("denied:", StringComparison.Ordinal) && !c.Tree.IsClause(c.Head)) return ClaimKind.Event;
        if (c.Tree.HasChild(c.Head, Relation.Cop) && c.Tree.Penn(c.Head) is "VBG" or "VBN") return null;
        if (c.Word is "gone" or "over" && c.Tree.Child(c.Head, Relation.Cop) is var was and >= 0 && c.Tree.Word(was) == "was") return ClaimKind.Event;
        if (!c.Tree.IsVerb(c.Head) || c.Tree.HasChild(c.Head, Relation.Cop)) return ClaimKind.State;
        if (HeldNow(c) || c.Lemma == "want" && c.Tree.IsPassive(c.Head)) return ClaimKind.State;
        if (c.HasAux("must") || ThoughtToHold(c)) return ClaimKind.State;
        var progressiveOrPerfect = c.Tree.Penn(c.Head) == "VBG" || c.HasAux("has", "have", "had");
        progressiveOrPerfect |= c.Tree.Penn(c.Head) == "VBN" && c.Tree.Rel(c.Head) == Relation.Acl;
        var present = c.Tree.Penn(c.Head) is "VBZ" or "VBP" || c.HasAux("does", "do");
        if (c.Lemma == "stay" && c.Tree.Penn(c.Head) == "VBD") return null;
        if ((c.HeadIs("state") || present && EndsInFull(c) && c.HeadIs("state-present")) && !progressiveOrPerfect && !c.Tree.IsPassive(c.Head)) return Future(c) ? ClaimKind.Prediction : ClaimKind.State;
        return null;
    }

    // "Are held at the base", "is left open", "are barred": the present passive tells how things stand, unless somebody does it.
    private static bool HeldNow(KindContext c) => c.Tree.Child(c.Head, Relation.AuxPass) is var be and >= 0 && c.Tree.Word(be) is "is" or "are" or "'re" && !c.HasAny()
        && Asides.By(c.Tree, c.Head) < 0 && !c.Tree.HasChild(c.Head, Relation.Xcomp) && FrameFinder.Entry(c.Tree, c.Head, FrameShape.PassInf) is null && EndsInFull(c);

    private static ClaimKind? Scheduled(KindContext c) => c.Tree.Penn(c.Head) is "VBZ" or "VBP" && Future(c) ? ClaimKind.Prediction : null;

    // The simple present of a full sentence tells what holds; that of a headline tells what happened.
    private static ClaimKind? HoldsNow(KindContext c) =>
        c.Tree.Penn(c.Head) is "VBZ" or "VBP" && !c.HasAny() && EndsInFull(c) && !c.HeadIs("dynamic")
        && (c.Tree.Child(c.Head, Relation.Xcomp) is var x && (x < 0 || !c.Tree.HasChild(x, Relation.Aux))) || c.HasAux("does", "do") && EndsInFull(c) ? ClaimKind.State : null;

    private static bool EndsInFull(KindContext c) => c.Tree.Word(c.Tree.Count - 1) is "." or ";" or "”" or "\"" && c.Tree.Tag(c.Head) == PartOfSpeech.Verb;

    private static bool Future(KindContext c) => c.Time?.Earliest is { } earliest && c.Date is { } date && earliest > date;
}
