namespace Standoff.Backtest.Models;

/// <summary>
/// Multinomial logit p_k ∝ e^{a_k + x·β_k} with a ridge: minus log likelihood + ½ Σ_kj penalty_j·β_kj². The coefficients of the classes are
/// kept symmetric, so that they sum to zero over the classes; the intercepts are all but free.
/// </summary>
internal sealed class RidgeMultinomial
{
    private const double InterceptPenalty = 1e-4;

    private readonly double[] _point;
    private readonly int _width;
    private readonly Cholesky _information;
    private readonly Lazy<double[]> _deviations;

    private RidgeMultinomial(double[] point, double[,] curvature, int classes)
    {
        (_point, Classes, _width, _information) = (point, classes, point.Length / classes, new Cholesky(curvature));
        _deviations = new(() => [.. _information.InverseDiagonal().Select(Math.Sqrt)]);
    }

    public int Classes { get; }

    /// <summary>β_kj; covariate −1 is the intercept.</summary>
    public double Coefficient(int @class, int covariate) => _point[(@class * _width) + covariate + 1];

    public double Deviation(int @class, int covariate) => _deviations.Value[(@class * _width) + covariate + 1];

    /// <summary>Posterior standard deviation of x·β of a class.</summary>
    public double Deviation(int @class, double[] row)
    {
        var direction = new double[_point.Length];
        row.CopyTo(direction, (@class * _width) + 1);
        return _information.Deviation(direction);
    }

    /// <summary>Fits to rows of covariates and their classes.</summary>
    public static RidgeMultinomial Fit(double[][] rows, int[] labels, double[] weights, int classes, double[] penalties)
    {
        var (point, curvature) = Newton.Minimise((p, g, h) => Objective(p, g, h, rows, labels, weights, classes, penalties), new double[classes * (penalties.Length + 1)]);
        return new(point, curvature, classes);
    }

    public double[] Predict(double[] row) => Probabilities(_point, row, Classes);

    /// <summary>x·β_k for every class, without the intercepts.</summary>
    public double[] Shift(double[] row) => [.. Enumerable.Range(0, Classes).Select(k => row.Select((x, j) => x * Coefficient(k, j)).Sum())];

    private static double Objective(double[] point, double[] gradient, double[,] curvature, double[][] rows, int[] labels, double[] weights, int classes, double[] penalties)
    {
        var width = penalties.Length + 1;
        var value = 0.0;
        for (var n = 0; n < rows.Length; n++)
        {
            var p = Probabilities(point, rows[n], classes);
            value -= weights[n] * Math.Log(p[labels[n]]);
            for (var k = 0; k < classes; k++)
            {
                Add(gradient, k * width, rows[n], weights[n] * (p[k] - (labels[n] == k ? 1 : 0)));
                for (var l = 0; l < classes; l++) AddOuter(curvature, k * width, l * width, rows[n], weights[n] * ((k == l ? p[k] : 0) - (p[k] * p[l])));
            }
        }
        for (var i = 0; i < point.Length; i++)
        {
            var penalty = i % width == 0 ? InterceptPenalty : penalties[(i % width) - 1];
            value += penalty * point[i] * point[i] / 2;
            gradient[i] += penalty * point[i];
            curvature[i, i] += penalty;
        }
        return value;
    }

    private static double[] Probabilities(double[] point, double[] row, int classes)
    {
        var width = row.Length + 1;
        var score = new double[classes];
        for (var k = 0; k < classes; k++)
        {
            score[k] = point[k * width];
            for (var j = 0; j < row.Length; j++) score[k] += point[(k * width) + j + 1] * row[j];
        }
        return Softmax(score);
    }

    /// <summary>e^{s_k} / Σ e^{s_l}.</summary>
    public static double[] Softmax(double[] scores)
    {
        var top = scores.Max();
        var weights = scores.Select(s => Math.Exp(s - top)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    private static void Add(double[] gradient, int at, double[] row, double weight)
    {
        gradient[at] += weight;
        for (var j = 0; j < row.Length; j++) gradient[at + j + 1] += weight * row[j];
    }

    private static void AddOuter(double[,] curvature, int first, int second, double[] row, double weight)
    {
        for (var i = -1; i < row.Length; i++)
        {
            var left = weight * (i < 0 ? 1 : row[i]);
            for (var j = -1; j < row.Length; j++) curvature[first + i + 1, second + j + 1] += left * (j < 0 ? 1 : row[j]);
        }
    }
}
