using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>A subgame-perfect equilibrium in pure strategies.</summary>
/// <param name="Actions">By information set, the action taken.</param>
/// <param name="Payoffs">Exact expected payoffs by player.</param>
/// <param name="IsUnique">Whether no mover is ever indifferent between best actions; otherwise other equilibria exist, and the first best action was taken.</param>
public sealed record SubgamePerfectEquilibrium(ImmutableArray<int> Actions, ImmutableArray<Rational> Payoffs, bool IsUnique);

/// <summary>The game has information sets of several nodes, so backward induction does not apply.</summary>
public sealed class ImperfectInformationException(ExtensiveGame game, InformationSet set)
    : InvalidOperationException($"Information set \"{set.Name}\" of {game.Players[set.Player]} has {set.Members.Length} nodes; backward induction needs one.")
{
    /// <summary>The game.</summary>
    public ExtensiveGame Game { get; } = game;

    /// <summary>The first such set.</summary>
    public InformationSet InformationSet { get; } = set;
}

/// <summary>Backward induction in games of perfect information (Zermelo 1913, Kuhn 1953), exact.</summary>
public static class BackwardInduction
{
    /// <summary>Solves the game from its ends to its root; each node is visited once, and nobody regrets anything in any subgame.</summary>
    /// <exception cref="ImperfectInformationException">An information set has several nodes.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SubgamePerfectEquilibrium Solve(ExtensiveGame game, CancellationToken cancellation = default)
    {
        if (game.InformationSets.FirstOrDefault(s => s.Members.Length > 1) is { } set)
            throw new ImperfectInformationException(game, set);
        var values = new Rational[game.Nodes.Length][];
        var actions = new int[game.InformationSets.Length];
        var unique = true;
        for (var i = game.Nodes.Length - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            var node = game.Nodes[i];
            var following = node.Children.Select(child => values[child]).ToArray();
            var value = new Rational[game.Players.Length];
            if (node.Player >= 0)
            {
                (actions[node.InformationSet], var tied) = Best(following, node.Player);
                unique &= !tied;
                value = (Rational[])following[actions[node.InformationSet]].Clone();
            }
            else
            {
                for (var branch = 0; branch < following.Length; branch++)
                    Add(value, following[branch], node.Probabilities[branch]);
            }

            Add(value, node.Payoffs, Rational.One);
            values[i] = value;
        }

        return new SubgamePerfectEquilibrium([.. actions], [.. values[0]], unique);
    }

    private static (int Action, bool Tied) Best(Rational[][] following, int player)
    {
        var best = 0;
        for (var action = 1; action < following.Length; action++)
        {
            if (following[action][player] > following[best][player])
                best = action;
        }

        return (best, following.Count(f => f[player] == following[best][player]) > 1);
    }

    private static void Add(Rational[] sum, IReadOnlyList<Rational> payoffs, Rational weight)
    {
        for (var player = 0; player < payoffs.Count; player++)
            sum[player] += weight * payoffs[player];
    }
}
