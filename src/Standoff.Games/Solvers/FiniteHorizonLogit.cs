using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Logit quantal response by backward induction in a finite-horizon game of perfect information:
/// σ(a) ∝ w_a·e^{λ·Q_a}, where Q_a is the expected discounted payoff of the move and of what follows it,
/// *without* the inclusive value of the choice shocks. With perfect information the equilibrium is unique and backward induction
/// is exact: nothing is iterated and the residual is 0 but for rounding. Holds the buffers of four solves, which it reuses.
/// </summary>
/// <remarks>
/// McKelvey and Palfrey 1998, agent quantal response, with base weights. As λ → ∞ and without ties, the subgame-perfect equilibrium.
/// Lanes are computed element by element without fused operations, so a game's results have the same bits in any lane and on any processor.
/// </remarks>
public sealed class FiniteHorizonLogit
{
    private readonly FiniteHorizonGame game;
    private readonly int players;
    private readonly int solved;
    private readonly int reported;
    // Values by slot (this period's nodes, then the next one's) and player.
    private readonly Vector256<double>[] values;
    private readonly Vector256<double>[] strategies;
    // What a node pays by itself: its payoff, and at a chance node the mean payoff of its edges too.
    private readonly Vector256<double>[] bases;
    private readonly Vector256<double>[] firstValues;
    private readonly Vector256<double>[] mass;
    private readonly Vector256<double>[] occupancy;
    private readonly Vector256<double>[] scratch;

    /// <summary>Buffers for games of this shape.</summary>
    /// <param name="game">The shape.</param>
    /// <param name="solvedPeriods">Periods that are solved; after them everything is worth 0.</param>
    /// <param name="reportedPeriods">Periods whose path is reported, at most those solved.</param>
    public FiniteHorizonLogit(FiniteHorizonGame game, int solvedPeriods, int reportedPeriods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reportedPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(solvedPeriods, reportedPeriods);
        this.game = game;
        players = game.PlayerCount;
        solved = solvedPeriods;
        reported = reportedPeriods;
        values = new Vector256<double>[2 * game.NodeCount * players];
        bases = new Vector256<double>[game.NodeCount * players];
        firstValues = new Vector256<double>[game.EdgeCount];
        strategies = new Vector256<double>[game.EdgeCount * reportedPeriods];
        mass = new Vector256<double>[2 * game.NodeCount * game.MarkCount];
        occupancy = new Vector256<double>[(reportedPeriods + 1) * game.NodeCount * game.MarkCount];
        scratch = new Vector256<double>[game.EdgeCount];
    }

    /// <summary>Periods solved.</summary>
    public int SolvedPeriods => solved;

    /// <summary>Periods reported.</summary>
    public int ReportedPeriods => reported;

    /// <summary>Solves the four games and pushes probability 1 forward from the node and mark.</summary>
    public void Solve(FiniteHorizonNumbers numbers, int startNode, int startMark) => Solve(numbers, [(startNode, startMark, 1)]);

    /// <summary>Solves the four games and pushes a distribution over nodes and marks forward, whose masses sum to one.</summary>
    public void Solve(FiniteHorizonNumbers numbers, ReadOnlySpan<(int Node, int Mark, double Mass)> starts)
    {
        if (!ReferenceEquals(numbers.Game, game))
            throw new ArgumentException("The numbers belong to a game of another shape.", nameof(numbers));
        Array.Clear(values);
        SumBases(numbers);
        for (var period = solved - 1; period >= 0; period--)
            SolvePeriod(numbers, period);
        PushForward(numbers, starts);
    }

    /// <summary>Probability that the move is taken (or the turn of chance happens) when its node is reached in the period.</summary>
    public double Probability(int lane, int period, int edge) => strategies[(period * game.EdgeCount) + edge][lane];

    /// <summary>Q: what the mover expects of the edge in the first period, discounted; 0 for edges of chance.</summary>
    public double MoveValue(int lane, int edge) => firstValues[edge][lane];

    /// <summary>What a player expects at a node of the first period.</summary>
    public double Value(int lane, int node, int player) => values[(node * players) + player][lane];

    /// <summary>
    /// By node, mark and lane, the probability at the start of the period (0 to the reported number, the last being the end of the last period)
    /// of standing at the node, or for a terminal node of having ended there.
    /// </summary>
    public ReadOnlySpan<double> Occupancy(int period)
    {
        var size = game.NodeCount * game.MarkCount;
        return MemoryMarshal.Cast<Vector256<double>, double>(occupancy.AsSpan(period * size, size));
    }

    private void SumBases(FiniteHorizonNumbers numbers)
    {
        for (var node = 0; node < game.NodeCount; node++)
        {
            for (var player = 0; player < players; player++)
            {
                var payoff = numbers.NodePayoffs[(node * players) + player];
                if (game.Owner[node] == FiniteHorizonGame.Chance)
                {
                    for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
                        payoff += numbers.EdgeWeights[edge] * numbers.EdgePayoffs[(edge * players) + player];
                }

                bases[(node * players) + player] = payoff;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolvePeriod(FiniteHorizonNumbers numbers, int period)
    {
        var strategy = period < reported ? strategies.AsSpan(period * game.EdgeCount, game.EdgeCount) : scratch.AsSpan();
        var starts = game.EdgeStart;
        var owners = game.Owner;
        for (var node = game.NodeCount - 1; node >= 0; node--)
        {
            int first = starts[node], count = starts[node + 1] - first;
            var moves = strategy.Slice(first, count);
            if (owners[node] >= 0)
            {
                Choose(numbers, owners[node], first, moves, period == 0);
                ExpectOfDecision(numbers.EdgePayoffs, node, first, moves);
            }
            else
            {
                numbers.EdgeWeights.AsSpan(first, count).CopyTo(moves);
                ExpectOfChance(node, first, moves);
            }
        }

        Discount(numbers.Discount);
    }

    // The exponent is taken from the best move with positive weight, so it never overflows and one term is always 1·w.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Choose(FiniteHorizonNumbers numbers, int owner, int first, Span<Vector256<double>> strategy, bool keep)
    {
        var slots = game.EdgeSlot.Slice(first, strategy.Length);
        var weights = numbers.EdgeWeights.AsSpan(first, strategy.Length);
        var best = Vector256.Create(double.NegativeInfinity);
        for (var i = 0; i < strategy.Length; i++)
        {
            var q = numbers.EdgePayoffs[((first + i) * players) + owner] + values[(slots[i] * players) + owner];
            if (keep)
                firstValues[first + i] = q;
            var possible = Vector256.GreaterThan(weights[i], Vector256<double>.Zero);
            strategy[i] = Vector256.ConditionalSelect(possible, q, Vector256.Create(double.NegativeInfinity));
            best = Vector256.Max(best, strategy[i]);
        }

        Normalise(strategy, weights, best, numbers.Rationality[owner]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise(Span<Vector256<double>> strategy, ReadOnlySpan<Vector256<double>> weights, Vector256<double> best, Vector256<double> rationality)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < strategy.Length; i++)
        {
            // Finite, so that a ruled-out move times λ = 0 is no NaN; its weight is 0 anyway.
            var below = Vector256.Max(strategy[i] - best, Vector256.Create(double.MinValue));
            strategy[i] = weights[i] * ElementaryFunctions.Exp(rationality * below);
            sum += strategy[i];
        }

        var scale = Vector256<double>.One / sum;
        for (var i = 0; i < strategy.Length; i++)
            strategy[i] *= scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfDecision(Vector256<double>[] edgePayoffs, int node, int first, ReadOnlySpan<Vector256<double>> strategy)
    {
        var slots = game.EdgeSlot.Slice(first, strategy.Length);
        for (var player = 0; player < players; player++)
        {
            var value = bases[(node * players) + player];
            for (var i = 0; i < strategy.Length; i++)
                value += strategy[i] * (edgePayoffs[((first + i) * players) + player] + values[(slots[i] * players) + player]);
            values[(node * players) + player] = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfChance(int node, int first, ReadOnlySpan<Vector256<double>> chances)
    {
        var slots = game.EdgeSlot.Slice(first, chances.Length);
        for (var player = 0; player < players; player++)
        {
            var value = bases[(node * players) + player];
            for (var i = 0; i < chances.Length; i++)
                value += chances[i] * values[(slots[i] * players) + player];
            values[(node * players) + player] = value;
        }
    }

    private void Discount(Vector256<double> discount)
    {
        var size = game.NodeCount * players;
        for (var i = 0; i < size; i++)
            values[size + i] = discount * values[i];
    }

    private void PushForward(FiniteHorizonNumbers numbers, ReadOnlySpan<(int Node, int Mark, double Mass)> starts)
    {
        var marks = game.MarkCount;
        var half = game.NodeCount * marks;
        Array.Clear(mass);
        foreach (var (node, mark, share) in starts)
            mass[(node * marks) + mark] += Vector256.Create(share);
        for (var period = 0; period < reported; period++)
        {
            mass.AsSpan(0, half).CopyTo(occupancy.AsSpan(period * half));
            PushPeriod(strategies.AsSpan(period * game.EdgeCount, game.EdgeCount));
            for (var node = 0; node < game.NodeCount; node++)
                Carry(node * marks, marks, half, game.Owner[node] == FiniteHorizonGame.Terminal);
        }

        mass.AsSpan(0, half).CopyTo(occupancy.AsSpan(reported * half));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushPeriod(ReadOnlySpan<Vector256<double>> strategy)
    {
        var marks = game.MarkCount;
        var starts = game.EdgeStart;
        var slots = game.EdgeSlot;
        var edgeMarks = game.EdgeMark;
        for (var node = 0; node < game.NodeCount; node++)
        {
            var from = mass.AsSpan(node * marks, marks);
            for (var edge = starts[node]; edge < starts[node + 1]; edge++)
            {
                var to = mass.AsSpan(slots[edge] * marks, marks);
                var probability = strategy[edge];
                var floor = edgeMarks[edge];
                for (var mark = 0; mark < from.Length; mark++)
                    to[Math.Max(mark, floor)] += probability * from[mark];
            }
        }
    }

    // What waits for the next period moves to its start; what has ended stays where it is.
    private void Carry(int index, int marks, int half, bool terminal)
    {
        for (var i = index; i < index + marks; i++)
        {
            if (!terminal)
                mass[i] = mass[half + i];
            mass[half + i] = Vector256<double>.Zero;
        }
    }
}
