using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class LogitBranchesTests
{
    // The players are in the same position, so the principal branch keeps their symmetry, and the pure equilibria branch off from it.
    [Fact]
    public void Where_the_principal_branch_is_crossed_both_ways_are_followed()
    {
        var found = NormalFormLogit.FindBranches(NormalFormGame.Bimatrix(Matrix([2, 0], [0, 1]), Matrix([1, 0], [0, 2])));
        Assert.True(found.IsComplete);
        Assert.Equal([BranchStart.Principal, BranchStart.Crossing, BranchStart.Crossing], found.Branches.Select(b => b.Start));
        Assert.Single(found.Branches[0].Branch.Bifurcations);
        AssertLimits(found, [2 / 3.0, 1 / 3.0, 1 / 3.0, 2 / 3.0], [1, 0, 1, 0], [0, 1, 0, 1]);
        Assert.Equal(found.Solved, found.Branches.Sum(b => b.Basin));
    }

    // Coordination on 1 to 1: the branch stays at even odds, and loses its stability at λ = 2, where p = 1/(1 + e^{λ(1 − 2p)}) gains two more roots.
    [Fact]
    public void A_game_of_pure_coordination_splits_at_two()
    {
        var found = NormalFormLogit.FindBranches(NormalFormGame.Bimatrix(Matrix([1, 0], [0, 1]), Matrix([1, 0], [0, 1])));
        Assert.Equal(2, Assert.Single(found.Branches[0].Branch.Bifurcations), 1e-3);
        AssertLimits(found, [0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0], [0, 1, 0, 1]);
    }

    [Fact]
    public void Without_symmetry_the_other_equilibria_lie_on_a_branch_of_their_own()
    {
        var found = NormalFormLogit.FindBranches(NormalFormGame.Bimatrix(Matrix([3, 0], [0, 2]), Matrix([3, 0], [0, 1])));
        Assert.Equal([BranchStart.Principal, BranchStart.Random], found.Branches.Select(b => b.Start));
        Assert.Empty(found.Branches[0].Branch.Bifurcations);
        AssertLimits(found, [1, 0, 1, 0], [0, 1, 0, 1], [0.25, 0.75, 0.4, 0.6]);
    }

    // McKelvey and McLennan 1997: whatever a branch ends in, it is an equilibrium.
    [Fact]
    public void Every_limit_is_certified()
    {
        int[] table = [9, 8, 12, 0, 0, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0, 3, 4, 6, 3, 4, 6, 0, 0, 0];
        var game = new NormalFormGame("2x2x2", [.. Enumerable.Range(1, 3).Select(i => new NormalFormPlayer($"{i}", ["1", "2"]))], [.. table.Select(p => (Rational)p)]);
        var limits = NormalFormLogit.FindBranches(game).Branches.SelectMany(b => b.Limits).ToList();
        Assert.True(limits.Count >= 4);
        Assert.All(limits, limit => Assert.True(game.Regret([.. limit.Probabilities.Chunk(2)]) <= 1e-8 * game.PayoffRange));
    }

    [Fact]
    public void The_same_seed_finds_the_same_branches()
    {
        var game = NormalFormGame.Bimatrix(Matrix([4, 0, 1], [0, 3, 2], [1, 1, 2]), Matrix([2, 0, 3], [1, 4, 0], [0, 2, 3]));
        var (once, again) = (NormalFormLogit.FindBranches(game), NormalFormLogit.FindBranches(game));
        Assert.Equal(once.Branches.Select(b => (b.Start, b.Basin, b.Branch.Last.Rationality)), again.Branches.Select(b => (b.Start, b.Basin, b.Branch.Last.Rationality)));
    }

    private static void AssertLimits(LogitBranches found, params double[][] expected)
    {
        var limits = found.Branches.SelectMany(b => b.Limits).Select(p => p.Probabilities).ToList();
        foreach (var profile in expected)
            Assert.Contains(limits, limit => limit.Zip(profile).All(pair => Math.Abs(pair.First - pair.Second) < 1e-4));
    }

    private static Rational[,] Matrix(params int[][] rows) => NormalFormLogitTests.Matrix(rows);
}
