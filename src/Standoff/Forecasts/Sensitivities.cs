using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The most uncertain outcome with one parameter at the lowest or the highest node of what is known of it, near its 5th and 95th percentiles, all else as
/// it is. A parameter of which nothing is known spreads the class's crises too, so it does not widen the interval; to know it would still move the forecast.
/// </summary>
internal static class Sensitivities
{
    private const double LeastShare = 0.001;

    public static ImmutableArray<Sensitivity> Of(Probe probe, ImmutableArray<Outcome> headline)
    {
        var widest = Enumerable.Range(0, headline.Length).MaxBy(k => headline[k].Estimate.High - headline[k].Estimate.Low);
        var names = probe.Model.CaseParameters.Uncertain.Select(k => StandoffParameters.Names[k]).ToArray();
        var ends = probe.AtLevels.Select(levels => (Low: Summaries.Mean(levels[1][widest]), High: Summaries.Mean(levels[^2][widest]))).ToArray();
        var squares = ends.Select(e => Math.Pow(e.High - e.Low, 2)).ToArray();
        var sum = squares.Sum();
        if (sum <= 0) return [];
        return [.. names.Select((name, i) => new Sensitivity(name, headline[widest].Key, squares[i] / sum, ends[i].Low, ends[i].High)).Where(s => s.Share > LeastShare).OrderByDescending(s => s.Share)];
    }
}
