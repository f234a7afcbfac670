using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>Fills the fields of the claims of one sentence.</summary>
internal sealed class ClaimBuilder(Document document, DocumentMentions mentions, SentenceTree tree, int sentence, ActorMemory memory, Edtf? anchor)
{
    private readonly ActorFinder _actors = new(tree, mentions, memory);
    private ImmutableArray<TimeMention>? _times;

    /// <summary>The claim of a proposition.</summary>
    /// <param name="proposition">The content.</param>
    /// <param name="all">All contents of the sentence: those inside this one have actors of their own.</param>
    public Claim Build(Proposition proposition, IReadOnlyList<Proposition> all)
    {
        var span = tree.Span(proposition.First, proposition.Last);
        var voice = proposition.Voice;
        var own = Commitments.Of(tree, proposition.Head, voice.IsReported);
        var (author, source) = Factualities(voice, own);
        var (time, timeRule) = TimeOf(proposition, span);
        var context = new KindContext(tree, proposition, own, voice, _actors.IsSelf(proposition, voice), time, document.Date);
        var (kind, kindRule) = KindRules.Of(context);
        if (time is null && kind is ClaimKind.Demand or ClaimKind.Offer or ClaimKind.Threat or ClaimKind.Commitment or ClaimKind.Position && Spoken(voice) is { } spoken) (time, timeRule) = (spoken.Time, "of the speech: " + spoken.Span.Of(document.Text));
        var exact = span.Of(document.Text);
        return new Claim
        {
            Id = IdOf(document, span, exact),
            Anchor = new Anchor(document.Id, span),
            Exact = exact,
            Sentence = sentence,
            Sources = voice.Sources,
            Cues = [.. voice.Cues.Concat(own.Cues).Distinct().Order()],
            Factuality = author,
            SourceFactuality = source,
            Kind = kind,
            Actors = _actors.Of(proposition, span, kind, [.. all.Where(p => p != proposition && p.Head != proposition.Head && p.First >= proposition.First && p.Last <= proposition.Last && (p.First > proposition.First || p.Last < proposition.Last) && Asides.IsSetOff(tree, p.Head)).Select(p => tree.Span(p.First, p.Last))]),
            Quantities = [.. QuantityReader.Read(tree.Sentence, span).Select(q => q.Quantity)],
            Time = time,
            Condition = voice.Condition,
            Predicate = _actors.PredicateOf(proposition, own),
            Lemmas = LemmasOf(proposition),
            Why = [
                "content: " + proposition.Rule, "source: " + voice.Rule, "factuality: " + FactualityRule(voice, own), "kind: " + kindRule,
                "actors: mentions in the content, agent first", "time: " + timeRule],
        };
    }

    private static (Factuality Author, Factuality Source) Factualities(Voice voice, Commitment own)
    {
        var source = voice.SourceLevel.Over(own.Value);
        var author = voice.AuthorLevel.Over(own.Value);
        if (voice.Condition is null) return (voice.IsReported ? author : source, source);
        return (Factuality.Uncommitted, Factuality.Uncommitted);
    }

    private static string FactualityRule(Voice voice, Commitment own) => voice.Condition is not null ? "depends on a condition"
        : voice.AuthorLevel == Factuality.Uncommitted ? "left to the source; " + own.Rule : own.Rule;

    private (Edtf? Time, string Rule) TimeOf(Proposition proposition, TextSpan span)
    {
        TimeMention? best = null;
        foreach (var time in Times())
        {
            if (time.IsDuration || time.Time is null || !span.Contains(time.Span)) continue;
            if (best is null || Distance(proposition, time) < Distance(proposition, best)) best = time;
        }
        if (best is not null) return (best.Time, "in the content: " + best.Span.Of(document.Text));
        if (When(proposition) is { } main) return (main.Time, "of the clause that it dates: " + main.Span.Of(document.Text));
        return Fronted(proposition) is { } fronted ? (fronted.Time, "over the whole sentence: " + fronted.Span.Of(document.Text)) : (null, "none given");
    }

    // "In 1958 China shelled the island, a fleet came and no invasion followed": a time in front of the sentence's
    // first clause holds for all that the author tells in it.
    private TimeMention? Fronted(Proposition proposition)
    {
        var root = tree.Root;
        var subject = tree.OwnSubject(root);
        if (tree.HasChild(proposition.Head, Relation.Cc, "but") || proposition.Voice.IsReported || subject < 0 || proposition.Head == root || tree.Rel(proposition.Head) is not (Relation.Conj or Relation.Xcomp or Relation.Parataxis or Relation.Advcl)) return null;
        foreach (var time in Times())
        {
            if (!time.IsDuration && time.Time is not null && time.Span.End <= tree.Span(tree.Left(subject), subject).Start) return time;
        }
        return null;
    }

    // "He said on Monday that it must go": an act of speech without a time of its own took place when it was said.
    private TimeMention? Spoken(Voice voice)
    {
        if (voice.CueToken < 0) return null;
        foreach (var time in Times())
        {
            if (time.IsDuration || time.Time is null || time.IsDeadline) continue;
            for (var i = 0; i < tree.Count; i++)
            {
                if (!time.Span.Contains(tree.Span(i)) || tree.Head(i) >= 0 && time.Span.Contains(tree.Span(tree.Head(i)))) continue;
                var h = tree.Head(i);
                while (h >= 0 && h != voice.CueToken && tree.IsNominal(h)) h = tree.Head(h);
                if (h == voice.CueToken) return time;
            }
        }
        return null;
    }

    // "The quarrel sharpened last June, when Washington let him in": the clause holds when its main clause does.
    private TimeMention? When(Proposition proposition)
    {
        var (head, over) = (proposition.Head, tree.Head(proposition.Head));
        if (over < 0 || over > head || tree.Rel(head) is not (Relation.Advcl or Relation.AdvclRelcl or Relation.AclRelcl) || !tree.HasChild(head, Relation.Advmod, "when") && !tree.HasChild(head, Relation.Mark, "when") || !Asides.IsSetOff(tree, head)) return null;
        return Times().LastOrDefault(t => t is { IsDuration: false, Time: not null } && t.Span.End <= tree.Span(tree.Left(head)).Start);
    }

    private ImmutableArray<TimeMention> Times() => _times ??= TimeReader.Read(document.Text, tree.Sentence.Span, document.Date, tree.Sentence, anchor);

    /// <summary>The last time that the sentence tells of; what went before if it tells of none.</summary>
    public Edtf? LastTime => Times().LastOrDefault(t => t is { IsDuration: false, IsDeadline: false, Time: not null })?.Time ?? anchor;

    // A time that hangs on the head itself is nearer than one inside a dependent clause.
    private int Distance(Proposition proposition, TimeMention time)
    {
        for (var i = proposition.First; i <= proposition.Last; i++)
        {
            if (!time.Span.Contains(tree.Span(i)) || tree.Head(i) >= 0 && time.Span.Contains(tree.Span(tree.Head(i)))) continue;
            var steps = 0;
            for (var h = i; h >= 0 && h != proposition.Head && steps < 50; h = tree.Head(h)) steps++;
            return steps;
        }
        return 99;
    }

    private ImmutableArray<string> LemmasOf(Proposition proposition)
    {
        var lemmas = ImmutableArray.CreateBuilder<string>();
        for (var i = proposition.First; i <= proposition.Last; i++)
        {
            if (tree.Tag(i) is not PartOfSpeech.Punct) lemmas.Add(tree.Lemma(i));
        }
        return lemmas.ToImmutable();
    }

    /// <summary>The id of the claim of a span.</summary>
    public static ClaimId IdOf(Document document, TextSpan span, string exact)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{document.Id.Value}\n{span.Start}\n{span.End}\n{exact}");
        return new ClaimId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]);
    }
}
