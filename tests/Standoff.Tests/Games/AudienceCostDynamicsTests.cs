using System.Globalization;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class AudienceCostDynamicsTests
{
    private const double Discount = 0.9;

    [Fact]
    public void All_179_published_equilibria_hold()
    {
        var (games, values) = Published();
        Assert.Equal(179, games.Count);
        Assert.All(games.Zip(values), pair => Assert.True(pair.First.Residual(pair.Second) < 1e-10));
    }

    [Fact]
    public void Long_run_shares_are_the_published_ones()
    {
        var (_, values) = Published();
        var shares = values.Select(v => AudienceCostDynamics.StationaryDistribution(v)).ToList();
        foreach (var (published, found) in Rows("invariant_dist_published.csv").Zip(shares))
        {
            for (var state = 0; state < 3; state++)
                Assert.Equal(published[state], found[state], 1e-9);
        }

        Assert.Equal([0.93866, 0.02859, 0.03275], Enumerable.Range(0, 3).Select(state => Math.Round(shares.Average(s => s[state]), 5)));
    }

    [Fact]
    public void Newtons_method_finds_a_published_equilibrium_again_from_nearby()
    {
        var (games, values) = Published();
        foreach (var (game, published) in games.Zip(values).Take(20))
        {
            var (found, residual, _) = game.Solve([.. published.Select((v, i) => v + (0.01 * (i % 3)))]);
            Assert.True(residual < 1e-10);
            for (var i = 0; i < found.Length; i++)
                Assert.Equal(published[i], found[i], 1e-8);
        }
    }

    [Fact]
    public void Without_payoffs_everything_is_chosen_alike()
    {
        var game = new AudienceCostDynamics([new double[3, 3, 3], new double[3, 3, 3]], Discount);
        var (values, residual, _) = game.Solve(new double[AudienceCostDynamics.ValueCount]);
        Assert.True(residual < 1e-12);
        Assert.Equal(Discount * Math.Log(3) / (1 - Discount), values[0], 1e-9);
        Assert.Equal(5.0 / 9, AudienceCostDynamics.StationaryDistribution(values)[2], 1e-12);
    }

    // Columns of the payoffs: dyad, state, action of i, action of j, payoff of i, payoff of j.
    private static (List<AudienceCostDynamics> Games, List<double[]> Values) Published()
    {
        var games = new List<AudienceCostDynamics>();
        foreach (var dyad in Rows("U_published.csv").GroupBy(row => row[0]))
        {
            double[][,,] payoffs = [new double[3, 3, 3], new double[3, 3, 3]];
            foreach (var row in dyad)
            {
                for (var player = 0; player < 2; player++)
                    payoffs[player][(int)row[1] - 1, (int)row[2] - 1, (int)row[3] - 1] = row[4 + player];
            }

            games.Add(new AudienceCostDynamics(payoffs, Discount));
        }

        return (games, [.. Rows("V_equilibrium_published.csv")]);
    }

    private static IEnumerable<double[]> Rows(string file) => ReferenceGames.Read($"audience-costs/{file}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray());
}
