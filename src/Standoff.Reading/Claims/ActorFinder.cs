using System.Collections.Immutable;
using Standoff.Reading.Mentions;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>Who acts and is acted on in a content.</summary>
internal sealed class ActorFinder(SentenceTree tree, DocumentMentions mentions, ActorMemory memory)
{
    /// <summary>The actors, agent first.</summary>
    /// <param name="proposition">The content.</param>
    /// <param name="span">Its words.</param>
    /// <param name="kind">What kind of claim it makes: who promises or threatens something acts in it.</param>
    /// <param name="nested">Stretches inside it that are claims of their own, with actors of their own.</param>
    public ImmutableArray<string> Of(Proposition proposition, TextSpan span, ClaimKind kind, IReadOnlyList<TextSpan> nested)
    {
        var names = new List<string>();
        foreach (var agent in Agents(proposition)) names.AddRange(NamesUnder(agent));
        names.AddRange(mentions.ActorsIn(span).Where(m => !IsAside(proposition, m) && !nested.Any(n => n.Contains(m.Span)) && !DescribesPerson(m, span)).Select(NameOf));
        names.AddRange(Patients(proposition).Concat(Agents(proposition)).Where(IsEnvoy).SelectMany(StatesOf));
        if (names.Count == 0 || SpeaksOfItself(proposition)) names.Insert(0, SpeakerOf(proposition, kind));
        if (names.TrueForAll(n => n.Length == 0)) names.AddRange(Implied(proposition));
        Remember(proposition);
        return [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    // "The Syrians could cut the pipelines": the nationals of a state, all of them, are the state; "Syrians fled" are people.
    private string NameOf(Mention mention)
    {
        if (mention.State is not { } state || mention.Kind != MentionKind.Group) return mention.Name;
        var head = TokenAt(mention.Span.Start);
        var alone = head > 0 && tree.Word(head - 1) == "the" && tree.Span(head) == mention.Span || head >= 0 && tree.Word(head) == "the" && head + 1 < tree.Count && tree.Span(head + 1).End == mention.Span.End;
        return alone && !tree.HasChild(head, Relation.Amod) && tree.Penn(TokenAt(mention.Span.End - 1)) is "NNPS" or "NNP" or "JJ" ? state : mention.Name;
    }

    private int TokenAt(int offset)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Span(i).Start <= offset && offset < tree.Span(i).End) return i;
        }
        return -1;
    }

    // "Menzies, the Australian prime minister": what describes a person between commas is no actor.
    private bool DescribesPerson(Mention mention, TextSpan span)
    {
        for (var (i, steps) = (TokenAt(mention.Span.Start), 0); i >= 0 && steps < 8; steps++, i = tree.Head(i))
        {
            if (tree.Rel(i) != Relation.Appos || tree.Head(i) > i || !span.Contains(tree.Span(i)) || tree.Tag(i) != PartOfSpeech.Noun) continue;
            if (mentions.At(tree.Sentence[tree.Head(i)]) is { Kind: MentionKind.Person, Form: MentionForm.Name } person && person.Name != mention.Name) return true;
        }
        return false;
    }

    // Who is meant where nobody is named: the owner of the ships, both sides, the whole of which a part is told of.
    private IEnumerable<string> Implied(Proposition proposition)
    {
        var subject = proposition.Rule == VerblessAsides.Rule ? proposition.SharedSubject : tree.Subject(proposition.Head);
        if (proposition.Rule == VerblessAsides.Rule && subject >= 0)
        {
            var whole = NamesUnder(subject);
            if (whole.Count > 0) return whole;
        }
        if (subject >= 0 && IsAsset(subject) && proposition.Voice.SpeakerState.Length > 0) return [proposition.Voice.SpeakerState];
        if (subject >= 0 && Pair(subject) is { Count: > 0 } pair) return pair;
        foreach (var i in (int[])[subject, .. Enumerable.Range(proposition.First, proposition.Last - proposition.First + 1)])
        {
            if (i < 0 || tree.Tag(i) != PartOfSpeech.Noun || i != subject && tree.Rel(i) is not (Relation.Obj or Relation.Nmod or Relation.NsubjPass)) continue;
            var owner = memory.OwnerOf(tree.Lemma(i), IsDefinite(i));
            if (owner.Length > 0) return [owner];
        }
        return [];
    }

    private bool IsDefinite(int noun) => tree.Child(noun, Relation.Det) is var d and >= 0 && tree.Word(d) is "the" or "these" or "those" or "such" or "this" or "that";

    // "Both sides", "neither government", "the two leaders": the two named last.
    private IReadOnlyList<string> Pair(int noun)
    {
        var first = tree.Left(noun);
        if (first < noun && tree.Word(first) == "the") first++;
        var counted = tree.Word(first) is "both" or "either" or "neither" or "two" || tree.Word(noun) is "both" or "neither" or "either";
        if (!counted) return [];
        if (WordClasses.IsPredicate(tree.Lemma(noun), "state-noun") || noun == first && tree.Word(noun) != "either") return memory.LastTwo(tree.Span(first).Start, MentionKind.State);
        return WordClasses.IsPredicate(tree.Lemma(noun), "person-noun") ? memory.LastTwo(tree.Span(first).Start, MentionKind.Person) : [];
    }

    // The nouns of the content that somebody can own become his: by a possessive or a nationality, else the agent's.
    private void Remember(Proposition proposition)
    {
        for (var i = proposition.First; i <= proposition.Last; i++)
        {
            if (tree.Tag(i) != PartOfSpeech.Noun || tree.Word(i) == "force" || !WordClasses.IsPredicate(tree.Lemma(i), "asset") && !WordClasses.IsPredicate(tree.Lemma(i), "act")) continue;
            var own = tree.Left(i) < i ? mentions.ActorsIn(tree.Span(tree.Left(i), i)).FirstOrDefault(IsOwner) : null;
            var deploys = tree.Rel(i) == Relation.Obj && WordClasses.IsPredicate(tree.Lemma(tree.Head(i)), "deployment");
            memory.Note(tree.Lemma(i), own is not null ? OwnerName(own) : deploys ? AgentOwner(proposition) : "");
        }
    }

    private static bool IsOwner(Mention mention) => mention.Kind is MentionKind.State or MentionKind.Organisation or MentionKind.Force || mention.Kind == MentionKind.Person && mention.State is not null;

    private static string OwnerName(Mention mention) => mention.Kind is MentionKind.Person or MentionKind.Force ? mention.State ?? "" : mention.Name;

    private string AgentOwner(Proposition proposition)
    {
        foreach (var agent in Agents(proposition))
        {
            if (mentions.At(tree.Sentence[agent]) is { } mention && IsOwner(mention)) return OwnerName(mention);
        }
        return "";
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
        return new Predicate(tree.Lemma(proposition.Head), [.. Agents(proposition).SelectMany(NamesUnder).Distinct(StringComparer.Ordinal)], [.. patients.Concat(Patients(proposition).Where(IsEnvoy).SelectMany(StatesOf)).Distinct(StringComparer.Ordinal)], own.Value.IsNegative());
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
    public static bool IsOfficial(string description) => description.Split(' ') is var words && Array.Exists(words, w => w is "governor" or "mayor" or "president" or "leader" or "aide" or "spokesperson" or "official" or "officials" or "officer" or "officers" or "minister" or "general" or "commander" or "spokesman" or "spokeswoman" or "admiral");

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
    private string SpeakerOf(Proposition proposition, ClaimKind kind)
    {
        var voice = proposition.Voice;
        if (proposition.Rule.StartsWith("denied", StringComparison.Ordinal) && Agents(proposition).All(a => NamesUnder(a).Count == 0)) return voice.SpeakerState.Length > 0 ? voice.SpeakerState : voice.Speaker;
        var announces = SpeaksOfItself(proposition) || HasFuture(proposition.Head) && kind is ClaimKind.Commitment or ClaimKind.Threat or ClaimKind.Offer or ClaimKind.Position;
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
        if (mentions.At(tree.Sentence[token]) is { } mention && IsActor(mention)) names.Add(NameOf(mention));
        if (last >= tree.Left(token)) names.AddRange(mentions.ActorsIn(tree.Span(tree.Left(token), last)).Where(m => !DescribesPerson(m, tree.Span(tree.Left(token), last))).Select(NameOf));
        return names;
    }

    // Who is done to a state's envoys is done to the state: "expelled five Russian diplomats".
    private bool IsEnvoy(int token) => tree.Lemma(token) is "diplomat" or "ambassador" or "envoy" or "attaché" or "consul" or "embassy";

    private IEnumerable<string> StatesOf(int token)
    {
        for (var i = tree.Left(token); i <= token; i++)
        {
            if (mentions.At(tree.Sentence[i])?.State is { } state) yield return state;
        }
    }

    private static bool IsActor(Mention mention) => mention.Kind is MentionKind.State or MentionKind.Person or MentionKind.Organisation or MentionKind.Force or MentionKind.Group;
}
