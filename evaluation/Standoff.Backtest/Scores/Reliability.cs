using Standoff.Crises;

namespace Standoff.Backtest.Scores;

/// <summary>Forecasts of about the same probability, and how often the thing came about.</summary>
/// <param name="N">How many forecasts.</param>
/// <param name="Crises">Of how many crises.</param>
/// <param name="Forecast">Their mean.</param>
/// <param name="Observed">Share that came about.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
internal sealed record ReliabilityBin(int N, int Crises, double Forecast, double Observed, double Low, double High)
{
    /// <summary>Whether the interval holds the forecast.</summary>
    public bool Holds => Low <= Forecast && Forecast <= High;
}

/// <summary>
/// A reliability diagram in tenths. Intervals are Jeffreys' with a crisis counted as one, and joint: all of them hold with 90 % if the
/// forecasts are right (Bonferroni over the bins).
/// </summary>
internal static class Reliability
{
    private const int Bins = 10;
    private const double Miss = 0.1;

    public static ReliabilityBin[] Of(IEnumerable<(int Crisis, double Probability, bool Happened)> forecasts)
    {
        var groups = forecasts.GroupBy(f => Math.Min(Bins - 1, (int)(f.Probability * Bins))).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        var tail = Miss / groups.Length / 2;
        return [.. groups.Select(g => Bin(g, tail))];
    }

    private static ReliabilityBin Bin((int Crisis, double Probability, bool Happened)[] forecasts, double tail)
    {
        var crises = forecasts.Select(f => f.Crisis).Distinct().Count();
        var observed = forecasts.Average(f => f.Happened ? 1.0 : 0);
        var (a, b) = (0.5 + (observed * crises), 0.5 + ((1 - observed) * crises));
        return new(forecasts.Length, crises, forecasts.Average(f => f.Probability), observed,
            observed == 0 ? 0 : SpecialFunctions.BetaQuantile(tail, a, b), observed >= 1 ? 1 : SpecialFunctions.BetaQuantile(1 - tail, a, b));
    }
}
