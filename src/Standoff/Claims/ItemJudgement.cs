using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>Belief, grade and statement of an item from the claims that it still has.</summary>
internal sealed class ItemJudgement(ImmutableArray<LedgerDocument> documents, LedgerOptions options, OutletNames outlets)
{
    private readonly Dictionary<string, Document> _documents = documents.ToDictionary(d => d.Alias, d => d.Document);
    private readonly Trust _trust = new(options.Weights, options.Register);

    public LedgerItem Judge(string alias, ImmutableArray<LedgerClaim> claims)
    {
        var origins = claims.GroupBy(c => c.Origin).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => OriginOf(g.Key, [.. g])).ToImmutableArray();
        var ratio = origins.Sum(o => o.LogLikelihoodRatio);
        return new LedgerItem(
            alias,
            Clearest(claims).Claim.Exact,
            [.. claims.Select(c => c.Alias)],
            origins,
            new AdmiraltyGrade(Reliability(claims), Credibility(claims, origins, ratio)),
            new Probability(1 / (1 + Math.Exp(-ratio))),
            ratio,
            claims.All(IsOpinion));
    }

    private Origin OriginOf(string key, ImmutableArray<LedgerClaim> claims)
    {
        var strongest = Own(claims).MaxBy(TrustIn)!;
        return new Origin(key, OriginFinder.NameOf(strongest.Claim, _documents[strongest.Document]), [.. claims.Select(c => c.Alias)], options.Weights.LogLikelihoodRatio(TrustIn(strongest)));
    }

    // What another repeats of an outlet's words is as firm as those words.
    private IEnumerable<LedgerClaim> Own(ImmutableArray<LedgerClaim> claims)
    {
        var own = claims.Where(c => outlets.EchoedBy(c.Claim) is not { } outlet || !claims.Any(o => outlets.Of(o.Claim.Anchor.Document) == outlet)).ToList();
        return own.Count > 0 ? own : claims;
    }

    private double TrustIn(LedgerClaim claim) => _trust.Of(claim.Claim, _documents[claim.Document]);

    private LedgerClaim Clearest(ImmutableArray<LedgerClaim> claims) =>
        Own(claims).OrderByDescending(TrustIn).ThenByDescending(c => c.Claim.Exact.Length).ThenBy(c => c.Claim.Exact, StringComparer.Ordinal).First();

    private char Reliability(ImmutableArray<LedgerClaim> claims) => claims.Min(c => _trust.ReliabilityOf(c.Claim, _documents[c.Document]));

    // 1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 6 cannot be judged; 5 (improbable) needs an analyst.
    private int Credibility(ImmutableArray<LedgerClaim> claims, ImmutableArray<Origin> origins, double ratio)
    {
        if (claims.All(c => c.Claim.Kind == ClaimKind.Unknown || IsOpinion(c))) return 6;
        if (origins.Length >= 2 && ratio >= options.Weights["grade.confirmed"]) return 1;
        return ratio >= options.Weights["grade.probable"] ? 2 : ratio >= options.Weights["grade.possible"] ? 3 : 4;
    }

    private bool IsOpinion(LedgerClaim claim) =>
        claim.Claim.Kind is ClaimKind.Assessment or ClaimKind.Prediction || Commentary.Holds(claim.Claim, _documents[claim.Document]);
}
