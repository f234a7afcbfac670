using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// One equilibrium of a two-player game by complementary pivoting (Lemke and Howson 1964), in exact arithmetic with the lexicographic
/// rule, so that degenerate games end too. Labels number the row player's strategies, then the column player's.
/// </summary>
public static class LemkeHowson
{
    /// <summary>The equilibrium at the end of the path that drops the label first, and the number of pivots.</summary>
    /// <exception cref="ArgumentException">The game has not two players.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (NashEquilibrium Equilibrium, int Pivots) Solve(NormalFormGame game, int droppedLabel, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        NashEquilibrium.RequireTwoPlayers(game);
        var (rows, columns) = (game.StrategyCount(0), game.StrategyCount(1));
        ArgumentOutOfRangeException.ThrowIfNegative(droppedLabel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(droppedLabel, rows + columns);
        // The first tableau holds the row player's strategy against the column player's payoffs, the second the reverse.
        var ofRow = new Tableau(columns, rows + columns, j => rows + j, (j, label) => label < rows ? Positive(game, 1, label, j) : 0);
        var ofColumn = new Tableau(rows, rows + columns, i => i, (i, label) => label >= rows ? Positive(game, 0, i, label - rows) : 0);
        var current = droppedLabel < rows ? ofRow : ofColumn;
        var entering = droppedLabel;
        var pivots = 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            entering = current.Pivot(entering);
            current = current == ofRow ? ofColumn : ofRow;
            pivots++;
            progress?.Report(new SolverProgress(pivots, 0, 0, 0));
        }
        while (entering != droppedLabel);
        return (NashEquilibrium.Certify(game, ofRow.Strategy(0, rows), ofColumn.Strategy(rows, columns)), pivots);
    }

    /// <summary>The different equilibria that the paths from all labels reach; not all equilibria of the game.</summary>
    public static ImmutableArray<NashEquilibrium> SolveFromAllLabels(NormalFormGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        NashEquilibrium.RequireTwoPlayers(game);
        var found = ImmutableArray.CreateBuilder<NashEquilibrium>();
        for (var label = 0; label < game.StrategyCount(0) + game.StrategyCount(1); label++)
        {
            var (equilibrium, _) = Solve(game, label, progress, cancellation);
            if (!found.Any(equilibrium.IsSameAs))
                found.Add(equilibrium);
        }

        return found.ToImmutable();
    }

    // Payoffs moved up so that the smallest is 1, which changes no equilibrium.
    private static Rational Positive(NormalFormGame game, int player, int row, int column)
    {
        var least = Enumerable.Range(0, game.ProfileCount).Min(profile => game.Payoff(profile, player));
        return game.Payoff(row + (column * game.StrategyCount(0)), player) - least + Rational.One;
    }

    /// <summary>M·v + slack = 1 with v, slack ≥ 0; each variable carries a label and stands in the column of that number.</summary>
    private sealed class Tableau
    {
        private readonly Rational[][] rows;
        private readonly int[] basis;
        private readonly int[] slacks;
        private readonly int right;

        public Tableau(int count, int labels, Func<int, int> slackLabel, Func<int, int, Rational> coefficient)
        {
            right = labels;
            basis = [.. Enumerable.Range(0, count).Select(slackLabel)];
            slacks = (int[])basis.Clone();
            rows = new Rational[count][];
            for (var i = 0; i < count; i++)
            {
                rows[i] = [.. Enumerable.Range(0, labels).Select(label => label == basis[i] ? Rational.One : coefficient(i, label)), Rational.One];
            }
        }

        /// <summary>Brings a variable into the basis and gives the label of the one that leaves.</summary>
        public int Pivot(int entering)
        {
            var row = LeavingRow(entering);
            var leaving = basis[row];
            var scale = Rational.One / rows[row][entering];
            for (var k = 0; k <= right; k++)
                rows[row][k] *= scale;
            for (var i = 0; i < rows.Length; i++)
            {
                if (i != row && rows[i][entering].Sign != 0)
                    Subtract(rows[i], rows[row], rows[i][entering]);
            }

            basis[row] = entering;
            return leaving;
        }

        /// <summary>The variables of these labels, scaled to sum to 1.</summary>
        public ImmutableArray<Rational> Strategy(int first, int count)
        {
            var weights = new Rational[count];
            for (var i = 0; i < rows.Length; i++)
            {
                if (basis[i] >= first && basis[i] < first + count)
                    weights[basis[i] - first] = rows[i][right];
            }

            var sum = weights.Aggregate(Rational.Zero, (a, b) => a + b);
            return [.. weights.Select(w => w / sum)];
        }

        private static void Subtract(Rational[] target, Rational[] source, Rational factor)
        {
            for (var k = 0; k < target.Length; k++)
            {
                if (source[k].Sign != 0)
                    target[k] -= factor * source[k];
            }
        }

        private int LeavingRow(int entering)
        {
            var best = -1;
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i][entering].Sign > 0 && (best < 0 || ComesBefore(i, best, entering)))
                    best = i;
            }

            return best;
        }

        // The lexicographic rule: ratios of the right-hand side, then of the slacks' columns, which never tie throughout.
        private bool ComesBefore(int a, int b, int entering)
        {
            foreach (var column in (ReadOnlySpan<int>)[right, .. slacks])
            {
                var order = (rows[a][column] * rows[b][entering]).CompareTo(rows[b][column] * rows[a][entering]);
                if (order != 0)
                    return order < 0;
            }

            return false;
        }
    }
}
