namespace Standoff.Games.Forms;

/// <summary>
/// A discounted stochastic game with finitely many states and actions: in each period all players choose at once, are paid u, and the
/// next state is drawn.
/// </summary>
public sealed class StochasticGame
{
    private readonly int[][] actions;
    private readonly double[] discounts;
    private readonly double[][][] payoffs;
    private readonly double[][][] transitions;
    private readonly int[][] strides;

    /// <summary>A game from its tables.</summary>
    /// <param name="actions">By state and player, the number of actions, at least 1.</param>
    /// <param name="discounts">By player, the weight of the next period, in [0, 1).</param>
    /// <param name="payoffs">By state, profile of actions (the last player's runs fastest) and player.</param>
    /// <param name="transitions">By state, profile and next state; each row sums to 1.</param>
    /// <exception cref="ArgumentException">There is no state or no player, sizes don't fit, payoffs are too large, or a row of transitions is no probability distribution.</exception>
    public StochasticGame(int[][] actions, double[] discounts, double[][][] payoffs, double[][][] transitions)
    {
        if (discounts.Length == 0 || actions.Length == 0)
            throw new ArgumentException("A stochastic game needs at least one player and one state.");
        if (discounts.Any(d => !(d >= 0 && d < 1)))
            throw new ArgumentException("Discount factors must lie in [0, 1).", nameof(discounts));
        if (payoffs.Length != actions.Length || transitions.Length != actions.Length)
            throw new ArgumentException($"The game has {actions.Length} states, but payoffs for {payoffs.Length} and transitions for {transitions.Length}.");
        (this.actions, this.discounts, this.payoffs, this.transitions) = (actions, discounts, payoffs, transitions);
        strides = [.. actions.Select(Strides)];
        for (var state = 0; state < actions.Length; state++)
            Check(state);
        if (!double.IsFinite(PayoffRange / (1 - discounts.Max())))
            throw new ArgumentException("Payoffs differ by so much that their sums over periods are larger than any number.");
    }

    /// <summary>Number of players.</summary>
    public int PlayerCount => discounts.Length;

    /// <summary>Number of states.</summary>
    public int StateCount => actions.Length;

    /// <summary>Largest less smallest payoff of a period.</summary>
    public double PayoffRange => payoffs.Max(s => s.Max(p => p.Max())) - payoffs.Min(s => s.Min(p => p.Min()));

    /// <summary>Number of a player's actions in a state.</summary>
    public int ActionCount(int state, int player) => actions[state][player];

    /// <summary>Number of profiles of actions in a state.</summary>
    public int ProfileCount(int state) => payoffs[state].Length;

    /// <summary>A player's action in a profile.</summary>
    public int ActionAt(int state, int profile, int player) => profile / strides[state][player] % actions[state][player];

    /// <summary>Weight of the next period.</summary>
    public double Discount(int player) => discounts[player];

    /// <summary>Payoff of a period.</summary>
    public double Payoff(int state, int profile, int player) => payoffs[state][profile][player];

    /// <summary>Probabilities of the next state.</summary>
    public ReadOnlySpan<double> Transition(int state, int profile) => transitions[state][profile];

    private static int[] Strides(int[] counts)
    {
        var result = new int[counts.Length];
        var stride = 1;
        for (var player = counts.Length - 1; player >= 0; player--)
        {
            result[player] = stride;
            stride *= counts[player];
        }

        return result;
    }

    private void Check(int state)
    {
        if (actions[state].Length != PlayerCount || actions[state].Any(n => n < 1))
            throw new ArgumentException($"State {state} needs at least one action for each of {PlayerCount} players.");
        var profiles = actions[state].Aggregate(1, (a, b) => a * b);
        if (payoffs[state].Length != profiles || transitions[state].Length != profiles || payoffs[state].Any(p => p.Length != PlayerCount))
            throw new ArgumentException($"State {state} has {profiles} profiles of actions, but its tables have another size.");
        foreach (var row in transitions[state])
        {
            if (row.Length != StateCount || row.Any(p => !(p >= 0)) || Math.Abs(row.Sum() - 1) > 1e-9)
                throw new ArgumentException($"A row of transitions from state {state} is no probability distribution over {StateCount} states.");
        }
    }
}
