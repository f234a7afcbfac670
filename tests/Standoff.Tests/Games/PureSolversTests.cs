using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class PureSolversTests
{
    [Fact]
    public void In_the_prisoners_dilemma_dominance_leaves_defection()
    {
        var result = IteratedDominance.Solve(NormalFormGame.Bimatrix(Matrix([3, 0], [5, 1]), Matrix([3, 5], [0, 1])));
        Assert.True(result.SolvesTheGame);
        Assert.Equal([1, 1], result.Surviving.Select(s => s[0]));
        Assert.All(result.Eliminations, e => Assert.Equal(1, e.Round));
    }

    [Fact]
    public void Elimination_goes_on_where_it_opens_new_domination()
    {
        // Right falls first, then down, then middle.
        var result = IteratedDominance.Solve(NormalFormGame.Bimatrix(Matrix([1, 1, 0], [0, 0, 2]), Matrix([0, 2, 1], [3, 1, 0])));
        Assert.Equal([(1, 1, 2), (2, 0, 1), (3, 1, 0)], result.Eliminations.Select(e => (e.Round, e.Player, e.Strategy)));
    }

    [Fact]
    public void Strict_elimination_leaves_what_is_only_weakly_dominated()
    {
        var result = IteratedDominance.Solve(NormalFormGame.Bimatrix(Matrix([1, 1], [1, 0]), Matrix([1, 1], [1, 1])));
        Assert.Empty(result.Eliminations);
    }

    [Fact]
    public void A_mixture_may_dominate_where_no_pure_strategy_does()
    {
        var game = NormalFormGame.Bimatrix(Matrix([3, 0], [0, 3], [1, 1]), Matrix([0, 0], [0, 0], [0, 0]));
        Assert.Equal([new Elimination(1, 0, 2, -1)], IteratedDominance.Solve(game).Eliminations);
        Assert.Empty(IteratedDominance.Solve(game, new DominanceOptions { ByMixed = false }).Eliminations);
    }

    [Fact]
    public void Weak_elimination_depends_on_its_order_and_says_which_it_was()
    {
        var game = NormalFormGame.Bimatrix(Matrix([1, 2, 0], [0, 2, 1]), Matrix([1, 1, 0], [0, 1, 1]));
        var together = IteratedDominance.Solve(game, new DominanceOptions { Kind = DominanceKind.Weak });
        var single = IteratedDominance.Solve(game, new DominanceOptions { Kind = DominanceKind.Weak, Order = EliminationOrder.OneByOne });
        Assert.Equal([[0, 1], [1]], together.Surviving.Select(s => s.ToArray()));
        Assert.Equal([[1], [1, 2]], single.Surviving.Select(s => s.ToArray()));
        Assert.Equal((EliminationOrder.Simultaneous, EliminationOrder.OneByOne), (together.Order, single.Order));
    }

    [Fact]
    public void The_battle_of_the_sexes_has_two_pure_equilibria_and_matching_pennies_none()
    {
        Assert.Equal([[0, 0], [1, 1]], PureEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([2, 0], [0, 1]), Matrix([1, 0], [0, 2]))).Select(p => p.ToArray()));
        Assert.Empty(PureEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([1, -1], [-1, 1]), Matrix([-1, 1], [1, -1]))));
    }

    [Fact]
    public void Backward_induction_ends_the_centipede_at_once()
    {
        var tail = Play.End(4, 4);
        for (var i = 3; i >= 0; i--)
            tail = Play.Move(i % 2 == 0 ? "A" : "B", $"{i}", ("take", i % 2 == 0 ? Play.End(i + 1, i) : Play.End(i - 1, i + 2)), ("pass", tail));
        var result = BackwardInduction.Solve(ExtensiveGame.From("Centipede", ["A", "B"], tail));
        Assert.True(result.IsUnique);
        Assert.Equal([0, 0, 0, 0], result.Actions);
        Assert.Equal([(Rational)1, 0], result.Payoffs);
    }

    [Fact]
    public void Chance_is_weighed_exactly_and_ties_are_said()
    {
        var third = new Rational(1, 3);
        var gamble = Play.Chance(("win", third, Play.End(3)), ("lose", Rational.One - third, Play.End(0)));
        var result = BackwardInduction.Solve(ExtensiveGame.From("Gamble", ["A"], Play.Move("A", "choice", ("gamble", gamble), ("sure", Play.End(1)))));
        Assert.False(result.IsUnique);
        Assert.Equal(Rational.One, result.Payoffs[0]);
    }

    [Fact]
    public void Backward_induction_names_the_set_it_cannot_solve()
    {
        var second = Play.Move("B", "blind", ("x", Play.End(0, 0)), ("y", Play.End(1, 1)));
        var game = ExtensiveGame.From("", ["A", "B"], Play.Move("A", "first", ("l", second), ("r", second)));
        var error = Assert.Throws<ImperfectInformationException>(() => BackwardInduction.Solve(game));
        Assert.Equal("Information set \"blind\" of B has 2 nodes; backward induction needs one.", error.Message);
    }

    private static Rational[,] Matrix(params int[][] rows) => NormalFormLogitTests.Matrix(rows);
}
