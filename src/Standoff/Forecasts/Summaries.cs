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
        var ordered = (double[])values.Clone();
        return new(mean, Percentile(ordered, 0.05), Percentile(ordered, 0.95));
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
        Parallel.For(0, horizon + 1, parallel, week =>
        {
            var values = new double[joint.Length];
            for (var draw = 0; draw < values.Length; draw++) values[draw] = quantity(joint[draw], week);
            weeks[week] = Estimate(values);
        });
        return [.. weeks];
    }

    /// <summary>Means of the joint cells of a week, as <see cref="Mean"/> has them.</summary>
    public static double[] Means(double[][] joint, int week)
    {
        var first = joint[0].AsSpan(week * Chain.Cells, Chain.Cells);
        var means = new double[Chain.Cells];
        foreach (var draw in joint)
        {
            var cells = draw.AsSpan(week * Chain.Cells, Chain.Cells);
            for (var cell = 0; cell < cells.Length; cell++) means[cell] += cells[cell] - first[cell];
        }

        for (var cell = 0; cell < means.Length; cell++) means[cell] = first[cell] + (means[cell] / joint.Length);
        return means;
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

    // Puts the values in part in order: two of them are needed, not all.
    private static double Percentile(Span<double> values, double level)
    {
        var place = level * (values.Length - 1);
        var k = (int)place;
        Select(values, k);
        if (k + 1 == values.Length) return values[k];
        var next = values[k + 1];
        foreach (var value in values[(k + 2)..]) next = Math.Min(next, value);
        return values[k] + ((place - k) * (next - values[k]));
    }

    /// <summary>Puts the value of rank <paramref name="k"/> in its place, none that is larger before it and none that is smaller after it (Hoare 1961).</summary>
    private static void Select(Span<double> values, int k)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var (pivot, i, j) = (values[k], low, high);
            while (i <= j)
            {
                while (values[i] < pivot) i++;
                while (pivot < values[j]) j--;
                if (i > j) break;
                (values[i], values[j]) = (values[j], values[i]);
                (i, j) = (i + 1, j - 1);
            }

            if (j < k) low = i;
            if (k < i) high = j;
        }
    }
}
