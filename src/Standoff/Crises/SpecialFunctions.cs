using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>Normal and beta distributions from additions, multiplications and the portable logarithm and exponential alone.</summary>
internal static class SpecialFunctions
{
    private static readonly double[] CentralNumerator =
        [2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0];

    private static readonly double[] CentralDenominator =
        [5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1];

    private static readonly double[] MiddleNumerator =
        [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0];

    private static readonly double[] MiddleDenominator =
        [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1];

    private static readonly double[] TailNumerator =
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0];

    private static readonly double[] TailDenominator =
        [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1];

    private static readonly double[] CdfNumerator =
        [3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];

    private static readonly double[] CdfDenominator =
        [8.83883476483184e-02, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];

    // Lanczos' approximation with g = 7 and nine terms.
    private static readonly double[] Lanczos =
        [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

    /// <summary>Standard normal quantile (Wichura 1988, algorithm AS 241), good to 1e-15.</summary>
    public static double NormalQuantile(double u)
    {
        var q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - (q * q);
            return q * Polynomial(CentralNumerator, r) / Polynomial(CentralDenominator, r);
        }
        var tail = Math.Sqrt(-ElementaryFunctions.Log(q < 0 ? u : 1 - u));
        var size = tail <= 5
            ? Polynomial(MiddleNumerator, tail - 1.6) / Polynomial(MiddleDenominator, tail - 1.6)
            : Polynomial(TailNumerator, tail - 5) / Polynomial(TailDenominator, tail - 5);
        return q < 0 ? -size : size;
    }

    /// <summary>Standard normal distribution function (Hart 1968 in West's 2005 form), good to 1e-14.</summary>
    public static double NormalCdf(double x)
    {
        var size = Math.Abs(x);
        if (size > 37) return x > 0 ? 1 : 0;
        var density = ElementaryFunctions.Exp(-size * size / 2);
        var tail = size < 7.07106781186547
            ? density * Polynomial(CdfNumerator, size) / Polynomial(CdfDenominator, size)
            : density / (size + (1 / (size + (2 / (size + (3 / (size + (4 / (size + 0.65))))))))) / 2.506628274631;
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>Regularised incomplete beta function I_x(a, b).</summary>
    public static double BetaCdf(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = ElementaryFunctions.Exp(LogBetaKernel(x, a, b));
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(x, a, b) / a : 1 - (front * BetaFraction(1 - x, b, a) / b);
    }

    /// <summary>Quantile of the beta distribution: Newton's method inside a bracket that halves where Newton leaves it.</summary>
    public static double BetaQuantile(double u, double a, double b)
    {
        var (low, high, x) = (0.0, 1.0, a / (a + b));
        for (var i = 0; i < 60; i++)
        {
            var excess = BetaCdf(x, a, b) - u;
            if (excess > 0) high = x;
            else low = x;
            var density = ElementaryFunctions.Exp(LogBetaKernel(x, a, b)) / (x * (1 - x));
            var next = x - (excess / density);
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-14 * x) return next;
            x = next;
        }
        return x;
    }

    // ln of x^a (1 − x)^b / B(a, b).
    private static double LogBetaKernel(double x, double a, double b) =>
        LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * ElementaryFunctions.Log(x)) + (b * ElementaryFunctions.Log(1 - x));

    private static double LogGamma(double z)
    {
        if (z < 0.5) return LogGamma(z + 1) - ElementaryFunctions.Log(z);
        var sum = 0.99999999999980993;
        for (var i = 0; i < Lanczos.Length; i++) sum += Lanczos[i] / (z + i);
        var t = z + 6.5;
        return 0.91893853320467274178 + ((z - 0.5) * ElementaryFunctions.Log(t)) - t + ElementaryFunctions.Log(sum);
    }

    // Lentz's evaluation of the continued fraction of the incomplete beta function.
    private static double BetaFraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)), tiny);
        var h = d;
        for (var m = 1; m <= 300; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d), tiny);
            c = Away(1 + (even / c), tiny);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d), tiny);
            c = Away(1 + (odd / c), tiny);
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }
        return h;
    }

    private static double Away(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;

    // Coefficients from the highest power down.
    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients) sum = (sum * x) + coefficient;
        return sum;
    }
}
