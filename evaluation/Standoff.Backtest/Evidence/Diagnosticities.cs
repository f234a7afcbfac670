using Standoff.Crises;

namespace Standoff.Backtest.Evidence;

/// <summary>A calibrated row.</summary>
/// <param name="Evidence">What was counted.</param>
/// <param name="Parameter">The parameter that the row moves.</param>
/// <param name="Cells">The counts.</param>
/// <param name="Pooled">Log ratio of the odds, pooled.</param>
/// <param name="PooledDeviation">Its posterior standard deviation.</param>
/// <param name="Response">E[z | ending] − E[z | other] in the game.</param>
internal sealed record Diagnosticity(CountedEvidence Evidence, string Parameter, FourCells Cells, double Pooled, double PooledDeviation, double Response)
{
    // Where the game hardly ties the ending to the parameter, the ratio says little of it: a distance of the ranks below so much is not told from none.
    private const double Damping = 0.3;
    private const double Steepest = 2;
    private const double Tenth = 1.2816;

    /// <summary>Log odds of the item per standard deviation of the parameter's rank: the pooled log ratio over the distance between the ranks, L·r / (r² + δ²).</summary>
    public double Slope => Math.Clamp(Pooled * Response / ((Response * Response) + (Damping * Damping)), -Steepest, Steepest);

    /// <summary>10th and 90th percentile of the slope.</summary>
    public (double Low, double High) Range
    {
        get
        {
            var deviation = Tenth * PooledDeviation * Math.Abs(Response) / ((Response * Response) + (Damping * Damping));
            return (Math.Clamp(Slope - deviation, -Steepest - 1, Steepest), Math.Clamp(Slope + deviation, -Steepest, Steepest + 1));
        }
    }
}

/// <summary>
/// Calibrates the evidence rows that can be counted. Log ratios are turned so that theory (the sign of the row's judged slope) expects them above 0, then pooled:
/// normal about a common mean, the spread between rows by moments (DerSimonian and Laird 1986).
/// </summary>
internal static class Diagnosticities
{
    public static (Diagnosticity[] Rows, double Mean, double Spread) Of(EvidenceCounts counts)
    {
        var known = CountedEvidence.All.Select(e => (Evidence: e, Row: EvidenceTable.Shipped.Find(e.Key), Cells: counts.Of(e))).Where(e => e.Row is not null && e.Cells.N > 0).ToArray();
        var responses = known.Select(k => GameResponse.Of(k.Row!.Target, k.Evidence.Ending)).ToArray();
        var signs = known.Zip(responses, (k, r) => Math.Sign(k.Row!.Judged.Slope) * Math.Sign(r)).ToArray();
        var values = known.Zip(signs, (k, s) => (Ratio: s * k.Cells.LogRatio, k.Cells.Deviation)).ToArray();
        // Rows that share a stand-in are one count.
        var distinct = values.Where((_, i) => known.Take(i).All(k => (k.Evidence.Item, k.Evidence.Ending) != (known[i].Evidence.Item, known[i].Evidence.Ending))).ToArray();
        var (mean, spread) = Moments(distinct);
        return ([.. known.Select((k, i) =>
        {
            var precision = (1 / (spread * spread)) + (1 / (values[i].Deviation * values[i].Deviation));
            var pooled = ((mean / (spread * spread)) + (values[i].Ratio / (values[i].Deviation * values[i].Deviation))) / precision;
            return new Diagnosticity(k.Evidence, k.Row!.Target, k.Cells, signs[i] * pooled, 1 / Math.Sqrt(precision), responses[i]);
        })], mean, spread);
    }

    private static (double Mean, double Spread) Moments((double Ratio, double Deviation)[] values)
    {
        const double LeastSpread = 0.1;
        var weights = values.Select(v => 1 / (v.Deviation * v.Deviation)).ToArray();
        var mean = values.Zip(weights, (v, w) => v.Ratio * w).Sum() / weights.Sum();
        var q = values.Zip(weights, (v, w) => w * (v.Ratio - mean) * (v.Ratio - mean)).Sum();
        var spread = Math.Sqrt(Math.Max(LeastSpread * LeastSpread, (q - values.Length + 1) / (weights.Sum() - (weights.Sum(w => w * w) / weights.Sum()))));
        var pooling = values.Select(v => 1 / ((v.Deviation * v.Deviation) + (spread * spread))).ToArray();
        return (values.Zip(pooling, (v, w) => v.Ratio * w).Sum() / pooling.Sum(), spread);
    }
}
