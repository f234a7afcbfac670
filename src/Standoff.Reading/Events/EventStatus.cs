using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>How an act stands to what happened: by the words of its clause and those that govern it.</summary>
internal sealed class EventStatus(SentenceTree tree, DocumentMentions mentions, SenseReader senses)
{
    private const int Farthest = 12;

    /// <summary>Whether the event of a light verb or an aspect has the token for its content, so that it is told already.</summary>
    public bool IsCarried(int token)
    {
        for (var (head, steps) = (tree.Head(token), 0); head >= 0 && steps < 2; steps++, head = tree.Head(head))
        {
            if (senses.Of(head) is { Code: not null, IsContent: true } sense && (sense.Slot == token || sense.Inner?.Head == token))
                return !sense.IsOperator || sense.Operator is EventOperator.Do or EventOperator.Stop;
        }
        return false;
    }

    /// <summary>
    /// What its future tense makes of an act by somebody who can decide it: "will release" is an announcement, "will
    /// not release" a refusal; <see langword="null"/> where it is neither.
    /// </summary>
    public EventOperator? Announced(ActSense sense, IReadOnlyList<int> actors)
    {
        var head = sense.Head;
        if (actors.Count == 0 || senses.IsPassive(head) || senses.Noun(actors[0]).Any(n => n.Code is not null)) return null;
        if (IsNegated(head) && !HasFuture(head) && IsConsent(sense.Code)) return EventOperator.Refuse;
        if (!HasFuture(head) || SpeakerOf(head) is { IsOther: true }) return null;
        return IsNegated(head) ? EventOperator.Refuse : EventOperator.Plan;
    }

    // Not to give leave or not to agree is to refuse.
    private static bool IsConsent(EventCode? code) => code is { Type: EventType.Agree } or { Cameo: "081" or "086" or "0863" or "075" };

    /// <summary>Polarity and modality of the act of a token.</summary>
    public (EventPolarity Polarity, EventModality Modality) Of(int token)
    {
        var polarity = IsNegated(token) ? EventPolarity.Negated : EventPolarity.Affirmed;
        var modality = Own(token);
        for (var (i, steps) = (token, 0); i >= 0 && steps < Farthest; steps++, i = tree.Head(i))
        {
            var head = tree.Head(i);
            if (head < 0) break;
            if (IsDenial(head, i)) polarity = EventPolarity.Denied;
            if (Governor(i) is { } governor && i != token | steps == 0 && ModalityUnder(governor.Operator) is { } governed && modality is EventModality.Happened or EventModality.Reported)
            {
                modality = governed;
                if (governed == EventModality.Refused) polarity = EventPolarity.Negated;
            }
            if (tree.Rel(i) == Relation.Ccomp && modality is EventModality.Happened or EventModality.Reported && IsNegated(head)) modality = EventModality.Possible;
            if (modality == EventModality.Happened) modality = Around(i, head);
            if (tree.Rel(i) is Relation.Nsubj or Relation.Obl or Relation.AclRelcl) break;
        }
        return (polarity, modality);
    }

    private static EventModality? ModalityUnder(EventOperator op) => op switch
    {
        EventOperator.Intend or EventOperator.Offer or EventOperator.Plan => EventModality.Promised,
        EventOperator.Refuse or EventOperator.Forbid => EventModality.Refused,
        EventOperator.Demand or EventOperator.Incite or EventOperator.Order => EventModality.Demanded,
        EventOperator.Threaten => EventModality.Threatened,
        EventOperator.Permit => EventModality.Permitted,
        EventOperator.Say => EventModality.Alleged,
        _ => null,
    };

    private ActSense? Governor(int token)
    {
        var head = tree.Head(token);
        return head >= 0 && senses.Of(head) is { } sense && sense.Slot == token && sense.IsOperator ? sense : null;
    }

    private EventModality Own(int token)
    {
        if (HasCondition(token)) return EventModality.Conditional;
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) == Relation.Mark && tree.Word(c) is "if" or "unless" or "should") return EventModality.Conditional;
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "may" or "might" or "could") return EventModality.Possible;
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "would" or "'d") return SpeakerOf(token) is null ? EventModality.Conditional : EventModality.Expected;
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "will" or "'ll" or "shall") return EventModality.Expected;
        }
        return EventModality.Happened;
    }

    private EventModality Around(int i, int head)
    {
        if (tree.Lemma(head) == "accuse" && tree.Penn(i) == "VBG") return EventModality.Alleged;
        if (tree.Rel(i) is not (Relation.Ccomp or Relation.Xcomp or Relation.Acl or Relation.Parataxis)) return EventModality.Happened;
        var entry = ReportingLexicon.Find(tree.Lemma(head), FrameShape.That) ?? ReportingLexicon.Noun(tree.Lemma(head));
        if (entry is null) return EventModality.Happened;
        if (entry.Lemma is "accuse" or "allege") return EventModality.Alleged;
        if (entry.Source is Factuality.Probable or Factuality.Possible) return EventModality.Expected;
        return entry.Author == Factuality.Uncommitted ? EventModality.Reported : EventModality.Happened;
    }

    private bool IsDenial(int head, int complement)
    {
        if (tree.Rel(complement) is not (Relation.Ccomp or Relation.Xcomp or Relation.Obj or Relation.Acl or Relation.Advcl or Relation.Nsubj)) return false;
        if (tree.Rel(complement) == Relation.Nsubj) return tree.Lemma(head) is "false" or "untrue" or "baseless" or "unfounded" or "wrong" or "fabricated";
        return ReportingLexicon.Find(tree.Lemma(head), FrameShape.That) is { Source: Factuality.CertainNot };
    }

    private bool IsNegated(int token)
    {
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) == Relation.Advmod && WordClasses.IsHedge(tree.Word(c), "negation")) return true;
            if (tree.Rel(c) == Relation.Det && tree.Word(c) == "no") return true;
            if (tree.Rel(c) is Relation.Obj or Relation.Nsubj && (tree.HasChild(c, Relation.Det, "no") || tree.HasChild(c, Relation.Det, "neither") || tree.Word(tree.Left(c)) == "neither")) return true;
        }
        return false;
    }

    private bool HasFuture(int token)
    {
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "will" or "'ll" or "shall" or "wo") return true;
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "would" or "'d" && SpeakerOf(token) is not null) return true;
        }
        return false;
    }

    private bool HasCondition(int token)
    {
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) == Relation.Advcl && tree.HasChild(c, Relation.Mark, "if")) return true;
        }
        return false;
    }

    // Who says the clause, and whether that is somebody else than its subject.
    private (int Verb, bool IsOther)? SpeakerOf(int token)
    {
        for (var (i, steps) = (token, 0); steps < Farthest && tree.Head(i) >= 0; steps++, i = tree.Head(i))
        {
            if (tree.Rel(i) != Relation.Ccomp) continue;
            var verb = tree.Head(i);
            if (IsNegated(verb)) return (verb, true);
            if (!ReportingLexicon.IsVerb(tree.Lemma(verb))) return null;
            var entry = ReportingLexicon.Find(tree.Lemma(verb), FrameShape.That);
            return (verb, entry is { Source: Factuality.Probable or Factuality.Possible } || IsOther(tree.OwnSubject(verb), tree.Subject(token)));
        }
        return null;
    }

    // Somebody who speaks for another state than the subject's foretells and does not announce.
    private bool IsOther(int speaker, int subject)
    {
        if (speaker < 0 || subject < 0 || tree.Tag(subject) == PartOfSpeech.Pron) return false;
        var (who, whom) = (mentions.At(tree.Sentence[speaker]), mentions.At(tree.Sentence[subject]));
        return who is { Kind: not (MentionKind.Outlet or MentionKind.AnonymousGroup or MentionKind.Place), State: { } own } && whom is { State: { } other } && own != other;
    }
}
