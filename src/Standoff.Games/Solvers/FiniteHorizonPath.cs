using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Pushes probability through the periods of four solved games, apart for each profile of types. Between periods it stands only on the nodes
/// that a period can begin with and on those where play has ended; only marks that can be reached from the starts are carried.
/// </summary>
internal sealed class FiniteHorizonPath
{
    private readonly FiniteHorizonGame game;
    private readonly TypeSpace types;
    private readonly int marks;
    private readonly int profiles;
    private readonly int[] firstChoice;
    // Nodes on which probability stands between periods, and their places in the record; -1 for the others.
    private readonly int[] resting;
    private readonly int[] restingPlace;
    private readonly int[] beginnings;
    // By node, a bit for each mark that can be reached there.
    private readonly int[] reached;
    // By slot, mark and profile.
    private readonly Vector256<double>[] mass;
    private readonly Vector256<double>[] occupancy;
    private readonly Vector256<double>[] arriving;
    private readonly int reported;
    // By player and profile: the player's type.
    private readonly int[][] typeOf;
    private (int Node, int Mark)[] starts = [];

    public FiniteHorizonPath(FiniteHorizonGame game, TypeSpace types, int[] firstChoice, int periods)
    {
        (this.game, this.types, this.firstChoice, reported) = (game, types, firstChoice, periods);
        (marks, profiles) = (game.MarkCount, types.ProfileCount);
        reached = new int[game.NodeCount];
        resting = [.. Enumerable.Range(0, game.NodeCount).Where(CanRest)];
        beginnings = [.. resting.Where(node => game.Owner[node] != FiniteHorizonGame.Terminal)];
        restingPlace = new int[game.NodeCount];
        Array.Fill(restingPlace, -1);
        for (var i = 0; i < resting.Length; i++)
            restingPlace[resting[i]] = i;
        mass = new Vector256<double>[2 * game.NodeCount * marks * profiles];
        occupancy = new Vector256<double>[(periods + 1) * resting.Length * marks];
        arriving = new Vector256<double>[profiles];
        typeOf = [.. Enumerable.Range(0, game.PlayerCount).Select(player => Enumerable.Range(0, profiles).Select(p => types.TypeOf(player, p)).ToArray())];
    }

    /// <summary>Nodes that a period can begin with.</summary>
    public ReadOnlySpan<int> Beginnings => beginnings;

    public bool IsReached(int node) => reached[node] != 0;

    public ReadOnlySpan<double> Occupancy(int period, int node)
    {
        var place = restingPlace[node];
        if (place < 0)
            throw new ArgumentException($"No period begins at node {node}, and play does not end there.", nameof(node));
        return MemoryMarshal.Cast<Vector256<double>, double>(occupancy.AsSpan(((period * resting.Length) + place) * marks, marks));
    }

    public Vector256<double> Standing(int node, int mark, int profile) => mass[(((node * marks) + mark) * profiles) + profile];

    /// <summary>Finds what can be reached from the starts.</summary>
    public void Prepare(ReadOnlySpan<(int Node, int Mark)> from)
    {
        starts = from.ToArray();
        Array.Clear(reached);
        foreach (var (node, mark) in starts)
        {
            if (restingPlace[node] < 0)
                throw new ArgumentException($"No period begins at node {node}.", nameof(from));
            reached[node] |= 1 << mark;
        }

        while (SpreadMarks())
        {
            // Until nothing new is reached.
        }
    }

    /// <summary>Puts masses by start and profile on the starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Start(ReadOnlySpan<Vector256<double>> masses)
    {
        Array.Clear(mass);
        for (var i = 0; i < starts.Length; i++)
        {
            for (var profile = 0; profile < profiles; profile++)
                mass[(((starts[i].Node * marks) + starts[i].Mark) * profiles) + profile] += masses[(i * profiles) + profile];
        }
    }

    /// <summary>Plays one period; tells the beliefs, if there are any, who comes where.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Push(ReadOnlySpan<Vector256<double>> choices, ReadOnlySpan<Vector256<double>> chances, FiniteHorizonBeliefs? beliefs, int period)
    {
        for (var node = 0; node < reached.Length; node++)
        {
            var (first, count) = (game.EdgeStart[node], game.EdgeStart[node + 1] - game.EdgeStart[node]);
            if (reached[node] == 0 || count == 0)
                continue;
            if (game.Owner[node] < 0)
            {
                for (var bits = reached[node]; bits != 0; bits &= bits - 1)
                    PushMark(node, BitOperations.TrailingZeroCount(bits), first, chances.Slice(first, count), 0, []);
                continue;
            }

            if (beliefs is not null)
                Tell(beliefs, period, node);
            var probabilities = choices.Slice(firstChoice[node], count * types.Count(game.Owner[node]));
            for (var bits = reached[node]; bits != 0; bits &= bits - 1)
                PushMark(node, BitOperations.TrailingZeroCount(bits), first, probabilities, count, typeOf[game.Owner[node]]);
        }

        Carry();
    }

    /// <summary>Takes down, for one of the reported periods, what stands where.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Record(int period)
    {
        if (period > reported)
            return;
        var record = occupancy.AsSpan(period * resting.Length * marks, resting.Length * marks);
        for (var i = 0; i < resting.Length; i++)
        {
            for (var mark = 0; mark < marks; mark++)
            {
                var sum = Vector256<double>.Zero;
                foreach (var standing in mass.AsSpan(((resting[i] * marks) + mark) * profiles, profiles))
                    sum += standing;
                record[(i * marks) + mark] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tell(FiniteHorizonBeliefs beliefs, int period, int node)
    {
        for (var profile = 0; profile < profiles; profile++)
        {
            var sum = Vector256<double>.Zero;
            for (var bits = reached[node]; bits != 0; bits &= bits - 1)
                sum += mass[(((node * marks) + BitOperations.TrailingZeroCount(bits)) * profiles) + profile];
            arriving[profile] = sum;
        }

        beliefs.Reached(period, node, arriving);
    }

    // Probabilities of a decision node are by own type, this many apart; those of chance are the same for all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushMark(int node, int mark, int first, ReadOnlySpan<Vector256<double>> probabilities, int apart, ReadOnlySpan<int> strategies)
    {
        var count = apart > 0 ? apart : probabilities.Length;
        var slots = game.EdgeSlot.Slice(first, count);
        var floors = game.EdgeMark.Slice(first, count);
        ref var all = ref MemoryMarshal.GetArrayDataReference(mass);
        ref var own = ref Unsafe.Add(ref all, ((node * marks) + mark) * profiles);
        for (var profile = 0; profile < profiles; profile += 2)
        {
            // Two at a time; a single last one moves once and its shadow not at all.
            var next = Math.Min(1, profiles - 1 - profile);
            ref var here = ref Unsafe.Add(ref own, profile);
            var (one, two) = (here, next == 0 ? Vector256<double>.Zero : Unsafe.Add(ref here, 1));
            (here, Unsafe.Add(ref here, next)) = (Vector256<double>.Zero, Vector256<double>.Zero);
            var ones = probabilities.Slice(apart > 0 ? strategies[profile] * apart : 0, count);
            var twos = probabilities.Slice(apart > 0 ? strategies[profile + next] * apart : 0, count);
            for (var i = 0; i < slots.Length; i++)
            {
                ref var there = ref Unsafe.Add(ref all, (((slots[i] * marks) + Math.Max(mark, floors[i])) * profiles) + profile);
                there += ones[i] * one;
                Unsafe.Add(ref there, next) += twos[i] * two;
            }
        }
    }

    private bool CanRest(int node)
    {
        if (node == 0 || game.Owner[node] == FiniteHorizonGame.Terminal)
            return true;
        return game.EdgeSlot.Contains(node + game.NodeCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool SpreadMarks()
    {
        var spread = false;
        for (var node = 0; node < reached.Length; node++)
        {
            for (var edge = game.EdgeStart[node]; edge < game.EdgeStart[node + 1]; edge++)
            {
                var target = game.EdgeSlot[edge] % reached.Length;
                var lifted = Lift(reached[node], game.EdgeMark[edge]);
                spread |= (lifted & ~reached[target]) != 0;
                reached[target] |= lifted;
            }
        }

        return spread;
    }

    // Marks below the edge's own become it.
    private static int Lift(int bits, int mark)
    {
        var below = bits & ((1 << mark) - 1);
        return (bits & ~below) | (below != 0 ? 1 << mark : 0);
    }

    // What waits for the next period moves to its start; what has ended stays where it is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Carry()
    {
        var (half, width) = (reached.Length * marks * profiles, marks * profiles);
        foreach (var node in beginnings)
        {
            for (var i = node * width; i < (node + 1) * width; i++)
                (mass[i], mass[half + i]) = (mass[half + i], Vector256<double>.Zero);
        }
    }
}
