using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class RegimeChangeTests
{
    private const int Horizon = 26;

    // Seven of seventeen fell within two weeks: half an event more over one case more.
    [Fact]
    public void The_share_that_falls_at_once_is_that_of_the_table()
    {
        Assert.Equal(17, RegimeInvasions.N);
        Assert.Equal(7.5 / 18, RegimeInvasions.Mean.AtOnce, 1e-12);
        Assert.InRange(RegimeInvasions.Mean.Weekly, 0.02, 0.06);
    }

    [Fact]
    public void Where_every_invasion_removes_the_ruler_no_ground_is_held_with_him_in_office()
    {
        var cells = Run(Only(Channel.Invasion, 0.1), new RegimeChange(1, 0));

        Assert.Equal(0, cells[Chain.Index(0, Ending.None, Force.Invasion)]);
        Assert.Equal(1 - Math.Exp(-0.1 * Horizon), cells[Chain.Index(0, Ending.ForcibleRemoval, Force.Invasion)], 1e-12);
    }

    [Fact]
    public void Where_none_does_he_goes_by_the_weekly_hazard()
    {
        var cells = Run(Only(Channel.Invasion, 1000), new RegimeChange(0, 0.04));

        Assert.Equal(Math.Exp(-0.04 * Horizon), cells[Chain.Index(0, Ending.None, Force.Invasion)], 1e-9);
    }

    [Fact]
    public void Cells_sum_to_one_and_no_more_are_removed_than_invaded() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(0, 60).Select(h => h / 200.0), Channels.Count * Channels.States).ToArbitrary(),
            Gen.Choose(0, 100).Select(p => p / 100.0).Two().ToArbitrary(),
            (levels, change) =>
            {
                levels[((int)Channel.RemovalByInvasion * Channels.States) + 0] = 0;
                levels[((int)Channel.RemovalByInvasion * Channels.States) + 1] = 0;
                var cells = Run([.. levels.SelectMany(l => Enumerable.Repeat(l, Horizon))], new RegimeChange(change.Item1, change.Item2));
                var invaded = Enum.GetValues<Ending>().Sum(e => cells[Chain.Index(0, e, Force.Invasion)]);
                return Math.Abs(cells.Sum() - 1) < 1e-9 && cells.All(c => c > -1e-15) && cells[Chain.Index(0, Ending.ForcibleRemoval, Force.Invasion)] <= invaded;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(DemandKind.PolicyChange)]
    [InlineData(DemandKind.Withdrawal)]
    public void Where_his_departure_is_not_demanded_the_classes_say_it_all(DemandKind demand)
    {
        var hazards = new ClassHazards([new("us-minor", 1, "")], demand, default, Horizon, ForecastSettings.Shipped);

        Assert.Equal(default, hazards.Change([]));
    }

    private static double[] Only(Channel channel, double hazard)
    {
        var hazards = new double[Channels.Count * Channels.States * Horizon];
        hazards.AsSpan((int)channel * Channels.States * Horizon, Channels.States * Horizon).Fill(hazard);
        return hazards;
    }

    private static double[] Run(double[] hazards, RegimeChange change)
    {
        var cells = new double[Chain.Cells];
        new Chain(Horizon).Run(hazards, [1, 0, 0, 0], change, cells);
        return cells;
    }
}
