using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class LikelihoodTests
{
    [Theory]
    [InlineData(0, "almost no chance")]
    [InlineData(0.049, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.3, "unlikely")]
    [InlineData(0.5, "roughly even chance")]
    [InlineData(0.6, "likely")]
    [InlineData(0.9, "very likely")]
    [InlineData(1, "almost certain")]
    public void Words_follow_the_directive(double probability, string term) => Assert.Equal(term, Likelihood.Of(probability).Term);

    [Fact]
    public void Ranges_leave_no_gap()
    {
        Assert.Equal((0, 1), (Likelihood.All[0].Low, Likelihood.All[^1].High));
        Assert.All(Likelihood.All.Zip(Likelihood.All.Skip(1)), pair => Assert.Equal(pair.First.High, pair.Second.Low));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Likelihood.Of(value));
}
