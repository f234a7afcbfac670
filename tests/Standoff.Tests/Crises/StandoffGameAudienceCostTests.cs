using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class StandoffGameAudienceCostTests
{
    [Theory]
    [InlineData("United States", -16.92, 1.12)]
    [InlineData("Venezuela", -15.80, 1.68)]
    [InlineData("Cuba", -14.80, 6.62)]
    [InlineData("Iraq", -5.62, 0.91)]
    public void Published_estimates_are_in_the_table(string country, double estimate, double standardError)
    {
        var row = AudienceCosts.Of(country);
        Assert.NotNull(row);
        Assert.Equal(estimate, row.Estimate, 0.01);
        Assert.Equal(standardError, row.StandardError, 0.01);
    }

    [Fact]
    public void Backing_down_is_dearer_for_a_state_with_a_lower_estimate()
    {
        var (america, iraq) = (AudienceCosts.Of("United States"), AudienceCosts.Of("Iraq"));
        Assert.True(AudienceCosts.Transport(0.3, 0.25, america) > 0.3);
        Assert.True(AudienceCosts.Transport(0.3, 0.25, iraq) < 0.3);
    }

    [Fact]
    public void An_imprecise_estimate_is_drawn_to_the_mean()
    {
        var precise = new AudienceCostEstimate("a", 1, -20, 0.5);
        Assert.True(AudienceCosts.Standing(precise) > AudienceCosts.Standing(precise with { StandardError = 6 }));
    }

    [Fact]
    public void An_unknown_state_keeps_the_baseline() => Assert.Equal(0.3, AudienceCosts.Transport(0.3, 0.5, AudienceCosts.Of("Atlantis")));
}
