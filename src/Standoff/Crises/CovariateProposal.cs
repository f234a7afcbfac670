using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>Proposes what names and demand tell of a crisis, on its date. What they do not tell is left out and stands at its class's mean; the drift of rates over the decades follows from the date itself.</summary>
internal static class CovariateProposal
{
    /// <summary>The covariate that a coalition sets.</summary>
    public const string ManyChallengers = "many-challengers";

    /// <summary>The covariate that violence between the two sets, whoever's it was.</summary>
    public const string ViolentAct = "violent-act";

    private static readonly ImmutableArray<(string State, int Decade, double Share, string Ally)> States =
        [.. ResourceTable.Load("Crises", "state-power.tsv").Rows.Select(r => (r["state"], (int)r.Number("decade"), r.Number("share"), r["ally"]))];

    private static readonly ImmutableArray<(string State, string Other, double From, double To)> Protracted =
        [.. ResourceTable.Load("Crises", "protracted-conflicts.tsv").Rows.Select(r => (r["state"], r["other"], r.Number("from"), r.Number("to")))];

    /// <summary>Covariates in the order of the table.</summary>
    public static ImmutableArray<Covariate> Of(string challenger, string target, DemandKind? demand, DateOnly? asOf, ImmutableArray<string> members = default, Func<StakeReader>? stakes = null, double? violence = null)
    {
        var found = new List<Covariate>();
        if (IsState(challenger) && IsState(target)) AddPair(found, challenger, target, asOf);
        if (IsState(target)) AddTarget(found, challenger, target, asOf);
        if (ActorRegister.IsBody(challenger) || IsState(challenger)) AddChallenger(found, challenger, members.IsDefault ? [] : members);
        if (demand is { } kind and not DemandKind.PolicyChange || stakes?.Invoke() is not { HasText: true } read) AddDemand(found, demand);
        else AddStakes(found, read);
        if (violence is { } told) found.Add(new Covariate(ViolentAct, Math.Round(told, 2), Grounds.Computed, $"Violence between {Articles.With(challenger)} and {Articles.With(target)} is told of, whoever began it and on whosever soil it was."));
        return [.. found.OrderBy(c => CovariateTable.IndexOf(c.Name))];
    }

    private static void AddPair(List<Covariate> found, string challenger, string target, DateOnly? asOf)
    {
        if (Share(challenger, asOf) is { } own && Share(target, asOf) is { } other)
            Add(found, "power-ratio", CovariateTable.PowerRatio(own, other), $"{Stronger(challenger, target, own, other)}, by shares of the world's material capabilities in the last decade on record.");
        Add(found, "challenger-major", MajorPowers.Contains(challenger, asOf), Said($"{{c}} {Is(MajorPowers.Contains(challenger, asOf))} a major power.", challenger));
        Add(found, "neighbours", Neighbours.Are(challenger, target), Neighbours.Are(challenger, target) ? "They are neighbours." : "They are no neighbours.");
        if (IsProtracted(challenger, target, asOf)) Add(found, "protracted", true, "Theirs is a protracted conflict.");
    }

    // Whether the one major power that promised to defend the target is the challenger, the table does not say.
    private static void AddTarget(List<Covariate> found, string challenger, string target, DateOnly? asOf)
    {
        Add(found, "target-major", MajorPowers.Contains(target, asOf), Said($"{{c}} {Is(MajorPowers.Contains(target, asOf))} a major power.", target));
        var ally = Row(target, asOf, r => r.Ally != "-")?.Ally;
        if (ally == "0") Add(found, "target-major-ally", false, $"No major power had promised to defend {Articles.With(target)}, the last decade on record.");
        if (ally == "1" && !MajorPowers.Contains(challenger, asOf)) Add(found, "target-major-ally", true, $"A major power had promised to defend {Articles.With(target)}, the last decade on record.");
    }

    private static void AddChallenger(List<Covariate> found, string challenger, ImmutableArray<string> members)
    {
        found.Add(Many(challenger, members));
        Add(found, "nonstate-challenger", false, Said(ActorRegister.IsBody(challenger) ? "{c} is an organisation of states." : "{c} is a state.", challenger));
    }

    /// <summary>Whether several challenge: an organisation, or one with members of a coalition.</summary>
    public static Covariate Many(string challenger, ImmutableArray<string> members)
    {
        var body = ActorRegister.IsBody(challenger);
        var reason = Said(body ? "{c} is an organisation." : members.IsEmpty ? "{c} is one state." : $"{{c}} acts together with {string.Join(", ", members.Select(Articles.With))}.", challenger);
        return new Covariate(ManyChallengers, body || !members.IsEmpty ? 1 : 0, Grounds.Computed, reason);
    }

    // What the demand does not settle, the words of the texts make more or less likely.
    private static void AddStakes(List<Covariate> found, StakeReader stakes)
    {
        foreach (var (stake, probability) in stakes.Probabilities())
            found.Add(new Covariate(stake, Math.Round(probability, 2), Grounds.Computed, string.Create(CultureInfo.InvariantCulture, $"By what the texts speak of, it is {100 * probability:0} % likely that this is what is gravest at stake.")));
    }

    private static void AddDemand(List<Covariate> found, DemandKind? demand)
    {
        if (demand is not { } kind) return;
        Add(found, "regime-threat", kind == DemandKind.LeaderDeparture, kind == DemandKind.LeaderDeparture ? "The demand is that the leader go." : "The demand leaves the leader in office.");
        if (kind == DemandKind.Withdrawal) Add(found, "territory-threat", true, "The demand is for a withdrawal.");
        if (kind is DemandKind.LeaderDeparture or DemandKind.Disarmament) Add(found, "territory-threat", false, "The demand is not for territory.");
    }

    /// <summary>Whether the two stand in a protracted conflict on a day.</summary>
    public static bool IsProtracted(string one, string other, DateOnly? asOf)
    {
        var (first, second) = (StateNames.Standing(one), StateNames.Standing(other));
        return asOf is { } day && Protracted.Any(p => ((p.State == first && p.Other == second) || (p.State == second && p.Other == first)) && p.From <= day.Year && day.Year <= p.To);
    }

    private static bool IsState(string name) => Gazetteer.Shipped.FindState(name) is not null;

    private static string Stronger(string challenger, string target, double own, double other) =>
        own > 2 * other ? Said("{c} is the stronger", challenger) : other > 2 * own ? Said("{c} is the stronger", target) : Articles.Sentence("{c} and {t} are about as strong", ("{c}", challenger), ("{t}", target));

    private static string Said(string pattern, string side) => Articles.Sentence(pattern, ("{c}", side));

    private static string Is(bool so) => so ? "is" : "is not";

    private static double? Share(string state, DateOnly? asOf) => Row(state, asOf, _ => true)?.Share;

    /// <summary>The row of the day's decade, or the last before it of the kind that is wanted.</summary>
    private static (string State, int Decade, double Share, string Ally)? Row(string state, DateOnly? asOf, Func<(string State, int Decade, double Share, string Ally), bool> wanted)
    {
        var name = StateNames.Standing(state);
        var rows = States.Where(r => r.State == name && r.Decade <= (asOf?.Year ?? int.MaxValue) && wanted(r)).ToList();
        return rows.Count > 0 ? rows.MaxBy(r => r.Decade) : null;
    }

    private static void Add(List<Covariate> found, string name, bool value, string reason) => Add(found, name, value ? 1 : 0, reason);

    private static void Add(List<Covariate> found, string name, double value, string reason) => found.Add(new Covariate(name, value, Grounds.Computed, reason));
}
