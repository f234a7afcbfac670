using BenchmarkDotNet.Attributes;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Benchmarks;

/// <summary>Agent logit branches of escalation ladders with private costs of war on both sides: time against size.</summary>
public class LogitBranches
{
    private ExtensiveGame game = null!;

    [Params(4, 8, 12)]
    public int Rungs { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var types = Rungs / 2;
        var share = new Rational(1, types * types);
        var pairs = from a in Enumerable.Range(0, types) from b in Enumerable.Range(0, types) select ($"{a},{b}", share, Ladder(0, a, b, types));
        game = ExtensiveGame.From("Ladder", ["A", "B"], Play.Chance([.. pairs]));
    }

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

    private Play Ladder(int rung, int a, int b, int types)
    {
        if (rung == Rungs)
            return Play.End(new Rational(1, 4) - new Rational(a, types), new Rational(1, 5) - new Rational(b, types));
        var (mover, type) = rung % 2 == 0 ? ("A", a) : ("B", b);
        var (concedes, wins) = (new Rational(-2 * rung, 25), Rational.One - new Rational(rung, 50));
        return Play.Move(mover, $"{rung} {type}", ("concede", rung % 2 == 0 ? Play.End(concedes, wins) : Play.End(wins, concedes)), ("escalate", Ladder(rung + 1, a, b, types)));
    }
}
