using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class NashSolversTests
{
    // Exact arithmetic takes its time.
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Fact]
    public void The_battle_of_the_sexes_has_three_equilibria()
    {
        var result = SupportEnumeration.Solve(NormalFormGame.Bimatrix(Matrix([2, 0], [0, 1]), Matrix([1, 0], [0, 2])));
        Assert.True(result.IsComplete);
        Assert.Equal(3, result.Equilibria.Length);
        Assert.Equal([new Rational(2, 3), new Rational(1, 3)], result.Equilibria[2].Strategies[0]);
        Assert.Equal([new Rational(1, 3), new Rational(2, 3)], result.Equilibria[2].Strategies[1]);
    }

    [Fact]
    public void Rock_paper_scissors_is_played_in_thirds()
    {
        var game = NormalFormGame.Bimatrix(Matrix([0, -1, 1], [1, 0, -1], [-1, 1, 0]), Matrix([0, 1, -1], [-1, 0, 1], [1, -1, 0]));
        for (var label = 0; label < 6; label++)
        {
            var (equilibrium, _) = LemkeHowson.Solve(game, label);
            Assert.All(equilibrium.Strategies.SelectMany(s => s), p => Assert.Equal(new Rational(1, 3), p));
            Assert.Equal(Rational.Zero, equilibrium.Payoffs[0]);
        }
    }

    // Von Stengel's 3 × 2 example (Handbook of Game Theory 3, 2002, ch. 45): three equilibria.
    [Fact]
    public void A_three_by_two_game_has_its_published_equilibria()
    {
        var game = NormalFormGame.Bimatrix(Matrix([3, 3], [2, 5], [0, 6]), Matrix([3, 2], [2, 6], [3, 1]));
        var result = SupportEnumeration.Solve(game);
        Assert.True(result.IsComplete);
        Assert.Equal(
            ["1 0 0 | 1 0", "4/5 1/5 0 | 2/3 1/3", "0 1/3 2/3 | 1/3 2/3"],
            result.Equilibria.Select(e => string.Join(" | ", e.Strategies.Select(s => string.Join(' ', s)))));
    }

    [Fact]
    public void A_degenerate_game_is_said_to_be_one()
    {
        var game = NormalFormGame.Bimatrix(Matrix([1, 1], [1, 1]), Matrix([1, 0], [0, 1]));
        Assert.False(SupportEnumeration.Solve(game).IsComplete);
    }

    // A game in which the plain ratio test can cycle: every payoff ties.
    [Fact]
    public void Lemke_Howson_ends_on_degenerate_games()
    {
        var game = NormalFormGame.Bimatrix(Matrix([1, 1, 1], [1, 1, 1], [1, 1, 1]), Matrix([0, 0, 0], [0, 0, 0], [0, 0, 0]));
        Assert.All(LemkeHowson.SolveFromAllLabels(game), e => Assert.Equal(Rational.Zero, e.Regret));
    }

    [Fact]
    public void Every_Lemke_Howson_path_of_a_random_game_ends_in_an_equilibrium_that_enumeration_has() => Prop.ForAll(Games(), game =>
    {
        var all = SupportEnumeration.Solve(game);
        var paths = LemkeHowson.SolveFromAllLabels(game);
        return paths.All(e => e.Regret == Rational.Zero)
            && (!all.IsComplete || (int.IsOddInteger(all.Equilibria.Length) && paths.All(e => all.Equilibria.Any(e.IsSameAs))));
    }).Check(Few);

    [Fact]
    public void Pure_equilibria_of_a_random_game_are_among_those_enumerated() => Prop.ForAll(Games(), game =>
    {
        var all = SupportEnumeration.Solve(game).Equilibria;
        return PureEquilibria.Solve(game).All(pure => all.Any(e => e.Strategies.Zip(pure).All(pair => pair.First[pair.Second] == Rational.One)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_logit_branch_that_is_said_to_reach_its_limit_ends_near_an_equilibrium() => Prop.ForAll(Games(), game =>
    {
        var all = SupportEnumeration.Solve(game);
        var branch = NormalFormLogit.Follow(game);
        return branch.End != LogitEnd.Limit || !all.IsComplete || all.Equilibria.Any(e => e.Strategies.SelectMany(s => s).Zip(branch.Last.Probabilities).All(pair => Math.Abs(pair.First.ToDouble() - pair.Second) < 1e-3));
    }).Check(Few);

    [Fact]
    public void Every_logit_branch_of_a_random_game_reaches_its_limit()
    {
        var random = new Random(20251204);
        var ends = Enumerable.Range(0, 120).Select(_ =>
        {
            var (rows, columns) = (random.Next(1, 5), random.Next(1, 5));
            Rational[] payoffs = [.. Enumerable.Range(0, 2 * rows * columns).Select(_ => (Rational)random.Next(-50, 51))];
            return NormalFormLogit.Follow(new NormalFormGame("random", [Player("Row", rows), Player("Column", columns)], [.. payoffs])).End;
        });
        Assert.All(ends, end => Assert.Equal(LogitEnd.Limit, end));
    }

    [Fact]
    public void Three_players_are_refused()
    {
        var game = new NormalFormGame("", [.. Enumerable.Range(1, 3).Select(i => new NormalFormPlayer($"{i}", ["a"]))], [0, 0, 0]);
        var error = Assert.Throws<ArgumentException>(() => LemkeHowson.Solve(game, 0));
        Assert.StartsWith("This solver is for two players; the game has 3.", error.Message, StringComparison.Ordinal);
    }

    private static Arbitrary<NormalFormGame> Games() =>
        (from rows in Gen.Choose(1, 4)
         from columns in Gen.Choose(1, 4)
         from payoffs in Gen.Choose(-50, 50).ArrayOf(2 * rows * columns)
         select new NormalFormGame("random", [Player("Row", rows), Player("Column", columns)], [.. payoffs.Select(p => (Rational)p)])).ToArbitrary();

    private static NormalFormPlayer Player(string name, int strategies) => new(name, [.. Enumerable.Range(1, strategies).Select(i => $"{i}")]);

    private static Rational[,] Matrix(params int[][] rows) => NormalFormLogitTests.Matrix(rows);
}
