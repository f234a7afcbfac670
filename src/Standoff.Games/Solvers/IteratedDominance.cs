using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Which strategies count as dominated.</summary>
public enum DominanceKind
{
    /// <summary>Worse than another one whatever the others do.</summary>
    Strict,

    /// <summary>Never better than another one, and sometimes worse.</summary>
    Weak,
}

/// <summary>In which order dominated strategies go. It matters for weak dominance only.</summary>
public enum EliminationOrder
{
    /// <summary>All dominated strategies of all players at once, round by round.</summary>
    Simultaneous,

    /// <summary>One at a time: the first dominated strategy of the first player that has one.</summary>
    OneByOne,
}

/// <summary>What to eliminate, and how.</summary>
public sealed record DominanceOptions
{
    /// <summary>Strict or weak dominance.</summary>
    public DominanceKind Kind { get; init; } = DominanceKind.Strict;

    /// <summary>Order of elimination.</summary>
    public EliminationOrder Order { get; init; } = EliminationOrder.Simultaneous;

    /// <summary>Whether mixed strategies dominate too.</summary>
    public bool ByMixed { get; init; } = true;
}

/// <summary>A strategy struck out because another one does better.</summary>
/// <param name="Round">Round of elimination, from 1.</param>
/// <param name="Player">The player.</param>
/// <param name="Strategy">What was struck out.</param>
/// <param name="By">The pure strategy that dominates it; −1 where only mixed ones do.</param>
public readonly record struct Elimination(int Round, int Player, int Strategy, int By);

/// <summary>What iterated elimination leaves.</summary>
/// <param name="Surviving">By player, the strategies left.</param>
/// <param name="Eliminations">What was struck out, in order.</param>
/// <param name="Order">The order in which dominated strategies went, on which the result depends under weak dominance.</param>
public sealed record DominanceResult(ImmutableArray<ImmutableArray<int>> Surviving, ImmutableArray<Elimination> Eliminations, EliminationOrder Order)
{
    /// <summary>Whether each player has one strategy left.</summary>
    public bool SolvesTheGame => Surviving.All(s => s.Length == 1);
}

/// <summary>
/// Iterated elimination of dominated strategies, by pure or mixed ones, exact. Under strict dominance the result does not depend on the order and
/// keeps every equilibrium (Gilboa, Kalai and Zemel 1990); under weak dominance it may depend on it and may lose some.
/// </summary>
public static class IteratedDominance
{
    /// <summary>Eliminates until nothing is dominated.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DominanceResult Solve(NormalFormGame game, DominanceOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new DominanceOptions();
        var surviving = game.Players.Select(p => Enumerable.Range(0, p.Strategies.Length).ToList()).ToArray();
        var eliminations = ImmutableArray.CreateBuilder<Elimination>();
        for (var round = 1; ; round++)
        {
            var dominated = Enumerable.Range(0, surviving.Length).SelectMany(player => Dominated(game, surviving, player, round, options, cancellation));
            var struck = (options.Order == EliminationOrder.OneByOne ? dominated.Take(1) : dominated).ToList();
            if (struck.Count == 0)
                return new DominanceResult([.. surviving.Select(s => s.ToImmutableArray())], eliminations.ToImmutable(), options.Order);
            struck.ForEach(e => surviving[e.Player].Remove(e.Strategy));
            eliminations.AddRange(struck);
            progress?.Report(new SolverProgress(eliminations.Count, round, 0, 0));
        }
    }

    private static IEnumerable<Elimination> Dominated(NormalFormGame game, List<int>[] surviving, int player, int round, DominanceOptions options, CancellationToken cancellation)
    {
        var profiles = OthersProfiles(game, surviving, player);
        Rational Payoff(int strategy, int profile) => game.Payoff(game.Deviate(profiles[profile], player, strategy), player);
        foreach (var strategy in surviving[player])
        {
            cancellation.ThrowIfCancellationRequested();
            var by = surviving[player].FindIndex(other => Dominates(other, strategy, options.Kind, profiles.Count, Payoff));
            if (by >= 0)
                yield return new Elimination(round, player, strategy, surviving[player][by]);
            else if (options.ByMixed && surviving[player].Count > 2 && IsMixedDominated(strategy, surviving[player], options.Kind, profiles.Count, Payoff))
                yield return new Elimination(round, player, strategy, -1);
        }
    }

    // With two strategies left, a mixture that dominates one of them has the other one dominate it.
    private static bool IsMixedDominated(int strategy, List<int> strategies, DominanceKind kind, int profiles, Func<int, int, Rational> payoff) => kind == DominanceKind.Weak
        ? !Dominance.IsBestReplyToFullSupport([strategy], strategies, profiles, payoff)
        : !Dominance.IsBestReply(strategy, strategies, profiles, payoff);

    private static bool Dominates(int by, int strategy, DominanceKind kind, int profiles, Func<int, int, Rational> payoff)
    {
        var better = 0;
        for (var profile = 0; profile < profiles; profile++)
        {
            var order = payoff(by, profile).CompareTo(payoff(strategy, profile));
            if (order < 0 || (order == 0 && kind == DominanceKind.Strict))
                return false;
            better += order;
        }

        return better > 0;
    }

    // One profile for each combination of the others' strategies that are left.
    private static List<int> OthersProfiles(NormalFormGame game, List<int>[] surviving, int player)
    {
        List<int> profiles = [game.Deviate(0, player, surviving[player][0])];
        for (var other = 0; other < surviving.Length; other++)
        {
            if (other != player)
                profiles = [.. profiles.SelectMany(profile => surviving[other].Select(strategy => game.Deviate(profile, other, strategy)))];
        }

        return profiles;
    }
}
