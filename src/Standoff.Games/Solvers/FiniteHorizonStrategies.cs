using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Strategies and values of eight games under given beliefs, from the last period back to the first. What has the same value in every period is valued
/// once; payoffs on a way to what changes are added when its decision is come to.
/// </summary>
internal sealed class FiniteHorizonStrategies
{
    // An exponent beyond which the first move is no reference any more: e^500 times any weight and payoff is far from the largest number.
    private const double FarBetter = 500;
    private readonly FiniteHorizonGame game;
    private readonly TypeSpace types;
    private readonly FiniteHorizonLayout layout;
    private readonly int players;
    private readonly int planes;
    private readonly int periods;
    // Whether every type goes with two profiles and every profile with two players, for which there is a quicker way.
    private readonly bool isTwoByTwo;
    // Values by place (this period's nodes, then the next one's, then one for each edge), profile and player.
    private readonly Vector512<double>[] values;
    // What a node pays by itself: its payoff, and at a chance node the mean payoff of its edges and of what is constant behind them.
    private readonly Vector512<double>[] bases;
    // By period, decision node, own type and move.
    private readonly Vector512<double>[] choices;
    private readonly Vector512<double>[] firstValues;
    // By edge: −∞ in the games where its weight is 0.
    private readonly Vector512<double>[] ruledOut;
    // By edge: the place that a decision sees behind it.
    private readonly int[] seen;
    // By edge of a decision: whether it pays on a way to what changes, so that its own place is filled period by period.
    private readonly bool[] relays;
    private FiniteHorizonNumbers numbers;
    private int[] changing = [];

    public FiniteHorizonStrategies(FiniteHorizonNumbers numbers, FiniteHorizonLayout layout, int periods)
    {
        (this.numbers, game, types, this.layout, this.periods) = (numbers, numbers.Game, numbers.Types, layout, periods);
        players = game.PlayerCount;
        planes = players * types.ProfileCount;
        isTwoByTwo = players == 2 && types.Count(0) == 2 && types.Count(1) == 2;
        values = new Vector512<double>[((2 * game.NodeCount) + game.EdgeCount) * planes];
        bases = new Vector512<double>[game.NodeCount * planes];
        choices = new Vector512<double>[layout.ChoiceCount * periods];
        firstValues = new Vector512<double>[layout.ChoiceCount];
        ruledOut = new Vector512<double>[game.EdgeCount];
        seen = new int[game.EdgeCount];
        relays = new bool[game.EdgeCount];
    }

    /// <summary>Choice probabilities of a period, by decision node, own type and move.</summary>
    public ReadOnlySpan<Vector512<double>> In(int period) => choices.AsSpan(period * layout.ChoiceCount, layout.ChoiceCount);

    /// <summary>Q of the choices of the first period.</summary>
    public ReadOnlySpan<Vector512<double>> FirstValues => firstValues;

    /// <summary>A node's value in the first period.</summary>
    public Vector512<double> Value(int node, int profile, int player) => values[(node * planes) + (profile * players) + player];

    /// <summary>Takes up the numbers of a solve.</summary>
    public void Begin(FiniteHorizonNumbers solved, FiniteHorizonPlan plan)
    {
        (numbers, changing) = (solved, plan.Changing);
        for (var node = game.NodeCount - 1; node >= 0; node--)
        {
            var own = bases.AsSpan(node * planes, planes);
            numbers.NodePayoffs.AsSpan(node * planes, planes).CopyTo(own);
            for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
            {
                if (game.Owner[node] == FiniteHorizonGame.Chance)
                    AddMean(edge, own);
                else
                    See(edge);
            }

            if (layout.IsConstant(node))
                own.CopyTo(values.AsSpan(node * planes));
        }
    }

    /// <summary>One round: strategies that answer the beliefs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Answer(FiniteHorizonBeliefs beliefs)
    {
        for (var period = periods - 1; period >= 0; period--)
        {
            if (period < periods - 1)
                Discount();
            else
                values.AsSpan(game.NodeCount * planes, game.NodeCount * planes).Clear();
            foreach (var node in changing)
            {
                if (game.Owner[node] < 0)
                    Expect(node);
                else if (isTwoByTwo)
                    DecideTwoByTwo(period, node, beliefs.Answered(period, node));
                else
                    Decide(period, node, types.ProfileCount > 1 ? beliefs.Answered(period, node) : default);
            }
        }
    }

    // The mean of what a turn of chance pays, and of what is constant behind it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMean(int edge, Span<Vector512<double>> own)
    {
        var weight = numbers.EdgeWeights[edge];
        var paid = numbers.EdgePayoffs.AsSpan(edge * planes, planes);
        for (var plane = 0; plane < planes; plane++)
            own[plane] += weight * paid[plane];
        if (!LeadsToConstant(edge))
            return;
        var behind = values.AsSpan(game.EdgeSlot[edge] * planes, planes);
        for (var plane = 0; plane < planes; plane++)
            own[plane] += weight * behind[plane];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void See(int edge)
    {
        ruledOut[edge] = Vector512.ConditionalSelect(Vector512.GreaterThan(numbers.EdgeWeights[edge], Vector512<double>.Zero), Vector512<double>.Zero, Vector512.Create(double.NegativeInfinity));
        relays[edge] = false;
        seen[edge] = game.EdgeSlot[edge] * planes;
        if (LeadsToConstant(edge))
            Relay(edge);
        else
            relays[edge] = numbers.EdgePayoffs.AsSpan(edge * planes, planes).ContainsAnyExcept(Vector512<double>.Zero);
    }

    private bool LeadsToConstant(int edge) => game.EdgeSlot[edge] < game.NodeCount && layout.IsConstant(game.EdgeSlot[edge]);

    // What an edge pays with what is behind it, at the edge's own place.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Relay(int edge)
    {
        var (own, behind, paid) = (((2 * game.NodeCount) + edge) * planes, game.EdgeSlot[edge] * planes, edge * planes);
        for (var plane = 0; plane < planes; plane++)
            values[own + plane] = values[behind + plane] + numbers.EdgePayoffs[paid + plane];
        seen[edge] = own;
    }

    // Only the nodes that a period can begin with are looked at from the period before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Discount()
    {
        var (later, discount) = (game.NodeCount * planes, numbers.Discount);
        foreach (var node in layout.Beginnings)
        {
            for (var i = node * planes; i < (node + 1) * planes; i++)
                values[later + i] = discount * values[i];
        }
    }

    // Chance: four chains of sums run side by side; what is left over is summed twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Expect(int node)
    {
        var (first, end) = (layout.FirstTurn(node), layout.FirstTurn(node + 1));
        ref var turns = ref MemoryMarshal.GetArrayDataReference(layout.Turns);
        ref var all = ref MemoryMarshal.GetArrayDataReference(values);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(numbers.EdgeWeights);
        for (var plane = 0; plane < planes; plane += 4)
        {
            var (b, c, d) = (Math.Min(1, planes - 1 - plane), Math.Min(2, planes - 1 - plane), Math.Min(3, planes - 1 - plane));
            ref var own = ref bases[(node * planes) + plane];
            var (v1, v2, v3, v4) = (own, Unsafe.Add(ref own, b), Unsafe.Add(ref own, c), Unsafe.Add(ref own, d));
            for (var turn = first; turn < end; turn += 2)
            {
                ref var slot = ref Unsafe.Add(ref all, (Unsafe.Add(ref turns, turn + 1) * planes) + plane);
                var weight = Unsafe.Add(ref weights, Unsafe.Add(ref turns, turn));
                v1 = Vector512.FusedMultiplyAdd(weight, slot, v1);
                v2 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref slot, b), v2);
                v3 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref slot, c), v3);
                v4 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref slot, d), v4);
            }

            own = ref Unsafe.Add(ref all, (node * planes) + plane);
            (own, Unsafe.Add(ref own, b), Unsafe.Add(ref own, c), Unsafe.Add(ref own, d)) = (v1, v2, v3, v4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillRelays(int first, int count)
    {
        for (var edge = first; edge < first + count; edge++)
        {
            if (relays[edge])
                Relay(edge);
        }
    }

    // Two players with two types each: a type goes with two profiles, so a move's worth is four numbers, kept in registers from its exponential to its value.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DecideTwoByTwo(int period, int node, ReadOnlySpan<Vector512<double>> held)
    {
        int owner = game.Owner[node], first = game.EdgeStart[node], count = game.EdgeStart[node + 1] - first;
        FillRelays(first, count);
        ref var all = ref MemoryMarshal.GetArrayDataReference(values);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(seen), first);
        ref var weights = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers.EdgeWeights), first);
        ref var ruled = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ruledOut), first);
        var rationality = numbers.Rationality[owner];
        for (var type = 0; type < 2; type++)
        {
            // Profiles count the second player's types fastest: by two players, four places for each type of the first.
            var (one, two) = owner == 0 ? (4 * type, (4 * type) + 2) : (2 * type, (2 * type) + 4);
            var (ones, twos) = (held[type], Vector512<double>.One - held[type]);
            var at = layout.FirstChoice(node) + (type * count);
            ref var strategy = ref choices[(period * layout.ChoiceCount) + at];
            var best = Vector512.Create(double.NegativeInfinity);
            for (var move = 0; move < count; move++)
            {
                ref var worth = ref Unsafe.Add(ref all, Unsafe.Add(ref to, move) + owner);
                var q = Vector512.FusedMultiplyAdd(twos, Unsafe.Add(ref worth, two), ones * Unsafe.Add(ref worth, one));
                Unsafe.Add(ref strategy, move) = q;
                best = Vector512.MaxNative(best, q + Unsafe.Add(ref ruled, move));
            }

            if (period == 0)
                MemoryMarshal.CreateReadOnlySpan(ref strategy, count).CopyTo(firstValues.AsSpan(at));
            // Exponents are taken from the first move, whose own is then 0; from the best one where that is far better or the first is ruled out.
            var far = Vector512.GreaterThan(rationality * (best - strategy), Vector512.Create(FarBetter)) | Vector512.LessThan(ruled, Vector512<double>.Zero);
            var reference = Vector512.ConditionalSelect(far, best, strategy);
            var sum = weights;
            if (Vector512.ExtractMostSignificantBits(far) != 0)
                sum *= ElementaryFunctions.ExpUpTo(rationality * (strategy - reference), FarBetter);
            ref var worthOfFirst = ref Unsafe.Add(ref all, to);
            var (v1, v2) = (sum * Unsafe.Add(ref worthOfFirst, one), sum * Unsafe.Add(ref worthOfFirst, one + 1));
            var (v3, v4) = (sum * Unsafe.Add(ref worthOfFirst, two), sum * Unsafe.Add(ref worthOfFirst, two + 1));
            strategy = sum;
            for (var move = 1; move < count; move++)
            {
                var odds = Unsafe.Add(ref weights, move) * ElementaryFunctions.ExpUpTo(rationality * (Unsafe.Add(ref strategy, move) - reference), FarBetter);
                Unsafe.Add(ref strategy, move) = odds;
                ref var worth = ref Unsafe.Add(ref all, Unsafe.Add(ref to, move));
                sum += odds;
                v1 = Vector512.FusedMultiplyAdd(odds, Unsafe.Add(ref worth, one), v1);
                v2 = Vector512.FusedMultiplyAdd(odds, Unsafe.Add(ref worth, one + 1), v2);
                v3 = Vector512.FusedMultiplyAdd(odds, Unsafe.Add(ref worth, two), v3);
                v4 = Vector512.FusedMultiplyAdd(odds, Unsafe.Add(ref worth, two + 1), v4);
            }

            var scale = Vector512<double>.One / sum;
            for (var move = 0; move < count; move++)
                Unsafe.Add(ref strategy, move) *= scale;
            ref var own = ref Unsafe.Add(ref all, node * planes);
            ref var paid = ref bases[node * planes];
            Unsafe.Add(ref own, one) = Vector512.FusedMultiplyAdd(scale, v1, Unsafe.Add(ref paid, one));
            Unsafe.Add(ref own, one + 1) = Vector512.FusedMultiplyAdd(scale, v2, Unsafe.Add(ref paid, one + 1));
            Unsafe.Add(ref own, two) = Vector512.FusedMultiplyAdd(scale, v3, Unsafe.Add(ref paid, two));
            Unsafe.Add(ref own, two + 1) = Vector512.FusedMultiplyAdd(scale, v4, Unsafe.Add(ref paid, two + 1));
        }
    }

    // Any number of players and types.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decide(int period, int node, ReadOnlySpan<Vector512<double>> held)
    {
        int owner = game.Owner[node], first = game.EdgeStart[node], count = game.EdgeStart[node + 1] - first;
        FillRelays(first, count);
        for (var type = 0; type < types.Count(owner); type++)
        {
            var mine = types.Profiles(owner, type);
            var at = layout.FirstChoice(node) + (type * count);
            var strategy = choices.AsSpan((period * layout.ChoiceCount) + at, count);
            for (var move = 0; move < count; move++)
            {
                strategy[move] = Vector512<double>.Zero;
                foreach (var profile in mine)
                {
                    var worth = values[seen[first + move] + (profile * players) + owner];
                    strategy[move] = held.IsEmpty ? worth : Vector512.FusedMultiplyAdd(held[profile], worth, strategy[move]);
                }
            }

            if (period == 0)
                strategy.CopyTo(firstValues.AsSpan(at));
            Normalise(strategy, first, numbers.Rationality[owner]);
            foreach (var profile in mine)
                ExpectOfDecision(node, first, strategy, profile * players);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Normalise(Span<Vector512<double>> strategy, int first, Vector512<double> rationality)
    {
        var best = Vector512.Create(double.NegativeInfinity);
        for (var i = 0; i < strategy.Length; i++)
            best = Vector512.MaxNative(best, strategy[i] + ruledOut[first + i]);
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < strategy.Length; i++)
        {
            strategy[i] = numbers.EdgeWeights[first + i] * ElementaryFunctions.ExpUpTo(rationality * (strategy[i] - best), 0);
            sum += strategy[i];
        }

        var scale = Vector512<double>.One / sum;
        for (var i = 0; i < strategy.Length; i++)
            strategy[i] *= scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectOfDecision(int node, int first, ReadOnlySpan<Vector512<double>> strategy, int plane)
    {
        for (var i = plane; i < plane + players; i++)
        {
            var sum = bases[(node * planes) + i];
            for (var move = 0; move < strategy.Length; move++)
                sum = Vector512.FusedMultiplyAdd(strategy[move], values[seen[first + move] + i], sum);
            values[(node * planes) + i] = sum;
        }
    }
}
