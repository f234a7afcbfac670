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
    private readonly StandoffOptions options;
    private readonly int horizon;
    private readonly int recordSize;
    private readonly double[] records;
    private readonly List<int[]> groups = [];
    private readonly StandoffStart? start;
    private readonly double[] ratios;

    public StandoffBatch(IReadOnlyList<StandoffParameters> draws, StandoffStart? start, StandoffOptions options)
    {
        (this.draws, this.start, this.options, horizon) = (draws, start, options, options.HorizonWeeks);
        recordSize = StandoffPaths.RecordSize(horizon);
        records = new double[recordSize * draws.Count];
        Paths = [.. draws.Select((draw, i) => new StandoffPaths(draw, options, records.AsMemory(i * recordSize, recordSize)))];
        // A group is done when its slowest draw is: the sharper both sides weigh values, the more rounds their beliefs take.
        foreach (var sameStart in Enumerable.Range(0, draws.Count).GroupBy(i => draws[i].Start))
            groups.AddRange(sameStart.OrderBy(i => draws[i].ChallengerRationality * draws[i].LeaderRationality).Chunk(Lanes));
        ratios = options.From == FirstBeliefs.Class && start is not null && draws.Count > 0 ? Reference() : [];
    }

    public StandoffPaths[] Paths { get; }

    public void Run(CancellationToken cancellation)
    {
        var count = Math.Min(options.Threads > 0 ? options.Threads : Environment.ProcessorCount, groups.Count);
        if (count <= 1)
        {
            RunRange(0, groups.Count, cancellation);
            return;
        }

        // Ranges are small enough to even out and large enough to reuse a workspace.
        var size = Math.Max(1, groups.Count / (count * 8));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = count, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(0, groups.Count, size), parallel, range => RunRange(range.Item1, range.Item2, cancellation));
    }

    private void RunRange(int from, int to, CancellationToken cancellation)
    {
        for (var i = from; i < to; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = draws[groups[i][0]].Start;
            var opening = start ?? new StandoffStart([(own, 1)]) { Updates = false };
            var tree = StandoffTree.From(StandoffOpening.Lowest(opening));
            var workspace = tree.Borrow(horizon, options.SolvedWeeks);
            RunGroup(tree, workspace, groups[i], new StandoffOpening(tree, opening), tree.Find(own));
            tree.GiveBack(workspace);
        }
    }

    private void RunGroup(StandoffTree tree, StandoffWorkspace workspace, int[] group, StandoffOpening opening, StandoffTree.Place place)
    {
        // An unfinished group repeats its last draw in the spare lanes.
        for (var lane = 0; lane < Lanes; lane++)
            StandoffNumbers.Write(tree, workspace.Numbers, lane, draws[group[Math.Min(lane, group.Length - 1)]]);
        workspace.Solver.Solve(workspace.Numbers, opening.Starts, opening.Fill, First(tree), new BeliefIteration(options.Tolerance, options.Rounds));
        WriteWeeks(tree, workspace, group);
        for (var lane = 0; lane < group.Length; lane++)
            new StandoffRecord(workspace, lane, Record(group[lane])[(StandoffPaths.JointSize(horizon) + horizon + 1)..]).Write(place, opening);
    }

    private BeliefStart First(StandoffTree tree) => options.From switch
    {
        FirstBeliefs.Separated => new BeliefStart(tree.Separated, []),
        FirstBeliefs.Class => new BeliefStart([], ratios),
        _ => default,
    };

    // The class's own game at the defaults, from the same start.
    private double[] Reference()
    {
        var own = draws[groups[0][0]];
        var tree = StandoffTree.From(StandoffOpening.Lowest(start!));
        var workspace = tree.Borrow(horizon, options.SolvedWeeks);
        for (var lane = 0; lane < Lanes; lane++)
            StandoffNumbers.Write(tree, workspace.Numbers, lane, StandoffParameters.Default with { DemandIsDeparture = own.DemandIsDeparture });
        var opening = new StandoffOpening(tree, start!);
        workspace.Solver.Solve(workspace.Numbers, opening.Starts, opening.Fill);
        var found = workspace.Solver.BeliefRatios(0);
        tree.GiveBack(workspace);
        return found;
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
}
