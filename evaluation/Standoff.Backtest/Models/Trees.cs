namespace Standoff.Backtest.Models;

/// <summary>Two lines to stand against, with their textbook settings and a fixed seed: a random forest and gradient boosting. No part of the method.</summary>
internal static class Trees
{
    private const int Seed = 20_000;
    private const int ForestSize = 400;
    private const int ForestLeaf = 5;
    private const int BoostingRounds = 100;
    private const double BoostingRate = 0.1;
    private const int Least = 1_000;

    /// <summary>Breiman's forest of probability trees: bootstrap samples, √p covariates a split.</summary>
    public static Func<double[], double[]> Forest(double[][] rows, int[] labels, int classes)
    {
        var random = new Random(Seed);
        var targets = OneHot(labels, classes);
        var options = new TreeOptions(30, ForestLeaf, (int)Math.Ceiling(Math.Sqrt(rows[0].Length)));
        var trees = Enumerable.Range(0, ForestSize).Select(_ =>
            RegressionTree.Grow(rows, targets, [.. rows.Select(_ => random.Next(rows.Length))], options, random)).ToArray();
        return row => Floored(Average(trees.Select(t => t.Predict(row)), classes));
    }

    /// <summary>Friedman's gradient boosting of the multinomial deviance with trees of depth 3.</summary>
    public static Func<double[], double[]> Boosting(double[][] rows, int[] labels, int classes)
    {
        var random = new Random(Seed);
        var truth = OneHot(labels, classes);
        var start = Average(truth, classes).Select(p => Math.Log(Math.Max(p, 1e-6))).ToArray();
        var scores = rows.Select(_ => (double[])start.Clone()).ToArray();
        var trees = new List<RegressionTree>();
        for (var round = 0; round < BoostingRounds; round++)
        {
            var residuals = scores.Select((s, i) => RidgeMultinomial.Softmax(s).Select((p, k) => truth[i][k] - p).ToArray()).ToArray();
            var tree = RegressionTree.Grow(rows, residuals, [.. Enumerable.Range(0, rows.Length)], new TreeOptions(3, ForestLeaf, rows[0].Length), random);
            trees.Add(tree);
            for (var i = 0; i < rows.Length; i++) Step(scores[i], tree.Predict(rows[i]), classes);
        }
        return row => Floored(RidgeMultinomial.Softmax(Boosted(start, trees, row, classes)));
    }

    private static double[] Boosted(double[] start, List<RegressionTree> trees, double[] row, int classes)
    {
        var score = (double[])start.Clone();
        foreach (var tree in trees) Step(score, tree.Predict(row), classes);
        return score;
    }

    // A Newton step of the deviance is about K times the mean residual where probabilities are even.
    private static void Step(double[] score, double[] mean, int classes)
    {
        for (var k = 0; k < score.Length; k++) score[k] += BoostingRate * classes * mean[k];
    }

    private static double[][] OneHot(int[] labels, int classes) => [.. labels.Select(l =>
    {
        var target = new double[classes];
        target[l] = 1;
        return target;
    })];

    private static double[] Average(IEnumerable<double[]> values, int classes)
    {
        var (sum, n) = (new double[classes], 0);
        foreach (var value in values)
        {
            for (var k = 0; k < classes; k++) sum[k] += value[k];
            n++;
        }
        return [.. sum.Select(s => s / n)];
    }

    // No tree may call a thing impossible.
    private static double[] Floored(double[] p) => [.. p.Select(v => (v + (1.0 / Least)) / (1 + ((double)p.Length / Least)))];
}
