using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>A crisis after claims were withdrawn from its ledger.</summary>
public static class CrisisRevision
{
    /// <summary>
    /// The crisis without some claims. The two sides, the demand and the classes stay; parameters, rung and flags are computed again from the
    /// items that are left. What an analyst set stays.
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
        return crisis with
        {
            Parameters = [.. crisis.Parameters.Select(p => Without(p, left))],
            Present = before.Present.Weights.SequenceEqual(crisis.Present.Weights) ? after.Present : crisis.Present,
            Flags = [.. crisis.Flags.Select(f => before.Flag(f) == f.Probability ? f with { Probability = after.Flag(f), Claims = [.. f.Claims.Where(c => !less.Withdrawn.Contains(c))] } : f)],
            Uses = [.. crisis.Uses.Where(u => left.ContainsKey(u.Item))],
        };
    }

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
