using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>
/// All claims of a case with their grouping into items, their independent origins, contradictions and grades.
/// Grouping and aliases are fixed before claims are withdrawn, so that a withdrawal moves nothing else.
/// </summary>
/// <param name="Documents">The documents in the order of their aliases s-1, s-2 ….</param>
/// <param name="Claims">All claims that are not withdrawn, by alias.</param>
/// <param name="Items">Groups of claims of one proposition, by alias.</param>
/// <param name="Contradictions">Pairs of items that cannot both be so.</param>
/// <param name="Withdrawn">Aliases left out on request.</param>
public sealed record Ledger(
    ImmutableArray<LedgerDocument> Documents,
    ImmutableArray<LedgerClaim> Claims,
    ImmutableArray<LedgerItem> Items,
    ImmutableArray<Contradiction> Contradictions,
    ImmutableArray<string> Withdrawn);

/// <summary>A document of the case.</summary>
/// <param name="Alias"><c>s-1</c>, unique in the case and never reused.</param>
/// <param name="Reading">What was read from it.</param>
public sealed record LedgerDocument(string Alias, Standoff.Reading.Claims.Reading Reading)
{
    /// <summary>The document itself.</summary>
    public Document Document => Reading.Document;
}

/// <summary>A claim in the ledger.</summary>
/// <param name="Alias"><c>c-017</c>, unique in the case and never reused.</param>
/// <param name="Document">Alias of its document.</param>
/// <param name="Claim">The claim as read.</param>
/// <param name="Item">Alias of the item that it belongs to.</param>
/// <param name="Origin">Key of the independent origin that it goes back to; equal keys count once.</param>
public sealed record LedgerClaim(string Alias, string Document, Claim Claim, string Item, string Origin);

/// <summary>A proposition with everything that was claimed of it.</summary>
/// <param name="Alias"><c>i-004</c>.</param>
/// <param name="Statement">The text of its clearest claim.</param>
/// <param name="Claims">Aliases of its claims, in order.</param>
/// <param name="Origins">Independent origins, each once.</param>
/// <param name="Grade">Admiralty grade.</param>
/// <param name="Belief">Probability that the item is true as claimed, at a prior of even odds.</param>
/// <param name="LogLikelihoodRatio">
/// ℓ: Σ over independent origins of log P(report | true) / P(report | false), both floored; in nats, ≥ 0 for
/// asserted items; hedging, attribution and reliability enter here and nowhere else.
/// </param>
/// <param name="IsOpinion">Whether it only holds opinions, assessments or predictions of commentators.</param>
public sealed record LedgerItem(
    string Alias,
    string Statement,
    ImmutableArray<string> Claims,
    ImmutableArray<Origin> Origins,
    AdmiraltyGrade Grade,
    Probability Belief,
    double LogLikelihoodRatio,
    bool IsOpinion);

/// <summary>An independent origin of an item: whoever knows it first-hand, as far as the texts tell.</summary>
/// <param name="Key">Normalised identity; wire copies and the same unnamed source through the same outlet share it.</param>
/// <param name="Name">As a reader would call it.</param>
/// <param name="Claims">Aliases of the claims that go back to it.</param>
/// <param name="LogLikelihoodRatio">Its own contribution to ℓ: the strongest of its claims, counted once.</param>
public sealed record Origin(string Key, string Name, ImmutableArray<string> Claims, double LogLikelihoodRatio);

/// <summary>Reliability of the source (A–F, F: cannot be judged) and credibility of the information (1–6).</summary>
public readonly record struct AdmiraltyGrade(char Reliability, int Credibility)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Reliability}{Credibility}";
}

/// <summary>Two items that cannot both be so.</summary>
/// <param name="First">Alias of an item.</param>
/// <param name="Second">Alias of the other.</param>
/// <param name="Kind">Why they clash: polarity, denial, quantity, time.</param>
/// <param name="Reason">One sentence for the reader.</param>
public sealed record Contradiction(string First, string Second, ContradictionKind Kind, string Reason);

/// <summary>Why two items clash.</summary>
public enum ContradictionKind
{
    /// <summary>One says so, the other says not so.</summary>
    Polarity,

    /// <summary>One is denied by the other's source.</summary>
    Denial,

    /// <summary>Their numbers do not meet.</summary>
    Quantity,

    /// <summary>Their times do not meet.</summary>
    Time,
}
