using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>Mean and 90 % interval of a distribution, for printing.</summary>
internal static class Quantiles
{
    private const double Z = 1.6448536269514722;
    private const int Dots = 50;
    private const double Edge = 1e-4;

    public static Estimate Of(Distribution distribution) => new(distribution.Mean, distribution.Quantile(0.05), distribution.Quantile(0.95));

    /// <summary>Fifty equally likely values: a normal in log-odds around the mean whose halves reach the interval's ends.</summary>
    public static ImmutableArray<double> Fifty(Estimate estimate)
    {
        var (middle, low, high) = (LogOdds(estimate.Mean), LogOdds(estimate.Low), LogOdds(estimate.High));
        return [.. Enumerable.Range(0, Dots).Select(i =>
        {
            var z = SpecialFunctions.NormalQuantile((i + 0.5) / Dots);
            return 1 / (1 + Math.Exp(-(middle + (z < 0 ? (middle - low) * z / Z : (high - middle) * z / Z))));
        })];
    }

    private static double LogOdds(double p)
    {
        var inside = Math.Clamp(p, Edge, 1 - Edge);
        return Math.Log(inside / (1 - inside));
    }
}
