using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Pushes probability through the periods of four solved games. Between periods it stands only on the nodes that a period can begin with and
/// on those where play has ended; only marks that can be reached from the start are carried.
/// </summary>
internal sealed class FiniteHorizonPath
{
    private readonly FiniteHorizonGame game;
    private readonly int marks;
    private readonly int[] firstChoice;
    // Nodes on which probability stands between periods, and their places in the record; -1 for the others.
    private readonly int[] resting;
    private readonly int[] restingPlace;
    // By node, a bit for each mark that can be reached there.
    private readonly int[] reached;
    // By slot and mark.
    private readonly Vector256<double>[] mass;
    private readonly Vector256<double>[] occupancy;

    public FiniteHorizonPath(FiniteHorizonGame game, int[] firstChoice, int periods)
    {
        this.game = game;
        this.firstChoice = firstChoice;
        marks = game.MarkCount;
        reached = new int[game.NodeCount];
        resting = [.. Enumerable.Range(0, game.NodeCount).Where(CanRest)];
        restingPlace = new int[game.NodeCount];
        Array.Fill(restingPlace, -1);
        for (var i = 0; i < resting.Length; i++)
            restingPlace[resting[i]] = i;
        mass = new Vector256<double>[2 * game.NodeCount * marks];
        occupancy = new Vector256<double>[(periods + 1) * resting.Length * marks];
    }

    public ReadOnlySpan<double> Occupancy(int period, int node)
    {
        var place = restingPlace[node];
        if (place < 0)
            throw new ArgumentException($"No period begins at node {node}, and play does not end there.", nameof(node));
        return MemoryMarshal.Cast<Vector256<double>, double>(occupancy.AsSpan(((period * resting.Length) + place) * marks, marks));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Start(ReadOnlySpan<(int Node, int Mark, Vector256<double> Mass)> starts)
    {
        Array.Clear(mass);
        Array.Clear(reached);
        foreach (var (node, mark, share) in starts)
        {
            if (restingPlace[node] < 0)
                throw new ArgumentException($"No period begins at node {node}.", nameof(starts));
            mass[(node * marks) + mark] += share;
            reached[node] |= 1 << mark;
        }

        while (SpreadMarks())
        {
            // Until nothing new is reached.
        }

        Record(0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Push(int period, ReadOnlySpan<Vector256<double>> choices, ReadOnlySpan<Vector256<double>> chances)
    {
        var starts = game.EdgeStart;
        for (var node = 0; node < reached.Length; node++)
        {
            var (first, count) = (starts[node], starts[node + 1] - starts[node]);
            if (reached[node] == 0 || count == 0)
                continue;
            var probabilities = game.Owner[node] >= 0 ? choices.Slice(firstChoice[node], count) : chances.Slice(first, count);
            for (var bits = reached[node]; bits != 0; bits &= bits - 1)
                PushMark(node, BitOperations.TrailingZeroCount(bits), first, probabilities);
        }

        Carry();
        Record(period + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushMark(int node, int mark, int first, ReadOnlySpan<Vector256<double>> probabilities)
    {
        var slots = game.EdgeSlot.Slice(first, probabilities.Length);
        var floors = game.EdgeMark.Slice(first, probabilities.Length);
        var from = mass[(node * marks) + mark];
        mass[(node * marks) + mark] = Vector256<double>.Zero;
        for (var i = 0; i < probabilities.Length; i++)
            mass[(slots[i] * marks) + Math.Max(mark, floors[i])] += probabilities[i] * from;
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
        var half = reached.Length * marks;
        foreach (var node in resting)
        {
            if (game.Owner[node] == FiniteHorizonGame.Terminal)
                continue;
            for (var i = node * marks; i < (node + 1) * marks; i++)
                (mass[i], mass[half + i]) = (mass[half + i], Vector256<double>.Zero);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Record(int period)
    {
        var record = occupancy.AsSpan(period * resting.Length * marks);
        for (var i = 0; i < resting.Length; i++)
            mass.AsSpan(resting[i] * marks, marks).CopyTo(record[(i * marks)..]);
    }
}
