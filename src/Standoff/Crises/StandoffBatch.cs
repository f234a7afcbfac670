using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Standoff.Games.Solvers;

namespace Standoff.Crises;

/// <summary>
/// Solves draws side by side, as many as the solver has lanes: where one has settled the next takes its lane. Each result is written at its draw's index.
/// </summary>
internal sealed class StandoffBatch
{
    private const int Lanes = FiniteHorizonNumbers.Lanes;
    private readonly IReadOnlyList<StandoffParameters> draws;
    private readonly StandoffOptions options;
    private readonly int horizon;
    private readonly int recordSize;
    private readonly double[] records;
    private readonly StandoffStart? start;
    private readonly double[] ratios;

    public StandoffBatch(IReadOnlyList<StandoffParameters> draws, StandoffStart? start, StandoffOptions options)
    {
        (this.draws, this.start, this.options, horizon) = (draws, start, options, options.HorizonWeeks);
        recordSize = StandoffPaths.RecordSize(horizon);
        records = new double[recordSize * draws.Count];
        Paths = [.. draws.Select((draw, i) => new StandoffPaths(draw, options, records.AsMemory(i * recordSize, recordSize)))];
        ratios = options.From == FirstBeliefs.Class && start is not null && draws.Count > 0 ? StandoffReference.BeliefRatios(start, draws[0].DemandIsDeparture, options) : [];
    }

    public StandoffPaths[] Paths { get; }

    public void Run(CancellationToken cancellation)
    {
        foreach (var sameStart in Enumerable.Range(0, draws.Count).GroupBy(i => draws[i].Start))
            Solve([.. sameStart], cancellation);
    }

    // Every thread takes the next draw of one queue whenever a lane of its own is free, so that none waits for another before the queue is empty.
    private void Solve(int[] queue, CancellationToken cancellation)
    {
        var taken = -1;
        var most = options.Threads > 0 ? options.Threads : Environment.ProcessorCount;
        var threads = Math.Min(most, (queue.Length + Lanes - 1) / Lanes);
        if (threads == 1)
            Work();
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, _ => Work());

        void Work() => Solve(draws[queue[0]].Start, () => Interlocked.Increment(ref taken) is var next && next < queue.Length ? queue[next] : -1, cancellation);
    }

    private void Solve(StandoffState own, Func<int> next, CancellationToken cancellation)
    {
        var from = start ?? new StandoffStart([(own, 1)]) { Updates = false };
        var tree = StandoffTree.From(StandoffOpening.Lowest(from));
        var workspace = tree.Borrow(horizon, options.SolvedWeeks);
        var (opening, place) = (new StandoffOpening(tree, from), tree.Find(own));
        var drawOf = Enumerable.Repeat(-1, Lanes).ToArray();
        workspace.Solver.Solve(workspace.Numbers, opening.Starts, opening.Fill, First(tree), new BeliefIteration(options.Tolerance, options.Rounds), Turn);
        tree.GiveBack(workspace);

        int Turn(FiniteHorizonLogit solved, int settled)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(tree, workspace, [.. drawOf.Select((draw, lane) => (settled >> lane & 1) == 1 ? draw : -1)], opening, place);
            var entered = 0;
            for (var lane = 0; lane < Lanes; lane++)
            {
                if ((settled >> lane & 1) == 0 || (drawOf[lane] = next()) < 0)
                    continue;
                StandoffNumbers.Write(tree, workspace.Numbers, lane, draws[drawOf[lane]]);
                entered |= 1 << lane;
            }

            return entered;
        }
    }

    private BeliefStart First(StandoffTree tree) => options.From switch
    {
        FirstBeliefs.Separated => new BeliefStart(tree.Separated, default),
        FirstBeliefs.Class => new BeliefStart(default, ratios),
        _ => default,
    };

    private Span<double> Record(int draw) => records.AsSpan(draw * recordSize, recordSize);

    // By lane the draw that has settled there; −1 for none.
    private void Write(StandoffTree tree, StandoffWorkspace workspace, int[] settled, StandoffOpening opening, StandoffTree.Place place)
    {
        if (settled.All(draw => draw < 0))
            return;
        for (var week = 0; week <= horizon; week++)
        {
            for (var ending = Ending.Compliance; ending <= Ending.Other; ending++)
                WriteCells(workspace.Solver.Occupancy(week, tree.Terminal(ending)), week, ending, settled);
            WriteOpen(tree, workspace.Solver, week, settled);
        }

        for (var lane = 0; lane < settled.Length; lane++)
        {
            if (settled[lane] >= 0)
                new StandoffRecord(workspace, lane, Record(settled[lane])[(StandoffPaths.JointSize(horizon) + horizon + 1)..]).Write(place, opening);
        }
    }

    private void WriteCells(ReadOnlySpan<double> masses, int week, Ending ending, int[] settled)
    {
        var first = ((week * StandoffPaths.Endings) + (int)ending) * StandoffPaths.Forces;
        for (var lane = 0; lane < settled.Length; lane++)
        {
            if (settled[lane] < 0)
                continue;
            var cells = Record(settled[lane]).Slice(first, StandoffPaths.Forces);
            for (var force = 0; force < cells.Length; force++)
                cells[force] = masses[(force * Lanes) + lane];
        }
    }

    // The open mass by force, and the mean rung on which it stands.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteOpen(StandoffTree tree, FiniteHorizonLogit solver, int week, int[] settled)
    {
        Span<Vector512<double>> cells = stackalloc Vector512<double>[StandoffPaths.Forces];
        cells.Clear();
        Vector512<double> open = default, rungs = default;
        foreach (var place in tree.Places)
        {
            var standing = MemoryMarshal.Cast<double, Vector512<double>>(solver.Occupancy(week, place.WeekNode));
            for (var force = 0; force < cells.Length; force++)
            {
                cells[force] += standing[force];
                open += standing[force];
                rungs += standing[force] * place.Rung;
            }
        }

        WriteCells(MemoryMarshal.Cast<Vector512<double>, double>(cells), week, Ending.None, settled);
        for (var lane = 0; lane < settled.Length; lane++)
        {
            if (settled[lane] >= 0)
                Record(settled[lane])[StandoffPaths.JointSize(horizon) + week] = open[lane] > 0 ? rungs[lane] / open[lane] : 0;
        }
    }
}
