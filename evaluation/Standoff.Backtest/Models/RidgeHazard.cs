namespace Standoff.Backtest.Models;

/// <summary>
/// Whether something came about by the end: P = 1 − exp(−e^{a + x·γ}), proportional hazards with a ridge on γ. A covariate multiplies the
/// hazard by e^γ, whatever the time.
/// </summary>
internal sealed class RidgeHazard
{
    private const double InterceptPenalty = 1e-4;
    private const double LeastProbability = 1e-9;

    private readonly double[] _point;
    private readonly Cholesky _information;
    private readonly Lazy<double[]> _deviations;

    private RidgeHazard(double[] point, double[,] curvature)
    {
        (_point, _information) = (point, new Cholesky(curvature));
        _deviations = new(() => [.. _information.InverseDiagonal().Select(Math.Sqrt)]);
    }

    /// <summary>γ_j; covariate −1 is the intercept.</summary>
    public double Coefficient(int covariate) => _point[covariate + 1];

    public double Deviation(int covariate) => _deviations.Value[covariate + 1];

    /// <summary>Posterior standard deviation of x·γ.</summary>
    public double Deviation(double[] row) => _information.Deviation([0, .. row]);

    public static RidgeHazard Fit(double[][] rows, bool[] happened, double[] weights, double[] penalties)
    {
        var (point, curvature) = Newton.Minimise((p, g, h) => Objective(p, g, h, rows, happened, weights, penalties), new double[penalties.Length + 1]);
        return new(point, curvature);
    }

    public double Predict(double[] row) => Probability(Score(_point, row));

    /// <summary>x·γ.</summary>
    public double Shift(double[] row) => Score(_point, row) - _point[0];

    private static double Objective(double[] point, double[] gradient, double[,] curvature, double[][] rows, bool[] happened, double[] weights, double[] penalties)
    {
        var value = 0.0;
        for (var n = 0; n < rows.Length; n++)
        {
            var score = Score(point, rows[n]);
            var (p, hazard) = (Probability(score), Math.Exp(Math.Min(score, 30)));
            value -= weights[n] * (happened[n] ? Math.Log(p) : -hazard);
            // Fisher's information of a score: h²·(1 − p)/p.
            Add(gradient, curvature, rows[n], weights[n] * (happened[n] ? -hazard * (1 - p) / p : hazard), Math.Max(weights[n] * hazard * hazard * (1 - p) / p, LeastProbability));
        }
        for (var i = 0; i < point.Length; i++)
        {
            var penalty = i == 0 ? InterceptPenalty : penalties[i - 1];
            value += penalty * point[i] * point[i] / 2;
            gradient[i] += penalty * point[i];
            curvature[i, i] += penalty;
        }
        return value;
    }

    private static double Score(double[] point, double[] row)
    {
        var score = point[0];
        for (var j = 0; j < row.Length; j++) score += point[j + 1] * row[j];
        return score;
    }

    private static double Probability(double score) => Math.Clamp(1 - Math.Exp(-Math.Exp(score)), LeastProbability, 1 - LeastProbability);

    private static void Add(double[] gradient, double[,] curvature, double[] row, double slope, double information)
    {
        for (var i = -1; i < row.Length; i++)
        {
            var left = i < 0 ? 1 : row[i];
            gradient[i + 1] += slope * left;
            for (var j = -1; j < row.Length; j++) curvature[i + 1, j + 1] += information * left * (j < 0 ? 1 : row[j]);
        }
    }
}
