using System.Collections.Immutable;
using System.Numerics;
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
        var polytopes = new[] { BestReplyPolytope.Of<BigInteger, Unbounded>(game, 0), BestReplyPolytope.Of<BigInteger, Unbounded>(game, 1) };
        // The row player's strategies are variables of the first polytope, the column player's of the second.
        var current = droppedLabel < rows ? 0 : 1;
        var entering = droppedLabel;
        var pivots = 0;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var column = polytopes[current].ColumnOf(entering);
            var row = polytopes[current].LeavingRow(column);
            entering = polytopes[current].Basic(row);
            polytopes[current].Pivot(row, column);
            current = 1 - current;
            pivots++;
            progress?.Report(new SolverProgress(pivots, 0, 0, 0));
        }
        while (entering != droppedLabel);
        return (NashEquilibrium.Certify(game, BestReplyPolytope.Strategy(polytopes[0], 0, rows), BestReplyPolytope.Strategy(polytopes[1], rows, columns)), pivots);
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
}
