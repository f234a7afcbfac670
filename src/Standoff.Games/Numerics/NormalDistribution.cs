namespace Standoff.Games.Numerics;

/// <summary>The standard normal distribution, from <see cref="ElementaryFunctions"/> alone and accurate to about 1e-14 of the value, tails included.</summary>
public static class NormalDistribution
{
    private const double InverseRootTwoPi = 0.39894228040143267794;
    // Below it the series gains digits fast enough, above it the continued fraction.
    private const double SeriesEnds = 3;
    // Cut off at depth n, the fraction is off by a share of about e^{−x·√(8n)}: below 1e-17 with some to spare.
    private const int LeastDepth = 6;
    private const double DepthTimesSquare = 600;

    /// <summary>φ(x) = e^{−x²/2}/√(2π).</summary>
    public static double Density(double x) => InverseRootTwoPi * ElementaryFunctions.Exp(-0.5 * x * x);

    /// <summary>Φ(x), the probability of a value below x.</summary>
    public static double Cumulative(double x)
    {
        if (x > SeriesEnds)
            return 1 - UpperTail(x);
        return x < -SeriesEnds ? UpperTail(-x) : 0.5 + (Density(x) * Series(x));
    }

    // x + x³/3 + x⁵/(3·5) + …: all terms of one sign (Marsaglia 2004).
    private static double Series(double x)
    {
        var (sum, term) = (x, x);
        for (var k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return sum;
    }

    // Mills's ratio as the continued fraction 1/(x + 1/(x + 2/(x + 3/…))) (Laplace).
    private static double UpperTail(double x)
    {
        var fraction = x;
        for (var k = LeastDepth + (int)(DepthTimesSquare / (x * x)); k >= 1; k--)
            fraction = x + (k / fraction);
        return Density(x) / fraction;
    }
}
