using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Means, percentiles and variances over draws, always summed in the order of the draws.</summary>
internal static class Summaries
{
    /// <summary>Mean with 5th and 95th percentile (linear between order statistics).</summary>
    public static Estimate Estimate(double[] values)
    {
        var mean = Mean(values);
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return new(mean, Percentile(sorted, 0.05), Percentile(sorted, 0.95));
    }

    /// <summary>Mean, summed as distances from the first value: equal values have exactly that mean.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value - values[0];
        return values[0] + (sum / values.Length);
    }

    public static double Variance(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return values.Length > 1 ? sum / (values.Length - 1) : 0;
    }

    /// <summary>Estimates of a quantity by week.</summary>
    public static ImmutableArray<Estimate> ByWeek(double[][] joint, int horizon, Func<double[], int, double> quantity, ParallelOptions parallel)
    {
        var weeks = new Estimate[horizon + 1];
        Parallel.For(0, horizon + 1, parallel, week => weeks[week] = Estimate([.. joint.Select(j => quantity(j, week))]));
        return [.. weeks];
    }

    /// <summary>Probability of an ending by a week.</summary>
    public static double Ended(double[] joint, Ending ending, int week)
    {
        var sum = 0.0;
        for (var force = Force.None; force <= Force.Invasion; force++) sum += joint[Chain.Index(week, ending, force)];
        return sum;
    }

    /// <summary>Probability that force reached a level by a week.</summary>
    public static double Reached(double[] joint, Force atLeast, int week)
    {
        var sum = 0.0;
        for (var ending = Ending.None; ending <= Ending.Other; ending++)
            for (var force = atLeast; force <= Force.Invasion; force++) sum += joint[Chain.Index(week, ending, force)];
        return sum;
    }

    /// <summary>Jeffreys estimate of a rate: the mean is the count's share, the interval that of Beta(½ + c, ½ + n − c).</summary>
    public static Estimate Jeffreys(double count, double n) => new(n > 0 ? count / n : 0,
        SpecialFunctions.BetaQuantile(0.05, 0.5 + count, 0.5 + n - count), SpecialFunctions.BetaQuantile(0.95, 0.5 + count, 0.5 + n - count));

    private static double Percentile(double[] sorted, double level)
    {
        var place = level * (sorted.Length - 1);
        var k = (int)place;
        return k + 1 < sorted.Length ? sorted[k] + ((place - k) * (sorted[k + 1] - sorted[k])) : sorted[k];
    }
}
