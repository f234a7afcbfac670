using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The way from base rate to headline, one thing after another: the classes; what sets the case apart from them by name, date and act; the parameters that claims moved, through the game; where the
/// crisis stands, through the game; then the pool with the class, which counts the game to the power η and adds its own error.
/// </summary>
internal static class Waterfalls
{
    public static ImmutableArray<Waterfall> Of(ForecastModel model, ForecastModel small, double[][] outcomes, ParallelOptions parallel)
    {
        var eta = ForecastSettings.Shipped.TiltExponent.ToString(CultureInfo.InvariantCulture);
        var @base = Means(model, model.Base, parallel);
        var apart = ReferenceEquals(model.Shift, CovariateShift.None) ? @base : Means(model, model.Apart, parallel);
        var game = Means(model, model.Game, parallel);
        var steps = new Step[]
        {
            new("base-rate", "Base rate of the reference classes", @base, []),
            new("covariates", "What names, date and acts set apart", apart, []),
            new("claims", "Parameters that claims moved, through the game", AfterClaims(model, small, apart, game, parallel), ParameterClaims(model.Crisis)),
            new("game", "Where the crisis stands, through the game", game, StateClaims(model.Crisis)),
            new("pool", $"Pooled with the classes: the game to the power {eta}, with its own error", [.. outcomes.Select(d => Summaries.Mean(d))], []),
        };
        return [.. model.Outcomes.Select((o, k) => new Waterfall(o.Key, [.. steps.Select(s => s.At(k))]))];
    }

    /// <summary>On the common draws alone, as a difference from what stands before it: the step serves the explanation, not the headline.</summary>
    private static double[] AfterClaims(ForecastModel model, ForecastModel small, double[] @base, double[] game, ParallelOptions parallel)
    {
        if (model.CaseParameters.SameAs(model.ClassParameters)) return @base;
        if (model.Start.SameAs(model.ClassStart)) return game;
        var before = Means(small, small.Apart, parallel);
        var after = Means(small, small.Claims(parallel), parallel);
        return [.. @base.Select((b, k) => Math.Clamp(b + after[k] - before[k], 0, 1))];
    }

    private static double[] Means(ForecastModel model, Run run, ParallelOptions parallel) =>
        [.. model.AtHorizon(run, Spread.All, parallel).Select(d => Summaries.Mean(d))];

    private sealed record Step(string Key, string Name, double[] Values, ImmutableArray<string> Claims)
    {
        public WaterfallStep At(int outcome) => new(Key, Name, Values[outcome], Claims);
    }

    /// <summary>Claims behind parameters that differ from their priors.</summary>
    public static ImmutableArray<string> ParameterClaims(Crisis crisis) =>
        Distinct(crisis.Parameters.Where(p => !p.Value.Equals(p.Prior)).SelectMany(p => p.Claims.Concat(p.Evidence.SelectMany(e => e.Claims))));

    /// <summary>Claims that fix where the crisis stands.</summary>
    public static ImmutableArray<string> StateClaims(Crisis crisis) =>
        Distinct(OrNone(crisis.Present.Claims).Concat(crisis.Flags.SelectMany(f => OrNone(f.Claims))));

    private static ImmutableArray<string> Distinct(IEnumerable<string> claims) => [.. claims.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> OrNone(ImmutableArray<string> claims) => claims.IsDefault ? [] : claims;
}
