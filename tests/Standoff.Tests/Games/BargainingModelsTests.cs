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

    // The reference ladders, built here instead of read: the types' costs of war stand at equal distances, 0.2 to 1.2 for A and 0.25 to 1.35 for B.
    [Theory]
    [InlineData(4, 2)]
    [InlineData(6, 3)]
    [InlineData(8, 4)]
    [InlineData(10, 5)]
    public void The_ladder_with_types_on_both_sides_has_the_peers_logit_equilibria(int rungs, int types)
    {
        var ladder = new EscalationLadder
        {
            Rungs = rungs,
            WarCosts =
            [
                [.. Enumerable.Range(0, types).Select(t => new Rational(1, 5) + new Rational(t, types - 1))],
                [.. Enumerable.Range(0, types).Select(t => new Rational(1, 4) + new Rational(11 * t, 10 * (types - 1)))],
            ],
            WarShares = [new Rational(11, 20), new Rational(9, 20)],
            AudienceCost = new Rational(2, 25),
            RungCost = new Rational(1, 50),
        };
        var expected = ReferenceGames.ReadTable(FormattableString.Invariant($"ladders/ladder_{rungs}x{types}.qre.csv")).GroupBy(row => Math.Round(row[0])).ToDictionary(g => g.Key, g => g.Last());
        var chosen = AgentLogit.Follow(ladder.Game(), new LogitOptions { Rationalities = [1, 5, 20], ToTheLimit = false }).Chosen;
        Assert.Equal(3, chosen.Length);
        foreach (var point in chosen)
            Assert.All(expected[point.Rationality].Skip(1).Zip(point.Probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // Whoever is willing to bear a war costs its rival the stake: with cheaper war A's strongest type escalates more, and B's gives way more.
    [Fact]
    public void A_side_whose_strongest_type_finds_war_cheaper_meets_more_concessions()
    {
        double Concedes(Rational cost) => AgentLogit.Follow(
            new EscalationLadder
            {
                Rungs = 4,
                WarCosts = [[cost, new Rational(6, 5)], [new Rational(1, 4), new Rational(27, 20)]],
                WarShares = [new Rational(11, 20), new Rational(9, 20)],
                AudienceCost = new Rational(2, 25),
                RungCost = new Rational(1, 50),
            }.Game(),
            new LogitOptions { Rationalities = [5], ToTheLimit = false }).Chosen[0].Probabilities[8];
        Assert.True(Concedes(0) > Concedes(new Rational(1, 2)));
    }
}
