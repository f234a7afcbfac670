using System.Collections.Immutable;
using Standoff.Games.Formats;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class LogitEstimationTests
{
    // One player, payoffs 1 and 0: p = 1/(1 + e^-λ), so λ = ln(n₁/n₂) with the information N·p·(1 − p).
    [Fact]
    public void A_single_choice_has_the_estimate_in_closed_form()
    {
        var game = ExtensiveGame.From("choice", ["A"], Play.Move("A", "here", ("good", Play.End(1)), ("bad", Play.End(0))));
        var fit = LogitEstimation.Fit(game, PlayCounts.OfMoves(game, [75, 25]));
        Assert.Equal(Math.Log(3), fit.Best.Point.Rationality, 1e-8);
        Assert.Equal(1 / Math.Sqrt(100 * 0.75 * 0.25), fit.Best.StandardError, 1e-6);
        Assert.Equal((75 * Math.Log(0.75)) + (25 * Math.Log(0.25)), fit.Best.LogLikelihood, 1e-9);
        Assert.Equal(100 * Math.Log(0.5), fit.UniformLogLikelihood, 1e-9);
    }

    [Fact]
    public void Play_worse_than_uniform_and_play_without_a_mistake_stand_at_the_ends()
    {
        var game = ExtensiveGame.From("choice", ["A"], Play.Move("A", "here", ("good", Play.End(1)), ("bad", Play.End(0))));
        var worse = LogitEstimation.Fit(game, PlayCounts.OfMoves(game, [20, 80])).Best;
        Assert.Equal((LogitBound.Uniform, 0), (worse.Bound, worse.Point.Rationality));
        var perfect = LogitEstimation.Fit(game, PlayCounts.OfMoves(game, [50, 0])).Best;
        Assert.Equal(LogitBound.BestReplies, perfect.Bound);
        Assert.Equal(0, perfect.LogLikelihood, 1e-5);
    }

    [Theory]
    [InlineData("selten-1975/horse.efg", 1)]
    [InlineData("cho-kreps-1987/beer-quiche.efg", 2)]
    [InlineData("selten-1978/chain-store-1.efg", 0.8)]
    public void A_λ_that_made_the_play_is_found_again_with_errors_that_say_how_far_off(string path, double rationality)
    {
        var game = ExtensiveGameText.Read(File.ReadAllText(Repository.In("catalog", path))).Game!;
        var truth = AgentLogit.Follow(game, new LogitOptions { Rationalities = [rationality], ToTheLimit = false }).Chosen[0];
        var exact = LogitEstimation.Fit(game, PlayCounts.OfMoves(game, [.. truth.Probabilities.Select(p => 1e4 * p)])).Best;
        Assert.Equal(rationality, exact.Point.Rationality, 1e-6);
        // Forty samples of play: standardised errors have mean 0 and variance 1.
        var errors = Enumerable.Range(0, 40).Select(seed =>
        {
            var best = LogitEstimation.Fit(game, Sampled(game, truth.Probabilities, 2000, seed), new LogitSearch { Starts = 0 }).Best;
            return (best.Point.Rationality - rationality) / best.StandardError;
        }).ToList();
        Assert.InRange(errors.Average(), -0.5, 0.5);
        Assert.InRange(errors.Average(e => e * e), 0.5, 1.7);
    }

    // Two pure equilibria of coordination: play of one of them by people who err lies on a branch that the principal one does not lead to.
    [Fact]
    public void The_estimate_may_stand_on_another_branch_than_the_principal_one()
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { 2, 0 }, { 0, 1 } }, new Rational[,] { { 2, 0 }, { 0, 1 } });
        var fit = LogitEstimation.Fit(game, [5, 95, 6, 94]);
        Assert.NotEqual(BranchStart.Principal, fit.Best.Start);
        Assert.True(fit.Best.Point.Probabilities[1] > 0.9);
        Assert.Contains(fit.Maxima, m => m.Start == BranchStart.Principal);
        Assert.Equal(fit.Maxima.OrderByDescending(m => m.LogLikelihood), fit.Maxima);
        Assert.Equal(fit.Best.LogLikelihood, (5 * Math.Log(fit.Best.Point.Probabilities[0])) + (95 * Math.Log(fit.Best.Point.Probabilities[1])) + (6 * Math.Log(fit.Best.Point.Probabilities[2])) + (94 * Math.Log(fit.Best.Point.Probabilities[3])), 1e-9);
    }

    [Fact]
    public void Counts_of_ends_and_of_the_moves_on_the_way_there_are_one_likelihood()
    {
        var game = ExtensiveGameText.Read(File.ReadAllText(Repository.In("catalog", "selten-1978", "chain-store-1.efg"))).Game!;
        ImmutableArray<int> ends = [.. Enumerable.Range(0, game.Nodes.Length).Where(n => game.Nodes[n].Children.Length == 0)];
        var byEnd = PlayCounts.OfOutcomes(game, [.. ends.Select((e, i) => new PooledOutcome([e], 10 + (7 * i)))]);
        var moves = new double[game.InformationSets.Sum(s => s.Actions.Length)];
        foreach (var outcome in byEnd.Outcomes)
        {
            for (var at = outcome.Ends[0]; game.Nodes[at].Parent >= 0; at = game.Nodes[at].Parent)
            {
                var set = game.Nodes[game.Nodes[at].Parent].InformationSet;
                moves[game.InformationSets.Take(set).Sum(s => s.Actions.Length) + game.Nodes[at].ActionBefore] += outcome.Count;
            }
        }

        var (a, b) = (LogitEstimation.Fit(game, byEnd).Best, LogitEstimation.Fit(game, PlayCounts.OfMoves(game, [.. moves])).Best);
        Assert.Equal(a.Point.Rationality, b.Point.Rationality, 1e-7);
        Assert.Equal(a.StandardError, b.StandardError, 1e-5);
        Assert.Equal(a.LogLikelihood, b.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Each_player_may_have_a_λ_of_its_own()
    {
        var game = NormalFormGame.Bimatrix(new Rational[,] { { 9, 0 }, { 0, 1 } }, new Rational[,] { { 0, 1 }, { 1, 0 } });
        var tree = SimultaneousTree.Of(game);
        // λ of 0.6 and 3 are λ = 1 with payoffs that much larger.
        var scaled = NormalFormGame.Bimatrix(new Rational[,] { { new Rational(27, 5), 0 }, { 0, new Rational(3, 5) } }, new Rational[,] { { 0, 3 }, { 3, 0 } });
        var play = NormalFormLogit.Follow(scaled, new LogitOptions { Rationalities = [1], ToTheLimit = false }).Chosen[0];
        var counts = PlayCounts.OfMoves(tree, [.. play.Probabilities.Select(p => 1000 * p)]);
        var common = LogitEstimation.Fit(tree, counts);
        var own = LogitPayoffEstimation.RationalityByPlayer(tree, counts, common);
        Assert.True(own.HasConverged);
        Assert.Equal(0.6, own.Parameters[0], 1e-5);
        Assert.Equal(3, own.Parameters[1], 1e-5);
        Assert.True(own.LogLikelihood > common.Best.LogLikelihood + 1);
        Assert.All(own.StandardErrors, e => Assert.True(e is > 0 and < 1));
    }

    // An entry game whose incumbent is hurt by a fight the more, the larger the covariate.
    [Fact]
    public void Payoffs_that_are_linear_in_covariates_are_found_again()
    {
        var game = Entry();
        double[] truth = [-1.2, 0.8];
        var observations = Enumerable.Range(0, 12).Select(i =>
        {
            var x = -1 + (i / 6.0);
            var payoffs = Payoffs(truth[0] + (truth[1] * x));
            var response = AgentLogitResponse.Of(game, 1)!.At([.. payoffs]);
            return Observation(game, x, [.. response.Probabilities.Select(p => 500 * p)]);
        }).ToImmutableArray();
        var fit = new LogitPayoffEstimation(game, observations).Fit([0, 0]);
        Assert.True(fit.HasConverged);
        Assert.All(truth.Zip(fit.Parameters), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.All(fit.StandardErrors, e => Assert.True(e is > 0 and < 0.5));
        Assert.Equal(12, fit.Equilibria.Length);
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        var game = Entry();
        Assert.Throws<ArgumentException>(() => PlayCounts.OfMoves(game, [1, 2]));
        Assert.Throws<ArgumentException>(() => PlayCounts.OfMoves(game, [1, 2, -1, 0]));
        Assert.Throws<ArgumentException>(() => PlayCounts.OfMoves(game, [0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => PlayCounts.OfOutcomes(game, [new PooledOutcome([0], 3)]));
        var nothing = ExtensiveGame.From("nothing at stake", ["A"], Play.Move("A", "here", ("left", Play.End(1)), ("right", Play.End(1))));
        Assert.Throws<ArgumentException>(() => LogitEstimation.Fit(nothing, PlayCounts.OfMoves(nothing, [3, 4])));
    }

    private static ExtensiveGame Entry() => ExtensiveGame.From("Entry", ["Entrant", "Incumbent"], Play.Move("Entrant", "market",
        ("stay out", Play.End(0, 2)),
        ("enter", Play.Move("Incumbent", "entry", ("fight", Play.End(-1, -1)), ("share", Play.End(1, 1))))));

    private static double[] Payoffs(double fight) => [0, 2, -1, fight, 1, 1];

    private static PayoffObservation Observation(ExtensiveGame game, double x, ImmutableArray<double> moves) =>
        new([.. Payoffs(0)], [[0, 0, 0, 1, 0, 0], [0, 0, 0, x, 0, 0]], PlayCounts.OfMoves(game, moves));

    private static PlayCounts Sampled(ExtensiveGame game, ImmutableArray<double> probabilities, int plays, int seed)
    {
        var (random, counts, next) = (new Random(seed), new double[probabilities.Length], 0);
        foreach (var set in game.InformationSets)
        {
            for (var play = 0; play < plays; play++)
            {
                var (draw, action) = (random.NextDouble(), 0);
                while (action < set.Actions.Length - 1 && (draw -= probabilities[next + action]) > 0)
                    action++;
                counts[next + action]++;
            }

            next += set.Actions.Length;
        }

        return PlayCounts.OfMoves(game, [.. counts]);
    }
}
