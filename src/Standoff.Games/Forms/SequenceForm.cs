using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Forms;

/// <summary>What a player has done on the way to a node: the empty sequence, or a sequence and one more action.</summary>
/// <param name="Before">Number of the sequence that leads to the information set; −1 for the empty one.</param>
/// <param name="InformationSet">Index into the game's information sets; −1 for the empty sequence.</param>
/// <param name="Action">The action taken there; −1 for the empty sequence.</param>
public readonly record struct MoveSequence(int Before, int InformationSet, int Action);

/// <summary>Payoffs of all ends that the same sequences of all players lead to, weighted by chance and summed.</summary>
/// <param name="Sequences">By player, the number of its sequence.</param>
/// <param name="Chance">Probability of chance's moves to these ends, summed.</param>
/// <param name="Payoffs">By player.</param>
public sealed record SequencePayoff(ImmutableArray<int> Sequences, Rational Chance, ImmutableArray<Rational> Payoffs);

/// <summary>
/// The sequence form of a game with perfect recall (Romanovskii 1962; Koller and Megiddo 1992; von Stengel 1996). A player's strategy is a
/// realization plan x ≥ 0: x_∅ = 1, and at each information set the weights of the longer sequences sum to the weight of the one that leads there.
/// Its size grows with the tree, where the strategic form's grows exponentially.
/// </summary>
public sealed class SequenceForm
{
    private readonly ImmutableArray<int> leading;
    private readonly ImmutableArray<int> first;

    private SequenceForm(ExtensiveGame game)
    {
        Game = game;
        var sequences = new List<MoveSequence>[game.Players.Length];
        for (var player = 0; player < sequences.Length; player++)
            sequences[player] = [new MoveSequence(-1, -1, -1)];
        var (leadingTo, firstOf) = (new int[game.InformationSets.Length], new int[game.InformationSets.Length]);
        Array.Fill(firstOf, -1);
        var at = new int[game.Nodes.Length][];
        for (var node = 0; node < at.Length; node++)
        {
            at[node] = SequencesAt(node, at, firstOf);
            Number(game.Nodes[node], at[node], sequences, leadingTo, firstOf);
        }

        (leading, first) = ([.. leadingTo], [.. firstOf]);
        Sequences = [.. sequences.Select(s => s.ToImmutableArray())];
        Payoffs = Collect(at);
    }

    /// <summary>The game.</summary>
    public ExtensiveGame Game { get; }

    /// <summary>By player: the empty sequence, then those of each information set in order of the tree, so that a sequence comes after the one it extends.</summary>
    public ImmutableArray<ImmutableArray<MoveSequence>> Sequences { get; }

    /// <summary>Payoffs by the players' sequences; combinations that lead to no end are left out.</summary>
    public ImmutableArray<SequencePayoff> Payoffs { get; }

    /// <summary>The sequence form of a game.</summary>
    /// <exception cref="ImperfectRecallException">A player forgets, so an information set has no one sequence that leads to it.</exception>
    public static SequenceForm Of(ExtensiveGame game)
    {
        ImperfectRecallException.ThrowIfForgetful(game);
        return new SequenceForm(game);
    }

    /// <summary>Number of the owner's sequence that leads to an information set.</summary>
    public int SequenceTo(int informationSet) => leading[informationSet];

    /// <summary>Number of the owner's sequence that ends with an action at an information set.</summary>
    public int SequenceOf(int informationSet, int action) => first[informationSet] + action;

    /// <summary>Indices of a player's information sets, a set after those that it follows.</summary>
    public IEnumerable<int> SetsOf(int player) => Sequences[player].Where(s => s.Action == 0).Select(s => s.InformationSet);

    /// <summary>The realization plan of a behaviour strategy.</summary>
    /// <param name="player">The player.</param>
    /// <param name="behaviour">By information set of the game and action; only the player's are read.</param>
    public ImmutableArray<Rational> Plan(int player, IReadOnlyList<ImmutableArray<Rational>> behaviour)
    {
        var plan = new Rational[Sequences[player].Length];
        plan[0] = Rational.One;
        for (var i = 1; i < plan.Length; i++)
        {
            var (before, set, action) = Sequences[player][i];
            plan[i] = plan[before] * behaviour[set][action];
        }

        return [.. plan];
    }

    /// <summary>The behaviour strategy of a realization plan, written over the player's information sets; where the player's own moves rule a set out, its first action.</summary>
    internal void WriteBehaviour(int player, IReadOnlyList<Rational> plan, ImmutableArray<Rational>[] behaviour)
    {
        foreach (var set in SetsOf(player))
        {
            var reach = plan[leading[set]];
            behaviour[set] = [.. Game.InformationSets[set].Actions.Select((_, action) =>
                reach.Sign == 0 ? (action == 0 ? Rational.One : Rational.Zero) : plan[SequenceOf(set, action)] / reach)];
        }
    }

    private int[] SequencesAt(int node, int[][] at, int[] firstOf)
    {
        var (parent, action) = (Game.Nodes[node].Parent, Game.Nodes[node].ActionBefore);
        if (parent < 0)
            return new int[Game.Players.Length];
        if (Game.Nodes[parent].Player < 0)
            return at[parent];
        var own = (int[])at[parent].Clone();
        own[Game.Nodes[parent].Player] = firstOf[Game.Nodes[parent].InformationSet] + action;
        return own;
    }

    private static void Number(ExtensiveGame.Node node, int[] at, List<MoveSequence>[] sequences, int[] leadingTo, int[] firstOf)
    {
        var set = node.InformationSet;
        if (set < 0 || firstOf[set] >= 0)
            return;
        (leadingTo[set], firstOf[set]) = (at[node.Player], sequences[node.Player].Count);
        for (var action = 0; action < node.Children.Length; action++)
            sequences[node.Player].Add(new MoveSequence(at[node.Player], set, action));
    }

    private ImmutableArray<SequencePayoff> Collect(int[][] at)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var collected = new List<(int[] Sequences, Rational Chance, Rational[] Payoffs)>();
        foreach (var (node, chance, totals) in ExactPayoffs.AtEnds(Game))
        {
            var key = string.Join(',', at[node]);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers[key] = number = collected.Count;
                collected.Add((at[node], Rational.Zero, new Rational[Game.Players.Length]));
            }

            var (_, before, payoffs) = collected[number];
            collected[number] = (at[node], before + chance, payoffs);
            for (var player = 0; player < totals.Length; player++)
                payoffs[player] += totals[player] * chance;
        }

        return [.. collected.Select(c => new SequencePayoff([.. c.Sequences], c.Chance, [.. c.Payoffs]))];
    }
}
