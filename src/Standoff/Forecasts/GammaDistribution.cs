using Standoff.Games.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// A gamma distribution with a fast quantile: its distribution function is tabulated once and inverted by interpolation of
/// log x in the log odds of p, in which both tails are straight.
/// </summary>
internal sealed class GammaDistribution
{
    private const int Nodes = 400;
    private const double Tail = 1e-10;
    private const double DeviationsAbove = 8;
    private const double Above = 24;
    private const double Sure = 1e-15;

    private readonly double[] _logOdds = new double[Nodes];
    private readonly double[] _logX = new double[Nodes];
    private readonly double _logRate;

    public GammaDistribution(double shape, double rate)
    {
        (Shape, Rate) = (shape, rate);
        _logRate = ElementaryFunctions.Log(rate);
        // Near 0, P(a, x) = xᵃ / Γ(a + 1).
        var low = (ElementaryFunctions.Log(Tail) + GammaFunctions.LogGamma(shape + 1)) / shape;
        var high = ElementaryFunctions.Log(shape + (DeviationsAbove * Math.Sqrt(shape)) + Above);
        for (var k = 0; k < Nodes; k++)
        {
            _logX[k] = low + ((high - low) * k / (Nodes - 1));
            _logOdds[k] = LogOdds(GammaFunctions.GammaP(shape, ElementaryFunctions.Exp(_logX[k])));
        }
    }

    /// <summary>Shape: half an event more than was seen.</summary>
    public double Shape { get; }

    /// <summary>Rate: exposure, with the prior's.</summary>
    public double Rate { get; }

    public double Mean => Shape / Rate;

    /// <summary>The value below which it lies with probability <paramref name="p"/>.</summary>
    public double Quantile(double p)
    {
        var t = LogOdds(p);
        var k = Array.BinarySearch(_logOdds, t);
        k = Math.Clamp(k < 0 ? ~k : k, 1, Nodes - 1);
        var width = _logOdds[k] - _logOdds[k - 1];
        var share = width > 0 ? (t - _logOdds[k - 1]) / width : 0;
        return ElementaryFunctions.Exp(_logX[k - 1] + (share * (_logX[k] - _logX[k - 1])) - _logRate);
    }

    private static double LogOdds(double p)
    {
        var inside = Math.Clamp(p, Sure, 1 - Sure);
        return ElementaryFunctions.Log(inside) - ElementaryFunctions.Log(1 - inside);
    }
}
