using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Tests.Forecasts;

/// <summary>Crises by hand.</summary>
internal static class Made
{
    /// <summary>Two names and nothing else.</summary>
    public static Crisis Bare(DemandKind demand = DemandKind.PolicyChange, params string[] classes) => new()
    {
        Title = "Arland and Borland",
        Challenger = new("Arland"),
        Target = new("Borland", "the premier"),
        Demand = new("give it up", demand, null, []),
        Present = At(Rung.Measures),
        Parameters = [.. StandoffPriors.All.Select(p => new Parameter { Name = p.Name, Prior = p.Prior, Value = p.Prior, Unit = p.Unit, Grounds = Grounds.Default, Reason = p.Grounds })],
        Classes = [.. ClassesOf(classes)],
    };

    /// <summary>
    /// Of the decades of its classes, so that nothing is in doubt about its day. Force after force is that of crises that began with it, of which the decades are slightly others:
    /// what differs by that is below a third of a point.
    /// </summary>
    public static Crisis OfAverageDecade(this Crisis crisis) => crisis with
    {
        Covariates = [.. crisis.Covariates, .. CovariateTable.Steps.Select(s => new Covariate(s.Name, CovariateShift.MeanOf(s.Name, crisis.Classes), Grounds.Default, "made"))],
    };

    private static IEnumerable<ClassChoice> ClassesOf(string[] keys)
    {
        var chosen = keys.Length > 0 ? keys : ["us-minor", "major-minor", "any-crisis"];
        return chosen.Select(c => new ClassChoice(c, 1.0 / chosen.Length, "made"));
    }

    public static RungEstimate At(Rung rung, params string[] claims) =>
        new([.. Enum.GetValues<Rung>().Select(r => r == rung ? 1.0 : 0)], [.. claims], "made");

    /// <summary>The crisis with a parameter moved towards its upper end, as evidence of the given strength would.</summary>
    public static Crisis Moved(this Crisis crisis, string name, double strength, string claim = "c-001") => crisis with
    {
        Parameters = [.. crisis.Parameters.Select(p => p.Name != name ? p : p with { Value = Tilted(p.Prior, strength), Grounds = Grounds.Sourced, Claims = [claim] })],
    };

    /// <summary>A posterior on 64 slices whose log likelihood rises by <paramref name="strength"/> from the lowest to the highest.</summary>
    private static Distribution.Grid Tilted(Distribution prior, double strength)
    {
        var slices = Enumerable.Range(0, 64).Select(k => (k + 0.5) / 64).ToArray();
        var weights = slices.Select(s => Math.Exp(strength * s)).ToArray();
        return new([.. slices.Select(prior.Quantile)], [.. weights.Select(w => w / weights.Sum())]);
    }
}
