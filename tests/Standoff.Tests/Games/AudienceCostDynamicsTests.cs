using System.Collections.Immutable;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class AudienceCostDynamicsTests
{
    private const double Discount = 0.9;

    [Fact]
    public void All_179_published_equilibria_hold_under_the_published_parameters()
    {
        var sample = AudienceCostReference.Sample();
        var values = AudienceCostReference.Values();
        Assert.Equal(179, sample.Pairs.Length);
        Assert.All(Enumerable.Range(0, 179), pair => Assert.True(sample.Game(pair, AudienceCostReference.Parameters(sample)).Residual(values[pair].AsSpan()) < 1e-10));
    }

    // Columns: pair, state, action of i, action of j, payoff of i, payoff of j.
    [Fact]
    public void Payoffs_follow_from_regressors_and_parameters_as_published()
    {
        var sample = AudienceCostReference.Sample();
        var games = Enumerable.Range(0, 179).Select(pair => sample.Game(pair, AudienceCostReference.Parameters(sample))).ToList();
        foreach (var row in AudienceCostReference.Rows("U_published.csv"))
        {
            for (var player = 0; player < 2; player++)
                Assert.Equal(row[4 + player], games[(int)row[0] - 1].Payoffs[player][(int)row[1] - 1, (int)row[2] - 1, (int)row[3] - 1], 1e-9);
        }
    }

    [Fact]
    public void Long_run_shares_are_the_published_ones()
    {
        var shares = AudienceCostReference.Values().Select(v => AudienceCostDynamics.StationaryDistribution(v.AsSpan())).ToList();
        foreach (var (published, found) in AudienceCostReference.Rows("invariant_dist_published.csv").Zip(shares))
        {
            for (var state = 0; state < 3; state++)
                Assert.Equal(published[state], found[state], 1e-9);
        }

        Assert.Equal([0.93866, 0.02859, 0.03275], Enumerable.Range(0, 3).Select(state => Math.Round(shares.Average(s => s[state]), 5)));
    }

    // Random plans know nothing of the published values. All 179 pairs are searched by the benchmark of the estimation.
    [Fact]
    public void The_published_equilibrium_is_one_of_several_that_random_starts_find()
    {
        var (sample, values) = (AudienceCostReference.Sample(), AudienceCostReference.Values());
        for (var pair = 0; pair < 179; pair += 22)
        {
            var found = AudienceCostEquilibria.Find(sample.Game(pair, AudienceCostReference.Parameters(sample)));
            Assert.Contains(found.Equilibria, e => e.Values.Zip(values[pair], (a, b) => Math.Abs(a - b)).Max() < 1e-6);
            Assert.True(found.IndicesSumToOne && found.Equilibria.Length > 1 && int.IsOddInteger(found.Equilibria.Length));
            Assert.All(found.Equilibria, e => Assert.True(e.Residual < 1e-11 && e.Regret < 1e-10));
            Assert.Equal(found.Solved, found.Equilibria.Sum(e => e.Basin));
        }
    }

    [Fact]
    public void Without_payoffs_everything_is_chosen_alike_and_there_is_one_stable_equilibrium()
    {
        var game = new AudienceCostDynamics([new double[3, 3, 3], new double[3, 3, 3]], Discount);
        var (values, residual, _) = game.Solve(new double[AudienceCostDynamics.ValueCount]);
        Assert.True(residual < 1e-12);
        Assert.Equal(Discount * Math.Log(3) / (1 - Discount), values[0], 1e-9);
        Assert.Equal(5.0 / 9, AudienceCostDynamics.StationaryDistribution(values)[2], 1e-12);
        var only = Assert.Single(AudienceCostEquilibria.Find(game, new AudienceCostSearch { Starts = 30 }).Equilibria);
        Assert.Equal((1, true), (only.Index, only.IsStable));
        // Values later count δ today, and play is the same whatever is done: the replies' largest eigenvalue is δ.
        Assert.Equal(Discount, only.Growth, 1e-4);
    }

    [Fact]
    public void A_plan_that_is_no_equilibrium_is_regretted()
    {
        var game = AudienceCostReference.Small().Game(0, AudienceCostReference.SmallParameters);
        var equilibrium = AudienceCostEquilibria.Find(game, new AudienceCostSearch { Starts = 20 }).Equilibria[0];
        Assert.True(equilibrium.Regret < 1e-10);
        ImmutableArray<double> threatening = [.. equilibrium.Values.Select((v, i) => i % 3 == 1 ? v + 2 : v)];
        var (residual, regret) = AudienceCostReference.Plan(game, threatening);
        Assert.True(residual > 0.1 && regret > 0.01);
    }
}
