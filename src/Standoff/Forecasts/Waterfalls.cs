using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The way from base rate to headline, one thing after another: the classes; the parameters that claims moved, through the game; where the
/// crisis stands, through the game; then the pool with the class, which counts the game to the power η and adds its own error.
/// </summary>
internal static class Waterfalls
{
    public static ImmutableArray<Waterfall> Of(ForecastModel model, double[][] outcomes, ParallelOptions parallel)
    {
        var crisis = model.Crisis;
        var eta = ForecastSettings.Shipped.TiltExponent.ToString(CultureInfo.InvariantCulture);
        var steps = new[]
        {
            ("base-rate", "Base rate of the reference classes", Means(model.Base), []),
            ("claims", "Parameters that claims moved, through the game", Means(model.Claims), ParameterClaims(crisis)),
            ("game", "Where the crisis stands, through the game", Means(model.Game), StateClaims(crisis)),
            ("pool", $"Pooled with the classes: the game to the power {eta}, with its own error", [.. outcomes.Select(d => Summaries.Mean(d))], []),
        };
        return [.. model.Outcomes.Select((o, k) => new Waterfall(o.Key, [.. steps.Select(s => new WaterfallStep(s.Item1, s.Item2, s.Item3[k], s.Item4))]))];

        double[] Means(Run run) => [.. model.AtHorizon(run, Spread.All, parallel).Select(d => Summaries.Mean(d))];
    }

    /// <summary>Claims behind parameters that differ from their priors.</summary>
    public static ImmutableArray<string> ParameterClaims(Crisis crisis) =>
        Distinct(crisis.Parameters.Where(p => !p.Value.Equals(p.Prior)).SelectMany(p => p.Claims.Concat(p.Evidence.SelectMany(e => e.Claims))));

    /// <summary>Claims that fix where the crisis stands.</summary>
    public static ImmutableArray<string> StateClaims(Crisis crisis) =>
        Distinct(OrNone(crisis.Present.Claims).Concat(crisis.Offers.Concat(crisis.Threats).SelectMany(s => OrNone(s.Claims))));

    private static ImmutableArray<string> Distinct(IEnumerable<string> claims) => [.. claims.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> OrNone(ImmutableArray<string> claims) => claims.IsDefault ? [] : claims;
}
