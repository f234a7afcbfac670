using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

/// <summary>Finite-horizon games with private types: random ladders of decisions, two types a side, some periods.</summary>
public sealed class PrivateTypesTests
{
    private const int Periods = 4;
    private static readonly BeliefIteration Exact = new(1e-13, 500);

    [Fact]
    public void Profiles_are_numbered_with_the_last_players_type_running_fastest()
    {
        var space = new TypeSpace(2, 3);
        Assert.Equal(6, space.ProfileCount);
        Assert.Equal((1, 2), (space.TypeOf(0, 5), space.TypeOf(1, 5)));
        Assert.Equal([2, 5], space.Profiles(1, 2).ToArray());
        Assert.Equal(1, TypeSpace.Known(3).ProfileCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TypeSpace(2, 0));
    }

    [Fact]
    public void Strategies_and_beliefs_are_those_of_a_slow_reference() => Law(ladder =>
    {
        var (game, numbers, fast) = ladder.Solve(Exact);
        var slow = new SlowHorizon(game, numbers, Periods);
        slow.Solve(0);
        return slow.Strategies.All(s => Math.Abs(s.Value - fast.Probability(0, s.Key.Period, s.Key.Node, s.Key.Move, s.Key.Type)) < 1e-9)
            && slow.Beliefs.All(b => Math.Abs(b.Value - fast.Belief(0, b.Key.Period, b.Key.Node, b.Key.Profile)) < 1e-9)
            && Enumerable.Range(0, Periods + 1).All(period => Math.Abs(slow.Mass(period, game.NodeCount - 1) - fast.Occupancy(period, game.NodeCount - 1)[0]) < 1e-9);
    });

    [Fact]
    public void Naming_the_types_otherwise_changes_nothing() => Law(ladder =>
    {
        var (one, other) = (ladder.Solve(Exact).Solver, ladder.WithTypesSwapped().Solve(Exact).Solver);
        return Enumerable.Range(0, ladder.Depth).All(node => Enumerable.Range(0, 3).All(move => Enumerable.Range(0, 2).All(type =>
            Math.Abs(one.Probability(0, 1, node, move, type) - other.Probability(0, 1, node, move, 1 - type)) < 1e-10)));
    });

    [Fact]
    public void A_type_split_in_two_alike_changes_nothing() => Law(ladder =>
    {
        var (alike, split) = (ladder.WithTypesAlike(0.3), ladder.WithTypesAlike(0.8));
        var (one, other) = (alike.Solve(Exact).Solver, split.Solve(Exact).Solver);
        return Enumerable.Range(0, 3).All(move => Math.Abs(one.Probability(0, 0, 0, move) - other.Probability(0, 0, 0, move, 1)) < 1e-12)
            && one.Residual[0] < 1e-13;
    });

    [Fact]
    public void A_game_settles_with_the_same_bits_whatever_its_neighbours_do() => Law(ladder =>
    {
        var (game, numbers, alone) = ladder.Solve(new BeliefIteration());
        var company = (ladder with { Rationality = 9 }).Fill(numbers, 2);
        var together = Ladder.Solve(game, company, new BeliefIteration());
        return Enumerable.Range(0, ladder.Depth).All(node => Enumerable.Range(0, 3).All(move =>
            alone.Probability(0, 0, node, move) == together.Probability(0, 0, node, move))) && alone.Rounds[0] == together.Rounds[0];
    });

    [Fact]
    public void What_does_not_settle_says_so()
    {
        var ladder = Gen.Sample(Ladders().Generator, 400, 40).First(l => l.Depth == 3);
        var solver = ladder.Solve(new BeliefIteration(1e-15, 1)).Solver;
        Assert.True(solver.Residual[0] > 1e-15);
        Assert.Equal(1, solver.Rounds[0]);
    }

    private static void Law(Func<Ladder, bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Ladders(), holds));

    private static Arbitrary<Ladder> Ladders() =>
        (from depth in Gen.Choose(1, 3)
         from payoffs in Gen.Choose(-1000, 1000).ArrayOf(3 * depth * 8)
         from weights in Gen.Choose(1, 9).ArrayOf(3 * depth)
         from chances in Gen.Choose(1, 9).ArrayOf(2)
         select new Ladder(depth, [.. payoffs.Select(p => p / 1000.0)], [.. weights.Select(w => (double)w)], [.. chances.Select(c => c / 10.0)], 1)).ToArbitrary();

    /// <summary>Decisions one after another, by turns; the first two moves of each end the game, the third goes on, at last to the next period.</summary>
    private sealed record Ladder(int Depth, double[] Payoffs, double[] Weights, double[] Chances, double Rationality)
    {
        public (FiniteHorizonGame Game, FiniteHorizonNumbers Numbers, FiniteHorizonLogit Solver) Solve(BeliefIteration iteration)
        {
            var builder = new FiniteHorizonGame.Builder(2, 1);
            for (var i = 0; i < Depth; i++)
                builder.Add(i % 2);
            var end = builder.Add(FiniteHorizonGame.Terminal);
            for (var i = 0; i < Depth; i++)
            {
                builder.Connect(i, end);
                builder.Connect(i, end);
                builder.Connect(i, i < Depth - 1 ? i + 1 : 0, nextPeriod: i == Depth - 1);
            }

            var game = builder.Build().Game;
            var numbers = new FiniteHorizonNumbers(game, new TypeSpace(2, 2));
            for (var lane = 0; lane < FiniteHorizonNumbers.Lanes; lane++)
                Fill(numbers, lane);
            return (game, numbers, Solve(game, numbers, iteration));
        }

        public static FiniteHorizonLogit Solve(FiniteHorizonGame game, FiniteHorizonNumbers numbers, BeliefIteration iteration)
        {
            var solver = new FiniteHorizonLogit(game, Periods, Periods, numbers.Types);
            solver.Solve(numbers, [(0, 0)], (s, masses) => s.Spread(System.Runtime.Intrinsics.Vector512<double>.One, masses), default, iteration);
            return solver;
        }

        public FiniteHorizonNumbers Fill(FiniteHorizonNumbers numbers, int lane)
        {
            numbers.SetDiscount(lane, 0.9);
            for (var player = 0; player < 2; player++)
            {
                numbers.SetRationality(lane, player, Rationality);
                numbers.SetTypeChance(lane, player, 0, 1 - Chances[player]);
                numbers.SetTypeChance(lane, player, 1, Chances[player]);
            }

            for (var edge = 0; edge < 3 * Depth; edge++)
            {
                numbers.SetEdgeWeight(lane, edge, Weights[edge]);
                for (var plane = 0; plane < 8; plane++)
                    numbers.SetEdgePayoff(lane, edge, plane % 2, plane / 2, Payoffs[(edge * 8) + plane]);
            }

            return numbers;
        }

        public Ladder WithTypesSwapped() => this with
        {
            Payoffs = [.. Enumerable.Range(0, Payoffs.Length).Select(i => Payoffs[(i / 8 * 8) + ((3 - (i % 8 / 2)) * 2) + (i % 2)])],
            Chances = [1 - Chances[0], 1 - Chances[1]],
        };

        public Ladder WithTypesAlike(double chance) => this with
        {
            Payoffs = [.. Enumerable.Range(0, Payoffs.Length).Select(i => Payoffs[(i / 8 * 8) + (i % 2)])],
            Chances = [chance, 1 - chance],
        };
    }
}
