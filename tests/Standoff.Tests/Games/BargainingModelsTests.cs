using Standoff.Games.Models;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class BargainingModelsTests
{
    [Theory]
    [InlineData(0.5, 0.1, 0.0, 0.4)]
    [InlineData(0.5, 0.3, 0.0, 0.4)]
    [InlineData(0.7, 0.05, 0.1, 0.6)]
    [InlineData(0.2, 0.5, 0.2, 0.3)]
    public void No_other_demand_does_better(double victory, double cost, double least, double most)
    {
        var best = new UltimatumBargaining(victory, cost, least, most).Solve();
        double Value(double demand)
        {
            var war = Math.Clamp((demand - victory - least) / (most - least), 0, 1);
            return ((1 - war) * demand) + (war * (victory - cost));
        }

        Assert.Equal(best.ValueToDemander, Value(best.Demand), 1e-12);
        Assert.All(Enumerable.Range(0, 1001), i => Assert.True(Value(i / 1000.0) <= best.ValueToDemander + 1e-12));
    }

    [Fact]
    public void The_risk_of_war_falls_with_the_demanders_cost_and_is_gone_where_that_is_high()
    {
        var risks = Enumerable.Range(0, 9).Select(i => new UltimatumBargaining(0.5, i * 0.05, 0, 0.4).Solve().WarProbability).ToList();
        Assert.Equal(0.5, risks[0], 1e-12);
        Assert.Equal(risks.OrderDescending(), risks);
        Assert.Equal(0, risks[^1], 1e-12);
    }

    [Fact]
    public void Known_costs_leave_no_war_and_the_whole_surplus_to_who_demands()
    {
        var known = new UltimatumBargaining(0.5, 0.1, 0.2, 0.2).Solve();
        Assert.Equal((0, 0.7), (known.WarProbability, Math.Round(known.Demand, 12)));
        Assert.Throws<ArgumentException>(() => new UltimatumBargaining(0.5, 0.1, 0.3, 0.2).Solve());
    }

    // The reference ladder of four rungs and two types a side, built here instead of read.
    [Fact]
    public void The_ladder_of_the_model_has_the_peers_logit_equilibria()
    {
        var ladder = new EscalationLadder
        {
            Rungs = 4,
            WarCosts = [[new Rational(1, 5), new Rational(6, 5)], [new Rational(1, 4), new Rational(27, 20)]],
            WarShares = [new Rational(11, 20), new Rational(9, 20)],
            AudienceCost = new Rational(2, 25),
            RungCost = new Rational(1, 50),
        };
        var expected = ReferenceGames.ReadTable("ladders/ladder_4x2.qre.csv").GroupBy(row => Math.Round(row[0])).ToDictionary(g => g.Key, g => g.Last());
        foreach (var point in AgentLogit.Follow(ladder.Game(), new LogitOptions { Rationalities = [1, 5, 20], ToTheLimit = false }).Chosen)
            Assert.All(expected[point.Rationality].Skip(1).Zip(point.Probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
