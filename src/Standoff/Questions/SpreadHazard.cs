using Standoff.Forecasts;
using Standoff.Games.Numerics;

namespace Standoff.Questions;

/// <summary>
/// From a cumulative hazard Λ that is known up to a log-normal error to a probability: E[1 − exp(−Λ·e^{σz − σ²/2})], z standard normal.
/// </summary>
internal static class SpreadHazard
{
    private const double NinetyPercent = 1.6448536269514722;
    private const int Points = 65;
    private const double Reach = 4;
    private static readonly (double Z, double Weight)[] Normal = Quadrature();

    /// <summary>Mean and 90 % interval.</summary>
    /// <param name="hazard">Λ, not negative.</param>
    /// <param name="spread">σ.</param>
    public static Estimate Of(double hazard, double spread) => new(Mean(hazard, spread), At(hazard, spread, -NinetyPercent), At(hazard, spread, NinetyPercent));

    /// <summary>The mean alone.</summary>
    public static double Mean(double hazard, double spread) => Normal.Sum(p => p.Weight * At(hazard, spread, p.Z));

    /// <summary>How the mean rises with ln Λ.</summary>
    public static double Slope(double hazard, double spread) => Normal.Sum(p =>
    {
        var erring = Erring(hazard, spread, p.Z);
        return p.Weight * erring * ElementaryFunctions.Exp(-erring);
    });

    private static double At(double hazard, double spread, double z) => 1 - ElementaryFunctions.Exp(-Erring(hazard, spread, z));

    private static double Erring(double hazard, double spread, double z) => hazard * ElementaryFunctions.Exp((spread * z) - (spread * spread / 2));

    private static (double, double)[] Quadrature()
    {
        var points = Enumerable.Range(0, Points).Select(i => -Reach + (2 * Reach * i / (Points - 1))).Select(z => (z, ElementaryFunctions.Exp(-z * z / 2))).ToArray();
        var sum = points.Sum(p => p.Item2);
        return [.. points.Select(p => (p.z, p.Item2 / sum))];
    }
}
