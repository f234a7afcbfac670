using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// The numbers of eight games of one shape, side by side: payoffs of nodes and edges by profile of types, chances and base weights of edges,
/// chances of types, discount and rationality. A lane is one game; lanes never touch each other.
/// </summary>
/// <param name="game">The shape.</param>
/// <param name="types">Private types; <see langword="null"/> for complete information.</param>
public sealed class FiniteHorizonNumbers(FiniteHorizonGame game, TypeSpace? types = null)
{
    /// <summary>Games that are solved side by side.</summary>
    public const int Lanes = 8;

    private readonly int planes = (types?.ProfileCount ?? 1) * game.PlayerCount;
    // By player: its first type in Chances.
    private readonly int[] firstType = FirstTypes(types ?? TypeSpace.Known(game.PlayerCount));

    /// <summary>The shape these numbers belong to.</summary>
    public FiniteHorizonGame Game { get; } = game;

    /// <summary>Private types of the players.</summary>
    public TypeSpace Types { get; } = types ?? TypeSpace.Known(game.PlayerCount);

    // By node or edge, profile and player.
    internal Vector512<double>[] NodePayoffs { get; } = new Vector512<double>[game.NodeCount * game.PlayerCount * (types?.ProfileCount ?? 1)];

    internal Vector512<double>[] EdgePayoffs { get; } = new Vector512<double>[game.EdgeCount * game.PlayerCount * (types?.ProfileCount ?? 1)];

    internal Vector512<double>[] EdgeWeights { get; } = new Vector512<double>[game.EdgeCount];

    internal Vector512<double>[] Rationality { get; } = new Vector512<double>[game.PlayerCount];

    internal Vector512<double>[] Chances { get; } = EqualChances(types ?? TypeSpace.Known(game.PlayerCount));

    internal Vector512<double> Discount { get; private set; } = Vector512<double>.One;

    /// <summary>Payoff to a player each time the node is reached, whatever the types; at a terminal node, the payoff of ending there.</summary>
    public void SetNodePayoff(int lane, int node, int player, double value)
    {
        for (var profile = 0; profile < Types.ProfileCount; profile++)
            Lane(NodePayoffs)[(((node * planes) + (profile * Game.PlayerCount) + player) * Lanes) + lane] = value;
    }

    /// <summary>Payoff to a player when the edge is taken, whatever the types.</summary>
    public void SetEdgePayoff(int lane, int edge, int player, double value)
    {
        for (var profile = 0; profile < Types.ProfileCount; profile++)
            SetEdgePayoff(lane, edge, player, profile, value);
    }

    /// <summary>Payoff to a player when the edge is taken under the profile of types.</summary>
    public void SetEdgePayoff(int lane, int edge, int player, int profile, double value) =>
        Lane(EdgePayoffs)[(((edge * planes) + (profile * Game.PlayerCount) + player) * Lanes) + lane] = value;

    /// <summary>At a chance node the probability of the edge, at a decision node the base weight w of the move (≥ 0, one of them positive).</summary>
    public void SetEdgeWeight(int lane, int edge, double value) => Lane(EdgeWeights)[(edge * Lanes) + lane] = value;

    /// <summary>λ of a player, in 1/payoff: 0 plays by the base weights, +∞ is not allowed but 1e6 acts like it.</summary>
    public void SetRationality(int lane, int player, double value) => Lane(Rationality)[(player * Lanes) + lane] = value;

    /// <summary>Probability that the player is of the type, before anything is seen; a player's sum to one.</summary>
    public void SetTypeChance(int lane, int player, int type, double value) => Lane(Chances)[((firstType[player] + type) * Lanes) + lane] = value;

    /// <summary>Probability, in each game, that the player is of the type before anything is seen.</summary>
    public Vector512<double> TypeChance(int player, int type) => Chances[firstType[player] + type];

    /// <summary>Factor on what the next period pays, in (0, 1].</summary>
    public void SetDiscount(int lane, double value) => Discount = Discount.WithElement(lane, value);

    private static Span<double> Lane(Vector512<double>[] array) => MemoryMarshal.Cast<Vector512<double>, double>(array.AsSpan());

    private static int[] FirstTypes(TypeSpace types)
    {
        var first = new int[types.PlayerCount];
        for (var player = 1; player < first.Length; player++)
            first[player] = first[player - 1] + types.Count(player - 1);
        return first;
    }

    private static Vector512<double>[] EqualChances(TypeSpace types) =>
        [.. Enumerable.Range(0, types.PlayerCount).SelectMany(player => Enumerable.Repeat(Vector512.Create(1.0 / types.Count(player)), types.Count(player)))];
}
