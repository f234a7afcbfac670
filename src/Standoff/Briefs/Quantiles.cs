using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>Mean and 90 % interval of a distribution, for printing.</summary>
internal static class Quantiles
{
    private const double Z = 1.6448536269514722;
    private const int Slices = 2000;

    public static Estimate Of(Distribution distribution) => distribution switch
    {
        Distribution.Point p => new(p.Value, p.Value, p.Value),
        Distribution.Uniform u => new((u.Low + u.High) / 2, u.Low + (0.05 * (u.High - u.Low)), u.Low + (0.95 * (u.High - u.Low))),
        Distribution.Normal n => new(n.Mean, n.Mean - (Z * n.Deviation), n.Mean + (Z * n.Deviation)),
        Distribution.LogNormal l => new(l.Median * Math.Exp(l.LogDeviation * l.LogDeviation / 2), l.Median * Math.Exp(-Z * l.LogDeviation), l.Median * Math.Exp(Z * l.LogDeviation)),
        Distribution.Beta b => OfBeta(b),
        Distribution.Grid g => OfGrid([.. g.Points], [.. g.Weights]),
        _ => throw new NotSupportedException($"No quantiles for a {distribution.GetType().Name}."),
    };

    /// <summary>Fifty equally likely values: a normal in log-odds around the mean whose halves reach the interval's ends.</summary>
    public static double[] Fifty(Estimate estimate)
    {
        var (middle, low, high) = (LogOdds(estimate.Mean), LogOdds(estimate.Low), LogOdds(estimate.High));
        return [.. Enumerable.Range(0, 50).Select(i =>
        {
            var z = StandardNormal((i + 0.5) / 50);
            return 1 / (1 + Math.Exp(-(middle + (z < 0 ? (middle - low) * z / Z : (high - middle) * z / Z))));
        })];
    }

    private static double LogOdds(double p)
    {
        var inside = Math.Clamp(p, 1e-4, 1 - 1e-4);
        return Math.Log(inside / (1 - inside));
    }

    private static Estimate OfBeta(Distribution.Beta beta)
    {
        var points = new double[Slices];
        var weights = new double[Slices];
        for (var i = 0; i < Slices; i++)
        {
            points[i] = (i + 0.5) / Slices;
            weights[i] = Math.Exp(((beta.Alpha - 1) * Math.Log(points[i])) + ((beta.Bb - 1) * Math.Log(1 - points[i])));
        }
        return OfGrid(points, weights);
    }

    private static Estimate OfGrid(double[] points, double[] weights)
    {
        Array.Sort(points, weights);
        var total = weights.Sum();
        var mean = points.Zip(weights, (p, w) => p * w).Sum() / total;
        return new(mean, At(points, weights, 0.05 * total), At(points, weights, 0.95 * total));
    }

    private static double At(double[] points, double[] weights, double mass)
    {
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            sum += weights[i];
            if (sum >= mass) return points[i];
        }
        return points[^1];
    }

    /// <summary>The quantile of the standard normal (Acklam's rational approximation, error below 1.2e-9).</summary>
    private static double StandardNormal(double p)
    {
        ReadOnlySpan<double> a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239];
        ReadOnlySpan<double> b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
        ReadOnlySpan<double> c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
        ReadOnlySpan<double> d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
        if (p > 0.5) return -StandardNormal(1 - p);
        if (p < 0.02425)
        {
            var tail = Math.Sqrt(-2 * Math.Log(p));
            return Polynomial(c, tail) / ((Polynomial(d, tail) * tail) + 1);
        }
        var q = p - 0.5;
        return Polynomial(a, q * q) * q / ((Polynomial(b, q * q) * q * q) + 1);
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        var value = 0.0;
        foreach (var c in coefficients) value = (value * x) + c;
        return value;
    }
}
