using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class WordPatternTests
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("fleet", true)]
    [InlineData("fleets", false)]
    [InlineData("deploy*", true)]
    [InlineData("no-fly zone", true)]
    [InlineData("zone no-fly", false)]
    [InlineData("fleet & zone", true)]
    [InlineData("fleet & !zone", false)]
    [InlineData("tank|fleet & !tank", true)]
    public void A_pattern_fits_words_and_phrases(string pattern, bool fits) =>
        Assert.Equal(fits, new WordPattern(pattern).Fits(new ContentWords("The fleet was deployed in a no-fly zone.", [])));
}
