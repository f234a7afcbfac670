using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>A player's best response to what the others do.</summary>
/// <param name="Actions">By information set of the game: the best action at the player's own (the first of several), −1 at the others'.</param>
/// <param name="Payoff">What it yields.</param>
/// <param name="Gain">What it yields more than the player's own strategy in the profile; 0 where that is a best response.</param>
public sealed record BestResponse(ImmutableArray<int> Actions, Rational Payoff, Rational Gain)
{
    /// <summary>
    /// The best response by dynamic programming over the player's sequences: the gain of an action at an information set is what it yields
    /// itself and the gains of the sets that follow it.
    /// </summary>
    /// <param name="form">The game.</param>
    /// <param name="behaviour">By information set and action, the probabilities of the profile.</param>
    /// <param name="player">The player.</param>
    public static BestResponse To(SequenceForm form, IReadOnlyList<ImmutableArray<Rational>> behaviour, int player)
    {
        var plans = Enumerable.Range(0, form.Sequences.Length).Select(p => form.Plan(p, behaviour)).ToArray();
        var values = Values(form, plans, player);
        var own = Rational.Zero;
        for (var i = 0; i < values.Length; i++)
            own += values[i] * plans[player][i];
        var actions = Enumerable.Repeat(-1, form.Game.InformationSets.Length).ToArray();
        foreach (var set in form.SetsOf(player).Reverse())
        {
            actions[set] = Best(form, values, set);
            values[form.SequenceTo(set)] += values[form.SequenceOf(set, actions[set])];
        }

        return new BestResponse([.. actions], values[0], values[0] - own);
    }

    /// <summary>The gains of all players from their best responses, summed: 0 at a Nash equilibrium. In a two-player zero-sum game, how much worse than the value the two strategies together can fare.</summary>
    public static Rational Exploitability(SequenceForm form, IReadOnlyList<ImmutableArray<Rational>> behaviour)
    {
        var sum = Rational.Zero;
        for (var player = 0; player < form.Sequences.Length; player++)
            sum += To(form, behaviour, player).Gain;
        return sum;
    }

    private static int Best(SequenceForm form, Rational[] values, int set)
    {
        var best = 0;
        for (var action = 1; action < form.Game.InformationSets[set].Actions.Length; action++)
        {
            if (values[form.SequenceOf(set, action)] > values[form.SequenceOf(set, best)])
                best = action;
        }

        return best;
    }

    // What the ends right after each sequence yield, given what the others do.
    private static Rational[] Values(SequenceForm form, ImmutableArray<Rational>[] plans, int player)
    {
        var values = new Rational[form.Sequences[player].Length];
        foreach (var (sequences, _, payoffs) in form.Payoffs)
        {
            var weight = payoffs[player];
            for (var other = 0; other < plans.Length; other++)
                weight = other == player ? weight : weight * plans[other][sequences[other]];
            values[sequences[player]] += weight;
        }

        return values;
    }
}

/// <summary>A profile of behaviour strategies of an extensive game with its certificate.</summary>
/// <param name="Behaviour">By information set and action, exact probabilities.</param>
/// <param name="Payoffs">Exact expected payoffs by player.</param>
/// <param name="Regret">The most that a player can gain alone, exact; 0, or it is no equilibrium.</param>
/// <param name="Pivots">Pivots made.</param>
public sealed record BehaviourEquilibrium(ImmutableArray<ImmutableArray<Rational>> Behaviour, ImmutableArray<Rational> Payoffs, Rational Regret, int Pivots)
{
    internal static BehaviourEquilibrium Certify(SequenceForm form, IReadOnlyList<IReadOnlyList<Rational>> plans, int pivots)
    {
        var behaviour = new ImmutableArray<Rational>[form.Game.InformationSets.Length];
        for (var player = 0; player < plans.Count; player++)
            form.WriteBehaviour(player, plans[player], behaviour);
        var responses = Enumerable.Range(0, plans.Count).Select(player => BestResponse.To(form, behaviour, player)).ToList();
        return new BehaviourEquilibrium([.. behaviour], [.. responses.Select(r => r.Payoff - r.Gain)], responses.Max(r => r.Gain), pivots);
    }
}
