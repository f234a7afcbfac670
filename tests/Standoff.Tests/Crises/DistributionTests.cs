using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class DistributionTests
{
    // The kernels are good to about 1e-13; the inverse of a flat tail loses some of it.
    private const double Tight = 1e-9;

    private static readonly Distribution[] Shapes =
    [
        new Distribution.Uniform(-1, 3), new Distribution.Normal(2, 0.5), new Distribution.LogNormal(0.35, 0.6),
        new Distribution.Beta(2, 5), new Distribution.Beta(0.6, 0.4), new Distribution.Beta(40, 3),
    ];

    [Theory]
    [InlineData("0.3", 0.3, 0.3, 0.3)]
    [InlineData("30%", 0.3, 0.3, 0.3)]
    [InlineData("1 in 5", 0.2, 0.2, 0.2)]
    [InlineData("2-5", 2, 3.1622776601683795, 5)]
    [InlineData("2 – 5", 2, 3.1622776601683795, 5)]
    [InlineData("2—5", 2, 3.1622776601683795, 5)]
    [InlineData("between 2 and 5", 2, 3.1622776601683795, 5)]
    [InlineData("from 2 to 5", 2, 3.1622776601683795, 5)]
    [InlineData("200-500%", 2, 3.1622776601683795, 5)]
    [InlineData("2e0-5e+0", 2, 3.1622776601683795, 5)]
    [InlineData("-3--1", -3, -2, -1)]
    [InlineData("\u22123 \u2212 \u22121", -3, -2, -1)]
    [InlineData("uniform(0, 1)", 0.05, 0.5, 0.95)]
    [InlineData("normal(0, 1)", -1.6448536269514722, 0, 1.6448536269514722)]
    [InlineData("2 to 5", 2, 3.1622776601683795, 5)]
    [InlineData("-1 to 3", -1, 1, 3)]
    [InlineData("beta(2, 2)", 0.13535, 0.5, 0.86465)]
    public void People_write_what_they_mean_and_get_its_percentiles(string text, double low, double middle, double high)
    {
        var distribution = DistributionText.Parse(text).Value;

        Assert.NotNull(distribution);
        Assert.Equal([low, middle, high], [distribution.Low, distribution.Median, distribution.High], (a, b) => Math.Abs(a - b) < 2e-5);
    }

    [Theory]
    [InlineData("0.2 to 0.5")]
    [InlineData("~0.3")]
    [InlineData("~95%")]
    public void An_uncertain_probability_stays_between_nought_and_one(string text)
    {
        var beta = Assert.IsType<Distribution.Beta>(DistributionText.Parse(text, isProbability: true).Value);

        Assert.InRange(beta.Quantile(1e-6), 0, 1);
        Assert.InRange(beta.Quantile(1 - 1e-6), 0, 1);
    }

    [Theory]
    [InlineData("", false, 0, "a distribution is missing; write " + DistributionText.Forms)]
    [InlineData("abc(1, 2)", false, 0, "'abc' is no distribution; write " + DistributionText.Forms)]
    [InlineData("0.3 apples", false, 4, "'apples' was not expected after the distribution")]
    [InlineData("5 to 2", false, 0, "the range ends at 2, which is not above its start 5")]
    [InlineData("1.4", true, 0, "1.4 is no probability: it must lie between 0 and 1")]
    [InlineData("3 in 2", false, 0, "'3 in 2' is no chance")]
    [InlineData("beta(2, 0)", false, 0, "both numbers of beta must be above 0")]
    [InlineData("normal(1)", false, 8, "',' was expected in normal(…, …)")]
    [InlineData("lognormal(-1, 2)", false, 0, "the median and the deviation of lognormal must be above 0")]
    [InlineData("~0", false, 1, "'~' needs a number above 0")]
    [InlineData("~1", true, 1, "'~' needs a number above 0 and below 1")]
    [InlineData("between 2 or 5", false, 10, "'and' was expected before the end of the range")]
    [InlineData("2-", false, 2, "a number was expected; write " + DistributionText.Forms)]
    [InlineData("beta(x, 2)", false, 5, "a number was expected; write " + DistributionText.Forms)]
    [InlineData("uniform(0, 2)", true, 0, "a probability lies between 0 and 1")]
    public void A_fault_says_where_it_stands_and_what_was_expected(string text, bool isProbability, int position, string error)
    {
        var result = DistributionText.Parse(text, isProbability);

        Assert.Null(result.Value);
        Assert.Equal((error, position), (result.Error, result.Position));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        foreach (var shape in Shapes.Append(new Distribution.Point(1.0 / 3)))
            Assert.Equal(shape, DistributionText.Parse(DistributionText.Format(shape)).Value);
    }

    [Fact]
    public void Quantile_and_mass_are_inverse()
    {
        var cases = from shape in Gen.Elements(Shapes) from u in Gen.Choose(1, 999) select (shape, u / 1000.0);
        Prop.ForAll(cases.ToArbitrary(), c => Assert.Equal(c.Item2, c.shape.Cdf(c.shape.Quantile(c.Item2)), Tight)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_mean_is_the_average_of_quantiles()
    {
        foreach (var shape in Shapes)
            Assert.Equal(shape.Mean, Enumerable.Range(0, 20000).Average(k => shape.Quantile((k + 0.5) / 20000)), 1e-3);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.3, -0.524400512708041)]
    public void The_normal_quantile_is_that_of_the_tables(double u, double z) => Assert.Equal(z, SpecialFunctions.NormalQuantile(u), 1e-12);

    [Theory]
    [InlineData(0.25, 2, 5, 0.4660644531)]
    [InlineData(0.5, 0.5, 0.5, 0.5)]
    [InlineData(0.9, 10, 2, 0.6973568802)]
    public void The_beta_mass_is_that_of_the_tables(double x, double a, double b, double mass) => Assert.Equal(mass, SpecialFunctions.BetaCdf(x, a, b), 1e-9);

    [Fact]
    public void A_grid_with_even_weights_is_near_its_prior()
    {
        var prior = new Distribution.Normal(0, 1);
        var grid = new Distribution.Grid([.. Enumerable.Range(0, 64).Select(k => prior.Quantile((k + 0.5) / 64))], [.. Enumerable.Repeat(1.0 / 64, 64)]);

        for (var u = 0.05; u < 0.96; u += 0.05) Assert.Equal(prior.Quantile(u), grid.Quantile(u), 0.01);
        Assert.Equal(0, grid.Mean, Tight);
        Assert.Equal(0.5, grid.Cdf(0), Tight);
    }
}
