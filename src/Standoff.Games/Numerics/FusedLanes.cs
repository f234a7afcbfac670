using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Standoff.Games.Numerics;

/// <summary>
/// Operations on runs of numbers in which every multiplication is fused with its addition. Entries are independent of each other and take up their products in
/// the order given, so that a result has the same bits whatever the width of the processor's lanes, the tiles and the number of threads.
/// </summary>
internal static class FusedLanes
{
    private const int Rows = 4;
    private const int Strip = 12;

    private static int Width => Vector256<double>.Count;

    /// <summary>target += factor·source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(source[..target.Length]);
        var times = Vector256.Create(factor);
        var k = 0;
        for (; k <= target.Length - Width; k += Width)
            Vector256.FusedMultiplyAdd(times, Vector256.LoadUnsafe(ref from, (nuint)k), Vector256.LoadUnsafe(ref to, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        for (; k < target.Length; k++)
            target[k] = Math.FusedMultiplyAdd(factor, source[k], target[k]);
    }

    /// <summary>target += Σ factor·row, row by row.</summary>
    /// <param name="target">What is added to.</param>
    /// <param name="rows">Rows as long as the target.</param>
    /// <param name="chosen">The rows to add.</param>
    /// <param name="factors">By row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(Span<double> target, ReadOnlySpan<double> rows, ReadOnlySpan<int> chosen, ReadOnlySpan<double> factors)
    {
        var length = target.Length;
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(rows[..(length * factors.Length)]);
        var k = 0;
        for (; k <= length - (2 * Width); k += 2 * Width)
        {
            var (low, high) = (Vector256.LoadUnsafe(ref to, (nuint)k), Vector256.LoadUnsafe(ref to, (nuint)(k + Width)));
            foreach (var row in chosen)
            {
                var factor = Vector256.Create(factors[row]);
                low = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref from, (nuint)((row * length) + k)), low);
                high = Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref from, (nuint)((row * length) + k + Width)), high);
            }

            low.StoreUnsafe(ref to, (nuint)k);
            high.StoreUnsafe(ref to, (nuint)(k + Width));
        }

        for (; k < length; k++)
        {
            foreach (var row in chosen)
                target[k] = Math.FusedMultiplyAdd(factors[row], rows[(row * length) + k], target[k]);
        }
    }

    /// <summary>Σ a·b in sixteen lanes, which are then added in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b[..a.Length]);
        var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var k = 0;
        for (; k <= a.Length - (4 * Width); k += 4 * Width)
        {
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)k), Vector256.LoadUnsafe(ref second, (nuint)k), s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)(k + Width)), Vector256.LoadUnsafe(ref second, (nuint)(k + Width)), s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)(k + (2 * Width))), Vector256.LoadUnsafe(ref second, (nuint)(k + (2 * Width))), s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)(k + (3 * Width))), Vector256.LoadUnsafe(ref second, (nuint)(k + (3 * Width))), s3);
        }

        for (; k <= a.Length - Width; k += Width)
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref first, (nuint)k), Vector256.LoadUnsafe(ref second, (nuint)k), s0);
        var sums = (s0 + s1) + (s2 + s3);
        var sum = ((sums[0] + sums[1]) + sums[2]) + sums[3];
        for (; k < a.Length; k++)
            sum = Math.FusedMultiplyAdd(a[k], b[k], sum);
        return sum;
    }

    /// <summary>target −= left·right for parts of matrices in row order, tile by tile. The product's terms are subtracted one after the other.</summary>
    /// <param name="target">From the part's first entry on.</param>
    /// <param name="left">Rows × depth, from its first entry on.</param>
    /// <param name="right">Depth × columns, from its first entry on.</param>
    /// <param name="shape">Sizes of the parts.</param>
    /// <param name="stride">Entries from one row to the next, in all three.</param>
    /// <param name="strip">Room for depth × 12 entries.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SubtractProduct(Span<double> target, ReadOnlySpan<double> left, ReadOnlySpan<double> right, ProductShape shape, int stride, Span<double> strip)
    {
        Span<double> edge = stackalloc double[Rows * Strip];
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(strip[..(shape.Depth * Strip)]);
        for (var column = 0; column < shape.Columns; column += Strip)
        {
            var width = Math.Min(Strip, shape.Columns - column);
            PackNegated(right[column..], shape.Depth, width, stride, strip);
            for (var row = 0; row < shape.Rows; row += Rows)
            {
                var height = Math.Min(Rows, shape.Rows - row);
                ref var part = ref Unsafe.Add(ref a, row * stride);
                if (width == Strip && height == Rows)
                {
                    Tile(ref MemoryMarshal.GetReference(target[((row * stride) + column)..]), stride, ref part, (stride, 2 * stride, 3 * stride), ref b, shape.Depth);
                    continue;
                }

                // At the edges a tile of its own, whose missing rows repeat the first.
                var inside = target[((row * stride) + column)..];
                Copy(inside, stride, edge, Strip, height, width);
                Tile(ref MemoryMarshal.GetReference(edge), Strip, ref part, (height > 1 ? stride : 0, height > 2 ? 2 * stride : 0, height > 3 ? 3 * stride : 0), ref b, shape.Depth);
                Copy(edge, Strip, inside, stride, height, width);
            }
        }
    }

    private static void Copy(Span<double> from, int fromStride, Span<double> to, int toStride, int height, int width)
    {
        for (var row = 0; row < height; row++)
            from.Slice(row * fromStride, width).CopyTo(to[(row * toStride)..]);
    }

    // With the sign turned, so that products are added.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackNegated(ReadOnlySpan<double> right, int depth, int width, int stride, Span<double> strip)
    {
        for (var k = 0; k < depth; k++)
        {
            var from = right.Slice(k * stride, width);
            var to = strip.Slice(k * Strip, Strip);
            for (var j = 0; j < from.Length; j++)
                to[j] = -from[j];
            to[from.Length..].Clear();
        }
    }

    // Four rows of twelve entries stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(ref double c, int stride, ref double a, (int Second, int Third, int Fourth) rows, ref double b, int depth)
    {
        ref var a1 = ref Unsafe.Add(ref a, rows.Second);
        ref var a2 = ref Unsafe.Add(ref a, rows.Third);
        ref var a3 = ref Unsafe.Add(ref a, rows.Fourth);
        ref var c1 = ref Unsafe.Add(ref c, stride);
        ref var c2 = ref Unsafe.Add(ref c, 2 * stride);
        ref var c3 = ref Unsafe.Add(ref c, 3 * stride);
        var (c00, c01, c02) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 4), Vector256.LoadUnsafe(ref c, 8));
        var (c10, c11, c12) = (Vector256.LoadUnsafe(ref c1), Vector256.LoadUnsafe(ref c1, 4), Vector256.LoadUnsafe(ref c1, 8));
        var (c20, c21, c22) = (Vector256.LoadUnsafe(ref c2), Vector256.LoadUnsafe(ref c2, 4), Vector256.LoadUnsafe(ref c2, 8));
        var (c30, c31, c32) = (Vector256.LoadUnsafe(ref c3), Vector256.LoadUnsafe(ref c3, 4), Vector256.LoadUnsafe(ref c3, 8));
        for (var k = 0; k < depth; k++)
        {
            var (b0, b1, b2) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, 4), Vector256.LoadUnsafe(ref b, 8));
            b = ref Unsafe.Add(ref b, Strip);
            var x = Vector256.Create(Unsafe.Add(ref a, k));
            (c00, c01, c02) = (Vector256.FusedMultiplyAdd(x, b0, c00), Vector256.FusedMultiplyAdd(x, b1, c01), Vector256.FusedMultiplyAdd(x, b2, c02));
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            (c10, c11, c12) = (Vector256.FusedMultiplyAdd(x, b0, c10), Vector256.FusedMultiplyAdd(x, b1, c11), Vector256.FusedMultiplyAdd(x, b2, c12));
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            (c20, c21, c22) = (Vector256.FusedMultiplyAdd(x, b0, c20), Vector256.FusedMultiplyAdd(x, b1, c21), Vector256.FusedMultiplyAdd(x, b2, c22));
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            (c30, c31, c32) = (Vector256.FusedMultiplyAdd(x, b0, c30), Vector256.FusedMultiplyAdd(x, b1, c31), Vector256.FusedMultiplyAdd(x, b2, c32));
        }

        Store(ref c, c00, c01, c02);
        Store(ref c1, c10, c11, c12);
        Store(ref c2, c20, c21, c22);
        Store(ref c3, c30, c31, c32);
    }

    private static void Store(ref double to, Vector256<double> first, Vector256<double> second, Vector256<double> third)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, 4);
        third.StoreUnsafe(ref to, 8);
    }
}

/// <summary>Sizes of a product of two matrices.</summary>
internal readonly record struct ProductShape(int Rows, int Depth, int Columns);
