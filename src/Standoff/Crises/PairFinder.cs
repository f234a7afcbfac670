using System.Collections.Immutable;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>Who challenges whom, with the claims that say so.</summary>
/// <param name="Challenger">State or body that demands; <see langword="null"/> if none stands out.</param>
/// <param name="Target">State or body of which it is demanded; <see langword="null"/> if none stands out.</param>
internal sealed record Pair(string? Challenger, string? Target);

/// <summary>
/// Adds up, over ordered pairs of sides, what one demands of, threatens, does to or offers the other; a text full of third
/// parties does not mislead it, since only the two sides of one claim count.
/// </summary>
internal sealed class PairFinder
{
    private static readonly WordPattern ForceWords = new(
        "sanction*|freez*|froze|frozen|embargo*|clos*|blockad*|deploy*|warship*|carrier*|troop*|fir*|strike*|struck|attack*|bomb*|invad*|mass|massed|exercise*|indict*|ultimatum|amphibious|marines|fleet|flotilla|build-up|buildup|drill*");

    private readonly SortedDictionary<(string Challenger, string Target), double> _scores = [];
    private readonly Dictionary<string, double> _alone = new(StringComparer.Ordinal);

    public PairFinder(ImmutableArray<ItemView> items)
    {
        foreach (var item in items.Where(i => !i.IsHistory && !i.Item.IsOpinion)) Add(item);
    }

    /// <summary>The pair with the highest score; what the caller fixes stays fixed.</summary>
    public Pair Find(string? challenger, string? target)
    {
        if (challenger is not null && target is not null) return new Pair(challenger, target);
        var best = _scores.Where(s => (challenger ?? s.Key.Challenger) == s.Key.Challenger && (target ?? s.Key.Target) == s.Key.Target)
            .Select(s => (s.Key, Score: s.Value + _alone.GetValueOrDefault(s.Key.Challenger)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Key).FirstOrDefault();
        return best.Key.Challenger is null || (challenger is null && target is null && best.Score < CrisisSettings.Of("pair.least"))
            ? new Pair(challenger, target)
            : new Pair(best.Key.Challenger, best.Key.Target);
    }

    private void Add(ItemView item)
    {
        var claim = item.Claims.FirstOrDefault(c => c.AgentSides.Length > 0 && c.OtherSides.Any(o => !c.AgentSides.Contains(o)));
        if (claim is null) AddAlone(item);
        if (claim is null || (claim.IsNegative && !SpeechAct(claim))) return;
        var weight = item.Weight * CrisisSettings.Of("pair." + Sort(claim));
        foreach (var agent in claim.AgentSides)
            foreach (var other in claim.OtherSides.Where(o => !claim.AgentSides.Contains(o)))
                _scores[(agent, other)] = _scores.GetValueOrDefault((agent, other)) + (weight * Body(agent) * Body(other));
    }

    private void AddAlone(ItemView item)
    {
        var claim = item.Claims.FirstOrDefault(c => c.AgentSides.Length > 0 && c.OtherSides.IsEmpty);
        if (claim is null || claim.IsNegative || Sort(claim) is not ("force" or "threat")) return;
        foreach (var agent in claim.AgentSides)
            _alone[agent] = _alone.GetValueOrDefault(agent) + (item.Weight * CrisisSettings.Of("pair.alone") * Body(agent));
    }

    private static bool SpeechAct(ClaimView claim) => claim.Claim.Kind is ClaimKind.Demand or ClaimKind.Threat;

    private static double Body(string side) => ActorRegister.IsWorldBody(side) ? CrisisSettings.Of("pair.body") : 1;

    private static string Sort(ClaimView claim) => claim.Claim.Kind switch
    {
        ClaimKind.Demand => "demand",
        ClaimKind.Threat => "threat",
        ClaimKind.Offer => "offer",
        _ => ForceWords.Fits(claim.Words) && !claim.IsOpen ? "force" : "other",
    };
}
