using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Attributions;

/// <summary>Finds what the verbs of a sentence attribute.</summary>
internal sealed class VerbCues(SentenceTree tree)
{
    private readonly ContentEdges _edges = new(tree);

    /// <summary>The attribution that a verb makes, if it makes one.</summary>
    public Finding? At(int verb)
    {
        if (tree.Tag(verb) != PartOfSpeech.Verb || tree.Rel(verb) is Relation.Amod or Relation.Compound or Relation.Case or Relation.Fixed or Relation.Aux) return null;
        if (Entry(verb) is not { } entry) return null;
        return tree.IsPassive(verb) || SourceFinder.IsReducedPassive(tree, verb) ? Passive(verb, entry) : Active(verb, entry);
    }

    private CueEntry? Entry(int verb)
    {
        var particle = tree.Child(verb, Relation.CompoundPrt);
        return (particle >= 0 ? CueLexicon.Find(tree.Lemma(verb) + " " + tree.Word(particle), CuePart.Verb) : null) ?? CueLexicon.Find(tree.Lemma(verb), CuePart.Verb);
    }

    private Finding? Active(int verb, CueEntry entry) => tree.Penn(verb) is "VBZ" or "VBP" or "VBD" && SourceFinder.Of(tree, verb) < 0
        ? entry.Takes(CueFrame.Quote) ? Make(verb, entry, CueFrame.Quote, []) : null
        : Clause(verb, entry) ?? Infinitive(verb, entry) ?? Fronted(verb, entry) ?? Clausal(verb, entry) ?? Gerund(verb, entry) ?? Predicative(verb, entry) ?? Charge(verb, entry)
        ?? Experiencer(verb, entry) ?? Object(verb, entry) ?? Prepositional(verb, entry) ?? Quoting(verb, entry);

    // "said that …", "asked whether …", "…, he said" with the clause as complement.
    private Finding? Clause(int verb, CueEntry entry)
    {
        var clause = tree.Child(verb, Relation.Ccomp);
        if (clause < 0 || tree.HasTo(clause) && !tree.IsFinite(clause) && tree.OwnSubject(clause) < 0) return null;
        var frame = IsQuestion(clause) ? CueFrame.Wh : CueFrame.That;
        if (!entry.Takes(frame) && !(frame == CueFrame.Wh && entry.Takes(CueFrame.That)) && !(clause < verb && entry.Takes(CueFrame.Quote))) return null;
        return Make(verb, entry, frame, Extents.Subtree(tree, clause, verb));
    }

    private bool IsQuestion(int clause)
    {
        foreach (var c in tree.Children(clause))
        {
            if (c < clause && (tree.IsInterrogative(c) || tree.Word(c) == "if" && tree.Rel(c) == Relation.Mark)) return true;
        }
        return tree.IsInterrogative(tree.Left(clause));
    }

    // "The plan, she said, would fail": the clause that the parenthesis stands in.
    private Finding? Fronted(int verb, CueEntry entry)
    {
        if (!entry.Takes(CueFrame.That) && !entry.Takes(CueFrame.Quote) || SourceFinder.Of(tree, verb) < 0) return null;
        if (tree.Rel(verb) == Relation.Parataxis) return Make(verb, entry, CueFrame.That, Extents.Subtree(tree, tree.Head(verb), verb));
        var after = tree.Child(verb, Relation.Parataxis);
        if (after > verb && tree.OwnSubject(after) >= 0 && Enumerable.Range(verb, after - verb).Any(t => tree.Word(t) == ":")) return Make(verb, entry, CueFrame.That, Extents.Subtree(tree, after));
        return null;
    }

    // A verb of saying whose clause the parser lost: what follows it, if it follows at once and has a verb.
    private Finding? Clausal(int verb, CueEntry entry)
    {
        if (!entry.Frames.TryGetValue(CueFrame.That, out var attitude) || attitude is not (CueClass.Speech or CueClass.Belief) || verb + 3 >= tree.Count) return null;
        if (FarThat(verb) is var that and >= 0) return Make(verb, entry, CueFrame.That, [.. Enumerable.Range(that, tree.Count - that)]);
        var next = verb + 1;
        if (tree.Tag(next) is not (PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num) && tree.Word(next) != "that") return null;
        var end = next;
        var finite = false;
        for (; end < tree.Count && tree.Word(end) is not (";" or "(" or ","); end++) finite |= tree.Penn(end) is "VBD" or "VBZ" or "VBP" or "MD" && Subjected(end, next);
        return finite ? Make(verb, entry, CueFrame.That, [.. Enumerable.Range(next, end - next)]) : null;
    }

    // "said on television, where he is a guest, that …".
    private int FarThat(int verb)
    {
        for (var i = verb + 2; i < tree.Count - 2; i++)
        {
            if (tree.Word(i) == "that" && tree.Rel(i) == Relation.Mark && tree.Word(i - 1) == "," && tree.Tag(verb + 1) == PartOfSpeech.Adp) return i;
            if (tree.Word(i) is ";" or ":" || CueLexicon.Find(tree.Lemma(i), CuePart.Verb)?.Takes(CueFrame.That) == true && tree.Tag(i) == PartOfSpeech.Verb) return -1;
        }
        return -1;
    }

    // A finite verb, or a helper, whose clause has its subject behind the cue.
    private bool Subjected(int finite, int from)
    {
        var clause = tree.Rel(finite) is Relation.Aux or Relation.AuxPass or Relation.Cop ? tree.Head(finite) : finite;
        return tree.OwnSubject(clause) >= from && tree.OwnSubject(clause) < finite && tree.Rel(clause) is not (Relation.AclRelcl or Relation.Acl);
    }

    private Finding? Infinitive(int verb, CueEntry entry)
    {
        if (entry.Prepositions.ContainsKey("on") && Marked(verb, "on") is var asked and >= 0 && tree.Child(verb, Relation.Xcomp, Relation.Advcl) is var act and >= 0 && act > asked && tree.HasTo(act))
            return Make(verb, entry, CueFrame.ObjInf, Extents.Subtree(tree, act));
        foreach (var c in tree.Children(verb))
        {
            if (c < verb || tree.Rel(c) is not (Relation.Xcomp or Relation.Ccomp or Relation.Advcl) || !tree.HasTo(c)) continue;
            var obj = tree.Child(verb, Relation.Obj, Relation.Iobj);
            if (obj > c) obj = -1;
            if (obj < 0 && tree.OwnSubject(c) is var own and >= 0 && entry.Takes(CueFrame.Raise)) return Make(verb, entry, CueFrame.Raise, Extents.Subtree(tree, c));
            if (obj < 0 && tree.Rel(c) != Relation.Advcl && entry.Takes(CueFrame.Inf)) return Make(verb, entry, CueFrame.Inf, Extents.Subtree(tree, c));
            if (obj >= 0 && entry.Takes(CueFrame.Raise)) return Make(verb, entry, CueFrame.Raise, [.. Extents.Subtree(tree, obj), .. Extents.Subtree(tree, c)]);
            if (obj >= 0 && entry.Takes(CueFrame.ObjInf)) return Make(verb, entry, CueFrame.ObjInf, Extents.Subtree(tree, c));
        }
        return null;
    }

    private Finding? Gerund(int verb, CueEntry entry)
    {
        if (!entry.Takes(CueFrame.Ing)) return null;
        foreach (var c in tree.Children(verb))
        {
            if (c > verb && tree.Rel(c) is Relation.Xcomp or Relation.Ccomp && tree.Penn(c) == "VBG") return Make(verb, entry, CueFrame.Ing, Extents.Subtree(tree, c));
        }
        return null;
    }

    // "called it a bluff", "considers him a friend".
    private Finding? Predicative(int verb, CueEntry entry)
    {
        if (!entry.Takes(CueFrame.Pred)) return null;
        var (obj, xcomp) = (tree.Child(verb, Relation.Obj, Relation.Iobj, Relation.Expl), tree.Child(verb, Relation.Xcomp));
        if (obj >= 0 && xcomp < 0) xcomp = Array.Find(tree.Children(verb), c => c > obj && tree.Rel(c) == Relation.Obj);
        if (xcomp == 0) xcomp = -1;
        if (obj < 0 || xcomp >= 0 && tree.HasTo(xcomp)) return null;
        if (xcomp < 0)
        {
            var content = _edges.Settle(verb, CueFrame.Pred, Extents.Subtree(tree, obj, verb));
            return content.Exists(t => t > verb && tree.Penn(t) == "``") ? Make(verb, entry, CueFrame.Pred, content) : null;
        }
        return Make(verb, entry, CueFrame.Pred, [.. Extents.Subtree(tree, obj, verb), .. Extents.Subtree(tree, xcomp)]);
    }

    // "accused them of …", "described it as …".
    private Finding? Charge(int verb, CueEntry entry)
    {
        var obj = tree.Child(verb, Relation.Obj, Relation.Iobj);
        if (obj < 0) return null;
        foreach (var (frame, preposition) in (ReadOnlySpan<(CueFrame, string)>)[(CueFrame.Of, "of"), (CueFrame.As, "as")])
        {
            if (entry.Takes(frame) && Marked(verb, preposition) is var phrase and >= 0) return Make(verb, entry, frame, [.. Extents.Subtree(tree, obj, verb), .. Extents.Subtree(tree, phrase)]);
            if (entry.Takes(frame) && Marked(obj, preposition) >= 0) return Make(verb, entry, frame, Extents.Subtree(tree, obj, verb));
        }
        return null;
    }

    // The phrase or clause on the right that the preposition introduces.
    private int Marked(int head, string preposition)
    {
        foreach (var c in tree.Children(head))
        {
            if (c > head && tree.Rel(c) is Relation.Obl or Relation.Nmod or Relation.Advcl or Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.OblAgent
                && (tree.HasChild(c, Relation.Case, preposition) || tree.HasChild(c, Relation.Mark, preposition))) return c;
        }
        return -1;
    }

    // "It surprised him that …".
    private Finding? Experiencer(int verb, CueEntry entry)
    {
        var obj = tree.Child(verb, Relation.Obj);
        var clause = tree.Child(verb, Relation.Ccomp, Relation.Csubj);
        if (!entry.Takes(CueFrame.Experiencer) || obj < 0 || clause < 0) return null;
        return Make(verb, entry, CueFrame.Experiencer, Extents.Subtree(tree, clause)) with { Source = SourceFinder.Phrase(tree, obj, verb) };
    }

    private Finding? Object(int verb, CueEntry entry)
    {
        if (!entry.Takes(CueFrame.Np)) return null;
        var obj = tree.Child(verb, Relation.Obj);
        if (obj < 0) return tree.Rel(verb) == Relation.AclRelcl && tree.OwnSubject(verb) is var own and >= 0 && !tree.IsRelativePronoun(own)
            ? Make(verb, entry, CueFrame.Np, Extents.Subtree(tree, tree.Head(verb), verb))
            : null;
        var content = Extents.Subtree(tree, obj, verb);
        foreach (var preposition in entry.Prepositions.Keys.Order(StringComparer.Ordinal))
        {
            if (Marked(verb, preposition) is var phrase and >= 0) content.AddRange(Extents.Subtree(tree, phrase));
        }
        content.Sort();
        return Make(verb, entry, CueFrame.Np, content);
    }

    private Finding? Prepositional(int verb, CueEntry entry)
    {
        foreach (var preposition in entry.Prepositions.Keys.Order(StringComparer.Ordinal))
        {
            var phrase = Marked(verb, preposition);
            if (phrase < 0) continue;
            var first = tree.Children(phrase).First(c => tree.Word(c) == preposition);
            if (preposition == "for" && tree.Child(verb, Relation.Obj) is var target and >= 0)
                return Make(verb, entry, CueFrame.Np, [.. Extents.Subtree(tree, target, verb), .. Extents.Subtree(tree, phrase)]) with { Class = entry.Prepositions[preposition] };
            var found = Make(verb, entry, CueFrame.Preposition, Extents.Subtree(tree, phrase, first));
            return found with { Cue = [.. found.Cue, first], Class = entry.Prepositions[preposition] };
        }
        return null;
    }

    private Finding? Quoting(int verb, CueEntry entry) =>
        entry.Takes(CueFrame.Quote) && SourceFinder.Of(tree, verb) >= 0 ? Make(verb, entry, CueFrame.Quote, []) : null;

    private Finding? Passive(int verb, CueEntry entry)
    {
        var clause = tree.Child(verb, Relation.Ccomp, Relation.Csubj);
        if (clause >= 0 && (entry.Takes(CueFrame.That) || entry.Takes(CueFrame.Wh))) return Make(verb, entry, CueFrame.That, Extents.Subtree(tree, clause));
        var subject = tree.Subject(verb);
        var xcomp = tree.Child(verb, Relation.Xcomp, Relation.Advcl);
        if (xcomp > verb && tree.HasTo(xcomp))
        {
            if (entry.Takes(CueFrame.Raise)) return Make(verb, entry, CueFrame.Raise, With(subject, verb, xcomp));
            if (entry.Takes(CueFrame.ObjInf)) return Make(verb, entry, CueFrame.ObjInf, Extents.Subtree(tree, xcomp));
        }
        if (subject < 0) return null;
        if (entry.Takes(CueFrame.Of) && Marked(verb, "of") is var charge and >= 0) return Make(verb, entry, CueFrame.Of, With(subject, verb, charge));
        if (entry.Takes(CueFrame.As) && Marked(verb, "as") is var seen and >= 0) return Make(verb, entry, CueFrame.As, With(subject, verb, seen));
        if (!entry.Takes(CueFrame.Np) || SourceFinder.Agent(tree, verb) is not (var agent and >= 0)) return null;
        if (Marked(verb, "for") is var own and >= 0) return Make(verb, entry, CueFrame.Np, With(subject, verb, own));
        var reason = Marked(agent, "for") is var cause and >= 0 && tree.Penn(cause) == "VBG" ? cause : -1;
        var found = Make(verb, entry, CueFrame.Np, With(subject, verb, reason));
        return reason < 0 ? found : found with { Source = [.. found.Source.Except(Extents.Subtree(tree, reason))] };
    }

    private List<int> With(int subject, int verb, int phrase)
    {
        List<int> content = [.. subject < 0 ? [] : Extents.Subtree(tree, subject, verb), .. phrase < 0 ? [] : Extents.Subtree(tree, phrase)];
        content.Sort();
        return [.. content.Distinct()];
    }

    private Finding Make(int verb, CueEntry entry, CueFrame frame, List<int> content)
    {
        var source = SourceFinder.Of(tree, verb);
        content = [.. content.Distinct().Order()];
        return new Finding(tree, verb, SourceFinder.Phrase(tree, source, verb), CueTokens(verb), _edges.Settle(verb, frame, content), CuePart.Verb, ClassOf(entry, frame), frame) { TakesQuotation = entry.Takes(CueFrame.Quote) };
    }

    private static CueClass ClassOf(CueEntry entry, CueFrame frame) =>
        entry.Frames.TryGetValue(frame, out var own) ? own : entry.Frames.Count > 0 ? entry.Frames.Values[0] : entry.Prepositions.Values[0];

    // The verb with its particle and the helpers, negations and adverbs right before it.
    private List<int> CueTokens(int verb)
    {
        var first = verb;
        while (first > 0 && tree.Head(first - 1) == verb && tree.Rel(first - 1) is Relation.Aux or Relation.AuxPass or Relation.Advmod or Relation.Mark && tree.Word(first - 1) is not ("that" or "if" or "when" or "as")) first--;
        var cue = Enumerable.Range(first, verb - first + 1).ToList();
        if (tree.Child(verb, Relation.CompoundPrt) is var particle and >= 0) cue.Add(particle);
        return cue;
    }
}
