namespace Standoff.Crises;

/// <summary>The values that a number of the model may have, both ends among them.</summary>
/// <param name="Low">Lowest.</param>
/// <param name="High">Highest.</param>
internal readonly record struct ParameterDomain(double Low, double High)
{
    // Ends that stand for "above nothing": no one writes them.
    private const double AlmostZero = 1e-9;

    // The draws' outermost levels lie within these.
    private const double Least = 1e-9;

    // Less than this is rounding, and no draw meets it.
    private const double Nothing = 1e-13;

    /// <summary>Any number.</summary>
    public static ParameterDomain Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>A probability.</summary>
    public static ParameterDomain Probability { get; } = new(0, 1);

    /// <summary>Whether it is a probability's.</summary>
    public bool IsProbability => this == Probability;

    /// <summary>Whether a number lies in it.</summary>
    public bool Holds(double value) => value >= Low && value <= High;

    /// <summary>As a sentence has it: <c>between 0 and 1</c>, <c>above 0 and at most 1</c>.</summary>
    public string Words => Low is > 0 and <= AlmostZero ? $"above 0 and at most {DistributionText.Number(High)}" : $"between {DistributionText.Number(Low)} and {DistributionText.Number(High)}";

    /// <summary>
    /// A distribution within the domain: as it is where none of it lies outside, cut to the domain where the bulk of it lies inside;
    /// <see langword="null"/> where it does not.
    /// </summary>
    public Distribution? Cut(Distribution distribution)
    {
        if (distribution is Distribution.Point point) return Holds(point.Value) ? point : null;
        var (below, upTo) = (distribution.Cdf(Math.BitDecrement(Low)), distribution.Cdf(High));
        if (!(upTo - below >= CrisisSettings.Of("domain.bulk"))) return null;
        var cut = below <= Nothing && upTo >= 1 - Nothing ? distribution : new Distribution.Truncated(distribution, Low, High);
        return Holds(cut.Quantile(Least)) && Holds(cut.Median) && Holds(cut.Quantile(1 - Least)) && double.IsFinite(cut.Mean) ? cut : null;
    }
}
