using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Standoff.Reading.Syntax;

/// <summary>
/// A matrix of 16-bit weights that multiplies rows of 16-bit activations into 32-bit sums, the same on every processor.
/// Weights of two inputs stand side by side for each column, as the processor's pairwise multiply-add wants them.
/// </summary>
internal readonly unsafe struct IntegerMatrix(short* weights, int inputs, int columns)
{
    public int Inputs => inputs;

    public int Columns => columns;

    /// <summary>Writes the product with <paramref name="rows"/> rows of <paramref name="x"/>, which follow at <paramref name="xRow"/>.</summary>
    public void Multiply(short* x, int xRow, int rows, int* sums)
    {
        var r = 0;
        if (Avx512BW.IsSupported)
            for (; r + 4 <= rows; r += 4) WideFour(x + (r * xRow), xRow, sums + (r * columns));
        for (; r < rows; r++)
        {
            if (Avx512BW.IsSupported) Wide(x + (r * xRow), sums + (r * columns));
            else if (Avx2.IsSupported) Narrow(x + (r * xRow), sums + (r * columns));
            else Portable(x + (r * xRow), sums + (r * columns));
        }
    }

    /// <summary>Four rows at once: every weight is loaded once for all four.</summary>
    private void WideFour(short* x, int xRow, int* sums)
    {
        for (var j = 0; j < columns; j += 32)
        {
            if (columns - j < 32) j = columns - 32;
            WideFour32(x, xRow, weights + (2 * j), sums + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WideFour32(short* x, int xRow, short* w, int* sums)
    {
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        int* a = (int*)x, b = (int*)(x + xRow), c = (int*)(x + (2 * xRow)), d = (int*)(x + (3 * xRow));
        for (var k = 0; k < inputs / 2; k++, w += 2 * columns)
        {
            Vector512<short> left = Vector512.Load(w), right = Vector512.Load(w + 32);
            AddPair(a[k], left, right, ref a0, ref a1);
            AddPair(b[k], left, right, ref b0, ref b1);
            AddPair(c[k], left, right, ref c0, ref c1);
            AddPair(d[k], left, right, ref d0, ref d1);
        }

        Store(sums, a0, a1);
        Store(sums + columns, b0, b1);
        Store(sums + (2 * columns), c0, c1);
        Store(sums + (3 * columns), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(int pair, Vector512<short> left, Vector512<short> right, ref Vector512<int> first, ref Vector512<int> second)
    {
        var x = Vector512.Create(pair).AsInt16();
        first += Avx512BW.MultiplyAddAdjacent(x, left);
        second += Avx512BW.MultiplyAddAdjacent(x, right);
    }

    private static void Store(int* sums, Vector512<int> first, Vector512<int> second)
    {
        first.Store(sums);
        second.Store(sums + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(short* x, int* sums)
    {
        var j = 0;
        for (; j + 96 <= columns; j += 96) Wide96(x, weights + (2 * j), sums + j);
        for (; j < columns; j += 16)
        {
            var s = Vector512<int>.Zero;
            for (var k = 0; k < inputs / 2; k++)
                s += Avx512BW.MultiplyAddAdjacent(Vector512.Create(((int*)x)[k]).AsInt16(), Vector512.Load(weights + (2 * ((k * columns) + j))));
            s.Store(sums + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide96(short* x, short* w, int* sums)
    {
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        for (var k = 0; k < inputs / 2; k++, w += 2 * columns)
        {
            var pair = Vector512.Create(((int*)x)[k]).AsInt16();
            s0 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w));
            s1 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 32));
            s2 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 64));
            s3 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 96));
            s4 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 128));
            s5 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 160));
        }

        s0.Store(sums);
        s1.Store(sums + 16);
        s2.Store(sums + 32);
        s3.Store(sums + 48);
        s4.Store(sums + 64);
        s5.Store(sums + 80);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(short* x, int* sums)
    {
        for (var j = 0; j < columns; j += 16)
        {
            Vector256<int> s0 = default, s1 = default;
            var w = weights + (2 * j);
            for (var k = 0; k < inputs / 2; k++, w += 2 * columns)
            {
                var pair = Vector256.Create(((int*)x)[k]).AsInt16();
                s0 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(w));
                s1 += Avx2.MultiplyAddAdjacent(pair, Vector256.Load(w + 16));
            }

            s0.Store(sums + j);
            s1.Store(sums + j + 8);
        }
    }

    /// <summary>For processors without a pairwise multiply-add: the two inputs of a column are drawn apart by shifts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Portable(short* x, int* sums)
    {
        for (var j = 0; j < columns; j += 8)
        {
            Vector128<int> s0 = default, s1 = default;
            var w = (int*)(weights + (2 * j));
            for (var k = 0; k < inputs; k += 2, w += columns)
            {
                Vector128<int> left = Vector128.Load(w), right = Vector128.Load(w + 4);
                s0 += (((left << 16) >> 16) * x[k]) + ((left >> 16) * x[k + 1]);
                s1 += (((right << 16) >> 16) * x[k]) + ((right >> 16) * x[k + 1]);
            }

            s0.Store(sums + j);
            s1.Store(sums + j + 4);
        }
    }
}
