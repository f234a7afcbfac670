using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Questions;
using Standoff.Tests.Forecasts;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class CellHazardsTests
{
    // Logarithms and exponentials of our own, to some fifteen digits.
    private const double Tolerance = 1e-9;

    private static readonly Forecast Made26 = Forecaster.Forecast(Made.Bare(), null, new ForecastOptions { Draws = 64, InfluenceDraws = 32, Jobs = 1 });

    [Fact]
    public void At_whole_weeks_the_forecasts_own_curve_comes_back()
    {
        var hazards = CellHazards.Of(Made26, new CellSet([], Force.Limited));
        var curve = Made26.Force.First(c => c.Key == Force.Limited);
        foreach (var week in new[] { 1, 7, 26 }) Assert.Equal(curve.Weeks[week].Mean, 1 - Math.Exp(-hazards.Cumulative(week)), Tolerance);
    }

    [Fact]
    public void Between_weeks_and_beyond_the_last_the_hazard_never_falls()
    {
        var hazards = CellHazards.Of(Made26, new CellSet([Ending.Compliance, Ending.Withdrawal], null));
        var before = 0.0;
        for (var week = 0.0; week < 60; week += 0.37)
        {
            Assert.True(hazards.Cumulative(week) >= before);
            before = hazards.Cumulative(week);
        }
    }

    [Fact]
    public void A_union_of_endings_and_force_is_as_likely_as_its_joint_cells_say()
    {
        var set = new CellSet([Ending.Compliance], Force.Raid);
        var expected = Made26.Cells.Where(c => c.Ending == Ending.Compliance || c.Force >= Force.Raid).Sum(c => c.Mean);
        Assert.Equal(expected, 1 - Math.Exp(-CellHazards.Of(Made26, set).Cumulative(26)), Tolerance);
    }
}
