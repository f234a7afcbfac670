using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class SpatialCombinationTests
{
    private static readonly SpatialCombination Fitted = SpatialCombination.Fitted;

    [Fact]
    public void Of_two_camps_the_heavier_has_more_than_its_share()
    {
        // Weights .6 and .3: squares .36 and .09.
        var forecast = Fitted.Forecast([Actor(0, 0.2), Actor(0, 0.4), Actor(1, 0.3)]);
        Assert.Equal(0.09 / 0.45, forecast[0], 1e-12);
    }

    [Fact]
    public void Where_somebody_stands_between_camps_count_by_the_root_of_their_weight()
    {
        var forecast = Fitted.Forecast([Actor(0, 0.64), Actor(0.5, 0.04), Actor(1, 0.16)]);
        Assert.Equal(((0.2 * 0.5) + 0.4) / (0.8 + 0.2 + 0.4), forecast[0], 1e-12);
    }

    [Fact]
    public void With_exponents_of_one_it_is_the_mean_by_power_and_salience_and_with_none_of_weights_the_plain_mean()
    {
        ImmutableArray<SpatialActor> actors = [Actor(0.1, 0.5, 3), Actor(0.4, 0.2, 1), Actor(0.4, 1, 2), Actor(0.9, 0.3, 1)];
        Assert.Equal(new SpatialBargaining(actors).Run(mostRounds: 0).Rounds[0].Mean[0], new SpatialCombination(1, 1, 1, 1).Forecast(actors)[0], 1e-12);
        Assert.Equal(1.8 / 4, new SpatialCombination(0, 0, 1, 1).Forecast(actors)[0], 1e-12);
    }

    [Fact]
    public void Camps_without_any_salience_do_not_count_unless_nobody_cares()
    {
        Assert.Equal(0.3, Fitted.Forecast([Actor(0.3, 0.5), Actor(0.9, 0)])[0], 1e-12);
        Assert.Equal(0.6, Fitted.Forecast([Actor(0.3, 0), Actor(0.9, 0)])[0], 1e-12);
    }

    [Fact]
    public void Forecasts_lie_between_the_positions_and_turn_with_the_scale_whatever_the_order_of_actors()
    {
        var actor = from x in Gen.Choose(0, 10) from s in Gen.Choose(1, 10) from p in Gen.Choose(1, 20) select Actor(x / 10.0, s / 10.0, p);
        var actors = actor.NonEmptyListOf().Select(list => list.ToImmutableArray());
        Prop.ForAll(actors.ToArbitrary(), some =>
        {
            var forecast = Fitted.Forecast(some)[0];
            var turned = Fitted.Forecast([.. some.Reverse().Select(a => a with { Position = [1 - a.Position[0]] })])[0];
            return forecast >= some.Min(a => a.Position[0]) - 1e-12 && forecast <= some.Max(a => a.Position[0]) + 1e-12 && Math.Abs(turned - (1 - forecast)) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Actors_of_other_dimensions_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Fitted.Forecast([Actor(0, 1), new("B", 1, [0, 1], [0.5, 0.5])]));
        Assert.StartsWith("At least one actor with a position", error.Message, StringComparison.Ordinal);
    }

    // The figures of evaluation/spatial/results.md.
    [Fact]
    public void On_the_decisions_it_was_fitted_to_it_errs_less_than_either_mean()
    {
        var issues = ReferenceGames.Read("spatial/deu3_issues.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Where(cells => Number(cells[4]) > 0).GroupBy(cells => cells[0])
            .Select(rows => (Actors: rows.Select(r => new SpatialActor(r[1], Number(r[2]), [Number(r[3]) / 100], [Number(r[4]) / 100])).ToImmutableArray(), Outcome: Number(rows.First()[5]) / 100)).ToList();
        double Error(SpatialCombination combination) => issues.Average(i => 100 * Math.Abs(combination.Forecast(i.Actors)[0] - i.Outcome));
        Assert.Equal(191, issues.Count);
        Assert.Equal(23.68, Error(Fitted), 0.005);
        Assert.Equal(25.09, Error(new SpatialCombination(0, 0, 1, 1)), 0.005);
        Assert.Equal(25.52, Error(new SpatialCombination(1, 1, 1, 1)), 0.005);
    }

    // Positions at both ends only are where the open program gives up; on its results file those are the rows without a number.
    [Fact]
    public void Issues_whose_positions_are_at_both_ends_are_solved_where_the_open_program_fails()
    {
        var failed = ReferenceGames.Read("spatial/deu_ktab_results.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Where(cells => cells[1].Length == 0).Select(cells => cells[0]).ToHashSet();
        var issues = ReferenceGames.Read("spatial/deu3_issues.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Where(cells => failed.Contains(cells[0]) && Number(cells[4]) > 0).GroupBy(cells => cells[0]).ToList();
        Assert.True(issues.Count > 50);
        foreach (var rows in issues)
        {
            var history = new SpatialBargaining([.. rows.Select(r => new SpatialActor(r[1], Number(r[2]), [Number(r[3]) / 100], [Number(r[4]) / 100]))]).Run();
            Assert.InRange(history.Rounds[^1].Expected[0], 0, 1);
            Assert.Equal(1, history.Rounds[0].Positions.Zip(history.Rounds[0].Probabilities).DistinctBy(p => p.First[0]).Sum(p => p.Second), 1e-9);
        }
    }

    private static SpatialActor Actor(double position, double salience, double power = 1) => new("A", power, [position], [salience]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
