using BenchmarkDotNet.Attributes;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>Agent logit branches of escalation ladders with private costs of war on both sides: time against size.</summary>
public class LogitBranches
{
    private ExtensiveGame game = null!;

    [Params(4, 8, 12)]
    public int Rungs { get; set; }

    [GlobalSetup]
    public void Build() => game = ReferenceProblems.Ladder(Rungs);

    [Benchmark]
    public LogitBranch To_the_limit() => AgentLogit.Follow(game);

    [Benchmark]
    public LogitBranch At_1_5_and_20() => AgentLogit.Follow(game, new LogitOptions { Rationalities = [1, 5, 20], ToTheLimit = false });

    [Benchmark]
    public System.Collections.Immutable.ImmutableArray<LogitVariant> A_thousand_draws_at_5()
    {
        var response = AgentLogitResponse.Of(game, 5)!;
        var random = new Random(3);
        return response.AtEach([.. Enumerable.Range(0, 1000).Select(_ => response.Payoffs.Select(p => p + (0.2 * (random.NextDouble() - 0.5))).ToArray())]);
    }
}
