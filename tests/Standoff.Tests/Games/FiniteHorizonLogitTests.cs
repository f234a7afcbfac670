using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class FiniteHorizonLogitTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void One_choice_between_two_payoffs_is_the_logistic_function()
    {
        var game = new SmallGame([(0, [1.0, 0.25], [1.0, 1.0])], 2.0);
        Assert.Equal(1 / (1 + Math.Exp(-2.0 * 0.75)), game.Solve().Probability(0, 0, 0, 0), Rounding);
    }

    [Fact]
    public void Base_weights_multiply_the_odds()
    {
        var game = new SmallGame([(0, [1.0, 0.25], [3.0, 1.0])], 2.0);
        Assert.Equal(3 / (3 + Math.Exp(-2.0 * 0.75)), game.Solve().Probability(0, 0, 0, 0), Rounding);
    }

    [Fact]
    public void Without_rationality_play_follows_the_base_weights()
    {
        var game = new SmallGame([(0, [1.0, 0.25, 7.0], [3.0, 1.0, 0.0])], 0.0);
        Assert.Equal(0.75, game.Solve().Probability(0, 0, 0, 0), Rounding);
        Assert.Equal(0.0, game.Solve().Probability(0, 0, 0, 2));
    }

    [Fact]
    public void A_ruled_out_move_does_not_matter_however_good_it_is()
    {
        var game = new SmallGame([(0, [1.0, 0.25, 1e9], [1.0, 1.0, 0.0])], 50.0);
        Assert.True(game.Solve().Probability(0, 0, 0, 0) > 0.999);
    }

    // A stack of decisions, each player in turn: stop for a payoff, or go on.
    [Fact]
    public void Splitting_a_move_with_its_weight_changes_nothing() => Prop.ForAll(Stacks(), stack =>
    {
        var whole = stack.Solve();
        var split = stack.WithFirstMoveSplit().Solve();
        return Enumerable.Range(0, 3).All(player => Math.Abs(whole.Value(0, 0, player % 2) - split.Value(0, 0, player % 2)) < Rounding)
            && Math.Abs(whole.Probability(0, 0, 0, 0) - (split.Probability(0, 0, 0, 0) + split.Probability(0, 0, 0, 1))) < Rounding;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Naming_the_moves_otherwise_changes_nothing() => Prop.ForAll(Stacks(), stack =>
        Math.Abs(stack.Solve().Value(0, 0, 0) - stack.WithMovesReversed().Solve().Value(0, 0, 0)) < Rounding).QuickCheckThrowOnFailure();

    [Fact]
    public void As_rationality_grows_values_become_those_of_the_subgame_perfect_equilibrium() => Prop.ForAll(Stacks(), stack =>
    {
        var values = (stack with { Rationality = 1e9 }).Solve();
        var (first, second) = stack.SubgamePerfectValue();
        return Math.Abs(values.Value(0, 0, 0) - first) < 1e-6 && Math.Abs(values.Value(0, 0, 1) - second) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_shape_that_cannot_be_played_is_refused()
    {
        var builder = new FiniteHorizonGame.Builder(1, 1);
        var (decision, end) = (builder.Add(0), builder.Add(FiniteHorizonGame.Terminal));
        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<ArgumentException>(() => builder.Connect(end, decision));
        Assert.Throws<ArgumentException>(() => builder.Connect(decision, decision));
        Assert.Throws<ArgumentException>(() => builder.Connect(decision, end, nextPeriod: true));
    }

    private static Arbitrary<SmallGame> Stacks() =>
        (from depth in Gen.Choose(1, 4)
         from seeds in Gen.Choose(-1000, 1000).ArrayOf(3 * depth)
         from weights in Gen.Choose(1, 9).ArrayOf(3 * depth)
         select new SmallGame([.. Enumerable.Range(0, depth).Select(i => (i % 2, seeds.Skip(3 * i).Take(3).Select(s => s / 1000.0).ToArray(), weights.Skip(3 * i).Take(3).Select(w => (double)w).ToArray()))], 3.0)).ToArbitrary();

    /// <summary>Decisions one after another; at each, every move but the last ends the game with (x, 1 − x²), the last goes on to the next decision, or ends it too at the last one.</summary>
    private sealed record SmallGame((int Owner, double[] Payoffs, double[] Weights)[] Decisions, double Rationality)
    {
        public FiniteHorizonLogit Solve()
        {
            var builder = new FiniteHorizonGame.Builder(2, 1);
            foreach (var decision in Decisions)
                builder.Add(decision.Owner);
            var end = builder.Add(FiniteHorizonGame.Terminal);
            for (var i = 0; i < Decisions.Length; i++)
            {
                for (var move = 0; move < Decisions[i].Payoffs.Length; move++)
                    builder.Connect(i, GoesOn(i, move) ? i + 1 : end);
            }

            var (game, _) = builder.Build();
            var solver = new FiniteHorizonLogit(game, 1, 1);
            solver.Solve(Numbers(game), 0, 0);
            return solver;
        }

        public (double First, double Second) SubgamePerfectValue()
        {
            var value = (First: 0.0, Second: 0.0);
            for (var i = Decisions.Length - 1; i >= 0; i--)
            {
                var open = Enumerable.Range(0, Decisions[i].Payoffs.Length).Select(move => GoesOn(i, move) ? value : Payoffs(i, move));
                value = Decisions[i].Owner == 0 ? open.MaxBy(v => v.First) : open.MaxBy(v => v.Second);
            }

            return value;
        }

        public SmallGame WithFirstMoveSplit()
        {
            var (owner, payoffs, weights) = Decisions[0];
            return this with { Decisions = [(owner, [payoffs[0], .. payoffs], [weights[0] * 0.3, weights[0] * 0.7, .. weights.Skip(1)]), .. Decisions.Skip(1)] };
        }

        public SmallGame WithMovesReversed() => this with
        {
            Decisions = [.. Decisions.Select(d => (d.Owner, (double[])[.. d.Payoffs.SkipLast(1).Reverse(), d.Payoffs[^1]], (double[])[.. d.Weights.SkipLast(1).Reverse(), d.Weights[^1]]))],
        };

        private FiniteHorizonNumbers Numbers(FiniteHorizonGame game)
        {
            var numbers = new FiniteHorizonNumbers(game);
            numbers.SetRationality(0, 0, Rationality);
            numbers.SetRationality(0, 1, Rationality);
            for (var i = 0; i < Decisions.Length; i++)
            {
                for (var move = 0; move < Decisions[i].Payoffs.Length; move++)
                {
                    var edge = game.EdgeStart[i] + move;
                    var (first, second) = GoesOn(i, move) ? (0, 0) : Payoffs(i, move);
                    numbers.SetEdgeWeight(0, edge, Decisions[i].Weights[move]);
                    numbers.SetEdgePayoff(0, edge, 0, first);
                    numbers.SetEdgePayoff(0, edge, 1, second);
                }
            }

            return numbers;
        }

        private bool GoesOn(int decision, int move) => decision < Decisions.Length - 1 && move == Decisions[decision].Payoffs.Length - 1;

        private (double First, double Second) Payoffs(int decision, int move)
        {
            var x = Decisions[decision].Payoffs[move];
            return (x, 1 - (x * x));
        }
    }
}
