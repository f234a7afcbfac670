using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>A crisis after claims were withdrawn from its ledger.</summary>
public static class CrisisRevision
{
    /// <summary>
    /// The crisis without some claims. The two sides, the demand and the classes stay; parameters, rung and flags are computed again from the
    /// items that are left; offers, threats and third parties of which nothing is left go. What an analyst set stays.
    /// </summary>
    /// <param name="crisis">The crisis, proposed from the ledger and perhaps edited.</param>
    /// <param name="ledger">The full ledger.</param>
    /// <param name="withdrawn">Aliases of claims, documents or items.</param>
    /// <param name="options">The options that the ledger was built with.</param>
    public static Crisis Without(Crisis crisis, Ledger ledger, IReadOnlyCollection<string> withdrawn, LedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(withdrawn);
        var less = LedgerBuilder.Withdraw(ledger, withdrawn, options);
        if (ReferenceEquals(less, ledger)) return crisis;
        var left = less.Items.ToDictionary(i => i.Alias);
        var (before, after) = (new StateOf(crisis, ledger.Items.ToDictionary(i => i.Alias)), new StateOf(crisis, left));
        var gone = less.Withdrawn.ToHashSet(StringComparer.Ordinal);
        return crisis with
        {
            Challenger = crisis.Challenger with { Claims = Without(crisis.Challenger.Claims, gone) },
            Target = crisis.Target with { Claims = Without(crisis.Target.Claims, gone) },
            Demand = crisis.Demand with { Claims = Without(crisis.Demand.Claims, gone) },
            Offers = Left(crisis.Offers, o => o.Claims, (o, claims) => o with { Claims = claims }, gone),
            Threats = Left(crisis.Threats, t => t.Claims, (t, claims) => t with { Claims = claims }, gone),
            ThirdParties = Left(crisis.ThirdParties, t => t.Claims, (t, claims) => t with { Claims = claims }, gone),
            Parameters = [.. crisis.Parameters.Select(p => Without(p, left))],
            Present = before.Present.Weights.SequenceEqual(crisis.Present.Weights) ? after.Present : crisis.Present,
            Flags = [.. crisis.Flags.Select(f => before.Flag(f) == f.Probability ? f with { Probability = after.Flag(f), Claims = Without(f.Claims, gone) } : f)],
            Uses = [.. crisis.Uses.Where(u => left.ContainsKey(u.Item))],
        };
    }

    private static ImmutableArray<string> Without(ImmutableArray<string> claims, HashSet<string> gone) =>
        claims.IsDefaultOrEmpty ? claims : [.. claims.Where(c => !gone.Contains(c))];

    // What rested on claims and has none left is gone; what an analyst wrote without any stays.
    private static ImmutableArray<T> Left<T>(ImmutableArray<T> all, Func<T, ImmutableArray<string>> claims, Func<T, ImmutableArray<string>, T> with, HashSet<string> gone) =>
        [.. all.Where(x => claims(x).IsDefaultOrEmpty || claims(x).Any(c => !gone.Contains(c))).Select(x => with(x, Without(claims(x), gone)))];

    private static Parameter Without(Parameter parameter, Dictionary<string, LedgerItem> left)
    {
        if (parameter.Evidence.IsDefaultOrEmpty) return parameter;
        var evidence = OriginWeights.Of(parameter.Evidence.Where(e => left.ContainsKey(e.Item)), left);
        var isSame = evidence.Select(e => (e.Item, e.LogLikelihoodRatio)).SequenceEqual(parameter.Evidence.Select(e => (e.Item, e.LogLikelihoodRatio)));
        return parameter with
        {
            Evidence = evidence,
            Claims = [.. evidence.SelectMany(e => e.Claims).Distinct().Order(StringComparer.Ordinal)],
            Value = isSame || parameter.Grounds == Grounds.Analyst ? parameter.Value : ParameterUpdate.Posterior(parameter.Prior, evidence),
            Grounds = parameter.Grounds == Grounds.Sourced && evidence.IsEmpty ? Grounds.Default : parameter.Grounds,
        };
    }

    // Rung and flags as a ledger gives them through the uses that the crisis records.
    private sealed class StateOf
    {
        private readonly List<StateReport> _reports;

        public StateOf(Crisis crisis, Dictionary<string, LedgerItem> items)
        {
            _reports = OriginWeights.Of(crisis.Uses, items);
            Present = PresentState.Rung(_reports);
        }

        public RungEstimate Present { get; }

        public double Flag(StateFlag flag) => PresentState.Flag(flag.Name, _reports, flag.Reason)?.Probability ?? 0;
    }
}
