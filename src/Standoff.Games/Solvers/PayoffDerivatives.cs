using System.Collections.Immutable;

namespace Standoff.Games.Solvers;

/// <summary>
/// Derivatives of a logit equilibrium with respect to every payoff: the equations F(y, U) = 0 give dy/dU = −(∂F/∂y)⁻¹·∂F/∂U
/// (implicit function theorem).
/// </summary>
public sealed class PayoffDerivatives
{
    private readonly ImmutableArray<int> ends;
    private readonly int players;
    // By move and payoff: derivative of the logarithm of its probability.
    private readonly double[][] logs;
    private readonly double[] probabilities;
    private readonly ImmutableArray<int>[] movesTo;
    private readonly double[] endProbabilities;

    private PayoffDerivatives(ImmutableArray<int> ends, int players, double[][] logs, double[] probabilities, ImmutableArray<int>[] movesTo, double[] endProbabilities) =>
        (this.ends, this.players, this.logs, this.probabilities, this.movesTo, this.endProbabilities) = (ends, players, logs, probabilities, movesTo, endProbabilities);

    /// <summary>Numbers of the nodes where the game ends.</summary>
    public ImmutableArray<int> Ends => ends;

    /// <summary>Derivative of a move's probability with respect to a player's payoff at an end, 1/payoff.</summary>
    /// <param name="move">The move, in the order of information sets and actions.</param>
    /// <param name="end">Position in <see cref="Ends"/>.</param>
    /// <param name="player">Whose payoff.</param>
    public double OfMove(int move, int end, int player) => probabilities[move] * logs[move][(end * players) + player];

    /// <summary>Derivative of the probability that the game ends at one end with respect to a player's payoff at another, 1/payoff.</summary>
    /// <param name="outcome">Position in <see cref="Ends"/> of the end whose probability is meant.</param>
    /// <param name="end">Position of the end whose payoff changes.</param>
    /// <param name="player">Whose payoff.</param>
    public double OfEnd(int outcome, int end, int player)
    {
        var sum = 0.0;
        foreach (var move in movesTo[outcome])
            sum += logs[move][(end * players) + player];
        return endProbabilities[outcome] * sum;
    }

    internal static PayoffDerivatives At(AgentEquations equations, WarmStart start, ImmutableArray<int> ends, int players)
    {
        equations.Restore(start.References);
        equations.FactorAt(start.Unknowns);
        var width = ends.Length * players;
        var sides = Sides(equations, start.Unknowns[^1], ends, players);
        equations.SolveMany(sides, width);
        var moves = equations.Moves(equations.Decisions - 1) is var (first, count) ? first + count : 0;
        var logs = new double[moves][];
        for (var decision = 0; decision < equations.Decisions; decision++)
            WriteLogs(equations, decision, sides, width, logs);
        var (movesTo, endProbabilities, on) = (new ImmutableArray<int>[ends.Length], new double[ends.Length], new List<int>());
        for (var end = 0; end < ends.Length; end++)
        {
            endProbabilities[end] = equations.EndProbability(ends[end], on);
            movesTo[end] = [.. on];
        }

        return new PayoffDerivatives(ends, players, logs, [.. Enumerable.Range(0, moves).Select(equations.Probability)], movesTo, endProbabilities);
    }

    // −∂F/∂U by equation and payoff: λ·(∂u_a/∂U − ∂u_reference/∂U); the last equation holds λ.
    private static double[] Sides(AgentEquations equations, double rationality, ImmutableArray<int> ends, int players)
    {
        var width = ends.Length * players;
        var sides = new double[(equations.Size + 1) * width];
        var byMove = new double[equations.Size + equations.Decisions];
        for (var payoff = 0; payoff < width; payoff++)
        {
            equations.AddEndDerivatives(ends[payoff / players], payoff % players, byMove);
            for (var decision = 0; decision < equations.Decisions; decision++)
            {
                var (first, count) = equations.Moves(decision);
                var reference = Enumerable.Range(0, count).First(i => equations.UnknownOf(decision, i) < 0);
                for (var i = 0; i < count; i++)
                {
                    if (i != reference)
                        sides[(equations.UnknownOf(decision, i) * width) + payoff] = rationality * (byMove[first + i] - byMove[first + reference]);
                }
            }
        }

        return sides;
    }

    // d ln p_a = dy_a − Σ_b p_b·dy_b.
    private static void WriteLogs(AgentEquations equations, int decision, double[] solved, int width, double[][] logs)
    {
        var (first, count) = equations.Moves(decision);
        for (var i = 0; i < count; i++)
            logs[first + i] = equations.UnknownOf(decision, i) is var unknown and >= 0 ? solved.AsSpan(unknown * width, width).ToArray() : new double[width];
        for (var payoff = 0; payoff < width; payoff++)
        {
            var mean = 0.0;
            for (var i = 0; i < count; i++)
                mean += equations.Probability(first + i) * logs[first + i][payoff];
            for (var i = 0; i < count; i++)
                logs[first + i][payoff] -= mean;
        }
    }
}
