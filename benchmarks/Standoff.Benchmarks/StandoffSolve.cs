using BenchmarkDotNet.Attributes;
using Standoff.Crises;

namespace Standoff.Benchmarks;

/// <summary>The standoff game over draws: from the ladder's foot (all states) and from a closure with an ultimatum (a quarter of them).</summary>
[MemoryDiagnoser]
public class StandoffSolve
{
    private StandoffParameters[] draws = [];

    [Params(Rung.Rhetoric, Rung.Closure)]
    public Rung Start { get; set; }

    [GlobalSetup]
    public void Vary()
    {
        var state = new StandoffState(Start, UltimatumGiven: Start == Rung.Closure, ExitOffered: Start == Rung.Closure);
        draws = [.. Enumerable.Range(0, 2000).Select(i => StandoffParameters.Default with { Start = state, DemandIsDeparture = true, AudienceCost = 0.05 + (i * 0.0005) })];
    }

    [Benchmark(OperationsPerInvoke = 2000)]
    public StandoffPaths[] Two_thousand_draws_on_one_thread() => StandoffGame.SolveAll(draws, threads: 1);

    [Benchmark]
    public StandoffPaths One_draw() => StandoffGame.Solve(draws[0]);
}
