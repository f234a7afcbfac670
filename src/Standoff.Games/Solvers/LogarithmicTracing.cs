using System.Collections.Immutable;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// The logarithmic tracing procedure (Harsanyi 1975; for stochastic games Herings and Peeters 2004, Eibelshäuser and Poensgen 2019): everybody expects the others to
/// play a prior with weight 1 − t and what they do play with weight t, and is kept from certainty by a barrier η·(1 − t)·Σ ln σ. The path from the best answers to the prior, at
/// t = 0, ends at t → 1 in an equilibrium: the one that the prior selects.
/// </summary>
/// <remarks>Points of the branch have τ = t/(1 − t) as their rationality.</remarks>
public static class LogarithmicTracing
{
    /// <summary>Follows the path of a stochastic game.</summary>
    /// <param name="game">The game.</param>
    /// <param name="prior">By state, player and action, the expectation of others' play; empty for all actions equally likely.</param>
    /// <param name="barrier">η as a share of the range of payoffs, above 0; 1 where there is no range.</param>
    /// <param name="options">Bounds, the tolerance of regret, and values of τ wanted exactly.</param>
    /// <param name="progress">Told each step.</param>
    /// <param name="cancellation">Ends it with the points so far.</param>
    /// <exception cref="ArgumentException">The prior is no probability distribution of each decision, or the barrier not above 0.</exception>
    public static LogitBranch Follow(StochasticGame game, ImmutableArray<double> prior = default, double barrier = 0.01, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!(barrier > 0) || !double.IsFinite(barrier))
            throw new ArgumentException("The barrier must be above 0.", nameof(barrier));
        int[] counts = [.. Enumerable.Range(0, game.StateCount).SelectMany(state => Enumerable.Range(0, game.PlayerCount).Select(player => game.ActionCount(state, player)))];
        var system = new TracingEquations(game, Expectations(prior, counts), barrier * (game.PayoffRange > 0 ? game.PayoffRange : 1));
        var continuation = new LogitContinuation(system, options ?? new LogitOptions(), cancellation, progress);
        double[] start = [.. system.Start(), 0];
        continuation.TrySolveAt(start);
        var direction = new double[start.Length];
        direction[^1] = 1;
        return continuation.FollowFrom(start, direction);
    }

    /// <summary>Follows the path of a normal-form game; the prior is by player and strategy.</summary>
    /// <inheritdoc cref="Follow(StochasticGame, ImmutableArray{double}, double, LogitOptions?, IProgress{SolverProgress}?, CancellationToken)"/>
    public static LogitBranch Follow(NormalFormGame game, ImmutableArray<double> prior = default, double barrier = 0.01, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        Follow(InOneState(game), prior, barrier, options, progress, cancellation);

    private static double[] Expectations(ImmutableArray<double> prior, int[] counts)
    {
        if (prior.IsDefaultOrEmpty)
            return [.. counts.SelectMany(count => Enumerable.Repeat(1.0 / count, count))];
        if (prior.Length != counts.Sum())
            throw new ArgumentException($"The prior has {prior.Length} probabilities; the game has {counts.Sum()} actions.", nameof(prior));
        var next = 0;
        foreach (var count in counts)
        {
            var ofDecision = prior.Slice(next, count);
            if (ofDecision.Any(p => !(p >= 0)) || Math.Abs(ofDecision.Sum() - 1) > 1e-9)
                throw new ArgumentException($"The prior's probabilities {next + 1} to {next + count} are of one decision and must not be negative and sum to 1.", nameof(prior));
            next += count;
        }

        return [.. prior];
    }

    // One state that nothing follows; profiles of a stochastic game have the last player's action run fastest.
    private static StochasticGame InOneState(NormalFormGame game)
    {
        int[] counts = [.. game.Players.Select(p => p.Strategies.Length)];
        var payoffs = new double[game.ProfileCount][];
        for (var k = 0; k < payoffs.Length; k++)
        {
            var (rest, profile) = (k, 0);
            for (var player = counts.Length - 1; player >= 0; player--)
            {
                profile = game.Deviate(profile, player, rest % counts[player]);
                rest /= counts[player];
            }

            payoffs[k] = [.. Enumerable.Range(0, counts.Length).Select(player => game.PayoffRounded(profile, player))];
        }

        return new StochasticGame([counts], new double[counts.Length], [payoffs], [[.. payoffs.Select(_ => new[] { 1.0 })]]);
    }
}
