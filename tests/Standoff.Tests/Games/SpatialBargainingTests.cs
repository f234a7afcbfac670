using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class SpatialBargainingTests
{
    // The open program's own example with its defaults: ten rounds, seven actors, three dimensions.
    [Fact]
    public void The_history_of_the_open_program_is_reproduced_to_its_printed_digits()
    {
        var history = new SpatialBargaining(Example()).Run();
        var printed = ReferenceGames.Read("spatial/ktab_ref_dummyData_3Dim.txt").Split('\n').SkipWhile(line => !line.StartsWith("History of actor positions", StringComparison.Ordinal))
            .Where(line => line.StartsWith("SActor-", StringComparison.Ordinal)).Select(line => line.Split(':')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray()).ToList();
        Assert.True(history.HasSettled);
        Assert.Equal(28, printed.Count);
        for (var actor = 0; actor < 7; actor++)
        {
            for (var k = 0; k < 3; k++)
                AssertPrinted(printed[(3 * actor) + k], history.Rounds.Select(r => 100 * r.Positions[actor][k]), 0.0500001);
            AssertPrinted(printed[21 + actor], history.Rounds.Select(r => r.Probabilities[actor]), 0.0000500001);
        }
    }

    // Where all positions are at the ends of the scale, nobody's risk attitude shows, and the open program stops; here the vote goes on.
    [Fact]
    public void A_question_with_two_opposite_camps_has_an_expected_outcome_between_them()
    {
        ImmutableArray<SpatialActor> actors = [new("A", 2, [0], [0.5]), new("B", 1, [1], [0.5]), new("C", 1, [1], [0.3]), new("D", 1, [0], [0.9])];
        var last = new SpatialBargaining(actors).Run().Rounds[^1];
        Assert.InRange(last.Expected[0], 0, 1);
        Assert.All(last.Probabilities, p => Assert.InRange(p, 0, 1));
        var single = new SpatialBargaining([new("A", 1, [0.3], [1]), new("B", 1, [0.3], [1])]).Run().Rounds[^1];
        Assert.Equal(0.3, single.Expected[0], 1e-12);
    }

    [Fact]
    public void The_baseline_is_the_mean_by_power_and_salience()
    {
        var start = new SpatialBargaining([new("A", 3, [0.2], [0.5]), new("B", 1, [0.8], [0.5])]).Run(mostRounds: 0).Rounds[0];
        Assert.Equal(((3 * 0.2) + 0.8) / 4, start.Mean[0], 1e-12);
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_the_actors_name()
    {
        var error = Assert.Throws<ArgumentException>(() => new SpatialBargaining([new("A", 1, [0.2], [0.5]), new("B", 1, [1.2], [0.5])]));
        Assert.StartsWith("Actor B needs a capability above 0", error.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<SpatialActor> Example() => [.. ReferenceGames.Read("spatial/dummyData_3Dim.csv").Split('\n').Skip(2).Where(line => line.Length > 5)
        .Select(line => line.Split(',').Select(cell => cell.Trim()).ToArray())
        .Select(cells => new SpatialActor(cells[0], Number(cells[2]), [Number(cells[3]) / 100, Number(cells[5]) / 100, Number(cells[7]) / 100], [Number(cells[4]) / 100, Number(cells[6]) / 100, Number(cells[8]) / 100]))];

    private static void AssertPrinted(double[] printed, IEnumerable<double> values, double half) => Assert.All(printed.Zip(values), pair => Assert.Equal(pair.First, pair.Second, half));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
