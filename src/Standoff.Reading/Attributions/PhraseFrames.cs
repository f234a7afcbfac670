using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>The frames in which a phrase, or two, is what an active verb attributes.</summary>
internal static class PhraseFrames
{
    /// <summary>The first of them that there is.</summary>
    public static Finding? Of(CueVerb cue, ContentEdges edges) =>
        Predicative(cue, edges) ?? Paired(cue, CueFrame.Of, "of") ?? Paired(cue, CueFrame.As, "as") ?? Experiencer(cue) ?? Object(cue) ?? Prepositional(cue);

    // "called it a bluff", "called the leaders “thugs”".
    private static Finding? Predicative(CueVerb cue, ContentEdges edges)
    {
        if (!cue.Takes(CueFrame.Pred)) return null;
        var tree = cue.Tree;
        var named = tree.Child(cue.Verb, Relation.Obj, Relation.Iobj, Relation.Expl);
        var name = tree.Child(cue.Verb, Relation.Xcomp);
        if (name < 0) name = SecondObject(cue, named);
        if (named < 0 || name >= 0 && tree.HasTo(name)) return null;
        if (name >= 0) return cue.Find(CueFrame.Pred, cue.Under(named, name));
        var quoted = edges.Settle(cue.Verb, CueFrame.Pred, cue.Under(named));
        return quoted.Exists(t => t > cue.Verb && tree.Penn(t) == "``") ? cue.Find(CueFrame.Pred, quoted) : null;
    }

    private static int SecondObject(CueVerb cue, int first)
    {
        foreach (var c in cue.Tree.Children(cue.Verb))
        {
            if (first >= 0 && c > first && cue.Tree.Rel(c) == Relation.Obj) return c;
        }
        return -1;
    }

    // "accused them of …", "described it as …".
    private static Finding? Paired(CueVerb cue, CueFrame frame, string preposition)
    {
        if (!cue.Takes(frame) || cue.Target < 0) return null;
        if (cue.Marked(preposition) is var phrase and >= 0) return cue.Find(frame, cue.Under(cue.Target, phrase));
        return cue.Marked(cue.Target, preposition) >= 0 ? cue.Find(frame, cue.Under(cue.Target)) : null;
    }

    // "It surprised him that …".
    private static Finding? Experiencer(CueVerb cue)
    {
        var feels = cue.Tree.Child(cue.Verb, Relation.Obj);
        var clause = cue.Tree.Child(cue.Verb, Relation.Ccomp, Relation.Csubj);
        if (!cue.Takes(CueFrame.Experiencer) || feels < 0 || clause < 0) return null;
        return cue.Find(CueFrame.Experiencer, cue.Under(clause)) with { Source = SourceFinder.Phrase(cue.Tree, feels, cue.Verb) };
    }

    // "praised the plan for …", "the plan they praised".
    private static Finding? Object(CueVerb cue)
    {
        if (!cue.Takes(CueFrame.Np)) return null;
        var target = cue.Tree.Child(cue.Verb, Relation.Obj);
        if (target < 0) return IsGapped(cue) ? cue.Find(CueFrame.Np, cue.Under(cue.Tree.Head(cue.Verb))) : null;
        return cue.Find(CueFrame.Np, cue.Under([target, .. cue.Entry.Prepositions.Keys.Select(cue.Marked)]));
    }

    // A relative clause without a pronoun that has its antecedent for an object.
    private static bool IsGapped(CueVerb cue) =>
        cue.Tree.Rel(cue.Verb) == Relation.AclRelcl && cue.Tree.OwnSubject(cue.Verb) is var subject and >= 0 && !cue.Tree.IsRelativePronoun(subject);

    // "talked about …", "called for …", "attacked them for …".
    private static Finding? Prepositional(CueVerb cue)
    {
        foreach (var (preposition, attitude) in cue.Entry.Prepositions)
        {
            if (cue.Marked(preposition) is not (var phrase and >= 0)) continue;
            if (preposition == "for" && cue.Tree.Child(cue.Verb, Relation.Obj) is var target and >= 0) return cue.Find(CueFrame.Np, cue.Under(target, phrase)) with { Class = attitude };
            var first = cue.Tree.Children(phrase).First(c => cue.Tree.Word(c) == preposition);
            var found = cue.Find(CueFrame.Preposition, Extents.Subtree(cue.Tree, phrase, first));
            return found with { Cue = [.. found.Cue, first], Class = attitude };
        }
        return null;
    }
}
