using System.Runtime.CompilerServices;
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
/// What works on lanes is left to the just-in-time compiler, fully optimised from the first call: code compiled ahead of time may not use them.
/// </remarks>
public sealed class FiniteHorizonLogit
{
    private readonly FiniteHorizonGame game;
    private readonly int players;
    private readonly int solved;
    private readonly int reported;
    // Values by slot (this period's nodes, then the next one's) and player.
    private readonly Vector256<double>[] values;
    // Choice probabilities by period and move; moves of decision nodes are numbered on their own.
    private readonly int[] firstChoice;
    private readonly int choiceCount;
    private readonly Vector256<double>[] choices;
    // What a node pays by itself: its payoff, and at a chance node the mean payoff of its edges too.
    private readonly Vector256<double>[] bases;
    private readonly Vector256<double>[] firstValues;
    private readonly FiniteHorizonPath path;

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
        firstChoice = new int[game.NodeCount];
        for (var node = 0; node < game.NodeCount; node++)
        {
            firstChoice[node] = choiceCount;
            choiceCount += game.Owner[node] >= 0 ? game.EdgeStart[node + 1] - game.EdgeStart[node] : 0;
        }

        // One more period than reported: those behind the horizon are solved there, one over the other.
        choices = new Vector256<double>[choiceCount * (reportedPeriods + 1)];
        path = new FiniteHorizonPath(game, firstChoice, reportedPeriods);
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
        SolveBackward(numbers);
        var masses = new (int Node, int Mark, Vector256<double> Mass)[starts.Length];
        for (var i = 0; i < starts.Length; i++)
            masses[i] = (starts[i].Node, starts[i].Mark, Vector256.Create(starts[i].Mass));
        Push(numbers, masses, reported);
    }

    /// <summary>Solves the four games without a path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SolveBackward(FiniteHorizonNumbers numbers)
    {
        if (!ReferenceEquals(numbers.Game, game))
            throw new ArgumentException("The numbers belong to a game of another shape.", nameof(numbers));
        Array.Clear(values);
        SumBases(numbers);
        for (var period = solved - 1; period >= 0; period--)
            SolvePeriod(numbers, period);
    }

    /// <summary>Pushes a distribution over nodes and marks, one for each game, forward through the games solved last.</summary>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="starts">Masses by game, which sum to one in each.</param>
    /// <param name="periods">How far, at most the reported periods; later ones keep what an earlier path left there.</param>
    public void Push(FiniteHorizonNumbers numbers, ReadOnlySpan<(int Node, int Mark, Vector256<double> Mass)> starts, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(periods, reported);
        path.Start(starts);
        for (var period = 0; period < periods; period++)
            path.Push(period, ChoicesIn(period), numbers.EdgeWeights);
    }

    /// <summary>Probability that the move of a decision node is taken when the node is reached in the period.</summary>
    public double Probability(int lane, int period, int node, int move) => ChoicesIn(period)[firstChoice[node] + move][lane];

    /// <summary>Q: what the mover expects of the edge in the first period, discounted; 0 for edges of chance.</summary>
    public double MoveValue(int lane, int edge) => firstValues[edge][lane];

    /// <summary>What a player expects at a node of the first period.</summary>
    public double Value(int lane, int node, int player) => values[(node * players) + player][lane];

    /// <summary>
    /// By mark and lane, the probability at the start of the period (0 to the reported number, the last being the end of the last period)
    /// of standing at the node, or for a terminal node of having ended there.
    /// </summary>
    public ReadOnlySpan<double> Occupancy(int period, int node) => path.Occupancy(period, node);

    private Span<Vector256<double>> ChoicesIn(int period) => choices.AsSpan(Math.Min(period, reported) * choiceCount, choiceCount);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        var moves = ChoicesIn(period);
        var starts = game.EdgeStart;
        var owners = game.Owner;
        for (var node = game.NodeCount - 1; node >= 0; node--)
        {
            int first = starts[node], count = starts[node + 1] - first;
            if (owners[node] >= 0)
            {
                Choose(numbers, owners[node], first, moves.Slice(firstChoice[node], count), period == 0);
                ExpectOfDecision(numbers.EdgePayoffs, node, first, moves.Slice(firstChoice[node], count));
            }
            else
            {
                ExpectOfChance(node, first, numbers.EdgeWeights.AsSpan(first, count));
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
            best = Vector256.MaxNative(best, strategy[i]);
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
            var below = Vector256.MaxNative(Vector256.Create(double.MinValue), strategy[i] - best);
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
        var payoffs = edgePayoffs.AsSpan(first * players, strategy.Length * players);
        for (var player = 0; player < players; player += 2)
            ExpectPair(node, player, slots, strategy, payoffs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfChance(int node, int first, ReadOnlySpan<Vector256<double>> chances)
    {
        var slots = game.EdgeSlot.Slice(first, chances.Length);
        for (var player = 0; player < players; player += 2)
            ExpectPair(node, player, slots, chances, []);
    }

    // Two players at a time, so that two chains of additions run side by side; a single last player is summed twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectPair(int node, int player, ReadOnlySpan<int> slots, ReadOnlySpan<Vector256<double>> strategy, ReadOnlySpan<Vector256<double>> payoffs)
    {
        var other = Math.Min(player + 1, players - 1);
        var all = values;
        var (one, two) = (bases[(node * players) + player], bases[(node * players) + other]);
        for (var i = 0; i < slots.Length && i < strategy.Length; i++)
        {
            var slot = slots[i] * players;
            var (first, second) = (all[slot + player], all[slot + other]);
            if (payoffs.Length != 0)
            {
                first += payoffs[(i * players) + player];
                second += payoffs[(i * players) + other];
            }

            one += strategy[i] * first;
            two += strategy[i] * second;
        }

        all[(node * players) + player] = one;
        all[(node * players) + other] = two;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Discount(Vector256<double> discount)
    {
        var size = game.NodeCount * players;
        for (var i = 0; i < size; i++)
            values[size + i] = discount * values[i];
    }
}
