using System.Collections.Immutable;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Who acts and is acted on in a content.</summary>
internal sealed class ActorFinder(SentenceTree tree, DocumentMentions mentions)
{
    /// <summary>The actors, agent first.</summary>
    public ImmutableArray<string> Of(Proposition proposition, TextSpan span)
    {
        var names = new List<string>();
        foreach (var agent in Agents(proposition)) names.AddRange(NamesUnder(agent));
        names.AddRange(mentions.ActorsIn(span).Where(m => !IsAside(proposition, m)).Select(m => m.Name));
        names.AddRange(Patients(proposition).Where(p => IsEnvoy(p)).Select(StateOf));
        if (names.Count == 0 || SpeaksOfItself(proposition)) names.Insert(0, SpeakerOf(proposition));
        return [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    // "Britain, she added, would not bargain": the one who speaks within a content is its source and not its actor.
    private bool IsAside(Proposition proposition, Mention mention)
    {
        if (mention.Name != proposition.Voice.Speaker || mention.Name.Length == 0) return false;
        if (mention.Head + 1 < tree.Count && tree.Span(mention.Head + 1) is var next && proposition.Voice.Cues.Any(c => c.Contains(next))) return true;
        for (var i = mention.Head; i >= 0 && i < tree.Count && i != proposition.Head; i = tree.Head(i))
        {
            var span = tree.Span(i);
            if (i != mention.Head && proposition.Voice.Cues.Any(c => c.Contains(span))) return true;
        }
        return false;
    }

    /// <summary>The core of the content: verb or predicate noun, agents, patients.</summary>
    public Predicate PredicateOf(Proposition proposition, Commitment own)
    {
        var patients = Patients(proposition).SelectMany(NamesUnder).Distinct(StringComparer.Ordinal);
        return new Predicate(tree.Lemma(proposition.Head), [.. Agents(proposition).SelectMany(NamesUnder).Distinct(StringComparer.Ordinal)], [.. patients.Concat(Patients(proposition).Where(IsEnvoy).Select(StateOf).Where(s => s.Length > 0)).Distinct(StringComparer.Ordinal)], own.Value.IsNegative());
    }

    /// <summary>Whether the one who would act is the speaker, or what he speaks for.</summary>
    public bool IsSelf(Proposition proposition, Voice voice)
    {
        var subject = proposition.Rule == Proposition.Gapped ? proposition.SharedSubject : tree.Subject(proposition.Head);
        if (subject < 0 || !voice.IsReported) return false;
        if (tree.IsPassive(proposition.Head)) return IsAsset(subject) && voice.SpeakerState.Length > 0;
        if (voice.Sources[^1].Kind == SourceKind.Anonymous && (IsOpenPronoun(subject) && HasFuture(proposition.Head) || IsAsset(subject) && IsOfficial(voice.Sources[^1].Name))) return true;
        if (tree.Word(subject) is "we" or "i" || SpeaksOfItself(proposition) && voice.Speaker.Length > 0) return true;
        if (IsAsset(subject) && voice.SpeakerState.Length > 0 && mentions.ActorsIn(tree.Span(tree.Left(subject), subject)).IsEmpty) return true;
        return NamesUnder(subject).Any(n => n == voice.Speaker || n == voice.SpeakerState)
            || mentions.At(tree.Sentence[subject])?.State is { } state && (state == voice.SpeakerState || state == voice.Speaker) && state.Length > 0;
    }

    // Whoever commands speaks for his own forces.
    private static bool IsOfficial(string description) => description.Split(' ') is var words && Array.Exists(words, w => w is "official" or "officials" or "officer" or "officers" or "minister" or "general" or "commander" or "spokesman" or "spokeswoman" or "admiral");

    private bool IsAsset(int token) => WordClasses.IsPredicate(tree.Lemma(token), "asset") || WordClasses.IsPredicate(tree.Word(token), "asset");

    // "It said that its forces …": a pronoun that nothing else explains means the speaker.
    private bool SpeaksOfItself(Proposition proposition)
    {
        var subject = tree.Subject(proposition.Head);
        if (subject < 0 || !proposition.Voice.IsReported) return false;
        if (IsOpenPronoun(subject)) return true;
        var owner = tree.Child(subject, Relation.NmodPoss);
        return owner >= 0 && IsOpenPronoun(owner);
    }

    private bool IsOpenPronoun(int token) =>
        tree.Word(token) is "it" or "they" or "its" or "their" or "we" or "our" or "he" or "she" or "his" or "her" && mentions.At(tree.Sentence[token]) is null && !tree.HasChild(tree.Head(token), Relation.Expl);

    // A state, body or person that foretells its own doing; an anonymous source stands for its state.
    private string SpeakerOf(Proposition proposition)
    {
        var voice = proposition.Voice;
        var announces = SpeaksOfItself(proposition) || HasFuture(proposition.Head);
        if (!voice.IsReported || !announces) return "";
        return voice.SpeakerState.Length > 0 ? voice.SpeakerState : SpeaksOfItself(proposition) ? voice.Speaker : "";
    }

    private bool HasFuture(int head)
    {
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) == Relation.Aux && tree.Word(c) is "will" or "would" or "shall") return true;
        }
        return false;
    }

    private IEnumerable<int> Agents(Proposition proposition)
    {
        var head = proposition.Head;
        if (proposition.Rule == Proposition.Gapped)
        {
            yield return proposition.SharedSubject;
            yield break;
        }
        if (tree.IsPassive(head) || tree.Penn(head) == "VBN" && tree.Rel(head) == Relation.Acl)
        {
            foreach (var c in tree.Children(head))
            {
                if (tree.Rel(c) == Relation.OblAgent || tree.Rel(c) == Relation.Obl && tree.HasChild(c, Relation.Case, "by")) yield return c;
            }
            yield break;
        }
        if (proposition.Rule == "apposition" && tree.OwnSubject(head) is var own and >= 0 && !tree.IsRelativePronoun(own)) yield return own;
        else if (tree.Subject(head) is var subject and >= 0) yield return subject;
    }

    private IEnumerable<int> Patients(Proposition proposition)
    {
        var head = proposition.Head;
        if (tree.IsPassive(head) && tree.Subject(head) is var subject and >= 0) yield return subject;
        foreach (var c in tree.Children(head))
        {
            if (tree.Rel(c) is Relation.Obj or Relation.Iobj) yield return c;
        }
        foreach (var x in tree.Children(head))
        {
            if (tree.Rel(x) != Relation.Xcomp) continue;
            foreach (var c in tree.Children(x))
            {
                if (tree.Rel(c) is Relation.Obj or Relation.Iobj) yield return c;
            }
        }
    }

    // The name of a noun phrase: its head's, its coordinates', else the names that modify it.
    private List<string> NamesUnder(int token)
    {
        var names = new List<string>();
        var last = tree.Right(token);
        foreach (var c in tree.Children(token))
        {
            if (tree.Rel(c) is Relation.AclRelcl or Relation.Acl) last = Math.Min(last, tree.Left(c) - 1);
        }
        if (mentions.At(tree.Sentence[token]) is { } mention && IsActor(mention)) names.Add(mention.Name);
        if (last >= tree.Left(token)) names.AddRange(mentions.ActorsIn(tree.Span(tree.Left(token), last)).Select(m => m.Name));
        return names;
    }

    // Who is done to a state's envoys is done to the state: "expelled five Russian diplomats".
    private bool IsEnvoy(int token) => tree.Lemma(token) is "diplomat" or "ambassador" or "envoy" or "attaché" or "consul" or "embassy";

    private string StateOf(int token)
    {
        for (var i = tree.Left(token); i <= token; i++)
        {
            if (mentions.At(tree.Sentence[i])?.State is { } state) return state;
        }
        return "";
    }

    private static bool IsActor(Mention mention) => mention.Kind is MentionKind.State or MentionKind.Person or MentionKind.Organisation or MentionKind.Force or MentionKind.Group;
}
