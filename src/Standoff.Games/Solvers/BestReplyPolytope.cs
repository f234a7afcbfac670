using System.Collections.Immutable;
using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// The strategies x ≥ 0 of one player, not scaled to sum to 1, against which no strategy of the other yields more than 1, payoffs moved up to be positive.
/// A variable and its label have one number: the row player's strategies, then the column player's; the other's are the slacks.
/// </summary>
internal static class BestReplyPolytope
{
    /// <summary>The dictionary at x = 0.</summary>
    public static IntegerDictionary<T, TArithmetic> Of<T, TArithmetic>(NormalFormGame game, int player)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var other = 1 - player;
        var (own, replies) = (game.StrategyCount(player), game.StrategyCount(other));
        var payoffs = new Rational[game.ProfileCount];
        for (var profile = 0; profile < payoffs.Length; profile++)
            payoffs[profile] = game.Payoff(profile, other);
        var units = ExactLinearProgram.LeastCommonDenominator(payoffs);
        var whole = Array.ConvertAll(payoffs, p => (p * units).Numerator);
        var shift = 1 - whole.Min();
        // The row of reply j: slack = 1 − Σ_i payoff·x_i.
        var rows = new BigInteger[replies][];
        for (var reply = 0; reply < replies; reply++)
        {
            rows[reply] = new BigInteger[own + 1];
            rows[reply][own] = BigInteger.One;
            for (var strategy = 0; strategy < own; strategy++)
            {
                var (i, j) = player == 0 ? (strategy, reply) : (reply, strategy);
                rows[reply][strategy] = -(whole[i + (j * game.StrategyCount(0))] + shift);
            }
        }

        var (firstOwn, firstReply) = player == 0 ? (0, own) : (replies, 0);
        return new IntegerDictionary<T, TArithmetic>([.. Enumerable.Range(firstReply, replies)], [.. Enumerable.Range(firstOwn, own)], rows);
    }

    /// <summary>The variables from a number on, scaled to sum to 1.</summary>
    public static ImmutableArray<Rational> Strategy<T, TArithmetic>(IntegerDictionary<T, TArithmetic> dictionary, int first, int count)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        // All values have the denominator D, which drops out.
        var weights = new BigInteger[count];
        var sum = BigInteger.Zero;
        for (var row = 0; row < dictionary.Rows; row++)
        {
            var strategy = dictionary.Basic(row) - first;
            if (strategy < 0 || strategy >= count)
                continue;
            weights[strategy] = TArithmetic.ToBigInteger(dictionary.Right(row));
            sum += weights[strategy];
        }

        return [.. weights.Select(weight => new Rational(weight, sum))];
    }
}
