using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>Solves draws in groups of as many as the solver has lanes; each result is written at its draw's index.</summary>
internal sealed class StandoffBatch
{
    private const int Lanes = FiniteHorizonNumbers.Lanes;
    private readonly IReadOnlyList<StandoffParameters> draws;
    private readonly int horizon;
    private readonly int solved;
    private readonly int recordSize;
    private readonly double[] records;
    private readonly List<int[]> groups = [];
    private readonly IReadOnlyList<(StandoffState State, double Weight)>? mixture;
    private readonly StandoffAgeing? ageing;

    public StandoffBatch(
        IReadOnlyList<StandoffParameters> draws, int horizon, int solved, IReadOnlyList<(StandoffState State, double Weight)>? mixture = null, int age = 0)
    {
        this.draws = draws;
        this.mixture = mixture;
        ageing = age > 0 && mixture?.Any(m => m.State.Rung == StandoffState.Outset.Rung) == true ? new StandoffAgeing(mixture, Math.Min(age, horizon)) : null;
        this.horizon = horizon;
        this.solved = solved;
        recordSize = StandoffPaths.RecordSize(horizon);
        records = new double[recordSize * draws.Count];
        Paths = [.. draws.Select((draw, i) => new StandoffPaths(draw, horizon, solved, records.AsMemory(i * recordSize, recordSize)))];
        foreach (var sameStart in Enumerable.Range(0, draws.Count).GroupBy(i => draws[i].Start))
            groups.AddRange(sameStart.Chunk(Lanes));
    }

    public StandoffPaths[] Paths { get; }

    public void Run(int threads, CancellationToken cancellation)
    {
        var count = Math.Min(threads > 0 ? threads : Environment.ProcessorCount, groups.Count);
        if (count <= 1)
        {
            RunRange(0, groups.Count, cancellation);
            return;
        }

        // Ranges are small enough to even out and large enough to reuse a workspace.
        var size = Math.Max(1, groups.Count / (count * 8));
        var options = new ParallelOptions { MaxDegreeOfParallelism = count, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(0, groups.Count, size), options, range => RunRange(range.Item1, range.Item2, cancellation));
    }

    private void RunRange(int from, int to, CancellationToken cancellation)
    {
        for (var i = from; i < to; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = draws[groups[i][0]].Start;
            var tree = StandoffTree.From(Lowest(start));
            var workspace = tree.Borrow(horizon, solved);
            RunGroup(tree, workspace, groups[i], start);
            tree.GiveBack(workspace);
        }
    }

    // A tree holds every state from its own start upwards, so one that starts lowest serves a whole mixture.
    private StandoffState Lowest(StandoffState start) => mixture is null
        ? start
        : new(mixture.Min(m => m.State.Rung), ageing is null && mixture.All(m => m.State.UltimatumGiven));

    private (int Node, int Mark, double Mass)[] Starts(StandoffTree tree, StandoffState start) =>
        [.. (mixture ?? [(start, 1)]).Select(m => (tree.Find(m.State).WeekNode, (int)m.State.ForceSoFar, m.Weight))];

    private void RunGroup(StandoffTree tree, StandoffWorkspace workspace, int[] group, StandoffState start)
    {
        // An unfinished group repeats its last draw in the spare lanes.
        for (var lane = 0; lane < Lanes; lane++)
            StandoffNumbers.Write(tree, workspace.Numbers, lane, draws[group[Math.Min(lane, group.Length - 1)]]);
        var place = tree.Find(start);
        if (ageing is null)
            workspace.Solver.Solve(workspace.Numbers, Starts(tree, start));
        else
            ageing.Solve(workspace, horizon);
        WriteWeeks(tree, workspace, group);
        for (var lane = 0; lane < group.Length; lane++)
            WriteChoices(workspace, lane, place, Record(group[lane])[(StandoffPaths.JointSize(horizon) + horizon + 1)..]);
    }

    private Span<double> Record(int draw) => records.AsSpan(draw * recordSize, recordSize);

    private void WriteWeeks(StandoffTree tree, StandoffWorkspace workspace, int[] group)
    {
        for (var week = 0; week <= horizon; week++)
        {
            for (var ending = Ending.Compliance; ending <= Ending.Other; ending++)
                WriteCells(workspace.Solver.Occupancy(week, tree.Terminal(ending)), week, ending, group);
            WriteOpen(tree, workspace.Solver, week, group);
        }
    }

    private void WriteCells(ReadOnlySpan<double> masses, int week, Ending ending, int[] group)
    {
        var first = ((week * StandoffPaths.Endings) + (int)ending) * StandoffPaths.Forces;
        for (var lane = 0; lane < group.Length; lane++)
        {
            var cells = Record(group[lane]).Slice(first, StandoffPaths.Forces);
            for (var force = 0; force < cells.Length; force++)
                cells[force] = masses[(force * Lanes) + lane];
        }
    }

    // The open mass by force, and the mean rung on which it stands.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteOpen(StandoffTree tree, FiniteHorizonLogit solver, int week, int[] group)
    {
        Span<Vector256<double>> cells = stackalloc Vector256<double>[StandoffPaths.Forces];
        cells.Clear();
        Vector256<double> open = default, rungs = default;
        foreach (var place in tree.Places)
        {
            var standing = MemoryMarshal.Cast<double, Vector256<double>>(solver.Occupancy(week, place.WeekNode));
            for (var force = 0; force < cells.Length; force++)
            {
                cells[force] += standing[force];
                open += standing[force];
                rungs += standing[force] * place.Rung;
            }
        }

        WriteCells(MemoryMarshal.Cast<Vector256<double>, double>(cells), week, Ending.None, group);
        for (var lane = 0; lane < group.Length; lane++)
            Record(group[lane])[StandoffPaths.JointSize(horizon) + week] = open[lane] > 0 ? rungs[lane] / open[lane] : 0;
    }

    private static void WriteChoices(StandoffWorkspace workspace, int lane, StandoffTree.Place place, Span<double> choices)
    {
        for (var move = StandoffMove.Hold; move <= StandoffMove.Refuse; move++)
        {
            var edge = place[move];
            choices[2 * (int)move] = edge < 0 ? 0 : Probability(workspace, lane, place, move, edge);
            choices[(2 * (int)move) + 1] = edge < 0 ? double.NaN : workspace.Solver.MoveValue(lane, edge);
        }

        // Leaving on terms is the same move to another ending.
        if (place.LeavesOnTerms >= 0)
            choices[2 * (int)StandoffMove.Leave] += Probability(workspace, lane, place, StandoffMove.Leave, place.LeavesOnTerms);
        choices[^2] = workspace.Solver.Value(lane, place.WeekNode, StandoffTree.Challenger);
        choices[^1] = workspace.Solver.Value(lane, place.WeekNode, StandoffTree.Leader);
    }

    private static double Probability(StandoffWorkspace workspace, int lane, StandoffTree.Place place, StandoffMove move, int edge)
    {
        var node = move switch
        {
            <= StandoffMove.Invade => place.ChallengerNode,
            <= StandoffMove.Leave => place.LeaderNode,
            _ => place.AnswerNode,
        };
        return workspace.Solver.Probability(lane, 0, node, edge - workspace.Numbers.Game.EdgeStart[node]);
    }
}
