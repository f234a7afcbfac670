using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class ExtremeEquilibriaTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(80);

    [Fact]
    public void A_game_of_coordination_has_two_strict_equilibria_and_an_unstable_mixed_one()
    {
        var result = ExtremeEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([2, 0], [0, 1]), Matrix([1, 0], [0, 2])));
        Assert.Equal(["1 0 | 1 0", "2/3 1/3 | 1/3 2/3", "0 1 | 0 1"], result.Equilibria.Select(Line));
        Assert.Equal([true, false, true], result.Equilibria.Select(e => e.Stability.IsStrict));
        Assert.Equal([1, -1, 1], result.Equilibria.Select(e => e.Stability.Index));
        Assert.Equal(3, result.Components);
    }

    // Von Stengel 2002 (Handbook of Game Theory 3, ch. 45): against the first row two columns tie, and a segment of equilibria appears.
    [Fact]
    public void A_degenerate_game_has_a_segment_of_equilibria()
    {
        var result = ExtremeEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([3, 3], [2, 5], [0, 6]), Matrix([3, 3], [2, 6], [3, 1])));
        Assert.Equal(["1 0 0 | 1 0", "1 0 0 | 2/3 1/3", "0 1/3 2/3 | 1/3 2/3"], result.Equilibria.Select(Line));
        Assert.Equal([0, 0, 1], result.Equilibria.Select(e => e.Component));
        Assert.Equal(2, result.Subsets.Length);
        Assert.Equal(["1 0", "2/3 1/3"], result.Subsets[0].Column.Select(s => string.Join(' ', s)));
        Assert.Null(result.Equilibria[0].Stability.Index);
    }

    [Fact]
    public void Where_nothing_matters_everything_is_one_component()
    {
        var result = ExtremeEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([0, 0], [0, 0]), Matrix([0, 0], [0, 0])));
        Assert.Equal(4, result.Equilibria.Length);
        Assert.Single(result.Subsets);
        Assert.All(result.Equilibria, e => Assert.True(e.Stability.IsPerfect));
    }

    // Selten 1975: both (T, L) and (B, R) are equilibria, but B and R are weakly dominated.
    [Fact]
    public void An_equilibrium_in_dominated_strategies_is_not_perfect()
    {
        var result = ExtremeEquilibria.Solve(NormalFormGame.Bimatrix(Matrix([1, 0], [0, 0]), Matrix([1, 0], [0, 0])));
        Assert.Equal([("1 0 | 1 0", true), ("0 1 | 0 1", false)], result.Equilibria.Select(e => (Line(e), e.Stability.IsPerfect)));
    }

    [Fact]
    public void Payoffs_too_large_for_128_bits_are_no_obstacle()
    {
        Assert.True(Rational.TryParse("1e40", out var large));
        Rational[,] row = { { large + large, 0 }, { 0, large } };
        Rational[,] column = { { large, 0 }, { 0, large + large } };
        Assert.Equal(["1 0 | 1 0", "2/3 1/3 | 1/3 2/3", "0 1 | 0 1"], ExtremeEquilibria.Solve(NormalFormGame.Bimatrix(row, column)).Equilibria.Select(Line));
    }

    [Fact]
    public void Every_profile_found_is_an_equilibrium_and_one_of_them_is_perfect() => Prop.ForAll(Games(-2, 2), game =>
    {
        var result = ExtremeEquilibria.Solve(game);
        return result.Equilibria.All(e => e.Profile.Regret == Rational.Zero) && result.Equilibria.Any(e => e.Stability.IsPerfect);
    }).Check(Some);

    [Fact]
    public void Pure_equilibria_and_the_ends_of_all_Lemke_Howson_paths_are_among_them() => Prop.ForAll(Games(-2, 2), game =>
    {
        var all = ExtremeEquilibria.Solve(game).Equilibria;
        return LemkeHowson.SolveFromAllLabels(game).All(e => all.Any(a => a.Profile.IsSameAs(e)))
            && PureEquilibria.Solve(game).All(pure => all.Any(a => a.Profile.Strategies.Zip(pure).All(pair => pair.First[pair.Second] == Rational.One)));
    }).Check(Some);

    [Fact]
    public void Without_degeneracy_it_finds_what_support_enumeration_finds_and_indices_sum_to_one() => Prop.ForAll(Games(-500, 500), game =>
    {
        var (all, supports) = (ExtremeEquilibria.Solve(game), SupportEnumeration.Solve(game));
        return !supports.IsComplete || (supports.Equilibria.Length == all.Equilibria.Length
            && supports.Equilibria.All(e => all.Equilibria.Any(a => a.Profile.IsSameAs(e)))
            && all.Equilibria.Sum(e => e.Stability.Index) == 1);
    }).Check(Some);

    [Fact]
    public void Mixtures_within_a_subset_are_equilibria_too() => Prop.ForAll(Games(-1, 1), game => ExtremeEquilibria.Solve(game).Subsets.All(subset =>
        NashEquilibrium.Certify(game, Mean(subset.Row), Mean(subset.Column)).Regret == Rational.Zero)).Check(Some);

    private static string Line(ExtremeEquilibrium equilibrium) => string.Join(" | ", equilibrium.Profile.Strategies.Select(s => string.Join(' ', s)));

    private static System.Collections.Immutable.ImmutableArray<Rational> Mean(System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<Rational>> strategies) =>
        [.. strategies[0].Select((_, i) => strategies.Aggregate(Rational.Zero, (sum, s) => sum + s[i]) / strategies.Length)];

    private static Arbitrary<NormalFormGame> Games(int low, int high) =>
        (from rows in Gen.Choose(1, 4)
         from columns in Gen.Choose(1, 4)
         from payoffs in Gen.Choose(low, high).ArrayOf(2 * rows * columns)
         select new NormalFormGame("random", [Player("Row", rows), Player("Column", columns)], [.. payoffs.Select(p => (Rational)p)])).ToArbitrary();

    private static NormalFormPlayer Player(string name, int strategies) => new(name, [.. Enumerable.Range(1, strategies).Select(i => $"{i}")]);

    private static Rational[,] Matrix(params int[][] rows) => NormalFormLogitTests.Matrix(rows);
}
