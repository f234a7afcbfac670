using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>
/// A distribution of one number, as people write it: <c>0.3</c>, <c>2 to 5</c> (5th and 95th percentile), <c>~0.3</c>,
/// <c>1 in 5</c>, <c>beta(2, 5)</c>, <c>normal(0, 1)</c>, <c>lognormal(0.1, 0.4)</c>, <c>uniform(0, 1)</c>.
/// </summary>
public abstract record Distribution
{
    private Distribution() { }

    /// <summary>A value known exactly.</summary>
    public sealed record Point(double Value) : Distribution;

    /// <summary>Equal density between the ends.</summary>
    public sealed record Uniform(double Low, double High) : Distribution;

    /// <summary>Normal with mean and standard deviation.</summary>
    public sealed record Normal(double Mean, double Deviation) : Distribution;

    /// <summary>Lognormal; <paramref name="Median"/> &gt; 0, <paramref name="LogDeviation"/> the deviation of the logarithm.</summary>
    public sealed record LogNormal(double Median, double LogDeviation) : Distribution;

    /// <summary>Beta on [0, 1].</summary>
    public sealed record Beta(double Alpha, double Bb) : Distribution;

    /// <summary>
    /// A posterior on a grid: <paramref name="Weights"/>[k] is the mass of the k-th of equally likely prior slices, whose
    /// centres are <paramref name="Points"/>; weights sum to one.
    /// </summary>
    public sealed record Grid(ImmutableArray<double> Points, ImmutableArray<double> Weights) : Distribution;
}
