using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Standoff.Games.Numerics;

/// <summary>
/// Operations on runs of numbers, four at a time whatever the processor has. Entry by entry each is one multiplication and one addition, never fused;
/// sums run in four fixed lanes.
/// </summary>
internal static class Lanes
{
    private static int Width => Vector256<double>.Count;

    /// <summary>target −= factor·source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(source[..target.Length]);
        var times = Vector256.Create(factor);
        var k = 0;
        for (; k <= target.Length - Width; k += Width)
            (Vector256.LoadUnsafe(ref to, (nuint)k) - (times * Vector256.LoadUnsafe(ref from, (nuint)k))).StoreUnsafe(ref to, (nuint)k);
        for (; k < target.Length; k++)
            target[k] -= factor * source[k];
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(Span<double> target, double factor)
    {
        for (var k = 0; k < target.Length; k++)
            target[k] *= factor;
    }

    /// <summary>Σ a·b in four lanes, which are then added in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b[..a.Length]);
        var sums = Vector256<double>.Zero;
        var k = 0;
        for (; k <= a.Length - Width; k += Width)
            sums += Vector256.LoadUnsafe(ref first, (nuint)k) * Vector256.LoadUnsafe(ref second, (nuint)k);
        var sum = ((sums[0] + sums[1]) + sums[2]) + sums[3];
        for (; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
