using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class NormalFormLogitTests
{
    [Fact]
    public void Matching_pennies_is_played_evenly_at_every_rationality()
    {
        var game = NormalFormGame.Bimatrix(Matrix([1, -1], [-1, 1]), Matrix([-1, 1], [1, -1]));
        var branch = NormalFormLogit.Follow(game);
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.All(branch.Points, p => Assert.All(p.Probabilities, q => Assert.Equal(0.5, q, 1e-9)));
    }

    // McKelvey and Palfrey 1995: in the limit of asymmetric matching pennies the row player mixes evenly, the column player 1/(1 + x).
    [Fact]
    public void Asymmetric_matching_pennies_ends_in_its_mixed_equilibrium()
    {
        var game = NormalFormGame.Bimatrix(Matrix([9, 0], [0, 1]), Matrix([0, 1], [1, 0]));
        var last = NormalFormLogit.Follow(game).Last;
        Assert.Equal(0.5, last.Probabilities[0], 1e-5);
        Assert.Equal(0.1, last.Probabilities[2], 1e-5);
    }

    [Fact]
    public void Each_point_solves_the_logit_equations()
    {
        var game = NormalFormGame.Bimatrix(Matrix([9, 0], [0, 1]), Matrix([0, 1], [1, 0]));
        var branch = NormalFormLogit.Follow(game, new LogitOptions { Rationalities = [0.3, 2], ToTheLimit = false });
        foreach (var point in branch.Chosen)
        {
            var (p, q) = (point.Probabilities[0], point.Probabilities[2]);
            Assert.Equal(1 / (1 + Math.Exp(-point.Rationality * ((9 * q) - (1 - q)))), p, 1e-10);
            Assert.Equal(1 / (1 + Math.Exp(-point.Rationality * ((1 - p) - p))), q, 1e-10);
        }
    }

    [Fact]
    public void In_a_coordination_game_the_branch_goes_to_the_risk_dominant_equilibrium()
    {
        var game = NormalFormGame.Bimatrix(Matrix([4, 0], [3, 2]), Matrix([4, 3], [0, 2]));
        var last = NormalFormLogit.Follow(game).Last;
        Assert.Equal(1, last.Probabilities[1], 1e-6);
        Assert.Equal(1, last.Probabilities[3], 1e-6);
    }

    [Fact]
    public void Three_players_who_want_to_be_in_the_minority_start_from_evens()
    {
        var payoffs = Enumerable.Range(0, 8).SelectMany(cell => Enumerable.Range(0, 3).Select(player =>
        {
            var own = (cell >> player) & 1;
            return (Rational)(System.Numerics.BitOperations.PopCount((uint)cell) is var ones && (own == 1 ? ones == 1 : ones == 2) ? 1 : 0);
        }));
        var game = new NormalFormGame("Minority", [.. Enumerable.Range(1, 3).Select(i => new NormalFormPlayer($"{i}", ["0", "1"]))], [.. payoffs]);
        var branch = NormalFormLogit.Follow(game, new LogitOptions { Rationalities = [1], ToTheLimit = false });
        Assert.All(branch.Chosen[0].Probabilities, p => Assert.Equal(0.5, p, 1e-9));
    }

    // McKelvey and McLennan 1997: three players, two strategies each, nine equilibria. A profile with regret must not pass for one of them.
    [Fact]
    public void The_nine_equilibria_game_ends_in_a_profile_without_regret()
    {
        int[] table = [9, 8, 12, 0, 0, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0, 3, 4, 6, 3, 4, 6, 0, 0, 0];
        var game = new NormalFormGame("2x2x2", [.. Enumerable.Range(1, 3).Select(i => new NormalFormPlayer($"{i}", ["1", "2"]))], [.. table.Select(p => (Rational)p)]);
        var branch = NormalFormLogit.Follow(game);
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.True(game.Regret([.. branch.Last.Probabilities.Chunk(2)]) <= 1e-8 * game.PayoffRange);
    }

    internal static Rational[,] Matrix(params int[][] rows)
    {
        var matrix = new Rational[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[0].Length; j++)
                matrix[i, j] = rows[i][j];
        }

        return matrix;
    }
}
