using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>The frames in which a clause is what an active verb attributes.</summary>
internal static class ClauseFrames
{
    /// <summary>The first of them that there is.</summary>
    public static Finding? Of(CueVerb cue) => Complement(cue) ?? CalledOn(cue) ?? Infinitive(cue) ?? Fronted(cue) ?? Lost(cue) ?? Gerund(cue);

    // "said that …", "asked whether …", "…, he said" with the clause as complement.
    private static Finding? Complement(CueVerb cue)
    {
        var tree = cue.Tree;
        var clause = tree.Child(cue.Verb, Relation.Ccomp);
        if (clause < 0) clause = Question(cue);
        if (clause < 0 || tree.HasTo(clause) && !tree.IsFinite(clause) && tree.OwnSubject(clause) < 0) return null;
        var frame = cue.IsQuestion(clause) ? CueFrame.Wh : CueFrame.That;
        if (!cue.Takes(frame) && !(frame == CueFrame.Wh && cue.Takes(CueFrame.That)) && !(clause < cue.Verb && cue.Takes(CueFrame.Quote))) return null;
        return cue.Find(frame, cue.Under(clause));
    }

    // "knows who gave the order", taken for a relative clause.
    private static int Question(CueVerb cue)
    {
        foreach (var c in cue.Tree.Children(cue.Verb))
        {
            if (c > cue.Verb && cue.Tree.Rel(c) is Relation.AclRelcl or Relation.Advcl or Relation.AdvclRelcl && cue.Tree.Left(c) == cue.Verb + 1 && cue.Tree.Word(cue.Verb + 1) is "who" or "what" or "whether" or "how" or "why") return c;
        }
        return -1;
    }

    // "called on them to …".
    private static Finding? CalledOn(CueVerb cue)
    {
        if (!cue.Entry.Prepositions.ContainsKey("on") || cue.Marked("on") is not (var asked and >= 0)) return null;
        var act = cue.Tree.Child(cue.Verb, Relation.Xcomp, Relation.Advcl);
        return act > asked && cue.Tree.HasTo(act) ? cue.Find(CueFrame.ObjInf, cue.Under(act)) : null;
    }

    // "plans to …", "wants them to …", "urged them to …".
    private static Finding? Infinitive(CueVerb cue)
    {
        foreach (var c in cue.Tree.Children(cue.Verb))
        {
            if (c < cue.Verb || cue.Tree.Rel(c) is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl) || !cue.Tree.HasTo(c)) continue;
            var target = cue.Target < c ? cue.Target : -1;
            if (target >= 0 && cue.Takes(CueFrame.Raise)) return cue.Find(CueFrame.Raise, cue.Under(target, c));
            if (target >= 0 && cue.Takes(CueFrame.ObjInf)) return cue.Find(CueFrame.ObjInf, cue.Under(c));
            if (target < 0 && cue.Tree.OwnSubject(c) >= 0 && cue.Takes(CueFrame.Raise)) return cue.Find(CueFrame.Raise, cue.Under(c));
            if (target < 0 && cue.Tree.Rel(c) != Relation.Advcl && cue.Takes(CueFrame.Inf)) return cue.Find(CueFrame.Inf, cue.Under(c));
        }
        return null;
    }

    // "The plan, she said, would fail": the clause that the parenthesis stands in. "Officials say: the plan failed".
    private static Finding? Fronted(CueVerb cue)
    {
        var tree = cue.Tree;
        if (!cue.Takes(CueFrame.That) && !cue.Takes(CueFrame.Quote) || cue.Source < 0) return null;
        if (tree.Rel(cue.Verb) == Relation.Parataxis) return cue.Find(CueFrame.That, cue.Under(tree.Head(cue.Verb)));
        var after = tree.Child(cue.Verb, Relation.Parataxis);
        if (after < cue.Verb || tree.OwnSubject(after) < 0) return null;
        return Enumerable.Range(cue.Verb, after - cue.Verb).Any(t => tree.Word(t) == ":") ? cue.Find(CueFrame.That, cue.Under(after)) : null;
    }

    // A verb of saying whose clause the parser lost: what follows it, if it follows at once and has a verb.
    private static Finding? Lost(CueVerb cue)
    {
        var tree = cue.Tree;
        if (!cue.Takes(CueFrame.That) || cue.Entry.ClassOf(CueFrame.That) is not (CueClass.Speech or CueClass.Belief) || cue.Verb + 3 >= tree.Count) return null;
        if (FarThat(cue) is var that and >= 0) return cue.Find(CueFrame.That, [.. Enumerable.Range(that, tree.Count - that)]);
        var next = cue.Verb + 1;
        if (tree.Word(next) != "that" && !IsNominalStart(tree.Tag(next))) return null;
        var (end, finite) = (next, false);
        for (; end < tree.Count && tree.Word(end) is not (";" or "(" or ","); end++) finite |= HasSubjectBehind(cue, end, next);
        return finite ? cue.Find(CueFrame.That, [.. Enumerable.Range(next, end - next)]) : null;
    }

    private static bool IsNominalStart(PartOfSpeech tag) =>
        tag is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num;

    // "said on television, where he is a guest, that …".
    private static int FarThat(CueVerb cue)
    {
        var tree = cue.Tree;
        if (tree.Tag(cue.Verb + 1) != PartOfSpeech.Adp) return -1;
        for (var i = cue.Verb + 2; i < tree.Count - 2 && tree.Word(i) is not (";" or ":"); i++)
        {
            if (tree.Word(i) == "that" && tree.Rel(i) == Relation.Mark && tree.Word(i - 1) == ",") return i;
            if (tree.Tag(i) == PartOfSpeech.Verb && CueLexicon.Find(tree.Lemma(i), CuePart.Verb)?.Takes(CueFrame.That) == true) return -1;
        }
        return -1;
    }

    // A finite verb, or a helper, whose clause has its subject behind the cue.
    private static bool HasSubjectBehind(CueVerb cue, int finite, int from)
    {
        var tree = cue.Tree;
        if (tree.Penn(finite) is not ("VBD" or "VBZ" or "VBP" or "MD")) return false;
        var clause = tree.Rel(finite) is Relation.Aux or Relation.AuxPass or Relation.Cop ? tree.Head(finite) : finite;
        return tree.OwnSubject(clause) is var subject && subject >= from && subject < finite && tree.Rel(clause) is not (Relation.AclRelcl or Relation.Acl);
    }

    // "denied targeting …".
    private static Finding? Gerund(CueVerb cue)
    {
        if (!cue.Takes(CueFrame.Ing)) return null;
        foreach (var c in cue.Tree.Children(cue.Verb))
        {
            if (c > cue.Verb && cue.Tree.Rel(c) is Relation.Xcomp or Relation.Ccomp && cue.Tree.Penn(c) == "VBG") return cue.Find(CueFrame.Ing, cue.Under(c));
        }
        return null;
    }
}
