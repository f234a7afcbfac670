using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>One report of a rung or flag.</summary>
/// <param name="Target">The rung or flag.</param>
/// <param name="LogLikelihoodRatio">ℓ, below 0 for a denial.</param>
/// <param name="Claims">Its claims.</param>
internal sealed record StateReport(string Target, double LogLikelihoodRatio, ImmutableArray<string> Claims);

/// <summary>Where the crisis stands, from what was told to have happened.</summary>
internal static class PresentState
{
    /// <summary>The sentence of a crisis of which nothing is told.</summary>
    public const string NothingTold = "Nothing is told of what was done: the crisis is taken to stand where its class begins.";

    /// <summary>Where a crisis of which nothing is told stands: the class's own outset.</summary>
    public static Rung Outset => StandoffState.Outset.Rung;

    /// <summary>
    /// Each rung told of was climbed with the probability that its reports give; the present rung is the highest climbed. A rung of which
    /// nobody tells was not climbed, since it would have been told of.
    /// </summary>
    public static RungEstimate Rung(IReadOnlyCollection<StateReport> reports)
    {
        var weights = new double[Enum.GetValues<Rung>().Length];
        var (left, claims) = (1.0, ImmutableArray.CreateBuilder<string>());
        for (var rung = (Rung)(weights.Length - 1); rung > Outset; rung--)
        {
            var told = reports.Where(r => r.Target == CrisisWords.Of(rung)).ToList();
            if (told.Count == 0) continue;
            var climbed = Probability(told);
            weights[(int)rung] = left * climbed;
            left *= 1 - climbed;
            claims.AddRange(told.SelectMany(r => r.Claims));
        }
        weights[(int)Outset] += left;
        var estimate = new RungEstimate([.. weights], [.. claims.Distinct().Order(StringComparer.Ordinal)], "");
        return estimate with { Reason = Sentence(estimate) };
    }

    /// <summary>The probability of what a flag says.</summary>
    public static StateFlag? Flag(string name, IReadOnlyCollection<StateReport> reports, string reason)
    {
        var told = reports.Where(r => r.Target == name).ToList();
        if (told.Count == 0) return null;
        return new StateFlag(name, Probability(told), [.. told.SelectMany(r => r.Claims).Distinct().Order(StringComparer.Ordinal)], reason);
    }

    /// <summary>The probability that the two sides have met with violence, whoever's; <see langword="null"/> where none is told of.</summary>
    public static double? Violence(IReadOnlyCollection<StateReport> reports) =>
        reports.Where(r => r.Target == CovariateProposal.ViolentAct).ToList() is { Count: > 0 } told ? Probability(told) : null;

    private static double Probability(List<StateReport> reports)
    {
        var prior = CrisisSettings.StatePrior;
        var logOdds = ElementaryFunctions.Log(prior / (1 - prior)) + reports.Select(r => r.LogLikelihoodRatio).Order().Sum();
        return 1 / (1 + ElementaryFunctions.Exp(-logOdds));
    }

    private static string Sentence(RungEstimate estimate) => estimate.Claims.IsEmpty
        ? NothingTold
        : $"The highest rung told of is {estimate.Mode.Words()}; a higher one would have been told of.";

    /// <summary>A rung in words.</summary>
    public static string Words(this Rung rung) => rung switch
    {
        Crises.Rung.Rhetoric => "rhetoric",
        Crises.Rung.Measures => "diplomatic and economic measures",
        Crises.Rung.ShowOfForce => "a show of force",
        Crises.Rung.Closure => "a closure of air or water",
        Crises.Rung.ForceOffSoil => "force off the target's soil",
        Crises.Rung.LimitedStrikes => "limited strikes",
        Crises.Rung.Raid => "a raid",
        _ => "an invasion",
    };
}
