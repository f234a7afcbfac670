using System.Globalization;

namespace Standoff.Backtest.Scores;

/// <summary>A mean with its 90 % interval over resampled crises.</summary>
internal readonly record struct Interval(double Mean, double Low, double High)
{
    /// <summary>A difference as tables show it, with its sign.</summary>
    public string Signed => string.Create(CultureInfo.InvariantCulture, $"{Mean:+0.000;−0.000;0.000} ({Low:+0.000;−0.000;0.000} to {High:+0.000;−0.000;0.000})");
}

/// <summary>Resamples whole crises with replacement, seeded: states of one crisis do not end independently.</summary>
internal static class Bootstrap
{
    private const int Samples = 2000;
    private const int Seed = 11;
    private const double Low = 0.05;

    /// <summary>Mean of a value over cases, the crisis of each given.</summary>
    public static Interval Mean(IReadOnlyList<(int Crisis, double Value)> cases)
    {
        var crises = cases.GroupBy(c => c.Crisis).Select(g => (Sum: g.Sum(c => c.Value), N: g.Count())).ToArray();
        var random = new Random(Seed);
        var means = new double[Samples];
        for (var i = 0; i < Samples; i++)
        {
            var (sum, n) = (0.0, 0);
            for (var k = 0; k < crises.Length; k++)
            {
                var drawn = crises[random.Next(crises.Length)];
                (sum, n) = (sum + drawn.Sum, n + drawn.N);
            }
            means[i] = sum / n;
        }
        Array.Sort(means);
        return new(cases.Average(c => c.Value), means[(int)(Low * Samples)], means[(int)((1 - Low) * Samples) - 1]);
    }
}
