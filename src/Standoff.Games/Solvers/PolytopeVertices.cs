using System.Collections.Immutable;
using System.Numerics;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>A vertex of a best-reply polytope.</summary>
/// <param name="Labels">A bit for each own strategy that is not played and each best reply of the other; together they tell the vertex.</param>
/// <param name="Weights">The strategy, not scaled.</param>
internal sealed record PolytopeVertex(ulong Labels, ImmutableArray<BigInteger> Weights)
{
    private ImmutableArray<Rational>? strategy;

    public bool IsZero => Weights.All(w => w.IsZero);

    /// <summary>The weights scaled to sum to 1.</summary>
    public ImmutableArray<Rational> Strategy => strategy ??= Scaled();

    private ImmutableArray<Rational> Scaled()
    {
        var sum = Weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
        return [.. Weights.Select(weight => new Rational(weight, sum))];
    }
}

/// <summary>The vertices of a best-reply polytope: a search over its edges, where ties are broken as in a simple polytope nearby, so that each of them is met.</summary>
internal static class PolytopeVertices
{
    private const int ReportEvery = 64;
    private const int MostVertices = 1_000_000;

    /// <summary>All vertices, and the number of pivots.</summary>
    /// <exception cref="GameTooLargeException">There are more than a million.</exception>
    public static (IReadOnlyList<PolytopeVertex> Vertices, int Pivots) Enumerate<T, TArithmetic>(NormalFormGame game, int player, IProgress<SolverProgress>? progress, CancellationToken cancellation)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var dictionary = BestReplyPolytope.Of<T, TArithmetic>(game, player);
        var (first, count) = (player == 0 ? 0 : game.StrategyCount(0), game.StrategyCount(player));
        var bases = new HashSet<ulong> { BasisOf(dictionary) };
        var vertices = new Dictionary<ulong, PolytopeVertex>();
        Keep(dictionary, vertices, first, count);
        // Depth first: the edges taken so far, and the column to try next at each vertex on the way.
        var taken = new Stack<(int Row, int Column)>();
        var next = new Stack<int>([0]);
        while (next.TryPop(out var column))
        {
            if (column == dictionary.Columns)
            {
                // The same exchange once more leads back.
                if (taken.TryPop(out var back))
                    dictionary.Pivot(back.Row, back.Column);
                continue;
            }

            next.Push(column + 1);
            var row = dictionary.LeavingRow(column);
            if (!bases.Add(BasisOf(dictionary) ^ (1UL << dictionary.Basic(row)) ^ (1UL << dictionary.Nonbasic(column))))
                continue;
            cancellation.ThrowIfCancellationRequested();
            GameTooLargeException.ThrowIfMore("vertices of a best-reply polytope or more", bases.Count, MostVertices);
            dictionary.Pivot(row, column);
            taken.Push((row, column));
            next.Push(0);
            Keep(dictionary, vertices, first, count);
            if (bases.Count % ReportEvery == 0)
                progress?.Report(new SolverProgress(bases.Count, 0, 0, 0));
        }

        return ([.. vertices.Values.OrderByDescending(v => v, Comparer<PolytopeVertex>.Create(Compare))], 2 * (bases.Count - 1));
    }

    private static void Keep<T, TArithmetic>(IntegerDictionary<T, TArithmetic> dictionary, Dictionary<ulong, PolytopeVertex> vertices, int first, int count)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var labels = LabelsOf(dictionary);
        if (!vertices.ContainsKey(labels))
            vertices.Add(labels, new PolytopeVertex(labels, WeightsOf(dictionary, first, count)));
    }

    private static ulong BasisOf<T, TArithmetic>(IntegerDictionary<T, TArithmetic> dictionary)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var basis = 0UL;
        for (var row = 0; row < dictionary.Rows; row++)
            basis |= 1UL << dictionary.Basic(row);
        return basis;
    }

    private static ulong LabelsOf<T, TArithmetic>(IntegerDictionary<T, TArithmetic> dictionary)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var labels = 0UL;
        for (var column = 0; column < dictionary.Columns; column++)
            labels |= 1UL << dictionary.Nonbasic(column);
        for (var row = 0; row < dictionary.Rows; row++)
            labels |= T.IsZero(dictionary.Right(row)) ? 1UL << dictionary.Basic(row) : 0;
        return labels;
    }

    private static ImmutableArray<BigInteger> WeightsOf<T, TArithmetic>(IntegerDictionary<T, TArithmetic> dictionary, int first, int count)
        where T : IBinaryInteger<T>
        where TArithmetic : struct, IExactArithmetic<T>
    {
        var weights = new BigInteger[count];
        for (var row = 0; row < dictionary.Rows; row++)
        {
            if (dictionary.Basic(row) - first is var strategy && strategy >= 0 && strategy < count)
                weights[strategy] = TArithmetic.ToBigInteger(dictionary.Right(row));
        }

        return [.. weights];
    }

    // By the share of the first strategy, then of the second, and so on; 0 comes last.
    private static int Compare(PolytopeVertex? a, PolytopeVertex? b)
    {
        var (sumA, sumB) = (Sum(a!), Sum(b!));
        for (var i = 0; i < a!.Weights.Length; i++)
        {
            var order = (a.Weights[i] * sumB).CompareTo(b!.Weights[i] * sumA);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static BigInteger Sum(PolytopeVertex vertex) => BigInteger.Max(1, vertex.Weights.Aggregate(BigInteger.Zero, (x, y) => x + y));
}
