using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>States and bodies beside the two, with their stance as the routed items tell it.</summary>
internal sealed class ThirdPartyFinder(ImmutableArray<string> sides)
{
    private static readonly FrozenDictionary<string, (double Stance, double Availability, string Reason)> Stances =
        ResourceTable.Load("Crises", "third-stances.tsv").Rows.ToFrozenDictionary(r => r["row"], r => (r.Number("stance"), r.Number("availability"), r["reason"]));

    public ImmutableArray<ThirdParty> Find(ImmutableArray<RoutedItem> items, DateOnly? asOf)
    {
        var told = new SortedDictionary<string, List<RoutedItem>>(StringComparer.Ordinal);
        foreach (var item in items.Where(i => i.Row is not null && i.Sign > 0 && Stances.ContainsKey(i.Row.Key)))
            foreach (var side in item.View.Claims.SelectMany(Told).Distinct())
            {
                if (!told.TryGetValue(side, out var list)) told[side] = list = [];
                list.Add(item);
            }
        return [.. told.Select(t => Of(t.Key, t.Value, asOf))];
    }

    // "China is occupied with its trade dispute": where no third party acts, it is the one spoken of.
    private IEnumerable<string> Told(ClaimView claim)
    {
        var acting = claim.AgentSides.Where(s => !sides.Contains(s)).ToList();
        return acting.Count > 0 ? acting : claim.SubjectSides.Where(s => !sides.Contains(s));
    }

    // Weighted by how firmly each item is told, and drawn to neutrality by the doubt about the firmest of them.
    private static ThirdParty Of(string name, List<RoutedItem> items, DateOnly? asOf)
    {
        var total = items.Sum(i => i.View.Item.LogLikelihoodRatio);
        var reasons = items.Select(i => Articles.Sentence(Stances[i.Row!.Key].Reason, ("{name}", name))).Distinct();
        return new ThirdParty(
            name,
            Math.Round(items.Max(i => i.View.Item.Belief.Value) * items.Sum(i => i.View.Item.LogLikelihoodRatio * Stances[i.Row!.Key].Stance) / total, 2),
            CrisisSettings.Of(MajorPowers.Contains(name, asOf) ? "third.capacity-major" : "third.capacity"),
            Math.Round(items.Min(i => Stances[i.Row!.Key].Availability), 2),
            string.Join(' ', reasons),
            [.. items.SelectMany(i => i.View.Item.Claims).Distinct().Order(StringComparer.Ordinal)]);
    }
}
