using System.Runtime.Intrinsics;

namespace Standoff.Training;

/// <summary>
/// Dense matrix products in single precision. Lanes are fixed at sixteen and multiply-add is always fused, so that
/// results do not depend on the width of the processor's registers.
/// </summary>
internal static unsafe class Gemm
{
    private const int Lanes = 16;

    /// <summary>
    /// C[rows, columns] += A[rows, depth] · B[depth, columns]. A's element (r, k) stands at r·<paramref name="aRow"/> +
    /// k·<paramref name="aDepth"/>; columns are a multiple of 16.
    /// </summary>
    public static void Add(float* c, int cRow, float* a, int aRow, int aDepth, float* b, int bRow, int rows, int columns, int depth)
    {
        var r = 0;
        for (; r + 4 <= rows; r += 4) FourRows(c + ((long)r * cRow), cRow, a + ((long)r * aRow), aRow, aDepth, b, bRow, columns, depth);
        for (; r < rows; r++) OneRow(c + ((long)r * cRow), a + ((long)r * aRow), aDepth, b, bRow, columns, depth);
    }

    private static void FourRows(float* c, int cRow, float* a, int aRow, int aDepth, float* b, int bRow, int columns, int depth)
    {
        var j = 0;
        for (; j + (3 * Lanes) <= columns; j += 3 * Lanes) Block4X3(c + j, cRow, a, aRow, aDepth, b + j, bRow, depth);
        for (; j < columns; j += Lanes) Block4X1(c + j, cRow, a, aRow, aDepth, b + j, bRow, depth);
    }

    private static void Block4X3(float* c, int cRow, float* a, int aRow, int aDepth, float* b, int bRow, int depth)
    {
        float* c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
        Vector512<float> s00 = Vector512.Load(c), s01 = Vector512.Load(c + 16), s02 = Vector512.Load(c + 32);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16), s12 = Vector512.Load(c1 + 32);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16), s22 = Vector512.Load(c2 + 32);
        Vector512<float> s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16), s32 = Vector512.Load(c3 + 32);
        for (var k = 0; k < depth; k++, a += aDepth, b += bRow)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32);
            var x = Vector512.Create(a[0]);
            (s00, s01, s02) = (Vector512.FusedMultiplyAdd(x, b0, s00), Vector512.FusedMultiplyAdd(x, b1, s01), Vector512.FusedMultiplyAdd(x, b2, s02));
            x = Vector512.Create(a[aRow]);
            (s10, s11, s12) = (Vector512.FusedMultiplyAdd(x, b0, s10), Vector512.FusedMultiplyAdd(x, b1, s11), Vector512.FusedMultiplyAdd(x, b2, s12));
            x = Vector512.Create(a[2 * aRow]);
            (s20, s21, s22) = (Vector512.FusedMultiplyAdd(x, b0, s20), Vector512.FusedMultiplyAdd(x, b1, s21), Vector512.FusedMultiplyAdd(x, b2, s22));
            x = Vector512.Create(a[3 * aRow]);
            (s30, s31, s32) = (Vector512.FusedMultiplyAdd(x, b0, s30), Vector512.FusedMultiplyAdd(x, b1, s31), Vector512.FusedMultiplyAdd(x, b2, s32));
        }

        Store3(c, s00, s01, s02);
        Store3(c1, s10, s11, s12);
        Store3(c2, s20, s21, s22);
        Store3(c3, s30, s31, s32);
    }

    private static void Store3(float* c, Vector512<float> x, Vector512<float> y, Vector512<float> z)
    {
        x.Store(c);
        y.Store(c + 16);
        z.Store(c + 32);
    }

    private static void Block4X1(float* c, int cRow, float* a, int aRow, int aDepth, float* b, int bRow, int depth)
    {
        float* c1 = c + cRow, c2 = c1 + cRow, c3 = c2 + cRow;
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c1), s2 = Vector512.Load(c2), s3 = Vector512.Load(c3);
        for (var k = 0; k < depth; k++, a += aDepth, b += bRow)
        {
            var x = Vector512.Load(b);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(a[0]), x, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(a[aRow]), x, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(a[2 * aRow]), x, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(a[3 * aRow]), x, s3);
        }

        s0.Store(c);
        s1.Store(c1);
        s2.Store(c2);
        s3.Store(c3);
    }

    private static void OneRow(float* c, float* a, int aDepth, float* b, int bRow, int columns, int depth)
    {
        var j = 0;
        for (; j + (6 * Lanes) <= columns; j += 6 * Lanes) Block1X6(c + j, a, aDepth, b + j, bRow, depth);
        for (; j < columns; j += Lanes)
        {
            var s = Vector512.Load(c + j);
            for (var k = 0; k < depth; k++) s = Vector512.FusedMultiplyAdd(Vector512.Create(a[k * aDepth]), Vector512.Load(b + ((long)k * bRow) + j), s);
            s.Store(c + j);
        }
    }

    private static void Block1X6(float* c, float* a, int aDepth, float* b, int bRow, int depth)
    {
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + 16), s2 = Vector512.Load(c + 32);
        Vector512<float> s3 = Vector512.Load(c + 48), s4 = Vector512.Load(c + 64), s5 = Vector512.Load(c + 80);
        for (var k = 0; k < depth; k++, a += aDepth, b += bRow)
        {
            var x = Vector512.Create(*a);
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 32), s2);
            s3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 48), s3);
            s4 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 64), s4);
            s5 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 80), s5);
        }

        Store3(c, s0, s1, s2);
        Store3(c + 48, s3, s4, s5);
    }

    /// <summary>y += x, for a length that is a multiple of 16.</summary>
    public static void AddTo(float* y, float* x, int length)
    {
        for (var i = 0; i < length; i += Lanes) (Vector512.Load(y + i) + Vector512.Load(x + i)).Store(y + i);
    }
}
