using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Where the width of an interval comes from: variances with one source of uncertainty at a time, the others at their means. What the
/// sources do together is shared out in proportion.
/// </summary>
internal sealed class VarianceShares(ForecastModel model, Run pool, ParallelOptions parallel)
{
    private const int Bins = 20;
    private const int Blocks = 16;

    private readonly double[][] _class = model.AtHorizon(pool, new Spread(true, false, false), parallel);
    private readonly double[][] _parameters = model.AtHorizon(pool, new Spread(false, true, false), parallel);
    private readonly double[][] _discrepancy = model.AtHorizon(pool, new Spread(false, false, true), parallel);

    /// <summary>An outcome with its interval and what makes it wide.</summary>
    public Outcome Describe(HeadlineOutcome outcome, int index, double[] draws)
    {
        var (c, p, d) = Shares(index);
        return new(outcome.Key, outcome.Name, Summaries.Estimate(draws), c, p, d, MonteCarloError(draws));
    }

    /// <summary>
    /// First-order shares of the parameters in the spread of the most uncertain outcome, largest first: what to find out next.
    /// </summary>
    public ImmutableArray<Sensitivity> Sensitivities(ImmutableArray<Outcome> headline, double[][] outcomes)
    {
        var widest = Enumerable.Range(0, headline.Length).MaxBy(k => headline[k].Estimate.High - headline[k].Estimate.Low);
        if (Summaries.Variance(_parameters[widest]) < 1e-16) return [];
        return [.. StandoffParameters.Names.Select((name, k) => Sensitivity(name, k, headline[widest], widest, outcomes[widest]))
            .Where(s => s.Share > 0.001).OrderByDescending(s => s.Share)];
    }

    private Sensitivity Sensitivity(string name, int parameter, Outcome outcome, int index, double[] draws)
    {
        var points = model.PointsOf(parameter).ToArray();
        var order = Enumerable.Range(0, model.Draws).OrderBy(i => points[i]).ToArray();
        var share = FirstOrder(order, _parameters[index]) * outcome.ParameterShare;
        var tenth = model.Draws / 10;
        return new(name, outcome.Key, share, Mean(order[..tenth], draws), Mean(order[^tenth..], draws));
    }

    /// <summary>Variance of the bins' means over the whole variance, less what the bins' own noise would give.</summary>
    private static double FirstOrder(int[] order, double[] draws)
    {
        var total = Summaries.Variance(draws);
        var size = order.Length / Bins;
        var bins = Enumerable.Range(0, Bins).Select(b => order[(b * size)..((b + 1) * size)].Select(i => draws[i]).ToArray()).ToArray();
        var noise = bins.Average(b => Summaries.Variance(b)) / size;
        return Math.Max(0, (Summaries.Variance([.. bins.Select(b => Summaries.Mean(b))]) - noise) / total);
    }

    private static double Mean(int[] which, double[] draws) => Summaries.Mean([.. which.Select(i => draws[i])]);

    private (double Class, double Parameters, double Discrepancy) Shares(int index)
    {
        var (c, p, d) = (Summaries.Variance(_class[index]), Summaries.Variance(_parameters[index]), Summaries.Variance(_discrepancy[index]));
        var sum = c + p + d;
        return sum > 0 ? (c / sum, p / sum, d / sum) : (1, 0, 0);
    }

    /// <summary>Standard error from means of consecutive blocks, each of which is evenly spread itself: on the safe side.</summary>
    private static double MonteCarloError(double[] draws)
    {
        var size = draws.Length / Blocks;
        var means = Enumerable.Range(0, Blocks).Select(b => Summaries.Mean(draws.AsSpan(b * size, size))).ToArray();
        return Math.Sqrt(Summaries.Variance(means) / Blocks);
    }
}
