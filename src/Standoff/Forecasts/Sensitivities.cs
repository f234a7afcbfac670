using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// What to find out next: the most uncertain outcome with one parameter at the 5th or the 95th percentile of what is known of it, all
/// others at their medians. A parameter of which nothing is known spreads the class's crises too, so it does not widen the interval; to
/// know it would still move the forecast.
/// </summary>
internal static class Sensitivities
{
    private const double LowLevel = 0.05;
    private const double HighLevel = 0.95;
    private const double LeastShare = 0.001;

    public static ImmutableArray<Sensitivity> Of(ForecastModel model, Run pool, ImmutableArray<Outcome> headline, ParallelOptions parallel)
    {
        var widest = Enumerable.Range(0, headline.Length).MaxBy(k => headline[k].Estimate.High - headline[k].Estimate.Low);
        var parameters = model.CaseParameters.Uncertain.ToArray();
        var values = model.AtLevels(pool, [.. parameters.SelectMany(k => new[] { (k, LowLevel), (k, HighLevel) })], parallel)[widest];
        var squares = parameters.Select((_, i) => Math.Pow(values[2 * i] - values[(2 * i) + 1], 2)).ToArray();
        var sum = squares.Sum();
        if (sum <= 0) return [];
        return [.. parameters.Select((k, i) => new Sensitivity(StandoffParameters.Names[k], headline[widest].Key, squares[i] / sum, values[2 * i], values[(2 * i) + 1]))
            .Where(s => s.Share > LeastShare).OrderByDescending(s => s.Share)];
    }
}
