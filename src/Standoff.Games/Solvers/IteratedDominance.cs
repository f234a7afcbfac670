using System.Collections.Immutable;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>A strategy struck out because another one is better whatever the others do.</summary>
/// <param name="Round">Round of elimination, from 1.</param>
/// <param name="Player">The player.</param>
/// <param name="Strategy">What was struck out.</param>
/// <param name="By">What dominates it.</param>
public readonly record struct Elimination(int Round, int Player, int Strategy, int By);

/// <summary>What iterated elimination leaves.</summary>
/// <param name="Surviving">By player, the strategies left.</param>
/// <param name="Eliminations">What was struck out, in order.</param>
public sealed record DominanceResult(ImmutableArray<ImmutableArray<int>> Surviving, ImmutableArray<Elimination> Eliminations)
{
    /// <summary>Whether each player has one strategy left.</summary>
    public bool SolvesTheGame => Surviving.All(s => s.Length == 1);
}

/// <summary>
/// Iterated elimination of strategies that a pure strategy strictly dominates, exact. The result does not depend on the order;
/// domination by mixed strategies alone is not looked for.
/// </summary>
public static class IteratedDominance
{
    /// <summary>Eliminates until nothing is dominated.</summary>
    public static DominanceResult Solve(NormalFormGame game)
    {
        var surviving = game.Players.Select(p => Enumerable.Range(0, p.Strategies.Length).ToList()).ToArray();
        var eliminations = ImmutableArray.CreateBuilder<Elimination>();
        for (var round = 1; ; round++)
        {
            var struck = Enumerable.Range(0, surviving.Length).SelectMany(player => Dominated(game, surviving, player, round)).ToList();
            if (struck.Count == 0)
                return new DominanceResult([.. surviving.Select(s => s.ToImmutableArray())], eliminations.ToImmutable());
            struck.ForEach(e => surviving[e.Player].Remove(e.Strategy));
            eliminations.AddRange(struck);
        }
    }

    private static IEnumerable<Elimination> Dominated(NormalFormGame game, List<int>[] surviving, int player, int round)
    {
        var profiles = Enumerable.Range(0, game.ProfileCount)
            .Where(profile => Enumerable.Range(0, surviving.Length).All(other => surviving[other].Contains(game.StrategyAt(profile, other)))
                && game.StrategyAt(profile, player) == surviving[player][0])
            .ToList();
        foreach (var strategy in surviving[player])
        {
            var by = surviving[player].FindIndex(other => profiles.All(profile =>
                game.Payoff(game.Deviate(profile, player, other), player) > game.Payoff(game.Deviate(profile, player, strategy), player)));
            if (by >= 0)
                yield return new Elimination(round, player, strategy, surviving[player][by]);
        }
    }
}
