using BenchmarkDotNet.Attributes;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>All extreme equilibria of random square tables of whole payoffs below 100.</summary>
public class ExtremeEquilibriaBySize
{
    private NormalFormGame game = null!;

    [Params(6, 8, 10, 12)]
    public int Strategies { get; set; }

    [GlobalSetup]
    public void Build() => game = ReferenceProblems.Table(Strategies);

    [Benchmark]
    public EquilibriumSet All() => ExtremeEquilibria.Solve(game);
}

/// <summary>Logit branches of random stochastic games for two players with four actions each, every state reachable from every other.</summary>
public class StochasticBySize
{
    private StochasticGame game = null!;

    [Params(8, 16, 32, 64, 128, 256)]
    public int States { get; set; }

    [GlobalSetup]
    public void Build() => game = ReferenceProblems.Stochastic(States);

    [Benchmark]
    public LogitBranch To_the_limit() => MarkovLogit.Follow(game);
}
