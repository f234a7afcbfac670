using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>The transitions from one state, over the next states that some profile leads to.</summary>
internal sealed class StateFutures
{
    private readonly int players;
    private readonly int profiles;
    private readonly int states;
    // By profile and reached state.
    private readonly double[] transitions;
    private readonly double[] reachedValues;
    private readonly double[][] weights;
    // By player and action, the profiles in which it is played.
    private readonly int[][][] played;

    public StateFutures(StochasticGame game, int state)
    {
        (players, profiles, states) = (game.PlayerCount, game.ProfileCount(state), game.StateCount);
        Reached = [.. Enumerable.Range(0, states).Where(next => IsReached(game, state, next))];
        transitions = new double[profiles * Reached.Length];
        for (var profile = 0; profile < profiles; profile++)
        {
            for (var k = 0; k < Reached.Length; k++)
                transitions[(profile * Reached.Length) + k] = game.Transition(state, profile)[Reached[k]];
        }

        reachedValues = new double[players * Reached.Length];
        weights = [.. Enumerable.Range(0, players).Select(_ => new double[profiles])];
        played = [.. Enumerable.Range(0, players).Select(player => Enumerable.Range(0, game.ActionCount(state, player))
            .Select(action => Enumerable.Range(0, profiles).Where(profile => game.ActionAt(state, profile, player) == action).ToArray()).ToArray())];
    }

    /// <summary>The next states that can follow, in order.</summary>
    public int[] Reached { get; }

    /// <summary>By profile, the weights for <see cref="Mix"/>.</summary>
    public double[] Weights(int player) => weights[player];

    /// <summary>The expected value of the next state.</summary>
    /// <param name="values">By player and state.</param>
    /// <param name="expected">By profile and player.</param>
    public void Expect(ReadOnlySpan<double> values, Span<double> expected)
    {
        var reached = AtReached(values);
        for (var profile = 0; profile < profiles; profile++)
        {
            for (var player = 0; player < players; player++)
                expected[(profile * players) + player] = FusedLanes.Dot(Next(profile), reached.Slice(player * Reached.Length, Reached.Length));
        }
    }

    /// <summary>For each of a player's actions, the transitions of the profiles in which it is played, weighted.</summary>
    public void Mix(int player, StateBlock block)
    {
        var first = Array.IndexOf(block.Owners, player);
        for (var action = 0; action < played[player].Length; action++)
        {
            var future = block.Future(first + action);
            future.Clear();
            FusedLanes.AddRows(future, transitions, played[player][action], weights[player]);
        }
    }

    private static bool IsReached(StochasticGame game, int state, int next)
    {
        for (var profile = 0; profile < game.ProfileCount(state); profile++)
        {
            if (game.Transition(state, profile)[next] > 0)
                return true;
        }

        return false;
    }

    private ReadOnlySpan<double> Next(int profile) => transitions.AsSpan(profile * Reached.Length, Reached.Length);

    // By player and reached state.
    private ReadOnlySpan<double> AtReached(ReadOnlySpan<double> values)
    {
        if (Reached.Length == states)
            return values;
        for (var k = 0; k < reachedValues.Length; k++)
            reachedValues[k] = values[(k / Reached.Length * states) + Reached[k % Reached.Length]];
        return reachedValues;
    }
}
