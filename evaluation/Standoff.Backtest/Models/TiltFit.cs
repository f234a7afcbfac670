using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Backtest.Models;

/// <summary>A case as it was forecast without the game, with how it ended.</summary>
/// <param name="LogShares">Logarithms of the outcomes' probabilities.</param>
/// <param name="Hazard">Hazard of serious violence.</param>
/// <param name="Outcome">What came about; <see langword="null"/> if it is coded otherwise.</param>
/// <param name="Serious">Whether violence became serious, if known.</param>
/// <param name="Tilt">What the game adds: outcomes, then serious violence.</param>
/// <param name="Slopes">The same by composite.</param>
/// <param name="Weight">One over the number of states in the crisis.</param>
internal sealed record Sight(double[] LogShares, double Hazard, int? Outcome, bool? Serious, double[] Tilt, double[][] Slopes, double Weight);

/// <summary>One fitted number.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Estimate">Mode of the posterior.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="PriorMean">Mean before the data.</param>
/// <param name="PriorDeviation">Standard deviation before the data.</param>
internal sealed record FittedNumber(string Name, double Estimate, double Deviation, double PriorMean, double PriorDeviation)
{
    /// <summary>1 − s_posterior / s_prior: 0 where the data say nothing.</summary>
    public double Contraction => 1 - (Deviation / PriorDeviation);

    /// <summary>Whether the data tell of it: a tenth of the prior's width is gone.</summary>
    public bool IsIdentified => Contraction >= 0.1;
}

/// <summary>
/// η, σ and the game's composites by penalised likelihood of how past cases ended: p ∝ p_class·e^{η·t(θ) + σ·z}, averaged over standard normal
/// z; t is linear in the composites θ. Serious violence has the hazard h·e^{η·t + σ·z − σ²/2}.
/// </summary>
internal sealed class TiltFit
{
    private const int Draws = 64;
    private const ulong Seed = 7;
    private const int Outcomes = 4;
    private const int Fixed = 2;

    // η: no tilt before the data, a full one two deviations away. σ: the range of forecast-settings.tsv.
    private static readonly double[] PriorMeans = [0, Math.Log(0.4), .. GameTilts.Composites.Select(_ => 0.0)];
    private static readonly double[] PriorDeviations = [0.5, Math.Log(0.7 / 0.2) / (2 * 1.6449), .. GameTilts.Composites.Select(_ => 1.0)];

    private readonly IReadOnlyList<Sight> _sights;
    private readonly double[][] _normals;

    public TiltFit(IReadOnlyList<Sight> sights)
    {
        _sights = sights;
        var points = new QuasiRandom(Seed, Draws, Outcomes + 1);
        _normals = [.. Enumerable.Range(0, Draws).Select(i => Enumerable.Range(0, Outcomes + 1).Select(k => SpecialFunctions.NormalQuantile(points[k][i])).ToArray())];
    }

    /// <summary>Parameters: η, ln σ, then the composites.</summary>
    public static int Width => PriorMeans.Length;

    /// <summary>The fit, one line a number.</summary>
    public FittedNumber[] Fit()
    {
        var (point, curvature) = Newton.Minimise(Objective, PriorMeans);
        var deviations = new Cholesky(curvature).InverseDiagonal().Select(Math.Sqrt).ToArray();
        string[] names = ["tilt exponent", "logarithm of the discrepancy", .. GameTilts.Composites.Select(c => string.Join(" and ", c))];
        return [.. names.Select((name, i) => new FittedNumber(name, point[i], deviations[i], PriorMeans[i], PriorDeviations[i]))];
    }

    /// <summary>Eigenvalue-free rank of what the data alone say at a point: pivots of the information, scaled by the prior, above a tenth of the prior's own.</summary>
    public int Rank(double[] point)
    {
        var (gradient, information) = (new double[Width], new double[Width, Width]);
        Objective(point, gradient, information);
        for (var i = 0; i < Width; i++) information[i, i] -= 1 / (PriorDeviations[i] * PriorDeviations[i]);
        for (var i = 0; i < Width; i++)
            for (var j = 0; j < Width; j++) information[i, j] *= PriorDeviations[i] * PriorDeviations[j];
        return Pivots(information).Count(p => p > 0.1);
    }

    /// <summary>Minus the penalised log likelihood; the curvature is the sum of outer products of the cases' gradients, with the prior's.</summary>
    public double Objective(double[] point, double[] gradient, double[,] curvature)
    {
        var value = 0.0;
        foreach (var sight in _sights)
        {
            if (sight.Outcome is { } outcome) value -= Add(OutcomeTerm(sight, outcome, point), sight.Weight, gradient, curvature);
            if (sight.Serious is { } serious) value -= Add(SeriousTerm(sight, serious, point), sight.Weight, gradient, curvature);
        }
        for (var i = 0; i < Width; i++)
        {
            var (apart, precision) = (point[i] - PriorMeans[i], 1 / (PriorDeviations[i] * PriorDeviations[i]));
            value += precision * apart * apart / 2;
            gradient[i] += precision * apart;
            curvature[i, i] += precision;
        }
        return value;
    }

    /// <summary>The forecast of a case at fitted numbers.</summary>
    public (double[] Outcome, double Scale) Predict(double[] logShares, double[] tilt, double eta, double sigma)
    {
        var mean = new double[Outcomes];
        foreach (var z in _normals)
        {
            var p = RidgeMultinomial.Softmax([.. logShares.Select((a, k) => a + (eta * tilt[k]) + (sigma * z[k]))]);
            for (var k = 0; k < Outcomes; k++) mean[k] += p[k] / Draws;
        }
        return (mean, Math.Exp(eta * tilt[Outcomes]));
    }

    /// <summary>1 − E e^{−h·e^{σz − σ²/2}}.</summary>
    public double Reached(double hazard, double sigma) =>
        1 - _normals.Average(z => Math.Exp(-hazard * Math.Exp((sigma * z[Outcomes]) - (sigma * sigma / 2))));

    private (double Log, double[] Slope) OutcomeTerm(Sight sight, int outcome, double[] point)
    {
        var (eta, sigma, tilt) = (point[0], Math.Exp(point[1]), TiltAt(sight, point));
        var (mean, slope) = (0.0, new double[Width]);
        foreach (var z in _normals)
        {
            var p = RidgeMultinomial.Softmax([.. sight.LogShares.Select((a, k) => a + (eta * tilt[k]) + (sigma * z[k]))]);
            mean += p[outcome] / Draws;
            double Centred(Func<int, double> of) => p[outcome] * (of(outcome) - Enumerable.Range(0, Outcomes).Sum(k => p[k] * of(k))) / Draws;
            slope[0] += Centred(k => tilt[k]);
            slope[1] += sigma * Centred(k => z[k]);
            for (var m = Fixed; m < Width; m++) slope[m] += eta * Centred(k => sight.Slopes[m - Fixed][k]);
        }
        return (Math.Log(mean), [.. slope.Select(s => s / mean)]);
    }

    private (double Log, double[] Slope) SeriousTerm(Sight sight, bool happened, double[] point)
    {
        var (eta, sigma, tilt) = (point[0], Math.Exp(point[1]), TiltAt(sight, point)[Outcomes]);
        var (survived, slope) = (0.0, new double[Width]);
        foreach (var z in _normals)
        {
            var hazard = sight.Hazard * Math.Exp((eta * tilt) + (sigma * z[Outcomes]) - (sigma * sigma / 2));
            var survival = Math.Exp(-hazard) / Draws;
            survived += survival;
            slope[0] -= survival * hazard * tilt;
            slope[1] -= survival * hazard * sigma * (z[Outcomes] - sigma);
            for (var m = Fixed; m < Width; m++) slope[m] -= survival * hazard * eta * sight.Slopes[m - Fixed][Outcomes];
        }
        return happened ? (Math.Log(1 - survived), [.. slope.Select(s => -s / (1 - survived))]) : (Math.Log(survived), [.. slope.Select(s => s / survived)]);
    }

    private static double[] TiltAt(Sight sight, double[] point) =>
        [.. sight.Tilt.Select((t, k) => t + sight.Slopes.Select((s, m) => s[k] * point[m + Fixed]).Sum())];

    private static double Add((double Log, double[] Slope) term, double weight, double[] gradient, double[,] curvature)
    {
        for (var i = 0; i < Width; i++)
        {
            gradient[i] -= weight * term.Slope[i];
            for (var j = 0; j < Width; j++) curvature[i, j] += weight * term.Slope[i] * term.Slope[j];
        }
        return weight * term.Log;
    }

    /// <summary>Pivots of elimination with the largest diagonal first.</summary>
    private static IEnumerable<double> Pivots(double[,] matrix)
    {
        var left = Enumerable.Range(0, Width).ToList();
        while (left.Count > 0)
        {
            var at = left.MaxBy(i => matrix[i, i]);
            var pivot = matrix[at, at];
            yield return pivot;
            left.Remove(at);
            if (pivot <= 0) continue;
            foreach (var i in left)
                foreach (var j in left.Where(j => j >= i).ToArray())
                    matrix[j, i] = matrix[i, j] -= matrix[i, at] * matrix[at, j] / pivot;
        }
    }
}
