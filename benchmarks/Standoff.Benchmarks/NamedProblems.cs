using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Standoff.Games.Forms;
using Standoff.Games.Models;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>The problems that the page names.</summary>
[MemoryDiagnoser]
public class NamedProblems
{
    private static readonly LogitOptions Chosen = new() { Rationalities = [1, 5, 20], ToTheLimit = false };
    private readonly ExtensiveGame ladder8 = ReferenceProblems.Ladder(8);
    private readonly ExtensiveGame ladder10 = ReferenceProblems.Ladder(10);
    private readonly ExtensiveGame ladder12 = ReferenceProblems.Ladder(12);
    private readonly NormalFormGame table8 = ReferenceProblems.Table(8);
    private readonly StochasticGame states64 = ReferenceProblems.Stochastic(64);
    private readonly SpatialBargaining actors80 = ReferenceProblems.Bargaining(80);
    private AgentLogitResponse response = null!;
    private double[][] draws = [];

    [GlobalSetup]
    public void Draw()
    {
        response = AgentLogitResponse.Of(ladder8, 5)!;
        var random = new Random(3);
        draws = [.. Enumerable.Range(0, 10_000).Select(_ => response.Payoffs.Select(p => p + (0.6 * (random.NextDouble() - 0.5))).ToArray())];
    }

    [Benchmark]
    public LogitBranch Ladder_8x4_to_the_limit() => AgentLogit.Follow(ladder8);

    [Benchmark]
    public LogitBranch Ladder_10x5_at_1_5_and_20() => AgentLogit.Follow(ladder10, Chosen);

    [Benchmark]
    public LogitBranch Ladder_12x6_at_1_5_and_20() => AgentLogit.Follow(ladder12, Chosen);

    [Benchmark]
    public EquilibriumSet All_extreme_equilibria_of_an_8x8_table() => ExtremeEquilibria.Solve(table8);

    [Benchmark]
    public LogitBranch Stochastic_game_of_64_states_to_the_limit() => MarkovLogit.Follow(states64);

    [Benchmark]
    public ImmutableArray<LogitVariant> Ten_thousand_draws_of_ladder_8x4_at_5() => response.AtEach(draws);

    [Benchmark]
    public SpatialHistory Spatial_bargaining_of_80_actors() => actors80.Run();
}
