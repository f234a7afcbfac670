using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Models;
using Standoff.Games.Numerics;

namespace Standoff.Benchmarks;

/// <summary>The games that times are given for, by size.</summary>
internal static class ReferenceProblems
{
    /// <summary>A ladder with as many types a side as half its rungs has, their costs of war evenly spread.</summary>
    public static ExtensiveGame Ladder(int rungs)
    {
        var types = rungs / 2;
        ImmutableArray<Rational> Costs(Rational least, Rational range) => [.. Enumerable.Range(0, types).Select(k => least + (range * new Rational(k, Math.Max(1, types - 1))))];
        return new EscalationLadder
        {
            Rungs = rungs,
            WarCosts = [Costs(new(1, 5), 1), Costs(new(1, 4), new(11, 10))],
            WarShares = [new(11, 20), new(9, 20)],
            AudienceCost = new(2, 25),
            RungCost = new(1, 50),
        }.Game();
    }

    /// <summary>A random stochastic game for two players with four actions each, every state reachable from every other.</summary>
    public static StochasticGame Stochastic(int states)
    {
        var random = new Random(42 + states);
        double[] Row() => [.. Enumerable.Range(0, states).Select(_ => -Math.Log(random.NextDouble()))];
        var payoffs = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, 16).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray()).ToArray();
        var transitions = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, 16).Select(_ => Row() is var row ? row.Select(p => p / row.Sum()).ToArray() : []).ToArray()).ToArray();
        return new StochasticGame([.. Enumerable.Repeat(new[] { 4, 4 }, states)], [0.9, 0.9], payoffs, transitions);
    }

    /// <summary>A random square table of whole payoffs below 100.</summary>
    public static NormalFormGame Table(int strategies)
    {
        var random = new Random(7);
        ImmutableArray<Rational> payoffs = [.. Enumerable.Range(0, 2 * strategies * strategies).Select(_ => (Rational)random.Next(-100, 100))];
        ImmutableArray<string> names = [.. Enumerable.Range(1, strategies).Select(i => FormattableString.Invariant($"{i}"))];
        return new NormalFormGame("random", [new("Row", names), new("Column", names)], payoffs);
    }

    /// <summary>Random actors on two dimensions.</summary>
    public static SpatialBargaining Bargaining(int actors)
    {
        var random = new Random(80);
        return new SpatialBargaining([.. Enumerable.Range(0, actors).Select(i => new SpatialActor(FormattableString.Invariant($"{i}"), 1 + (99 * random.NextDouble()),
            [random.NextDouble(), random.NextDouble()], [0.05 + (0.45 * random.NextDouble()), 0.05 + (0.45 * random.NextDouble())]))]);
    }
}
