using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Probability with which play starts at each start, by profile of types: asked for in every round, as it may follow from the strategies of it.
/// </summary>
/// <param name="solved">The games with the strategies of this round.</param>
/// <param name="masses">To be filled: by start and profile, one number a game; a game's sum to one.</param>
public delegate void FiniteHorizonStart(FiniteHorizonLogit solved, Span<Vector256<double>> masses);

/// <summary>
/// Logit quantal response in a finite-horizon game whose moves everyone sees and whose players may have private types:
/// σ_τ(a) ∝ w_a·e^{λ·Q_a}, Q_a = Σ b(others' types | node, own type, period)·U, where U is the expected discounted payoff of the move and of what
/// follows it under the true types, *without* the inclusive value of the choice shocks. Beliefs follow from the mass of type profiles that the
/// strategies carry, by Bayes' rule. Strategies are found backwards under given beliefs, beliefs forwards under given strategies, in turns until
/// both agree. Without private types the equilibrium is unique and one turn is exact. Holds the buffers of four solves, which it reuses.
/// </summary>
/// <remarks>
/// McKelvey and Palfrey 1998, agent quantal response, with base weights; beliefs as in their signalling games. As λ → ∞ and without ties or types,
/// the subgame-perfect equilibrium. Where nobody comes, beliefs are the priors: nothing that is reached depends on them.
/// Lanes are computed element by element without fused operations, so a game's results have the same bits in any lane and on any processor.
/// What works on lanes is left to the just-in-time compiler, fully optimised from the first call: code compiled ahead of time may not use them.
/// </remarks>
public sealed class FiniteHorizonLogit
{
    private readonly FiniteHorizonGame game;
    private readonly TypeSpace types;
    private readonly int players;
    private readonly int profiles;
    private readonly int planes;
    private readonly int solved;
    private readonly int reported;
    // Values by slot (this period's nodes, then the next one's), profile and player.
    private readonly Vector256<double>[] values;
    // Choice probabilities by period, own type and move; moves of decision nodes are numbered on their own.
    private readonly int[] firstChoice;
    private readonly int choiceCount;
    private readonly Vector256<double>[] choices;
    // What a node pays by itself: its payoff, and at a chance node the mean payoff of its edges too.
    private readonly Vector256<double>[] bases;
    private readonly Vector256<double>[] firstValues;
    private readonly bool[] pays;
    private readonly FiniteHorizonBeliefs beliefs;
    private readonly FiniteHorizonPath path;
    private FiniteHorizonNumbers numbers;
    private Vector256<double>[] masses = [];

    /// <summary>Buffers for games of this shape.</summary>
    /// <param name="game">The shape.</param>
    /// <param name="solvedPeriods">Periods that are solved; after them everything is worth 0.</param>
    /// <param name="reportedPeriods">Periods whose path is reported, at most those solved.</param>
    /// <param name="types">Private types; <see langword="null"/> for complete information.</param>
    public FiniteHorizonLogit(FiniteHorizonGame game, int solvedPeriods, int reportedPeriods, TypeSpace? types = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reportedPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(solvedPeriods, reportedPeriods);
        (this.game, this.types) = (game, types ?? TypeSpace.Known(game.PlayerCount));
        numbers = new FiniteHorizonNumbers(game, this.types);
        (players, profiles, solved, reported) = (game.PlayerCount, this.types.ProfileCount, solvedPeriods, reportedPeriods);
        planes = players * profiles;
        values = new Vector256<double>[2 * game.NodeCount * planes];
        bases = new Vector256<double>[game.NodeCount * planes];
        pays = new bool[game.EdgeCount];
        firstChoice = new int[game.NodeCount];
        for (var node = 0; node < game.NodeCount; node++)
        {
            firstChoice[node] = choiceCount;
            choiceCount += game.Owner[node] >= 0 ? (game.EdgeStart[node + 1] - game.EdgeStart[node]) * this.types.Count(game.Owner[node]) : 0;
        }

        firstValues = new Vector256<double>[choiceCount];
        choices = new Vector256<double>[choiceCount * solvedPeriods];
        beliefs = new FiniteHorizonBeliefs(game, this.types, solvedPeriods);
        path = new FiniteHorizonPath(game, this.types, firstChoice, reportedPeriods);
    }

    /// <summary>Periods solved.</summary>
    public int SolvedPeriods => solved;

    /// <summary>Periods reported.</summary>
    public int ReportedPeriods => reported;

    /// <summary>Largest difference between the beliefs that the strategies answer and those that follow from them, by game.</summary>
    public Vector256<double> Residual => beliefs.Residual;

    /// <summary>Rounds of strategies and beliefs, by game.</summary>
    public Vector256<double> Rounds => beliefs.Rounds;

    /// <summary>Solves the four games and pushes probability 1 forward from the node and mark.</summary>
    public void Solve(FiniteHorizonNumbers game, int startNode, int startMark) =>
        Solve(game, [(startNode, startMark)], (solver, start) => solver.Spread(Vector256<double>.One, start));

    /// <summary>Solves the four games and pushes a distribution over starts and profiles of types forward.</summary>
    /// <param name="game">Their numbers.</param>
    /// <param name="starts">Nodes and marks on which play may start; only what they lead to is solved.</param>
    /// <param name="start">Gives the masses of every round.</param>
    /// <param name="from">Beliefs of the first round; by default the priors.</param>
    /// <param name="iteration">When beliefs count as settled; by default at 1e-4.</param>
    public void Solve(
        FiniteHorizonNumbers game,
        ReadOnlySpan<(int Node, int Mark)> starts,
        FiniteHorizonStart start,
        BeliefStart from = default,
        BeliefIteration? iteration = null)
    {
        if (!ReferenceEquals(game.Game, this.game) || game.Types.ProfileCount != profiles)
            throw new ArgumentException("The numbers belong to a game of another shape.", nameof(game));
        iteration ??= new BeliefIteration();
        numbers = game;
        masses = masses.Length == starts.Length * profiles ? masses : new Vector256<double>[starts.Length * profiles];
        SumBases();
        path.Prepare(starts);
        beliefs.Begin(game, from.Expected, from.Ratios);
        for (var round = 1; ; round++)
        {
            SolveBackward();
            start(this, masses);
            PushForward();
            if (beliefs.Settle(round, iteration) || round == iteration.Limit)
                return;
        }
    }

    /// <summary>
    /// Within a round, pushes a distribution over the starts forward by the strategies found so far; <see cref="Standing"/> tells where it stands.
    /// </summary>
    /// <param name="from">Masses by start and profile.</param>
    /// <param name="periods">How far.</param>
    public void Push(ReadOnlySpan<Vector256<double>> from, int periods)
    {
        path.Start(from);
        for (var period = 0; period < Math.Min(periods, solved); period++)
            path.Push(ChoicesIn(period), numbers.EdgeWeights, null, period);
    }

    /// <summary>Mass of a profile that stands at the node, with the mark, after the last push.</summary>
    public Vector256<double> Standing(int node, int mark, int profile) => path.Standing(node, mark, profile);

    /// <summary>Spreads a start's mass over the profiles by the chances of types, as before anything is seen.</summary>
    /// <param name="mass">The start's mass.</param>
    /// <param name="start">Masses of the start by profile, to be filled.</param>
    public void Spread(Vector256<double> mass, Span<Vector256<double>> start)
    {
        for (var profile = 0; profile < start.Length; profile++)
        {
            start[profile] = mass;
            for (var player = 0; player < players; player++)
                start[profile] *= numbers.TypeChance(player, types.TypeOf(player, profile));
        }
    }

    /// <summary>Probability that the owner's type takes the move when the node is reached in the period.</summary>
    public double Probability(int lane, int period, int node, int move, int type = 0) => Strategy(period, node, move, type)[lane];

    /// <summary>The same in each game.</summary>
    public Vector256<double> Strategy(int period, int node, int move, int type) =>
        ChoicesIn(period)[firstChoice[node] + (type * (game.EdgeStart[node + 1] - game.EdgeStart[node])) + move];

    /// <summary>Q: what the owner's type expects of the move in the first period, discounted.</summary>
    public double MoveValue(int lane, int node, int move, int type = 0) =>
        firstValues[firstChoice[node] + (type * (game.EdgeStart[node + 1] - game.EdgeStart[node])) + move][lane];

    /// <summary>What a player expects at a node of the first period under the true types.</summary>
    public double Value(int lane, int node, int player, int profile = 0) => values[(node * planes) + (profile * players) + player][lane];

    /// <summary>Mass of a profile at a start, as in the last round.</summary>
    public double StartMass(int lane, int start, int profile) => masses[(start * profiles) + profile][lane];

    /// <summary>
    /// The owner's belief at a decision node in a period: the chance of a profile given its own type, by Bayes' rule from the strategies; the prior
    /// where nobody comes.
    /// </summary>
    public double Belief(int lane, int period, int node, int profile) => beliefs.Found(period, node, profile)[lane];

    /// <summary>By period, decision node and profile: a game's beliefs over its priors, from which a like game can start.</summary>
    public double[] BeliefRatios(int lane) => beliefs.Ratios(lane);

    /// <summary>
    /// By mark and lane, the probability at the start of the period (0 to the reported number, the last being the end of the last period)
    /// of standing at the node, or for a terminal node of having ended there.
    /// </summary>
    public ReadOnlySpan<double> Occupancy(int period, int node) => path.Occupancy(period, node);

    private Span<Vector256<double>> ChoicesIn(int period) => choices.AsSpan(period * choiceCount, choiceCount);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumBases()
    {
        for (var node = 0; node < game.NodeCount; node++)
        {
            var own = bases.AsSpan(node * planes, planes);
            numbers.NodePayoffs.AsSpan(node * planes, planes).CopyTo(own);
            for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
            {
                var payoffs = numbers.EdgePayoffs.AsSpan(edge * planes, planes);
                pays[edge] = false;
                for (var plane = 0; plane < planes; plane++)
                {
                    pays[edge] |= !Vector256.EqualsAll(payoffs[plane], Vector256<double>.Zero);
                    if (game.Owner[node] == FiniteHorizonGame.Chance)
                        own[plane] += numbers.EdgeWeights[edge] * payoffs[plane];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveBackward()
    {
        var owners = game.Owner;
        Array.Clear(values);
        for (var node = 0; node < game.NodeCount; node++)
        {
            if (game.Owner[node] == FiniteHorizonGame.Terminal)
                bases.AsSpan(node * planes, planes).CopyTo(values.AsSpan(node * planes));
        }

        for (var period = solved - 1; period >= 0; period--)
        {
            for (var node = game.NodeCount - 1; node >= 0; node--)
            {
                if (!path.IsReached(node) || owners[node] == FiniteHorizonGame.Terminal)
                    continue;
                if (owners[node] >= 0)
                    SolveDecision(period, node);
                else
                    ExpectOfChance(node);
            }

            Discount();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushForward()
    {
        path.Start(masses);
        path.Record(0);
        for (var period = 0; period < (profiles > 1 ? solved : reported); period++)
        {
            path.Push(ChoicesIn(period), numbers.EdgeWeights, profiles > 1 ? beliefs : null, period);
            path.Record(period + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveDecision(int period, int node)
    {
        int owner = game.Owner[node], first = game.EdgeStart[node], count = game.EdgeStart[node + 1] - first;
        var held = profiles > 1 ? beliefs.Answered(period, node) : default;
        for (var type = 0; type < types.Count(owner); type++)
        {
            var mine = types.Profiles(owner, type);
            var at = firstChoice[node] + (type * count);
            var strategy = choices.AsSpan((period * choiceCount) + at, count);
            Expect(strategy, held, mine, owner, first);
            if (period == 0)
                strategy.CopyTo(firstValues.AsSpan(at));
            Normalise(strategy, numbers.EdgeWeights.AsSpan(first, count), numbers.Rationality[owner]);
            for (var i = 0; i < mine.Length; i += 2)
                ExpectOfDecision(node, first, strategy, mine[i], mine[Math.Min(i + 1, mine.Length - 1)]);
        }
    }

    // Q of every move: over the profiles that the owner thinks possible, weighted by its beliefs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Expect(Span<Vector256<double>> q, ReadOnlySpan<Vector256<double>> held, ReadOnlySpan<int> mine, int owner, int first)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(values);
        var slots = game.EdgeSlot.Slice(first, q.Length);
        for (var move = 0; move < q.Length; move++)
        {
            var (sum, paid) = (Vector256<double>.Zero, pays[first + move]);
            var (from, edge) = ((slots[move] * planes) + owner, ((first + move) * planes) + owner);
            foreach (var profile in mine)
            {
                var value = Unsafe.Add(ref all, from + (profile * players));
                if (paid)
                    value += numbers.EdgePayoffs[edge + (profile * players)];
                sum += held.IsEmpty ? value : held[profile] * value;
            }

            q[move] = sum;
        }
    }

    // The exponent is taken from the best move with positive weight, so it never overflows and one term is always 1·w.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise(Span<Vector256<double>> strategy, ReadOnlySpan<Vector256<double>> weights, Vector256<double> rationality)
    {
        var best = Vector256.Create(double.NegativeInfinity);
        for (var i = 0; i < strategy.Length; i++)
            best = Vector256.MaxNative(best, Vector256.ConditionalSelect(Vector256.GreaterThan(weights[i], Vector256<double>.Zero), strategy[i], Vector256.Create(double.NegativeInfinity)));
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < strategy.Length; i++)
        {
            // A ruled-out move may be better than the best, its weight is 0 whatever its exponential: that stays finite.
            var below = Vector256.MinNative(Vector256<double>.Zero, strategy[i] - best);
            strategy[i] = weights[i] * ElementaryFunctions.Exp(rationality * below);
            sum += strategy[i];
        }

        var scale = Vector256<double>.One / sum;
        for (var i = 0; i < strategy.Length; i++)
            strategy[i] *= scale;
    }

    // Two profiles in which the owner is of the same type, and two players, at a time: four chains of additions run side by side.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfDecision(int node, int first, ReadOnlySpan<Vector256<double>> strategy, int profile, int other)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(values);
        ref var payoffs = ref MemoryMarshal.GetArrayDataReference(numbers.EdgePayoffs);
        var slots = game.EdgeSlot.Slice(first, strategy.Length);
        for (var player = 0; player < players; player += 2)
        {
            var (a, b) = ((profile * players) + player, (other * players) + player);
            var next = player + 1 < players ? 1 : 0;
            var own = node * planes;
            var (v1, v2, v3, v4) = (bases[own + a], bases[own + a + next], bases[own + b], bases[own + b + next]);
            for (var i = 0; i < strategy.Length; i++)
            {
                ref var slot = ref Unsafe.Add(ref all, slots[i] * planes);
                var (x1, x2) = (Unsafe.Add(ref slot, a), Unsafe.Add(ref slot, a + next));
                var (x3, x4) = (Unsafe.Add(ref slot, b), Unsafe.Add(ref slot, b + next));
                if (pays[first + i])
                {
                    ref var edge = ref Unsafe.Add(ref payoffs, (first + i) * planes);
                    x1 += Unsafe.Add(ref edge, a);
                    x2 += Unsafe.Add(ref edge, a + next);
                    x3 += Unsafe.Add(ref edge, b);
                    x4 += Unsafe.Add(ref edge, b + next);
                }

                v1 += strategy[i] * x1;
                v2 += strategy[i] * x2;
                v3 += strategy[i] * x3;
                v4 += strategy[i] * x4;
            }

            (values[own + a], values[own + a + next], values[own + b], values[own + b + next]) = (v1, v2, v3, v4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfChance(int node)
    {
        int first = game.EdgeStart[node], count = game.EdgeStart[node + 1] - first;
        var slots = game.EdgeSlot.Slice(first, count);
        var chances = numbers.EdgeWeights.AsSpan(first, count);
        ref var all = ref MemoryMarshal.GetArrayDataReference(values);
        ref var paid = ref MemoryMarshal.GetArrayDataReference(bases);
        for (var plane = 0; plane < planes; plane += 4)
        {
            // Four chains side by side; what is left over is summed twice.
            var (b, c, d) = (Math.Min(1, planes - 1 - plane), Math.Min(2, planes - 1 - plane), Math.Min(3, planes - 1 - plane));
            ref var own = ref Unsafe.Add(ref paid, (node * planes) + plane);
            var (v1, v2, v3, v4) = (own, Unsafe.Add(ref own, b), Unsafe.Add(ref own, c), Unsafe.Add(ref own, d));
            for (var i = 0; i < slots.Length; i++)
            {
                ref var slot = ref Unsafe.Add(ref all, (slots[i] * planes) + plane);
                v1 += chances[i] * slot;
                v2 += chances[i] * Unsafe.Add(ref slot, b);
                v3 += chances[i] * Unsafe.Add(ref slot, c);
                v4 += chances[i] * Unsafe.Add(ref slot, d);
            }

            own = ref Unsafe.Add(ref all, (node * planes) + plane);
            (own, Unsafe.Add(ref own, b), Unsafe.Add(ref own, c), Unsafe.Add(ref own, d)) = (v1, v2, v3, v4);
        }
    }

    // Only the nodes that a period can begin with are looked at from the period before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Discount()
    {
        var later = game.NodeCount * planes;
        foreach (var node in path.Beginnings)
        {
            for (var i = node * planes; i < (node + 1) * planes; i++)
                values[later + i] = numbers.Discount * values[i];
        }
    }
}
