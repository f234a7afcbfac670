using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>
/// How much items weigh together: over items that tell one story, each independent origin counts once, at its strongest. The same story told
/// five times by one author in other words moves a number once.
/// </summary>
internal static class OriginWeights
{
    /// <summary>Evidence with its weights: items of one row about one side are one story. Of the given weights only the sign is used.</summary>
    public static ImmutableArray<Evidence> Of(IEnumerable<Evidence> evidence, IReadOnlyDictionary<string, LedgerItem> items)
    {
        var all = evidence.ToImmutableArray();
        var weights = all.GroupBy(e => (e.Row, e.About, double.IsNegative(e.LogLikelihoodRatio)))
            .SelectMany(story => Weigh(story.Select(e => items[e.Item])).Select(w => (Key: (w.Item, story.Key.Row), w.Weight)))
            .ToDictionary(w => w.Key, w => w.Weight);
        return [.. all.Select(e => e with { LogLikelihoodRatio = (double.IsNegative(e.LogLikelihoodRatio) ? -1 : 1) * weights[(e.Item, e.Row)], Claims = items[e.Item].Claims })];
    }

    /// <summary>Reports of rungs, flags, moves and violence: items of one target are one story.</summary>
    public static List<StateReport> Of(IEnumerable<ItemUse> uses, IReadOnlyDictionary<string, LedgerItem> items) =>
    [
        .. uses.Where(u => (u.Route is Route.State or Route.Move || u.Target == CovariateProposal.ViolentAct) && items.ContainsKey(u.Item))
            .GroupBy(u => (u.Target, IsDenial: u.Row.StartsWith(ItemRouting.DenialMark, StringComparison.Ordinal)))
            .SelectMany(story => Weigh(story.Select(u => items[u.Item]))
                .Select(w => new StateReport(story.Key.Target, story.Key.IsDenial ? -w.Weight : w.Weight, items[w.Item].Claims))),
    ];

    // From the strongest item down, each adds what its origins have not said yet.
    private static IEnumerable<(string Item, double Weight)> Weigh(IEnumerable<LedgerItem> story)
    {
        var said = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var item in story.OrderByDescending(i => i.LogLikelihoodRatio).ThenBy(i => i.Alias, StringComparer.Ordinal))
        {
            var weight = 0.0;
            foreach (var origin in item.Origins)
            {
                var before = said.GetValueOrDefault(origin.Key);
                weight += Math.Max(0, origin.LogLikelihoodRatio - before);
                said[origin.Key] = Math.Max(before, origin.LogLikelihoodRatio);
            }
            yield return (item.Alias, weight);
        }
    }
}
