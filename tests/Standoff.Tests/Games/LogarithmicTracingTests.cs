using System.Collections.Immutable;
using System.Text.Json;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class LogarithmicTracingTests
{
    // Stag hunt: 9 for both, 7 for the hare against a stag, 6 for two hares. Against uniform play stag yields 4.5 and hare 6.5: hare is risk-dominant.
    [Fact]
    public void In_the_stag_hunt_the_uniform_prior_leads_to_the_risk_dominant_equilibrium_and_trust_to_the_other()
    {
        var hunt = NormalFormGame.Bimatrix(new Rational[,] { { 9, 0 }, { 7, 6 } }, new Rational[,] { { 9, 7 }, { 0, 6 } });
        AssertLimit([0, 1, 0, 1], LogarithmicTracing.Follow(hunt));
        AssertLimit([1, 0, 1, 0], LogarithmicTracing.Follow(hunt, [0.95, 0.05, 0.95, 0.05]));
    }

    // Harsanyi and Selten 1988: of two strict equilibria of a 2 × 2 game the one with the larger product of losses by deviating is risk-dominant,
    // and where a game is symmetric between players the bicentric prior of one half has the same sides.
    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(3, 2, 0)]
    [InlineData(1, 4, 1)]
    public void In_coordination_the_larger_payoff_is_selected(int first, int second, int selected)
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { first, 0 }, { 0, second } }, new Rational[,] { { first, 0 }, { 0, second } });
        var other = 1.0 - selected;
        AssertLimit([other, selected, other, selected], LogarithmicTracing.Follow(game));
    }

    [Fact]
    public void A_strictly_dominant_strategy_is_played_whatever_the_prior_and_a_unique_mixture_is_found()
    {
        var dilemma = NormalFormGame.Bimatrix(new Rational[,] { { 3, 0 }, { 5, 1 } }, new Rational[,] { { 3, 5 }, { 0, 1 } });
        AssertLimit([0, 1, 0, 1], LogarithmicTracing.Follow(dilemma, [0.99, 0.01, 0.5, 0.5]));
        var inspection = NormalFormGame.Bimatrix(new Rational[,] { { 9, 0 }, { 0, 1 } }, new Rational[,] { { 0, 1 }, { 1, 0 } });
        AssertLimit([0.5, 0.5, 0.1, 0.9], LogarithmicTracing.Follow(inspection, [0.2, 0.8, 0.7, 0.3]));
    }

    // η/σ_a = μ − u_a with u the payoffs against the prior: for two actions σ = p solves η(1/(1 − p) − 1/p) = u_1 − u_2.
    [Fact]
    public void The_path_starts_at_the_best_answers_to_the_prior_behind_the_barrier()
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { 4, 0 }, { 1, 2 } }, new Rational[,] { { 1, 0 }, { 0, 1 } });
        var start = LogarithmicTracing.Follow(game, [0.5, 0.5, 0.25, 0.75], barrier: 0.5).Points[0];
        var (p, q, eta) = (start.Probabilities[0], start.Probabilities[2], 0.5 * 4);
        Assert.Equal((0.25 * 4) - (0.25 + (0.75 * 2)), eta * ((1 / (1 - p)) - (1 / p)), 1e-9);
        Assert.Equal(0.5 - 0.5, eta * ((1 / (1 - q)) - (1 / q)), 1e-9);
        Assert.Equal(0, start.Rationality);
    }

    // At every point the equations of the procedure hold, written out.
    [Fact]
    public void Points_of_the_path_obey_the_first_order_conditions()
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { 3, 0, 1 }, { 1, 2, 4 } }, new Rational[,] { { 1, 5, 0 }, { 2, 0, 3 } });
        var point = LogarithmicTracing.Follow(game, [0.3, 0.7, 0.2, 0.3, 0.5], barrier: 0.2, new LogitOptions { Rationalities = [2.5], ToTheLimit = false }).Chosen[0];
        var (x, y) = (point.Probabilities.Slice(0, 2), point.Probabilities.Slice(2, 3));
        double Row(int i, IReadOnlyList<double> against) => Enumerable.Range(0, 3).Sum(j => against[j] * game.PayoffRounded(game.Deviate(game.Deviate(0, 0, i), 1, j), 0));
        double Column(int j, IReadOnlyList<double> against) => Enumerable.Range(0, 2).Sum(i => against[i] * game.PayoffRounded(game.Deviate(game.Deviate(0, 0, i), 1, j), 1));
        double Mixed(Func<int, IReadOnlyList<double>, double> yields, int move, ImmutableArray<double> play, double[] prior) => (2.5 * yields(move, play)) + yields(move, prior);
        var eta = 0.2 * game.PayoffRange;
        Assert.Equal(Mixed(Row, 1, y, [0.2, 0.3, 0.5]) - Mixed(Row, 0, y, [0.2, 0.3, 0.5]), eta * ((1 / x[0]) - (1 / x[1])), 1e-9);
        Assert.Equal(Mixed(Column, 2, x, [0.3, 0.7]) - Mixed(Column, 0, x, [0.3, 0.7]), eta * ((1 / y[0]) - (1 / y[2])), 1e-9);
    }

    [Fact]
    public void Random_tables_of_three_players_end_without_regret()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            ImmutableArray<Rational> payoffs = [.. Enumerable.Range(0, 36).Select(_ => (Rational)random.Next(100))];
            var game = new NormalFormGame("", [new("A", ["1", "2"]), new("B", ["1", "2", "3"]), new("C", ["1", "2"])], payoffs);
            var branch = LogarithmicTracing.Follow(game);
            Assert.Equal(LogitEnd.Limit, branch.End);
            Assert.True(branch.Last.Regret < 1e-6 * 100);
        }
    }

    [Theory]
    [InlineData("random_S2_P2_A2_seed1")]
    [InlineData("random_S3_P2_A3_seed7")]
    [InlineData("random_S3_P4_Av_seed23")]
    [InlineData("random_S5_P2_A3_seed42")]
    [InlineData("random_S5_P3_A3_seed42")]
    public void Stochastic_reference_games_reach_an_equilibrium(string name)
    {
        using var file = JsonDocument.Parse(ReferenceGames.Read($"stochastic/{name}.json"));
        var branch = LogarithmicTracing.Follow(MarkovLogitTests.Game(file.RootElement));
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.True(branch.Last.Regret < 1e-6);
    }

    // One player: the limit is the dynamic programme's solution.
    [Fact]
    public void A_single_decider_ends_in_the_best_plan()
    {
        var game = new StochasticGame([[2], [1]], [0.9], [[[1], [3]], [[0]]], [[[1, 0], [0, 1]], [[0, 1]]]);
        var last = LogarithmicTracing.Follow(game, [0.1, 0.9, 1]).Last;
        Assert.Equal(1, last.Probabilities[0], 1e-6);
        Assert.Equal(10, last.Values[0], 1e-4);
    }

    [Fact]
    public void A_prior_that_is_none_is_refused()
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { 1, 0 }, { 0, 1 } }, new Rational[,] { { 1, 0 }, { 0, 1 } });
        Assert.StartsWith("The prior has 3 probabilities; the game has 4 actions.", Assert.Throws<ArgumentException>(() => LogarithmicTracing.Follow(game, [1, 0, 1])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The prior's probabilities 3 to 4 are of one decision", Assert.Throws<ArgumentException>(() => LogarithmicTracing.Follow(game, [1, 0, 0.5, 0.6])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The barrier must be above 0.", Assert.Throws<ArgumentException>(() => LogarithmicTracing.Follow(game, barrier: 0)).Message, StringComparison.Ordinal);
    }

    private static void AssertLimit(double[] expected, LogitBranch branch)
    {
        Assert.Equal(LogitEnd.Limit, branch.End);
        Assert.Equal(expected.Length, branch.Last.Probabilities.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], branch.Last.Probabilities[i], 1e-6);
    }
}
