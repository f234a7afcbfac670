namespace Standoff.Backtest.Models;

/// <summary>How a tree grows.</summary>
/// <param name="Depth">Most splits from the root.</param>
/// <param name="Leaf">Fewest rows in a leaf.</param>
/// <param name="Tried">Covariates tried at a split, drawn at random.</param>
internal readonly record struct TreeOptions(int Depth, int Leaf, int Tried);

/// <summary>A tree of splits that makes the squared error of vector targets least; its leaves are means.</summary>
internal sealed class RegressionTree
{
    private readonly int _covariate;
    private readonly double _threshold;
    private readonly RegressionTree? _below;
    private readonly RegressionTree? _above;

    private RegressionTree(double[] value) => Value = value;

    private RegressionTree(int covariate, double threshold, RegressionTree below, RegressionTree above) =>
        (Value, _covariate, _threshold, _below, _above) = ([], covariate, threshold, below, above);

    /// <summary>Mean of a leaf.</summary>
    private double[] Value { get; }

    public double[] Predict(double[] row) => _below is null ? Value : (row[_covariate] <= _threshold ? _below : _above!).Predict(row);

    /// <summary>Grows a tree on the rows of the given places.</summary>
    public static RegressionTree Grow(double[][] rows, double[][] targets, int[] places, TreeOptions options, Random random)
    {
        if (options.Depth == 0 || places.Length < 2 * options.Leaf || Best(rows, targets, places, options, random) is not { } split) return new(Mean(targets, places));
        var deeper = options with { Depth = options.Depth - 1 };
        var below = places.Where(i => rows[i][split.Covariate] <= split.Threshold).ToArray();
        var above = places.Where(i => rows[i][split.Covariate] > split.Threshold).ToArray();
        return new(split.Covariate, split.Threshold, Grow(rows, targets, below, deeper, random), Grow(rows, targets, above, deeper, random));
    }

    private static (int Covariate, double Threshold)? Best(double[][] rows, double[][] targets, int[] places, TreeOptions options, Random random)
    {
        var (best, gain) = (((int, double)?)null, 1e-9);
        foreach (var covariate in Draw(rows[0].Length, options.Tried, random))
        {
            var (threshold, found) = BestThreshold(rows, targets, places, covariate, options.Leaf);
            if (found > gain) (best, gain) = ((covariate, threshold), found);
        }
        return best;
    }

    // The gain of a split is |S₁|²/n₁ + |S₂|²/n₂ − |S|²/n with S the sums of the targets.
    private static (double Threshold, double Gain) BestThreshold(double[][] rows, double[][] targets, int[] places, int covariate, int leaf)
    {
        var sorted = places.OrderBy(i => rows[i][covariate]).ThenBy(i => i).ToArray();
        var total = Sum(targets, sorted);
        var below = new double[total.Length];
        var (best, gain) = (0.0, 0.0);
        for (var n = 1; n < sorted.Length; n++)
        {
            for (var k = 0; k < below.Length; k++) below[k] += targets[sorted[n - 1]][k];
            var (left, right) = (rows[sorted[n - 1]][covariate], rows[sorted[n]][covariate]);
            if (left >= right || n < leaf || sorted.Length - n < leaf) continue;
            var found = Gain(below, total, n, sorted.Length);
            if (found > gain) (best, gain) = ((left + right) / 2, found);
        }
        return (best, gain);
    }

    private static double Gain(double[] below, double[] total, int n, int all)
    {
        var gain = 0.0;
        for (var k = 0; k < total.Length; k++)
        {
            var above = total[k] - below[k];
            gain += (below[k] * below[k] / n) + (above * above / (all - n)) - (total[k] * total[k] / all);
        }
        return gain;
    }

    private static int[] Draw(int all, int some, Random random)
    {
        var order = Enumerable.Range(0, all).ToArray();
        if (some >= all) return order;
        random.Shuffle(order);
        return order[..some];
    }

    private static double[] Sum(double[][] targets, int[] places)
    {
        var sum = new double[targets[0].Length];
        foreach (var i in places)
            for (var k = 0; k < sum.Length; k++) sum[k] += targets[i][k];
        return sum;
    }

    private static double[] Mean(double[][] targets, int[] places) => [.. Sum(targets, places).Select(s => s / places.Length)];
}
