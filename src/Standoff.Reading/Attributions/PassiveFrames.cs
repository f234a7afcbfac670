using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>The frames of a passive: its subject is part of what is attributed, its agent the source.</summary>
internal static class PassiveFrames
{
    /// <summary>The first of them that there is.</summary>
    public static Finding? Of(CueVerb cue) => Clause(cue) ?? Infinitive(cue) ?? (cue.Tree.Subject(cue.Verb) is var subject and >= 0 ? Paired(cue, subject) ?? Judged(cue, subject) : null);

    // "it is believed that …", "asked whether …, she said".
    private static Finding? Clause(CueVerb cue)
    {
        var clause = cue.Tree.Child(cue.Verb, Relation.Ccomp, Relation.Csubj);
        if (clause < 0 || !cue.Takes(CueFrame.That) && !cue.Takes(CueFrame.Wh)) return null;
        return cue.Find(cue.IsQuestion(clause) ? CueFrame.Wh : CueFrame.That, cue.Under(clause));
    }

    // "is expected to …", "was told to …".
    private static Finding? Infinitive(CueVerb cue)
    {
        var act = cue.Tree.Child(cue.Verb, Relation.Xcomp, Relation.Advcl);
        if (act < cue.Verb || !cue.Tree.HasTo(act)) return null;
        if (cue.Takes(CueFrame.Raise)) return cue.Find(CueFrame.Raise, cue.Under(cue.Tree.Subject(cue.Verb), act));
        return cue.Takes(CueFrame.ObjInf) ? cue.Find(CueFrame.ObjInf, cue.Under(act)) : null;
    }

    // "was accused of …", "is seen as …".
    private static Finding? Paired(CueVerb cue, int subject)
    {
        foreach (var (frame, preposition) in (ReadOnlySpan<(CueFrame, string)>)[(CueFrame.Of, "of"), (CueFrame.As, "as")])
        {
            if (cue.Takes(frame) && cue.Marked(preposition) is var phrase and >= 0) return cue.Find(frame, cue.Under(subject, phrase));
        }
        return null;
    }

    // "was criticized by them for …"; what they did it for may hang on them.
    private static Finding? Judged(CueVerb cue, int subject)
    {
        if (!cue.Takes(CueFrame.Np) || cue.Source is not (var agent and >= 0)) return null;
        if (cue.Marked("for") is var own and >= 0) return cue.Find(CueFrame.Np, cue.Under(subject, own));
        var reason = cue.Marked(agent, "for");
        if (reason < 0 || cue.Tree.Penn(reason) != "VBG") return cue.Find(CueFrame.Np, cue.Under(subject));
        var found = cue.Find(CueFrame.Np, cue.Under(subject, reason));
        return found with { Source = [.. found.Source.Except(cue.Under(reason))] };
    }
}
