using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Formats;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class SequenceFormTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void A_player_has_the_empty_sequence_and_one_for_each_action_of_each_set()
    {
        var form = SequenceForm.Of(Kuhn());
        Assert.Equal([13, 13], form.Sequences.Select(s => s.Length));
        Assert.Equal(-1, form.Sequences[0][0].Before);
        Assert.All(form.Sequences.SelectMany(s => s.Skip(1).Select((sequence, i) => (sequence, i))), s => Assert.InRange(s.sequence.Before, 0, s.i));
        // Six deals of five lines of play; no two ends of this game share their sequences.
        Assert.Equal(30, form.Payoffs.Length);
        Assert.Equal(5, form.Payoffs.Aggregate(Rational.Zero, (sum, p) => sum + p.Chance));
    }

    [Fact]
    public void A_game_whose_player_forgets_has_no_sequence_form()
    {
        var forgets = Play.Move("A", "first", ("left", Play.Move("A", "second", ("x", Play.End(1)), ("y", Play.End(0)))), ("right", Play.Move("A", "second", ("x", Play.End(0)), ("y", Play.End(1)))));
        var error = Assert.Throws<ImperfectRecallException>(() => SequenceForm.Of(ExtensiveGame.From("", ["A"], forgets)));
        Assert.Equal("second", error.InformationSet.Name);
    }

    // Kuhn 1950: the first player loses 1/18 a hand.
    [Fact]
    public void Kuhns_poker_is_worth_a_loss_of_an_eighteenth()
    {
        var solution = SequenceFormLinearProgram.Solve(Kuhn());
        Assert.Equal(new Rational(-1, 18), solution.Payoffs[0]);
        Assert.Equal(Rational.Zero, solution.Regret);
        Assert.True(solution.Pivots > 0);
        Assert.Equal(Rational.Zero, BestResponse.Exploitability(SequenceForm.Of(Kuhn()), solution.Behaviour));
    }

    [Fact]
    public void Uniform_play_of_Kuhns_poker_can_be_exploited()
    {
        var form = SequenceForm.Of(Kuhn());
        ImmutableArray<Rational> even = [new Rational(1, 2), new Rational(1, 2)];
        ImmutableArray<ImmutableArray<Rational>> uniform = [.. Enumerable.Repeat(even, 12)];
        // Lanctot et al. 2019 (OpenSpiel) print 0.9167 for the same sum.
        Assert.Equal(new Rational(11, 12), BestResponse.Exploitability(form, uniform));
    }

    [Fact]
    public void A_game_that_is_not_zero_sum_is_refused_with_two_of_its_sums()
    {
        var game = ExtensiveGame.From("", ["A", "B"], Play.Move("A", "1", ("l", Play.End(1, 1)), ("r", Play.End(1, 0))));
        var error = Assert.Throws<ArgumentException>(() => SequenceFormLinearProgram.Solve(game));
        Assert.StartsWith("This solver is for zero-sum games; here the two payoffs sum to 2 at one end and to 1 at another.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_linear_program_leaves_no_regret_and_finds_the_value_that_Lemke_finds() => Prop.ForAll(RandomTrees.ZeroSum, game =>
    {
        var program = SequenceFormLinearProgram.Solve(game);
        return program.Regret == Rational.Zero && SequenceFormLemke.Solve(game).Payoffs[0] == program.Payoffs[0];
    }).Check(Few);

    [Fact]
    public void Lemkes_path_ends_in_an_equilibrium_from_any_prior() => Prop.ForAll(RandomTrees.General, Gen.Choose(0, 1000).ToArbitrary(), (game, seed) =>
        SequenceFormLemke.Solve(game, Prior(game, new Random(seed))).Regret == Rational.Zero).Check(Few);

    // In a game of coordination the prior decides which equilibrium is played.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 0)]
    public void The_prior_chooses_between_equilibria(int tenths, int expected)
    {
        var game = ExtensiveGame.From("", ["A", "B"], Play.Move("A", "a", ("l", Reply((2, 1), (0, 0))), ("r", Reply((0, 0), (1, 2)))));
        ImmutableArray<Rational> prior = [new Rational(tenths, 10), new Rational(10 - tenths, 10)];
        var equilibrium = SequenceFormLemke.Solve(game, [prior, prior]);
        Assert.Equal(Rational.One, equilibrium.Behaviour[0][expected]);
        Assert.Equal(Rational.One, equilibrium.Behaviour[1][expected]);
        static Play Reply((int A, int B) left, (int A, int B) right) => Play.Move("B", "b", ("l", Play.End(left.A, left.B)), ("r", Play.End(right.A, right.B)));
    }

    // The threat to fight is never carried out from a prior that plays every action: the equilibrium is normal-form perfect.
    [Fact]
    public void From_the_uniform_prior_the_entrant_is_not_deterred_by_an_empty_threat()
    {
        var game = ExtensiveGame.From("Entry", ["Entrant", "Incumbent"], Play.Move("Entrant", "e", ("out", Play.End(0, 2)), ("in", Play.Move("Incumbent", "i", ("fight", Play.End(-1, -1)), ("share", Play.End(1, 1))))));
        Assert.Equal([Rational.Zero, Rational.One], SequenceFormLemke.Solve(game).Behaviour[0]);
    }

    [Theory]
    [InlineData("ladder_4x2")]
    [InlineData("ladder_8x4")]
    public void Escalation_ladders_are_solved_exactly(string name)
    {
        var game = ExtensiveGameText.Read(ReferenceGames.Read($"ladders/{name}.efg")).Game!;
        Assert.Equal(Rational.Zero, SequenceFormLemke.Solve(game).Regret);
    }

    private static ImmutableArray<ImmutableArray<Rational>> Prior(ExtensiveGame game, Random random) => [.. game.InformationSets.Select(set =>
    {
        int[] weights = [.. set.Actions.Select(_ => random.Next(0, 5)), 1];
        var sum = weights.Sum();
        ImmutableArray<Rational> shares = [.. weights.Select(w => new Rational(w, sum))];
        // What is left over goes to the first action, so that some actions have no weight.
        return shares[..^1].SetItem(0, shares[0] + shares[^1]);
    })];

    /// <summary>Kuhn's three-card poker (1950): antes of 1, bets of 1.</summary>
    internal static ExtensiveGame Kuhn()
    {
        var deals = from a in Enumerable.Range(1, 3) from b in Enumerable.Range(1, 3) where a != b select ($"{a}{b}", new Rational(1, 6), Hand(a, b));
        return ExtensiveGame.From("Kuhn poker", ["A", "B"], Play.Chance([.. deals]));
    }

    private static Play Hand(int a, int b)
    {
        Play Won(int stake) => a > b ? Play.End(stake, -stake) : Play.End(-stake, stake);
        var checkedTo = Play.Move("B", $"{b} checked", ("check", Won(1)), ("bet", Play.Move("A", $"{a} raised", ("fold", Play.End(-1, 1)), ("call", Won(2)))));
        return Play.Move("A", $"{a}", ("check", checkedTo), ("bet", Play.Move("B", $"{b} bet", ("fold", Play.End(1, -1)), ("call", Won(2)))));
    }
}
