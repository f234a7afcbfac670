namespace Standoff.Forecasts;

/// <summary>
/// Where the width of an interval comes from: variances with one source of uncertainty at a time, the others at their means. What the
/// sources do together is shared out in proportion.
/// </summary>
internal sealed class VarianceShares(ForecastModel model, Run pool, ParallelOptions parallel)
{
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
