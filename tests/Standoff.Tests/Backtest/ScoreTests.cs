using Standoff.Backtest;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Backtest;

public sealed class ScoreTests
{
    private static readonly PastCase Compromise = new(1, "made", 1970, 1970, 1, 2, 1, 2, [], Rung.Measures, false);

    [Fact]
    public void Scores_are_those_of_the_textbook()
    {
        var prediction = new Prediction([0.2, 0.5, 0.2, 0.1], [0.6, 0.4, 0.1]);
        Assert.Equal(Math.Log(2), Loss.LogOutcome(prediction, Compromise), 1e-12);
        Assert.Equal(0.04 + 0.25 + 0.04 + 0.01, Loss.BrierOutcome(prediction, Compromise), 1e-12);
        Assert.Equal(-Math.Log(0.4), Loss.LogSerious(prediction, Compromise), 1e-12);
        Assert.Equal((0.16 + 0.36 + 0.01) / 3, Loss.RankedForce(prediction, Compromise), 1e-12);
    }

    [Fact]
    public void A_higher_level_of_force_is_never_likelier_than_a_lower_one()
    {
        var prediction = Prediction.Of([0.25, 0.25, 0.25, 0.25], [0.1, 2, 0.5]);
        Assert.True(prediction.AtLeast[0] >= prediction.AtLeast[1] && prediction.AtLeast[1] >= prediction.AtLeast[2]);
        Assert.Equal(1 - Math.Exp(-2), prediction.Serious, 1e-12);
    }

    [Fact]
    public void Resampling_takes_whole_crises()
    {
        // Twenty states of one crisis say no more than the one crisis: the interval is as wide as that of two cases.
        var many = Bootstrap.Mean([.. Enumerable.Repeat((1, 1.0), 20), .. Enumerable.Repeat((2, 0.0), 20)]);
        Assert.Equal((0.5, 0, 1), (many.Mean, many.Low, many.High));
    }

    [Fact]
    public void A_bin_of_right_forecasts_holds_and_one_of_wrong_forecasts_does_not()
    {
        var right = Reliability.Of(Enumerable.Range(0, 100).Select(i => (i, 0.25, i % 4 == 0)));
        var wrong = Reliability.Of(Enumerable.Range(0, 100).Select(i => (i, 0.25, i % 4 != 0)));
        Assert.True(Assert.Single(right).Holds);
        Assert.False(Assert.Single(wrong).Holds);
        Assert.True(Assert.Single(Reliability.Of(Enumerable.Range(0, 100).Select(i => (i % 2, 0.25, i % 4 != 0)))).Holds, "two crises say little");
    }

    [Theory]
    [InlineData("DATA")]
    [InlineData("DATA", "--cut-off", "2000", "--write", "src")]
    public void A_command_line_is_understood(params string[] args) => Assert.NotNull(Options.Parse(args));

    [Theory]
    [InlineData]
    [InlineData("--cut-off")]
    [InlineData("DATA", "--cut-off")]
    [InlineData("DATA", "--cut-off", "soon")]
    [InlineData("DATA", "--cut-off", "1700")]
    [InlineData("DATA", "--cutoff", "2000")]
    public void A_wrong_command_line_is_not(params string[] args) => Assert.Null(Options.Parse(args));
}
