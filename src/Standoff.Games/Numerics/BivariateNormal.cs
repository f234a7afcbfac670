namespace Standoff.Games.Numerics;

/// <summary>The standard bivariate normal distribution with correlation 1/√2, which two signals that share one shock have.</summary>
internal static class BivariateNormal
{
    private const double InverseTwoPi = 0.15915494309189534;
    private const double QuarterPi = 0.7853981633974483;

    /// <summary>P(X ≤ x, Y ≤ y): Φ(x)Φ(y) and an integral over the angle of correlation (Plackett 1954; Genz 2004); both terms are positive, so small values keep their digits.</summary>
    public static double Cumulative(double x, double y)
    {
        var (squares, product) = ((x * x) + (y * y), x * y);
        var integral = GaussLegendre.Integrate(angle => Weight(squares, product, angle), 0, QuarterPi, 3);
        return (NormalDistribution.Cumulative(x) * NormalDistribution.Cumulative(y)) + (InverseTwoPi * integral);
    }

    // Sine and cosine from 0 to π/4 by their series.
    private static double Weight(double squares, double product, double angle)
    {
        var sine = Sine(angle);
        return ElementaryFunctions.Exp(-(squares - (2 * product * sine)) / (2 * (1 - (sine * sine))));
    }

    private static double Sine(double angle)
    {
        var square = angle * angle;
        var (sum, term) = (angle, angle);
        for (var k = 3; k <= 19; k += 2)
        {
            term *= -square / (k * (k - 1));
            sum += term;
        }

        return sum;
    }
}
