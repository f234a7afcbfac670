using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>What keeps an equilibrium of a two-player game in place.</summary>
/// <param name="IsStrict">Both players have no other best reply: any small change of the other's strategy leaves it so.</param>
/// <param name="IsPerfect">Trembling-hand perfect (Selten 1975): for two players, neither strategy is weakly dominated (van Damme 1991, theorem 3.2.2).</param>
/// <param name="Index">
/// +1 or −1 for a regular equilibrium, <see langword="null"/> otherwise (Shapley 1974). In a non-degenerate game they sum to 1; an equilibrium of index −1
/// is unstable under every dynamic in which better replies gain weight (Demichelis and Ritzberger 2003).
/// </param>
public sealed record EquilibriumStability(bool IsStrict, bool IsPerfect, int? Index);

/// <summary>The labels of equilibria of one game.</summary>
internal sealed class StabilityOf(NormalFormGame game)
{
    private readonly int rows = game.StrategyCount(0);
    private readonly int columns = game.StrategyCount(1);
    private readonly Dictionary<(int Player, ulong Labels), bool> undominated = [];

    public EquilibriumStability At(PolytopeVertex row, PolytopeVertex column)
    {
        var (rowSupport, columnSupport) = (Support(row), Support(column));
        // The labels of a strategy of one side name the best replies of the other.
        var repliesOfColumn = Bits(row.Labels >> rows, columns);
        var repliesOfRow = Bits(column.Labels, rows);
        var isRegularSize = rowSupport.Count == columnSupport.Count && repliesOfRow.Count == rowSupport.Count && repliesOfColumn.Count == columnSupport.Count;
        int? index = isRegularSize ? Index(rowSupport, columnSupport) : null;
        // Regular equilibria are perfect, and more.
        var perfect = index is not null || (IsUndominated(row, rowSupport, 0) && IsUndominated(column, columnSupport, 1));
        return new EquilibriumStability(isRegularSize && rowSupport.Count == 1, perfect, index);
    }

    private static List<int> Support(PolytopeVertex vertex) => [.. Enumerable.Range(0, vertex.Weights.Length).Where(i => !vertex.Weights[i].IsZero)];

    private static List<int> Bits(ulong mask, int count) => [.. Enumerable.Range(0, count).Where(i => (mask >> i & 1) != 0)];

    private bool IsUndominated(PolytopeVertex vertex, List<int> support, int player)
    {
        if (!undominated.TryGetValue((player, vertex.Labels), out var known))
            undominated[(player, vertex.Labels)] = known = Dominance.IsBestReplyToFullSupport(support, [.. Enumerable.Range(0, game.StrategyCount(player))], game.StrategyCount(1 - player), (own, other) => Payoff(player, own, other));
        return known;
    }

    // (−1)^{k+1} · sign det A · det B on the supports, payoffs moved up to be positive.
    private int? Index(List<int> rowSupport, List<int> columnSupport)
    {
        var sign = rowSupport.Count % 2 == 0 ? -1 : 1;
        for (var player = 0; player < 2; player++)
        {
            var shift = Rational.One - LeastPayoff(player);
            sign *= DeterminantSign([.. rowSupport.Select(i => columnSupport.Select(j => Payoff(player, player == 0 ? i : j, player == 0 ? j : i) + shift).ToArray())]);
        }

        return sign == 0 ? null : sign;
    }

    private Rational LeastPayoff(int player) => Enumerable.Range(0, game.ProfileCount).Min(profile => game.Payoff(profile, player));

    private Rational Payoff(int player, int own, int other) => player == 0 ? game.Payoff(own + (other * rows), 0) : game.Payoff(other + (own * rows), 1);

    // Bareiss's elimination on whole numbers.
    private static int DeterminantSign(Rational[][] matrix)
    {
        var entries = Array.ConvertAll(matrix, ExactLinearProgram.Integers);
        var (sign, last) = (1, BigInteger.One);
        for (var k = 0; k < entries.Length; k++)
        {
            var pivot = Array.FindIndex(entries, k, row => !row[k].IsZero);
            if (pivot < 0)
                return 0;
            sign = pivot == k ? sign : -sign;
            (entries[k], entries[pivot]) = (entries[pivot], entries[k]);
            for (var i = k + 1; i < entries.Length; i++)
            {
                for (var j = k + 1; j < entries.Length; j++)
                    entries[i][j] = ((entries[k][k] * entries[i][j]) - (entries[i][k] * entries[k][j])) / last;
            }

            last = entries[k][k];
        }

        return sign * (entries.Length == 0 ? 1 : last.Sign);
    }
}
