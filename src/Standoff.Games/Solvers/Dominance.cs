using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Domination by mixed strategies through its dual, exact: a strategy is dominated unless it is a best reply to some belief about the others.</summary>
internal static class Dominance
{
    /// <summary>Whether all strategies of a support are best replies to one belief that leaves nothing out; if not, every mixture with this support is weakly dominated.</summary>
    /// <param name="support">Strategies in use.</param>
    /// <param name="strategies">Strategies that the player may choose from.</param>
    /// <param name="others">Number of strategies (or profiles of strategies) of the others.</param>
    /// <param name="payoff">Payoff by own and the others' strategy.</param>
    public static bool IsBestReplyToFullSupport(IReadOnlyList<int> support, IReadOnlyList<int> strategies, int others, Func<int, int, Rational> payoff)
    {
        // Beliefs t + y_j with t ≤ 1: the larger t, the more everything counts.
        var rows = Advantages(support, strategies, others, payoff).Select(gains => (Rational[])[.. gains, Sum(gains), Rational.Zero]).ToList();
        var bound = new Rational[others + 2];
        (bound[others], bound[others + 1]) = (Rational.One, Rational.One);
        var objective = new Rational[others + 1];
        objective[others] = Rational.One;
        return ExactLinearProgram.Solve(objective, [.. rows, bound])!.Optimum.Sign > 0;
    }

    /// <summary>Whether a strategy is a best reply to any belief at all; if not, it is strictly dominated.</summary>
    public static bool IsBestReply(int strategy, IReadOnlyList<int> strategies, int others, Func<int, int, Rational> payoff)
    {
        var rows = Advantages([strategy], strategies, others, payoff).Select(gains => (Rational[])[.. gains, Rational.Zero]);
        Rational[] ones = [.. Enumerable.Repeat(Rational.One, others)];
        return ExactLinearProgram.Solve(ones, [.. rows, [.. ones, Rational.One]])!.Optimum.Sign > 0;
    }

    // By strategy not in use and by use of each in the support: what it yields more than the first in the support; for those in the support also the reverse.
    private static IEnumerable<Rational[]> Advantages(IReadOnlyList<int> support, IReadOnlyList<int> strategies, int others, Func<int, int, Rational> payoff)
    {
        var first = support[0];
        foreach (var strategy in strategies.Where(s => s != first))
        {
            Rational[] gains = [.. Enumerable.Range(0, others).Select(other => payoff(strategy, other) - payoff(first, other))];
            yield return gains;
            if (support.Contains(strategy))
                yield return Array.ConvertAll(gains, gain => -gain);
        }
    }

    private static Rational Sum(Rational[] values) => values.Aggregate(Rational.Zero, (a, b) => a + b);
}
