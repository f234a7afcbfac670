using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Models;
using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class CrisisSignallingTests
{
    // Crisman-Cox and Gibilisco 2019, figures of their package sigInt.
    [Fact]
    public void The_published_game_has_its_three_equilibria()
    {
        var equilibria = new CrisisSignalling(0, 1, 0, -1.9, -2.9, -1.2, 1).Equilibria();
        Assert.Equal(3, equilibria.Length);
        foreach (var (expected, found) in new[] { 0.2511046, 0.5947228, 0.8133217 }.Zip(equilibria))
            Assert.Equal(expected, found.Resist, 1e-6);
        Assert.Equal([true, false, true], equilibria.Select(e => e.IsStable));
    }

    [Fact]
    public void Every_equilibrium_of_the_published_sweep_over_Bs_war_payoff_is_found()
    {
        var rows = ReferenceGames.Read("signalling/sigint_generate_eq_example2.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(',').Select(x => double.Parse(x, System.Globalization.CultureInfo.InvariantCulture)).ToArray());
        foreach (var game in rows.GroupBy(row => row[4]))
        {
            var equilibria = new CrisisSignalling(0, 1, 0, -1.9, game.Key, -1.2, 1).Equilibria();
            var expected = game.OrderBy(row => row[2]).ToList();
            Assert.Equal(expected.Count, equilibria.Length);
            foreach (var (peer, found) in expected.Zip(equilibria))
            {
                // The peer's roots are good to about 1e-6.
                Assert.Equal(peer[1], found.Challenge, 1e-5);
                Assert.Equal(peer[2], found.Resist, 1e-5);
                Assert.Equal(peer[3], found.StandFirm, 1e-5);
            }
        }
    }

    [Fact]
    public void Equilibria_solve_their_equation_and_outcomes_sum_to_one() => Prop.ForAll(Games(), game =>
    {
        var equilibria = game.Equilibria();
        return equilibria.Length > 0 && equilibria.All(e => e.Residual < 1e-11 && Math.Abs(e.StatusQuo + e.Concession + e.Conflict + e.BackDown - 1) < 1e-12);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void The_number_of_equilibria_is_odd() => Prop.ForAll(Games(), game =>
    {
        // The gap is negative before the first root and positive behind the last, so generic games have an odd number of roots.
        var equilibria = game.Equilibria();
        return int.IsOddInteger(equilibria.Length);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.84134474606854293)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-3.0, 0.0013498980316300933)]
    [InlineData(-3.0000001, 0.0013498975884449367)]
    [InlineData(-8.0, 6.2209605742717405e-16)]
    [InlineData(-20.0, 2.7536241186062337e-89)]
    [InlineData(5.0, 0.99999971334842808)]
    public void The_normal_distribution_is_accurate_in_the_tails(double x, double expected) =>
        Assert.Equal(1, NormalDistribution.Cumulative(x) / expected, 1e-12);

    private static Arbitrary<CrisisSignalling> Games() =>
        (from v in Gen.Choose(-300, 300).ArrayOf(4)
         select new CrisisSignalling(0, 1 + Math.Abs(v[0] / 100.0), 0, -2 + (v[1] / 200.0), -2 + (v[2] / 150.0), -1 + (v[3] / 300.0), 1)).ToArbitrary();
}
