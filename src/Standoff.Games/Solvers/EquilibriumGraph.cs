using System.Collections.Immutable;
using System.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Extreme strategies of two players as the two sides of a graph, extreme equilibria as its edges: connected parts and maximal complete parts.</summary>
internal sealed class EquilibriumGraph
{
    private readonly Dictionary<int, int> componentOfRow = [];

    public EquilibriumGraph(List<(int Row, int Column)> pairs, CancellationToken cancellation)
    {
        var byRow = pairs.GroupBy(p => p.Row).ToDictionary(g => g.Key, g => g.Aggregate(BigInteger.Zero, (mask, p) => mask | (BigInteger.One << p.Column)));
        Components = Connect(byRow);
        Subsets = [.. CompleteParts(byRow, cancellation).OrderBy(s => s.Rows[0]).ThenBy(s => s.Columns[0])];
    }

    public int Components { get; }

    /// <summary>The maximal sets of rows and columns of which every pair is an equilibrium.</summary>
    public ImmutableArray<(ImmutableArray<int> Rows, ImmutableArray<int> Columns)> Subsets { get; }

    public int ComponentOf(int row) => componentOfRow[row];

    private int Connect(Dictionary<int, BigInteger> byRow)
    {
        var count = 0;
        foreach (var row in byRow.Keys.Order())
        {
            if (componentOfRow.ContainsKey(row))
                continue;
            var reached = byRow[row];
            for (var before = BigInteger.Zero; before != reached;)
            {
                before = reached;
                foreach (var (other, columns) in byRow)
                {
                    if ((columns & reached).IsZero)
                        continue;
                    componentOfRow[other] = count;
                    reached |= columns;
                }
            }

            count++;
        }

        return count;
    }

    // Each maximal part has as its columns an intersection of rows' columns.
    private static IEnumerable<(ImmutableArray<int> Rows, ImmutableArray<int> Columns)> CompleteParts(Dictionary<int, BigInteger> byRow, CancellationToken cancellation)
    {
        var intersections = new HashSet<BigInteger>();
        foreach (var columns in byRow.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var known in intersections.ToList())
                intersections.Add(known & columns);
            intersections.Add(columns);
        }

        intersections.Remove(BigInteger.Zero);
        foreach (var columns in intersections)
            yield return ([.. byRow.Where(r => (r.Value & columns) == columns).Select(r => r.Key).Order()], [.. Bits(columns)]);
    }

    private static IEnumerable<int> Bits(BigInteger mask)
    {
        for (var bit = 0; !mask.IsZero; bit++, mask >>= 1)
        {
            if (!mask.IsEven)
                yield return bit;
        }
    }
}
