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

    /// <summary>Derivative of the logarithm of a move's probability along a direction of the payoffs, by end and player.</summary>
    internal double OfLog(int move, ImmutableArray<double> direction)
    {
        var sum = 0.0;
        for (var payoff = 0; payoff < direction.Length; payoff++)
            sum += direction[payoff] == 0 ? 0 : direction[payoff] * logs[move][payoff];
        return sum;
    }

    internal static PayoffDerivatives At(AgentEquations equations, WarmStart start, ImmutableArray<int> atEnds, int playerCount)
    {
        equations.Restore(start.References);
        equations.FactorAt(start.Unknowns);
        var width = atEnds.Length * playerCount;
        var sides = Sides(equations, start.Unknowns[^1], atEnds, playerCount);
        equations.SolveMany(sides, width);
        var moves = equations.Size + equations.Decisions;
        var byMove = new double[moves][];
        for (var decision = 0; decision < equations.Decisions; decision++)
            WriteLogs(equations, decision, sides, width, byMove);
        var (paths, reached, on) = (new ImmutableArray<int>[atEnds.Length], new double[atEnds.Length], new List<int>());
        for (var end = 0; end < atEnds.Length; end++)
        {
            reached[end] = equations.EndProbability(atEnds[end], on);
            paths[end] = [.. on];
        }

        return new PayoffDerivatives(atEnds, playerCount, byMove, [.. Enumerable.Range(0, moves).Select(equations.Probability)], paths, reached);
    }

    // −∂F/∂U by equation and payoff: λ·(∂u_a/∂U − ∂u_reference/∂U); the last equation holds λ.
    private static double[] Sides(AgentEquations equations, double rationality, ImmutableArray<int> atEnds, int playerCount)
    {
        var width = atEnds.Length * playerCount;
        var sides = new double[(equations.Size + 1) * width];
        var leads = new double[equations.Size + equations.Decisions];
        for (var payoff = 0; payoff < width; payoff++)
        {
            equations.AddEndDerivatives(atEnds[payoff / playerCount], payoff % playerCount, leads);
            for (var decision = 0; decision < equations.Decisions; decision++)
            {
                var (first, count) = equations.Moves(decision);
                var reference = Enumerable.Range(0, count).First(i => equations.UnknownOf(decision, i) < 0);
                for (var i = 0; i < count; i++)
                {
                    if (i != reference)
                        sides[(equations.UnknownOf(decision, i) * width) + payoff] = rationality * (leads[first + i] - leads[first + reference]);
                }
            }
        }

        return sides;
    }

    // d ln p_a = dy_a − Σ_b p_b·dy_b.
    private static void WriteLogs(AgentEquations equations, int decision, double[] solved, int width, double[][] byMove)
    {
        var (first, count) = equations.Moves(decision);
        for (var i = 0; i < count; i++)
            byMove[first + i] = equations.UnknownOf(decision, i) is var unknown and >= 0 ? solved.AsSpan(unknown * width, width).ToArray() : new double[width];
        for (var payoff = 0; payoff < width; payoff++)
        {
            var mean = 0.0;
            for (var i = 0; i < count; i++)
                mean += equations.Probability(first + i) * byMove[first + i][payoff];
            for (var i = 0; i < count; i++)
                byMove[first + i][payoff] -= mean;
        }
    }
}
