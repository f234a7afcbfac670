using Standoff.Briefs;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed class LikelihoodTests
{
    [Theory]
    [InlineData(0, "almost no chance")]
    [InlineData(0.049, "almost no chance")]
    [InlineData(0.05, "very unlikely")]
    [InlineData(0.2, "unlikely")]
    [InlineData(0.5, "roughly even chance")]
    [InlineData(0.6, "likely")]
    [InlineData(0.8, "very likely")]
    [InlineData(0.99, "almost certain")]
    [InlineData(1, "almost certain")]
    public void Words_follow_the_first_row_of_ICD_203(double probability, string words) => Assert.Equal(words, Likelihood.Words(probability));

    [Fact]
    public void The_bands_cover_all_probabilities_without_a_gap()
    {
        Assert.Equal(0, Likelihood.Bands[0].From);
        Assert.Equal(1, Likelihood.Bands[^1].To);
        Assert.All(Likelihood.Bands.Zip(Likelihood.Bands.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }
}
