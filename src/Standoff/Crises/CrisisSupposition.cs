using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>A crisis as it would be if one could be sure of an item: what it would tell to check it.</summary>
public static class CrisisSupposition
{
    // ℓ of what is known: e^−12 is less than one in a hundred thousand.
    private const double Certain = 12;

    /// <summary>
    /// The crisis if an item of the ledger were known to be so, or not to be so. Sides, demand and classes stay, and so does what an analyst set;
    /// an item that enters nothing changes nothing.
    /// </summary>
    /// <param name="crisis">The crisis, proposed from the ledger and perhaps edited.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="item">Alias of the item.</param>
    /// <param name="isSo">Whether it is so.</param>
    public static Crisis Suppose(Crisis crisis, Ledger ledger, string item, bool isSo)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        ArgumentNullException.ThrowIfNull(ledger);
        var items = ledger.Items.ToDictionary(i => i.Alias);
        if (!items.TryGetValue(item, out var asked)) return crisis;
        var sure = new Dictionary<string, LedgerItem>(items) { [item] = asked with { LogLikelihoodRatio = Certain, Origins = [new Origin(item, item, asked.Claims, Certain)] } };
        var (before, after) = (OriginWeights.Of(crisis.Uses, items), OriginWeights.Of([.. crisis.Uses.Select(u => u.Item == item && !isSo ? Denied(u) : u)], sure));
        return crisis with
        {
            Parameters = [.. crisis.Parameters.Select(p => p.Evidence.IsDefaultOrEmpty || p.Evidence.All(e => e.Item != item) ? p : Updated(p, item, isSo, sure))],
            Present = PresentState.Rung(before).Weights.SequenceEqual(crisis.Present.Weights) ? PresentState.Rung(after) : crisis.Present,
            Flags = [.. crisis.Flags.Select(f => Probability(f, before) == f.Probability ? f with { Probability = Probability(f, after) } : f)],
        };
    }

    private static double Probability(StateFlag flag, List<StateReport> reports) => PresentState.Flag(flag.Name, reports, flag.Reason)?.Probability ?? 0;

    private static ItemUse Denied(ItemUse use) => use with
    {
        Row = use.Row.StartsWith(ItemRouting.DenialMark, StringComparison.Ordinal) ? use.Row[ItemRouting.DenialMark.Length..] : ItemRouting.DenialMark + use.Row,
    };

    private static Parameter Updated(Parameter parameter, string item, bool isSo, Dictionary<string, LedgerItem> items)
    {
        if (parameter.Grounds == Grounds.Analyst) return parameter;
        ImmutableArray<Evidence> turned = [.. parameter.Evidence.Select(e => e.Item == item && !isSo ? e with { LogLikelihoodRatio = -e.LogLikelihoodRatio } : e)];
        return parameter with { Value = ParameterUpdate.Posterior(parameter.Prior, OriginWeights.Of(turned.Where(e => items.ContainsKey(e.Item)), items)) };
    }
}
