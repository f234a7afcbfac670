using System.Collections.Immutable;
using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>An extreme equilibrium: one that is no mixture of other equilibria.</summary>
/// <param name="Profile">Strategies, payoffs and regret, exact.</param>
/// <param name="Component">Number of the component that it belongs to.</param>
/// <param name="Stability">What keeps it in place.</param>
public sealed record ExtremeEquilibrium(NashEquilibrium Profile, int Component, EquilibriumStability Stability);

/// <summary>Strategies of the two players that can be exchanged for each other, and mixed, without leaving equilibrium: all pairs of mixtures of them are equilibria.</summary>
/// <param name="Component">Number of the component that it is part of.</param>
/// <param name="Row">Extreme strategies of the row player.</param>
/// <param name="Column">Extreme strategies of the column player.</param>
public sealed record NashSubset(int Component, ImmutableArray<ImmutableArray<Rational>> Row, ImmutableArray<ImmutableArray<Rational>> Column);

/// <summary>All equilibria of a two-player game.</summary>
/// <param name="Equilibria">The extreme equilibria, by the row player's strategy, then the column player's, earlier strategies first.</param>
/// <param name="Subsets">The maximal Nash subsets: their union is the set of all equilibria.</param>
/// <param name="Components">Number of connected components of that set.</param>
/// <param name="Vertices">By player, the number of vertices of the best-reply polytope, 0 included.</param>
/// <param name="Pivots">Pivots made.</param>
public sealed record EquilibriumSet(ImmutableArray<ExtremeEquilibrium> Equilibria, ImmutableArray<NashSubset> Subsets, int Components, ImmutableArray<int> Vertices, int Pivots);

/// <summary>
/// All extreme equilibria of a two-player game with their maximal components, in exact arithmetic: the vertices of both best-reply polytopes are
/// enumerated, and a pair is an equilibrium if every strategy is unused or a best reply (Mangasarian 1964; Avis, Rosenberg, Savani and von Stengel 2010).
/// Degenerate games are no exception.
/// </summary>
/// <remarks>The number of vertices may double with each strategy: up to some 600 for 8 strategies a player, 25,000 for 12.</remarks>
public static class ExtremeEquilibria
{
    private const int MostStrategies = 64;

    /// <summary>Enumerates them.</summary>
    /// <exception cref="ArgumentException">The game has not two players, or more than 64 strategies in all.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EquilibriumSet Solve(NormalFormGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        NashEquilibrium.RequireTwoPlayers(game);
        if (game.StrategyCount(0) + game.StrategyCount(1) > MostStrategies)
            throw new ArgumentException($"The enumeration of equilibria is for at most {MostStrategies} strategies of both players together.", nameof(game));
        try
        {
            return Solve(game, PolytopeVertices.Enumerate<Int128, Wrapping>, progress, cancellation);
        }
        catch (OverflowException)
        {
            return Solve(game, PolytopeVertices.Enumerate<BigInteger, Unbounded>, progress, cancellation);
        }
    }

    private static EquilibriumSet Solve(NormalFormGame game, EnumerateVertices enumerate, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var (rows, rowPivots) = enumerate(game, 0, progress, cancellation);
        var (columns, columnPivots) = enumerate(game, 1, progress, cancellation);
        var pairs = Pairs(game, rows, columns, cancellation);
        var graph = new EquilibriumGraph(pairs, cancellation);
        var stability = new StabilityOf(game);
        return new EquilibriumSet(
            [.. pairs.Select(p => Equilibrium(game, rows[p.Row], columns[p.Column], graph.ComponentOf(p.Row), stability))],
            [.. graph.Subsets.Select(s => new NashSubset(graph.ComponentOf(s.Rows[0]), [.. s.Rows.Select(i => rows[i].Strategy)], [.. s.Columns.Select(j => columns[j].Strategy)]))],
            graph.Components,
            [rows.Count, columns.Count],
            rowPivots + columnPivots);
    }

    // Pairs that have all labels between them; 0 against 0 has them too, and is no pair of strategies.
    private static List<(int Row, int Column)> Pairs(NormalFormGame game, IReadOnlyList<PolytopeVertex> rows, IReadOnlyList<PolytopeVertex> columns, CancellationToken cancellation)
    {
        var all = ulong.MaxValue >> (MostStrategies - game.StrategyCount(0) - game.StrategyCount(1));
        var pairs = new List<(int Row, int Column)>();
        ulong[] labels = [.. columns.Select(c => c.Labels)];
        for (var i = 0; i < rows.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var missing = all & ~rows[i].Labels;
            for (var j = 0; j < labels.Length; j++)
            {
                if ((labels[j] & missing) == missing && !rows[i].IsZero && !columns[j].IsZero)
                    pairs.Add((i, j));
            }
        }

        return pairs;
    }

    private static ExtremeEquilibrium Equilibrium(NormalFormGame game, PolytopeVertex row, PolytopeVertex column, int component, StabilityOf stability)
    {
        var profile = NashEquilibrium.Certify(game, row.Strategy, column.Strategy);
        return new ExtremeEquilibrium(profile, component, stability.At(row, column));
    }

    private delegate (IReadOnlyList<PolytopeVertex> Vertices, int Pivots) EnumerateVertices(NormalFormGame game, int player, IProgress<SolverProgress>? progress, CancellationToken cancellation);
}
