using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.LanguageModels;

/// <summary>
/// Holds proposals to the text of one document. What a claim quotes, whom it names and what it counts stands in the text, or the claim
/// is dropped; offsets, predicate, lemmas and quantities are the text's own, never the model's.
/// </summary>
internal sealed class ClaimVerifier(SpanReader spans, string why)
{
    private const int LongestName = 200;
    private const int LongestChain = 6;
    private readonly Folded _text = Folded.Of(spans.Document.Text, new TextSpan(0, spans.Document.Text.Length));
    private readonly HashSet<string> _names = new(spans.Names.Concat([spans.Document.Outlet ?? "", spans.Document.Author ?? ""]).Where(n => n.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>The claims among the proposals about some sentences, and what became of the others.</summary>
    public (ImmutableArray<Claim> Claims, Tally Tally) Verify(Prompt prompt, Proposals proposals)
    {
        var sentences = Enumerable.Range(prompt.First, prompt.Count).Select(i => Folded.Of(spans.Document.Text, spans.Sentences[i])).ToArray();
        var tally = new Tally { Proposed = proposals.Given.Length + proposals.Malformed + proposals.Surplus }.Drop(DropReason.Malformed, proposals.Malformed).Drop(DropReason.Surplus, proposals.Surplus);
        var (claims, seen) = (ImmutableArray.CreateBuilder<Claim>(), new HashSet<TextSpan>());
        foreach (var proposal in proposals.Given)
        {
            var place = PlaceOf(proposal, prompt, sentences, ref tally);
            if (place is not { } found) continue;
            if (ClaimOf(proposal, found, sentences[found.Sentence - prompt.First], ref tally) is not { } claim) continue;
            if (seen.Add(found.Span)) claims.Add(claim);
            else tally = tally.Drop(DropReason.Duplicate);
        }
        return (claims.ToImmutable(), tally with { Kept = claims.Count });
    }

    // The sentence that the proposal names decides between places; where it is wrong, one place alone still does.
    private static Place? PlaceOf(Proposal proposal, Prompt prompt, Folded[] sentences, ref Tally tally)
    {
        var quote = Folded.Of(proposal.Quote).TrimEnd('.');
        var named = proposal.Sentence is { } n && n >= prompt.First && n < prompt.First + prompt.Count ? Places(n, quote, prompt, sentences) : [];
        var places = named.Count > 0 ? named : [.. Enumerable.Range(prompt.First, prompt.Count).SelectMany(i => Places(i, quote, prompt, sentences)).Take(2)];
        if (places.Count == 1) return places[0];
        tally = tally.Drop(places.Count == 0 ? DropReason.NotInText : DropReason.Ambiguous);
        return null;
    }

    private static List<Place> Places(int sentence, string quote, Prompt prompt, Folded[] sentences) =>
        [.. sentences[sentence - prompt.First].Find(quote).Take(2).Select(s => new Place(sentence, s))];

    private Claim? ClaimOf(Proposal proposal, Place place, Folded sentence, ref Tally tally)
    {
        var facts = spans.Read(place.Sentence, place.Span);
        if (Fault(proposal, facts, Folded.Of(spans.Document.Text, place.Span), sentence) is { } reason)
        {
            tally = tally.Drop(reason);
            return null;
        }
        var condition = proposal.Condition is { Length: > 0 } words ? FirstOf(sentence, words) : null;
        var (author, own) = Factualities(proposal, facts!, condition, ref tally);
        return new Claim
        {
            Id = facts!.Id,
            Anchor = new Anchor(spans.Document.Id, place.Span),
            Exact = place.Span.Of(spans.Document.Text),
            Sentence = place.Sentence,
            Sources = proposal.Sources,
            Cues = Cues(proposal, sentence, ref tally),
            Factuality = author,
            SourceFactuality = own,
            Kind = proposal.Kind,
            Actors = Actors(proposal, facts, ref tally),
            Quantities = facts.Quantities,
            Time = TimeOf(proposal, facts, place.Span, ref tally),
            Condition = condition,
            Predicate = facts.Predicate,
            Lemmas = facts.Lemmas,
            Why = [why],
        };
    }

    private DropReason? Fault(Proposal proposal, SpanFacts? facts, Folded quote, Folded sentence)
    {
        if (facts is null) return DropReason.NoProposition;
        if (proposal.Sources.Length > LongestChain || !proposal.Sources.All(IsSource)) return DropReason.Source;
        if (!proposal.Quantities.All(q => facts.Quantities.Any(own => IsSame(q, own, quote)))) return DropReason.Quantity;
        if (facts.Predicate.Negated && proposal.SourceFactuality is (Factuality.Certain or Factuality.Probable or Factuality.Possible)) return DropReason.Polarity;
        return proposal.Condition is { Length: > 0 } condition && FirstOf(sentence, condition) is null ? DropReason.Condition : null;
    }

    private bool IsSource(Source source) => source.Name.Length == 0 ? source.Kind == SourceKind.Anonymous : IsNamed(source.Name);

    private bool IsNamed(string name) => name.Length <= LongestName && (_names.Contains(name.Trim()) || _text.Holds(Folded.Of(name)));

    // The value is the text's; the unit may be in the plural, or a word of the quote: "people" are a person each.
    private static bool IsSame(Quantity proposed, Quantity own, Folded quote) => proposed.Value == own.Value
        && (proposed.Unit.Length == 0 || Words(proposed.Unit).Any(w => quote.Holds(w) || Words(own.Unit).Any(o => o.StartsWith(w, StringComparison.OrdinalIgnoreCase) || w.StartsWith(o, StringComparison.OrdinalIgnoreCase))));

    private static string[] Words(string unit) => unit.Split([' ', '-', '_', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static TextSpan? FirstOf(Folded sentence, string words) => sentence.Find(Folded.Of(words)).Select(s => (TextSpan?)s).FirstOrDefault();

    // What hangs on a condition nobody has said to be so; and nobody is more certain of a content than its own words.
    private static (Factuality Author, Factuality Own) Factualities(Proposal proposal, SpanFacts facts, TextSpan? condition, ref Tally tally)
    {
        if (condition is not null || proposal.Kind == ClaimKind.Unknown) return (Factuality.Uncommitted, Factuality.Uncommitted);
        var own = Lowered(proposal.SourceFactuality, facts.Commitment);
        if (own != proposal.SourceFactuality) tally = tally.Drop(DropReason.Certainty);
        return (proposal.Sources.IsEmpty ? own : Lowered(proposal.Factuality, facts.Commitment), own);
    }

    private static Factuality Lowered(Factuality claimed, Factuality words)
    {
        if (claimed == Factuality.Uncommitted || Strength(claimed) >= Strength(words)) return claimed;
        return (Strength(words), claimed.IsNegative()) switch
        {
            (1, false) => Factuality.Probable,
            (1, true) => Factuality.ProbableNot,
            (_, false) => Factuality.Possible,
            _ => Factuality.PossibleNot,
        };
    }

    // 0 certain, 1 probable, 2 possible.
    private static int Strength(Factuality factuality) => factuality switch
    {
        Factuality.Certain or Factuality.CertainNot => 0,
        Factuality.Probable or Factuality.ProbableNot => 1,
        _ => 2,
    };

    private static ImmutableArray<TextSpan> Cues(Proposal proposal, Folded sentence, ref Tally tally)
    {
        var found = proposal.Cues.Select(c => FirstOf(sentence, c)).ToList();
        tally = tally.Drop(DropReason.Cue, found.Count(f => f is null));
        return [.. found.OfType<TextSpan>().Distinct().Order()];
    }

    private ImmutableArray<string> Actors(Proposal proposal, SpanFacts facts, ref Tally tally)
    {
        if (proposal.Actors.IsEmpty) return facts.Actors;
        var named = proposal.Actors.Where(a => a.Length > 0 && IsNamed(a)).Select(a => a.Trim()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        tally = tally.Drop(DropReason.Actor, proposal.Actors.Count(a => a.Length == 0 || !IsNamed(a)));
        return named.IsEmpty ? facts.Actors : named;
    }

    // The sentence's times are resolved by rule; a model may choose among them and not make one.
    private static Edtf? TimeOf(Proposal proposal, SpanFacts facts, TextSpan span, ref Tally tally)
    {
        var own = facts.Times.Where(t => span.Contains(t.Span)).Select(t => t.Time).FirstOrDefault();
        if (proposal.Time is not { Length: > 0 } time) return own;
        if (facts.Times.FirstOrDefault(t => t.Time!.Value == time) is { } chosen) return chosen.Time;
        tally = tally.Drop(DropReason.Time);
        return own;
    }

    private readonly record struct Place(int Sentence, TextSpan Span);
}
