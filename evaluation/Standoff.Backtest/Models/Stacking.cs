namespace Standoff.Backtest.Models;

/// <summary>
/// Weights of the models and of the class, each not negative and together 1: those that would have forecast the past windows best, by the log
/// likelihood of Σ_m w_m·shift_m, with a Dirichlet prior that is worth a few crises and draws towards equal weights.
/// </summary>
internal static class Stacking
{
    private const double PriorCrises = 3;

    /// <summary>Weights of the models for outcomes; what is left to 1 is the class's.</summary>
    public static double[] OfOutcomes(IReadOnlyList<PastWindow> windows)
    {
        var terms = windows.SelectMany(w => w.Within.Zip(w.Weights).Where(c => c.First.Outcome is not null).Select(c =>
        {
            var shares = w.Classes.Of(c.First);
            return new OutcomeTerm([.. shares.Outcome.Select(p => Math.Log(p))], [.. w.Models.Select(m => m.Shifts(c.First, shares).Outcome)], c.First.Outcome!.Value, c.Second);
        })).ToArray();
        return Weights((weights, gradient, curvature) => terms.Sum(t => t.Add(weights, gradient, curvature)));
    }

    /// <summary>Weights of the models for force, by serious violence.</summary>
    public static double[] OfForce(IReadOnlyList<PastWindow> windows)
    {
        const int Level = Sources.PastCase.Serious - 1;
        var terms = windows.SelectMany(w => w.Within.Zip(w.Weights).Where(c => c.First.Force is not null).Select(c =>
        {
            var shares = w.Classes.Of(c.First);
            return new ForceTerm(Math.Log(shares.Hazards[Level]), [.. w.Models.Select(m => m.Shifts(c.First, shares).Force[Level])], c.First.Force > Level, c.Second);
        })).ToArray();
        return Weights((weights, gradient, curvature) => terms.Sum(t => t.Add(weights, gradient, curvature)));
    }

    /// <summary>The best weights; the data's part of minus the log likelihood adds its gradient and curvature by weight.</summary>
    private static double[] Weights(Objective data)
    {
        var (point, _) = Newton.Minimise((theta, gradient, curvature) => Penalised(data, theta, gradient, curvature), new double[ModelGrid.Count + 1]);
        return RidgeMultinomial.Softmax(point)[1..];
    }

    // Weights are a softmax of θ: gradient and curvature by w are carried over by its derivative J, curvature as Jᵀ·H·J.
    private static double Penalised(Objective data, double[] theta, double[] gradient, double[,] curvature)
    {
        const double Anchor = 1e-3;
        var (n, w) = (theta.Length, RidgeMultinomial.Softmax(theta));
        var (slope, bend) = (new double[n], new double[n, n]);
        var value = data(w, slope, bend) + (Anchor * theta.Sum(t => t * t) / 2);
        for (var i = 0; i < n; i++)
        {
            value -= PriorCrises / n * Math.Log(w[i]);
            slope[i] -= PriorCrises / n / w[i];
            bend[i, i] += PriorCrises / n / (w[i] * w[i]);
        }
        double J(int i, int j) => w[i] * ((i == j ? 1 : 0) - w[j]);
        for (var i = 0; i < n; i++)
        {
            for (var a = 0; a < n; a++) gradient[i] += J(a, i) * slope[a];
            gradient[i] += Anchor * theta[i];
            curvature[i, i] += Anchor;
            for (var j = 0; j < n; j++)
                for (var a = 0; a < n; a++)
                    for (var b = 0; b < n; b++) curvature[i, j] += J(a, i) * bend[a, b] * J(b, j);
        }
        return value;
    }

    /// <summary>A case's part for outcomes; place 0 of the weights is the class, which shifts nothing.</summary>
    private sealed record OutcomeTerm(double[] LogShares, double[][] Shifts, int Outcome, double Weight)
    {
        public double Add(double[] w, double[] gradient, double[,] curvature)
        {
            var p = RidgeMultinomial.Softmax([.. LogShares.Select((l, k) => l + Shifts.Select((s, m) => w[m + 1] * s[k]).Sum())]);
            var means = Shifts.Select(s => s.Zip(p, (x, q) => x * q).Sum()).ToArray();
            for (var m = 0; m < Shifts.Length; m++)
            {
                gradient[m + 1] += Weight * (means[m] - Shifts[m][Outcome]);
                for (var l = 0; l < Shifts.Length; l++)
                    for (var k = 0; k < p.Length; k++) curvature[m + 1, l + 1] += Weight * p[k] * (Shifts[m][k] - means[m]) * (Shifts[l][k] - means[l]);
            }
            return -Weight * Math.Log(p[Outcome]);
        }
    }

    /// <summary>A case's part for force.</summary>
    private sealed record ForceTerm(double LogHazard, double[] Shifts, bool Happened, double Weight)
    {
        public double Add(double[] w, double[] gradient, double[,] curvature)
        {
            var hazard = Math.Exp(LogHazard + Shifts.Select((s, m) => w[m + 1] * s).Sum());
            var p = Math.Clamp(1 - Math.Exp(-hazard), 1e-9, 1 - 1e-9);
            var (slope, information) = (Happened ? -hazard * (1 - p) / p : hazard, hazard * hazard * (1 - p) / p);
            for (var m = 0; m < Shifts.Length; m++)
            {
                gradient[m + 1] += Weight * slope * Shifts[m];
                for (var l = 0; l < Shifts.Length; l++) curvature[m + 1, l + 1] += Weight * information * Shifts[m] * Shifts[l];
            }
            return -Weight * Math.Log(Happened ? p : 1 - p);
        }
    }
}
