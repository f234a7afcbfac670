using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Takes probability through the periods of eight solved games, apart for each profile of types: each cell, a node with a mark, collects what flows into it.
/// Between periods it stands only on the nodes that a period can begin with and on those where play has ended.
/// </summary>
internal sealed class FiniteHorizonPath(FiniteHorizonGame game, TypeSpace types, FiniteHorizonLayout layout, int reported)
{
    private readonly int profiles = types.ProfileCount;
    private readonly Vector512<double>[] occupancy = new Vector512<double>[(reported + 1) * layout.RestingCount * game.MarkCount];
    private readonly Vector512<double>[] arriving = new Vector512<double>[types.ProfileCount];
    private FiniteHorizonPlan plan = new(game, types, layout, []);
    // By cell and profile: what stands there in this period, and what the period before has brought there.
    private Vector512<double>[] mass = [];
    private Vector512<double>[] brought = [];

    /// <summary>By mark, what stood at the node when the period began, or had ended there.</summary>
    public ReadOnlySpan<double> Occupancy(int period, int node)
    {
        var place = layout.RestingPlace(node);
        if (place < 0)
            throw new ArgumentException($"No period begins at node {node}, and play does not end there.", nameof(node));
        return MemoryMarshal.Cast<Vector512<double>, double>(occupancy.AsSpan(((period * layout.RestingCount) + place) * game.MarkCount, game.MarkCount));
    }

    /// <summary>What stands at a node that a period can begin with after the last period played.</summary>
    public Vector512<double> Standing(int node, int mark, int profile) => plan.Cell(node, mark) is var cell && cell >= 0 ? brought[(cell * profiles) + profile] : default;

    /// <summary>Takes up what can be reached.</summary>
    public void Prepare(FiniteHorizonPlan reached)
    {
        if (ReferenceEquals(plan, reached))
            return;
        plan = reached;
        mass = new Vector512<double>[plan.CellCount * profiles];
        brought = new Vector512<double>[plan.CellCount * profiles];
        Array.Clear(occupancy);
    }

    /// <summary>Puts masses by start and profile on the starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Start(ReadOnlySpan<Vector512<double>> masses)
    {
        Array.Clear(mass);
        Array.Clear(brought);
        for (var i = 0; i < plan.Starts.Length; i++)
        {
            var (node, mark) = plan.Starts[i];
            var there = game.Owner[node] == FiniteHorizonGame.Terminal ? mass : brought;
            for (var profile = 0; profile < profiles; profile++)
                there[(plan.Cell(node, mark) * profiles) + profile] += masses[(i * profiles) + profile];
        }
    }

    /// <summary>Plays one period.</summary>
    /// <param name="choices">Its choice probabilities.</param>
    /// <param name="chances">Chances of edges.</param>
    /// <param name="period">Its number.</param>
    /// <param name="beliefs">Told who comes where; <see langword="null"/> if nobody asks.</param>
    /// <param name="ends">Whether what ends is collected.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Play(ReadOnlySpan<Vector512<double>> choices, ReadOnlySpan<Vector512<double>> chances, int period, FiniteHorizonBeliefs? beliefs, bool ends)
    {
        var nodes = plan.Nodes.AsSpan(0, ends ? plan.Nodes.Length : plan.OpenNodes);
        for (var i = 0; i < nodes.Length; i++)
        {
            var (node, first, count) = nodes[i];
            var before = i < plan.OpenNodes ? brought : mass;
            for (var cell = first; cell < first + count; cell++)
                Collect(plan.Now, cell, before, mass, choices, chances);
            if (beliefs is not null && game.Owner[node] >= 0)
                Tell(beliefs, period, node, first, count);
        }

        foreach (var cell in plan.Beginnings)
        {
            brought.AsSpan(cell * profiles, profiles).Clear();
            Collect(plan.Next, cell, brought, brought, choices, chances);
        }
    }

    /// <summary>Takes down, for one of the reported periods, what stands where.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Record(int period)
    {
        var record = occupancy.AsSpan(period * layout.RestingCount * game.MarkCount);
        foreach (var (node, mark, cell) in plan.Resting)
        {
            var standing = game.Owner[node] == FiniteHorizonGame.Terminal ? mass : brought;
            var sum = Vector512<double>.Zero;
            foreach (var share in standing.AsSpan(cell * profiles, profiles))
                sum += share;
            record[(layout.RestingPlace(node) * game.MarkCount) + mark] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tell(FiniteHorizonBeliefs beliefs, int period, int node, int first, int count)
    {
        if (count == 1)
        {
            beliefs.Reached(period, node, mass.AsSpan(first * profiles, profiles));
            return;
        }

        for (var profile = 0; profile < profiles; profile++)
        {
            arriving[profile] = Vector512<double>.Zero;
            for (var cell = first; cell < first + count; cell++)
                arriving[profile] += mass[(cell * profiles) + profile];
        }

        beliefs.Reached(period, node, arriving);
    }

    // Four profiles at a time stay in registers; of fewer, each by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Collect(FiniteHorizonFlows flows, int cell, Vector512<double>[] before, Vector512<double>[] after, ReadOnlySpan<Vector512<double>> choices, ReadOnlySpan<Vector512<double>> chances)
    {
        var (start, moves, end) = (flows.Bounds[2 * cell], flows.Bounds[(2 * cell) + 1], flows.Bounds[(2 * cell) + 2]);
        ref var from = ref MemoryMarshal.GetArrayDataReference(mass);
        ref var chance = ref MemoryMarshal.GetReference(chances);
        ref var choice = ref MemoryMarshal.GetReference(choices);
        ref var entry = ref MemoryMarshal.GetArrayDataReference(flows.Entries);
        if (profiles != 4)
        {
            CollectEach(flows, cell, before, after, choices, chances);
            return;
        }

        ref var own = ref before[cell * 4];
        var (m1, m2, m3, m4) = (own, Unsafe.Add(ref own, 1), Unsafe.Add(ref own, 2), Unsafe.Add(ref own, 3));
        for (var at = start; at < moves; at += 2)
        {
            ref var source = ref Unsafe.Add(ref from, Unsafe.Add(ref entry, at));
            var weight = Unsafe.Add(ref chance, Unsafe.Add(ref entry, at + 1));
            m1 = Vector512.FusedMultiplyAdd(weight, source, m1);
            m2 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref source, 1), m2);
            m3 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref source, 2), m3);
            m4 = Vector512.FusedMultiplyAdd(weight, Unsafe.Add(ref source, 3), m4);
        }

        for (var at = moves; at < end; at += 5)
        {
            ref var source = ref Unsafe.Add(ref from, Unsafe.Add(ref entry, at));
            m1 = Vector512.FusedMultiplyAdd(Unsafe.Add(ref choice, Unsafe.Add(ref entry, at + 1)), source, m1);
            m2 = Vector512.FusedMultiplyAdd(Unsafe.Add(ref choice, Unsafe.Add(ref entry, at + 2)), Unsafe.Add(ref source, 1), m2);
            m3 = Vector512.FusedMultiplyAdd(Unsafe.Add(ref choice, Unsafe.Add(ref entry, at + 3)), Unsafe.Add(ref source, 2), m3);
            m4 = Vector512.FusedMultiplyAdd(Unsafe.Add(ref choice, Unsafe.Add(ref entry, at + 4)), Unsafe.Add(ref source, 3), m4);
        }

        own = ref after[cell * 4];
        (own, Unsafe.Add(ref own, 1), Unsafe.Add(ref own, 2), Unsafe.Add(ref own, 3)) = (m1, m2, m3, m4);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CollectEach(FiniteHorizonFlows flows, int cell, Vector512<double>[] before, Vector512<double>[] after, ReadOnlySpan<Vector512<double>> choices, ReadOnlySpan<Vector512<double>> chances)
    {
        var (start, moves, end) = (flows.Bounds[2 * cell], flows.Bounds[(2 * cell) + 1], flows.Bounds[(2 * cell) + 2]);
        for (var profile = 0; profile < profiles; profile++)
        {
            var sum = before[(cell * profiles) + profile];
            for (var at = start; at < moves; at += 2)
                sum = Vector512.FusedMultiplyAdd(chances[flows.Entries[at + 1]], mass[flows.Entries[at] + profile], sum);
            for (var at = moves; at < end; at += profiles + 1)
                sum = Vector512.FusedMultiplyAdd(choices[flows.Entries[at + 1 + profile]], mass[flows.Entries[at] + profile], sum);
            after[(cell * profiles) + profile] = sum;
        }
    }
}
