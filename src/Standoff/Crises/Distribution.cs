using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>
/// A distribution of one number, as people write it: <c>0.3</c>, <c>2 to 5</c> (5th and 95th percentile), <c>~0.3</c>,
/// <c>1 in 5</c>, <c>beta(2, 5)</c>, <c>normal(0, 1)</c>, <c>lognormal(0.1, 0.4)</c>, <c>uniform(0, 1)</c>.
/// Quantiles, means and masses have the same bits on every machine.
/// </summary>
public abstract record Distribution
{
    private Distribution() { }

    /// <summary>Expected value.</summary>
    public abstract double Mean { get; }

    /// <summary>5th percentile.</summary>
    public double Low => Quantile(0.05);

    /// <summary>50th percentile.</summary>
    public double Median => Quantile(0.5);

    /// <summary>95th percentile.</summary>
    public double High => Quantile(0.95);

    /// <summary>The value below which the share <paramref name="u"/> lies.</summary>
    /// <param name="u">In (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1).</exception>
    public double Quantile(double u) => u is > 0 and < 1
        ? QuantileAt(u)
        : throw new ArgumentOutOfRangeException(nameof(u), u, "A quantile's level lies strictly between 0 and 1.");

    /// <summary>P(X ≤ x).</summary>
    public abstract double Cdf(double x);

    private protected abstract double QuantileAt(double u);

    /// <summary>A value known exactly.</summary>
    public sealed record Point(double Value) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Value;

        /// <inheritdoc/>
        public override double Cdf(double x) => x >= Value ? 1 : 0;

        private protected override double QuantileAt(double u) => Value;
    }

    /// <summary>Equal density between the ends.</summary>
    public sealed record Uniform(double Low, double High) : Distribution
    {
        /// <summary>Lowest value.</summary>
        public new double Low { get; } = Low;

        /// <summary>Highest value.</summary>
        public new double High { get; } = High;

        /// <inheritdoc/>
        public override double Mean => (Low + High) / 2;

        /// <inheritdoc/>
        public override double Cdf(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

        private protected override double QuantileAt(double u) => Low + (u * (High - Low));
    }

    /// <summary>Normal with mean and standard deviation.</summary>
    public sealed record Normal(double Mean, double Deviation) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean { get; } = Mean;

        /// <inheritdoc/>
        public override double Cdf(double x) => SpecialFunctions.NormalCdf((x - Mean) / Deviation);

        private protected override double QuantileAt(double u) => Mean + (Deviation * SpecialFunctions.NormalQuantile(u));
    }

    /// <summary>Lognormal; <paramref name="Median"/> &gt; 0, <paramref name="LogDeviation"/> the deviation of the logarithm.</summary>
    public sealed record LogNormal(double Median, double LogDeviation) : Distribution
    {
        /// <summary>50th percentile.</summary>
        public new double Median { get; } = Median;

        /// <inheritdoc/>
        public override double Mean => Median * ElementaryFunctions.Exp(LogDeviation * LogDeviation / 2);

        /// <inheritdoc/>
        public override double Cdf(double x) =>
            x <= 0 ? 0 : SpecialFunctions.NormalCdf((ElementaryFunctions.Log(x) - ElementaryFunctions.Log(Median)) / LogDeviation);

        private protected override double QuantileAt(double u) => Median * ElementaryFunctions.Exp(LogDeviation * SpecialFunctions.NormalQuantile(u));
    }

    /// <summary>Beta on [0, 1].</summary>
    public sealed record Beta(double Alpha, double Bb) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean => Alpha / (Alpha + Bb);

        /// <inheritdoc/>
        public override double Cdf(double x) => SpecialFunctions.BetaCdf(x, Alpha, Bb);

        private protected override double QuantileAt(double u) => SpecialFunctions.BetaQuantile(u, Alpha, Bb);
    }

    /// <summary>Another distribution cut off at the ends of what its number may be; what lay outside is shared out in proportion.</summary>
    /// <param name="Of">The distribution.</param>
    /// <param name="From">Lowest value.</param>
    /// <param name="To">Highest value.</param>
    public sealed record Truncated(Distribution Of, double From, double To) : Distribution
    {
        // Equally likely slices behind the mean, which has no closed form for every family.
        private const int Slices = 1024;

        /// <summary>The share that lay outside.</summary>
        public double Outside => 1 - Mass;

        /// <inheritdoc/>
        public override double Mean => Enumerable.Range(0, Slices).Sum(k => QuantileAt((k + 0.5) / Slices)) / Slices;

        private double Below => Of.Cdf(Math.BitDecrement(From));

        private double Mass => Of.Cdf(To) - Below;

        /// <inheritdoc/>
        public override double Cdf(double x) => x < From ? 0 : x >= To ? 1 : Math.Clamp((Of.Cdf(x) - Below) / Mass, 0, 1);

        private protected override double QuantileAt(double u)
        {
            var level = Below + (u * Mass);
            return level <= 0 ? From : level >= 1 ? To : Math.Clamp(Of.Quantile(level), From, To);
        }
    }

    /// <summary>
    /// A posterior on a grid: <paramref name="Weights"/>[k] is the mass of the k-th of equally likely prior slices, whose
    /// centres are <paramref name="Points"/>; weights sum to one. Between centres quantiles are interpolated, beyond the outer ones they stop there.
    /// </summary>
    public sealed record Grid(ImmutableArray<double> Points, ImmutableArray<double> Weights) : Distribution
    {
        /// <inheritdoc/>
        public override double Mean
        {
            get
            {
                var sum = 0.0;
                for (var k = 0; k < Points.Length; k++) sum += Points[k] * Weights[k];
                return sum;
            }
        }

        /// <inheritdoc/>
        public override double Cdf(double x)
        {
            var (mass, before) = (0.0, 0.0);
            for (var k = 0; k < Points.Length; k++)
            {
                var middle = mass + (Weights[k] / 2);
                if (x < Points[k])
                    return k == 0 ? 0 : before + ((middle - before) * (x - Points[k - 1]) / (Points[k] - Points[k - 1]));
                (before, mass) = (middle, mass + Weights[k]);
            }
            return 1;
        }

        /// <summary>Equal points and equal weights.</summary>
        public bool Equals(Grid? other) => other is not null && Points.SequenceEqual(other.Points) && Weights.SequenceEqual(other.Weights);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Points.Length, Points.FirstOrDefault(), Weights.FirstOrDefault());

        private protected override double QuantileAt(double u)
        {
            var (mass, before) = (0.0, 0.0);
            for (var k = 0; k < Points.Length; k++)
            {
                var middle = mass + (Weights[k] / 2);
                if (u < middle) return k == 0 ? Points[0] : Points[k - 1] + ((Points[k] - Points[k - 1]) * (u - before) / (middle - before));
                (before, mass) = (middle, mass + Weights[k]);
            }
            return Points[^1];
        }
    }
}
