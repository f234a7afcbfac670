using BenchmarkDotNet.Attributes;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>All extreme equilibria of random square tables of whole payoffs below 100.</summary>
public class ExtremeEquilibriaBySize
{
    private NormalFormGame game = null!;

    [Params(6, 8, 10, 12)]
    public int Strategies { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var random = new Random(7);
        Rational[] payoffs = [.. Enumerable.Range(0, 2 * Strategies * Strategies).Select(_ => (Rational)random.Next(-100, 100))];
        System.Collections.Immutable.ImmutableArray<string> names = [.. Enumerable.Range(1, Strategies).Select(i => $"{i}")];
        game = new NormalFormGame("random", [new("Row", names), new("Column", names)], [.. payoffs]);
    }

    [Benchmark]
    public EquilibriumSet All() => ExtremeEquilibria.Solve(game);
}

/// <summary>Logit branches of random stochastic games for two players with four actions each, every state reachable from every other.</summary>
public class StochasticBySize
{
    private StochasticGame game = null!;

    [Params(8, 16, 32, 64, 128)]
    public int States { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var random = new Random(42 + States);
        double[] Row() => [.. Enumerable.Range(0, States).Select(_ => -Math.Log(random.NextDouble()))];
        var payoffs = Enumerable.Range(0, States).Select(_ => Enumerable.Range(0, 16).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray()).ToArray();
        var transitions = Enumerable.Range(0, States).Select(_ => Enumerable.Range(0, 16).Select(_ => Row() is var row ? row.Select(p => p / row.Sum()).ToArray() : []).ToArray()).ToArray();
        game = new StochasticGame([.. Enumerable.Repeat(new[] { 4, 4 }, States)], [0.9, 0.9], payoffs, transitions);
    }

    [Benchmark]
    public LogitBranch To_the_limit() => MarkovLogit.Follow(game);
}
