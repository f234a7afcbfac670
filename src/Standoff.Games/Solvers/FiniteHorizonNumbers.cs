using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// The numbers of four games of one shape, side by side: payoffs of nodes and edges, chances and base weights of edges,
/// discount and rationality. A lane is one game; lanes never touch each other.
/// </summary>
public sealed class FiniteHorizonNumbers(FiniteHorizonGame game)
{
    /// <summary>Games that are solved side by side.</summary>
    public const int Lanes = 4;

    internal readonly Vector256<double>[] NodePayoffs = new Vector256<double>[game.NodeCount * game.PlayerCount];
    internal readonly Vector256<double>[] EdgePayoffs = new Vector256<double>[game.EdgeCount * game.PlayerCount];
    internal readonly Vector256<double>[] EdgeWeights = new Vector256<double>[game.EdgeCount];
    internal readonly Vector256<double>[] Rationality = new Vector256<double>[game.PlayerCount];
    internal Vector256<double> Discount = Vector256<double>.One;

    /// <summary>The shape these numbers belong to.</summary>
    public FiniteHorizonGame Game { get; } = game;

    /// <summary>Payoff to a player each time the node is reached; at a terminal node, the payoff of ending there.</summary>
    public void SetNodePayoff(int lane, int node, int player, double value) =>
        Lane(NodePayoffs)[((((node * Game.PlayerCount) + player) * Lanes)) + lane] = value;

    /// <summary>Payoff to a player when the edge is taken.</summary>
    public void SetEdgePayoff(int lane, int edge, int player, double value) =>
        Lane(EdgePayoffs)[(((edge * Game.PlayerCount) + player) * Lanes) + lane] = value;

    /// <summary>At a chance node the probability of the edge, at a decision node the base weight w of the move (≥ 0, one of them positive).</summary>
    public void SetEdgeWeight(int lane, int edge, double value) => Lane(EdgeWeights)[(edge * Lanes) + lane] = value;

    /// <summary>λ of a player, in 1/payoff: 0 plays by the base weights, +∞ is not allowed but 1e6 acts like it.</summary>
    public void SetRationality(int lane, int player, double value) => Lane(Rationality)[(player * Lanes) + lane] = value;

    /// <summary>Factor on what the next period pays, in (0, 1].</summary>
    public void SetDiscount(int lane, double value) => Discount = Discount.WithElement(lane, value);

    private static Span<double> Lane(Vector256<double>[] array) => MemoryMarshal.Cast<Vector256<double>, double>(array.AsSpan());
}
