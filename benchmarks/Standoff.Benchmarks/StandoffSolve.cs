using BenchmarkDotNet.Attributes;
using Standoff.Crises;

namespace Standoff.Benchmarks;

/// <summary>
/// The standoff game with private types over draws of its priors: from a bare demand, and from a closure under an ultimatum that is told of by
/// half, four weeks old, with a counter-offer refused.
/// </summary>
[MemoryDiagnoser]
public class StandoffSolve
{
    private const int Many = 10_000;
    private StandoffParameters[] draws = [];
    private StandoffStart start = new([(StandoffState.Outset, 1)]);

    [Params(Rung.Measures, Rung.Closure)]
    public Rung Start { get; set; }

    [GlobalSetup]
    public void Vary()
    {
        var told = new StandoffState(Start, UltimatumGiven: Start == Rung.Closure, ExitOffered: Start == Rung.Closure);
        if (Start == Rung.Closure)
            start = new([(StandoffState.Outset, 0.5), (told, 0.5)], 4) { Moves = [new(StandoffMove.Refuse, 0.5)] };
        draws = [.. Enumerable.Range(0, Many).Select(i => StandoffParameters.FromValues(
            [.. StandoffPriors.All.Select((p, k) => p.Prior.Quantile(0.01 + (0.98 * (((i + 1) * 0.6180339887498949 * (k + 1)) % 1.0))))], told, true))
            .Select(p => p.ChallengerInitiative + p.LeaderInitiative > 1 ? p with { ChallengerInitiative = 0.5, LeaderInitiative = 0.5 } : p)];
    }

    [Benchmark]
    public StandoffPaths[] Ten_thousand_draws_on_all_processors() => StandoffGame.SolveAll(draws, start);

    [Benchmark(OperationsPerInvoke = 2000)]
    public StandoffPaths[] A_draw_of_two_thousand_on_one_thread() => StandoffGame.SolveAll(draws[..2000], start, new() { Threads = 1 });

    [Benchmark(OperationsPerInvoke = 2000)]
    public StandoffPaths[] The_same_with_beliefs_held() => StandoffGame.SolveAll(draws[..2000], start, new() { Threads = 1, From = FirstBeliefs.Class, Rounds = 1 });

    [Benchmark]
    public StandoffPaths One_draw_alone() => StandoffGame.SolveAll([draws[0]], start)[0];
}
