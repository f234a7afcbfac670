using System.Numerics;

namespace Standoff.Forecasts;

/// <summary>
/// Shares of a whole: φ_i = Σ_{S ∌ i} |S|!·(n − |S| − 1)!/n! · [v(S ∪ i) − v(S)], what i adds, averaged over all orders in which the parts
/// could have come. They sum to v(all) − v(none); a part that adds nothing has 0; two that add the same have the same.
/// </summary>
/// <remarks>
/// Shapley 1953. Up to <see cref="Exact"/> parts over all sets; beyond, over seeded random orders, each with its reverse (Castro, Gómez &amp;
/// Tejada 2009), with the standard error over the pairs. The sum is exact either way, and reversing the roles of all and none negates every share.
/// </remarks>
internal static class ShapleyValues
{
    /// <summary>Most parts for which every set is valued.</summary>
    public const int Exact = 8;

    private const int Pairs = 16;

    /// <summary>Shares by part and quantity, and their standard errors, 0 where exact.</summary>
    /// <param name="parts">How many parts, at most 64.</param>
    /// <param name="worth">v: the quantities for a set of parts, a bit each.</param>
    /// <param name="seed">Seed of the orders.</param>
    public static (double[][] Shares, double[][] Errors) Of(int parts, Func<ulong, double[]> worth, ulong seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, 64);
        var known = new Dictionary<ulong, double[]>();
        var quantities = Worth(0).Length;
        return parts <= Exact ? (AllSets(), Blank()) : RandomOrders();

        double[] Worth(ulong set) => known.TryGetValue(set, out var value) ? value : known[set] = worth(set);

        double[][] Blank() => [.. Enumerable.Range(0, parts).Select(_ => new double[quantities])];

        double[][] AllSets()
        {
            var shares = Blank();
            for (var set = 0UL; set < 1UL << parts; set++)
                for (var part = 0; part < parts; part++)
                    if ((set >> part & 1) == 0) Add(shares[part], Worth(set | (1UL << part)), Worth(set), Weight(BitOperations.PopCount(set), parts));
            return shares;
        }

        (double[][], double[][]) RandomOrders()
        {
            var (sums, squares, generator) = (Blank(), Blank(), new SplitMix(seed, (ulong)parts));
            for (var pair = 0; pair < Pairs; pair++)
            {
                var order = generator.Permutation(parts);
                var once = Blank();
                Walk(order, once);
                Array.Reverse(order);
                Walk(order, once);
                for (var part = 0; part < parts; part++)
                    for (var q = 0; q < quantities; q++)
                    {
                        sums[part][q] += once[part][q] / Pairs;
                        squares[part][q] += once[part][q] * once[part][q] / Pairs;
                    }
            }
            return (sums, [.. sums.Zip(squares, (m, s) => m.Zip(s, (mean, square) => Math.Sqrt(Math.Max(0, square - (mean * mean)) / (Pairs - 1))).ToArray())]);
        }

        void Walk(int[] order, double[][] shares)
        {
            var set = 0UL;
            foreach (var part in order)
            {
                Add(shares[part], Worth(set | (1UL << part)), Worth(set), 0.5);
                set |= 1UL << part;
            }
        }
    }

    private static void Add(double[] share, double[] with, double[] without, double weight)
    {
        for (var q = 0; q < share.Length; q++) share[q] += weight * (with[q] - without[q]);
    }

    // |S|!·(n − |S| − 1)!/n! = 1 / (n·C(n − 1, |S|)).
    private static double Weight(int size, int parts)
    {
        var ways = 1.0;
        for (var k = 1; k <= size; k++) ways = ways * (parts - k) / k;
        return 1 / (parts * ways);
    }
}
