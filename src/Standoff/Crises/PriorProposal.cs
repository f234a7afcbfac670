using System.Globalization;
using Standoff.Claims;
using Standoff.Reading.Mentions;

namespace Standoff.Crises;

/// <summary>The prior of a parameter in a crisis: the shipped default, or what template and challenger make of it.</summary>
internal sealed record PriorProposal(Distribution Prior, Grounds Grounds, string Reason)
{
    private const string AudienceCost = "audience-cost";

    /// <summary>Prior, grounds and reason before any claim.</summary>
    public static PriorProposal Of(StandoffPrior prior, CrisisTemplate template, string challenger)
    {
        if (prior.Name == AudienceCost && Transported(prior, challenger) is { } transported) return transported;
        return template.PriorOf(prior) is { } own
            ? new PriorProposal(own.Prior, Grounds.Default, $"No claim bears on it; default of the template {template.Key}: {own.Reason}.")
            : new PriorProposal(prior.Prior, Grounds.Default, $"No claim bears on it; default: {prior.Grounds}.");
    }

    // A = A₀·e^{κ·ρ·z} with κ ~ N(0, 0.25²): the median stays, and the variance of log A grows by (0.25·ρ·z)².
    private static PriorProposal? Transported(StandoffPrior prior, string challenger)
    {
        if (prior.Prior is not Distribution.LogNormal shape || Gazetteer.Shipped.FindState(challenger) is not { } state) return null;
        if (AudienceCosts.All.FirstOrDefault(e => e.CorrelatesOfWarCode == state.Cow) is not { } estimate) return null;
        var standing = AudienceCosts.Standing(estimate);
        var pull = AudienceCosts.PullDeviation * standing;
        var deviation = Math.Sqrt((shape.LogDeviation * shape.LogDeviation) + (pull * pull));
        var reason = string.Create(CultureInfo.InvariantCulture, $"No claim bears on it; default, transported by the estimate for {Articles.With(state.Name)} (its standing is {standing:0.00}, where 0 is the average country and above 0 backing down is dearer): the sign of the pull is not known, so that only the range widens; Crisman-Cox & Gibilisco 2018.");
        return new PriorProposal(new Distribution.LogNormal(shape.Median, deviation), Grounds.Computed, reason);
    }
}
