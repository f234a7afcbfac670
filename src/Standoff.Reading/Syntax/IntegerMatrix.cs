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
    private const int Block = 64;
    private const int NarrowBlock = 16;

    public int Inputs => inputs;

    public int Columns => columns;

    /// <summary>Writes the product with <paramref name="rows"/> rows of <paramref name="x"/>, which follow at <paramref name="xRow"/>.</summary>
    public void Multiply(short* x, int xRow, int rows, int* sums)
    {
        var r = 0;
        for (; r + 4 <= rows; r += 4)
        {
            var row = x + (r * xRow);
            MultiplyFour(row, row + xRow, row + (2 * xRow), row + (3 * xRow), sums + (r * columns));
        }

        for (; r < rows; r++) MultiplyOne(x + (r * xRow), sums + (r * columns));
    }

    /// <summary>Writes the product with rows that stand anywhere.</summary>
    public void Multiply(short** x, int rows, int* sums)
    {
        var r = 0;
        for (; r + 4 <= rows; r += 4) MultiplyFour(x[r], x[r + 1], x[r + 2], x[r + 3], sums + (r * columns));
        if (Avx512BW.IsSupported && columns % Block == 0 && r + 2 <= rows)
        {
            for (var j = 0; j < columns; j += Block) WideTwo(x[r], x[r + 1], weights + (2 * j), sums + (r * columns) + j);
            r += 2;
        }

        for (; r < rows; r++) MultiplyOne(x[r], sums + (r * columns));
    }

    private void MultiplyOne(short* x, int* sums)
    {
        if (Avx512BW.IsSupported) Wide(x, sums);
        else if (Avx2.IsSupported) Narrow(x, sums);
        else Portable(x, sums);
    }

    /// <summary>Four rows at once: every weight is loaded once for all four.</summary>
    private void MultiplyFour(short* a, short* b, short* c, short* d, int* sums)
    {
        if (Avx512BW.IsSupported)
        {
            var j = 0;
            for (; j + Block <= columns; j += Block) WideFour(a, b, c, d, weights + (2 * j), sums + j);
            for (; j < columns; j += 16) WideFourRest(a, b, c, d, weights + (2 * j), sums + j);
        }
        else if (Avx2.IsSupported)
        {
            for (var j = 0; j < columns; j += NarrowBlock) NarrowFour(a, b, c, d, weights + (2 * j), sums + j);
        }
        else
        {
            Portable(a, sums);
            Portable(b, sums + columns);
            Portable(c, sums + (2 * columns));
            Portable(d, sums + (3 * columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WideFour(short* a, short* b, short* c, short* d, short* w, int* sums)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<int> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        for (var k = 0; k < inputs; k += 2, w += 2 * columns)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + 32), w2 = Vector512.Load(w + 64), w3 = Vector512.Load(w + 96);
            AddPair(a + k, w0, w1, w2, w3, ref a0, ref a1, ref a2, ref a3);
            AddPair(b + k, w0, w1, w2, w3, ref b0, ref b1, ref b2, ref b3);
            AddPair(c + k, w0, w1, w2, w3, ref c0, ref c1, ref c2, ref c3);
            AddPair(d + k, w0, w1, w2, w3, ref d0, ref d1, ref d2, ref d3);
        }

        Store(sums, a0, a1, a2, a3);
        Store(sums + columns, b0, b1, b2, b3);
        Store(sums + (2 * columns), c0, c1, c2, c3);
        Store(sums + (3 * columns), d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(
        short* pair, Vector512<short> w0, Vector512<short> w1, Vector512<short> w2, Vector512<short> w3,
        ref Vector512<int> s0, ref Vector512<int> s1, ref Vector512<int> s2, ref Vector512<int> s3)
    {
        var x = Vector512.Create(*(int*)pair).AsInt16();
        s0 += Avx512BW.MultiplyAddAdjacent(x, w0);
        s1 += Avx512BW.MultiplyAddAdjacent(x, w1);
        s2 += Avx512BW.MultiplyAddAdjacent(x, w2);
        s3 += Avx512BW.MultiplyAddAdjacent(x, w3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* sums, Vector512<int> s0, Vector512<int> s1, Vector512<int> s2, Vector512<int> s3)
    {
        s0.Store(sums);
        s1.Store(sums + 16);
        s2.Store(sums + 32);
        s3.Store(sums + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WideTwo(short* a, short* b, short* w, int* sums)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var k = 0; k < inputs; k += 2, w += 2 * columns)
        {
            Vector512<short> w0 = Vector512.Load(w), w1 = Vector512.Load(w + 32), w2 = Vector512.Load(w + 64), w3 = Vector512.Load(w + 96);
            AddPair(a + k, w0, w1, w2, w3, ref a0, ref a1, ref a2, ref a3);
            AddPair(b + k, w0, w1, w2, w3, ref b0, ref b1, ref b2, ref b3);
        }

        Store(sums, a0, a1, a2, a3);
        Store(sums + columns, b0, b1, b2, b3);
    }

    /// <summary>Sixteen columns of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WideFourRest(short* a, short* b, short* c, short* d, short* w, int* sums)
    {
        Vector512<int> sa = default, sb = default, sc = default, sd = default;
        for (var k = 0; k < inputs; k += 2, w += 2 * columns)
        {
            var weight = Vector512.Load(w);
            sa += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(a + k)).AsInt16(), weight);
            sb += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(b + k)).AsInt16(), weight);
            sc += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(c + k)).AsInt16(), weight);
            sd += Avx512BW.MultiplyAddAdjacent(Vector512.Create(*(int*)(d + k)).AsInt16(), weight);
        }

        sa.Store(sums);
        sb.Store(sums + columns);
        sc.Store(sums + (2 * columns));
        sd.Store(sums + (3 * columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(short* x, int* sums)
    {
        var j = 0;
        for (; j + 112 <= columns; j += 112) Wide112(x, weights + (2 * j), sums + j);
        for (; j < columns; j += 16)
        {
            var s = Vector512<int>.Zero;
            for (var k = 0; k < inputs / 2; k++)
                s += Avx512BW.MultiplyAddAdjacent(Vector512.Create(((int*)x)[k]).AsInt16(), Vector512.Load(weights + (2 * ((k * columns) + j))));
            s.Store(sums + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide112(short* x, short* w, int* sums)
    {
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default;
        for (var k = 0; k < inputs / 2; k++, w += 2 * columns)
        {
            var pair = Vector512.Create(((int*)x)[k]).AsInt16();
            s0 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w));
            s1 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 32));
            s2 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 64));
            s3 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 96));
            s4 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 128));
            s5 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 160));
            s6 += Avx512BW.MultiplyAddAdjacent(pair, Vector512.Load(w + 192));
        }

        Store(sums, s0, s1, s2, s3);
        s4.Store(sums + 64);
        s5.Store(sums + 80);
        s6.Store(sums + 96);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NarrowFour(short* a, short* b, short* c, short* d, short* w, int* sums)
    {
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var k = 0; k < inputs; k += 2, w += 2 * columns)
        {
            Vector256<short> left = Vector256.Load(w), right = Vector256.Load(w + 16);
            AddPair(a + k, left, right, ref a0, ref a1);
            AddPair(b + k, left, right, ref b0, ref b1);
            AddPair(c + k, left, right, ref c0, ref c1);
            AddPair(d + k, left, right, ref d0, ref d1);
        }

        Store(sums, a0, a1);
        Store(sums + columns, b0, b1);
        Store(sums + (2 * columns), c0, c1);
        Store(sums + (3 * columns), d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(short* pair, Vector256<short> left, Vector256<short> right, ref Vector256<int> first, ref Vector256<int> second)
    {
        var x = Vector256.Create(*(int*)pair).AsInt16();
        first += Avx2.MultiplyAddAdjacent(x, left);
        second += Avx2.MultiplyAddAdjacent(x, right);
    }

    private static void Store(int* sums, Vector256<int> first, Vector256<int> second)
    {
        first.Store(sums);
        second.Store(sums + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(short* x, int* sums)
    {
        for (var j = 0; j < columns; j += NarrowBlock)
        {
            Vector256<int> s0 = default, s1 = default;
            var w = weights + (2 * j);
            for (var k = 0; k < inputs; k += 2, w += 2 * columns) AddPair(x + k, Vector256.Load(w), Vector256.Load(w + 16), ref s0, ref s1);
            Store(sums + j, s0, s1);
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
