using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>The gamma function and its incomplete ratio, from the library's own exponential and logarithm.</summary>
internal static class GammaFunctions
{
    private const double Tiny = 1e-300;

    // Lanczos's approximation, g = 7, nine terms: about 15 digits.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>ln Γ(x), x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5) return LogGamma(x + 1) - ElementaryFunctions.Log(x);
        var t = x + 6.5;
        var sum = Lanczos[0];
        for (var k = 1; k < Lanczos.Length; k++) sum += Lanczos[k] / (x - 1 + k);
        return 0.91893853320467274 + ((x - 0.5) * ElementaryFunctions.Log(t)) - t + ElementaryFunctions.Log(sum);
    }

    /// <summary>P(a, x): the distribution function of a gamma variable of shape a and rate 1.</summary>
    public static double GammaP(double a, double x)
    {
        if (x <= 0) return 0;
        var scale = ElementaryFunctions.Exp((a * ElementaryFunctions.Log(x)) - x - LogGamma(a));
        return x < a + 1 ? scale * Series(a, x) : 1 - (scale * Fraction(a, x));
    }

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < 1000 && term > sum * 1e-16; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    // Lentz's evaluation of the continued fraction of 1 − P(a, x).
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 1000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / NotZero((an * d) + b);
            c = NotZero(b + (an / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }
        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
