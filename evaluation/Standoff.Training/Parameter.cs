using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Standoff.Training;

/// <summary>A matrix of weights with its gradient and Adam's moments; rows may be updated sparsely.</summary>
internal sealed unsafe class Parameter : IDisposable
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.97f;
    private readonly bool _sparse;
    private readonly List<int> _touchedRows = [];
    private readonly bool[] _isTouched;
    private float* _transposed;
    private bool _stale = true;

    public Parameter(int rows, int columns, float range, Seeded random, bool sparse = false)
    {
        (Rows, Columns, _sparse, _isTouched) = (rows, columns, sparse, sparse ? new bool[rows] : []);
        Values = Zeros(Size);
        Gradient = Zeros(Size);
        Mean = Zeros(Size);
        Square = Zeros(Size);
        for (var i = 0L; i < Size; i++) Values[i] = range * (((float)(random.Next() >> 40) / (1 << 23)) - 1);
    }

    public int Rows { get; }

    public int Columns { get; }

    public long Size => (long)Rows * Columns;

    public float* Values { get; }

    public float* Gradient { get; }

    public float* Mean { get; }

    public float* Square { get; }

    /// <summary>The values with rows and columns changed, brought up to date on demand.</summary>
    public float* Transposed
    {
        get
        {
            if (_transposed == null) _transposed = Zeros(Size);
            if (!_stale) return _transposed;
            for (var r0 = 0; r0 < Rows; r0 += 16)
                for (var c = 0; c < Columns; c++)
                    for (var r = r0; r < Math.Min(r0 + 16, Rows); r++) _transposed[((long)c * Rows) + r] = Values[((long)r * Columns) + c];
            _stale = false;
            return _transposed;
        }
    }

    public float* Row(int row) => Values + ((long)row * Columns);

    public float* GradientRow(int row)
    {
        if (_sparse && !_isTouched[row])
        {
            _isTouched[row] = true;
            _touchedRows.Add(row);
        }

        return Gradient + ((long)row * Columns);
    }

    public static float* Zeros(long count)
    {
        var memory = (float*)NativeMemory.AlignedAlloc((nuint)(count * sizeof(float)), 64);
        NativeMemory.Clear(memory, (nuint)(count * sizeof(float)));
        return memory;
    }

    public double SquaredGradient()
    {
        var sum = 0.0;
        if (!_sparse) return Squares(Gradient, Size);
        foreach (var row in _touchedRows) sum += Squares(Gradient + ((long)row * Columns), Columns);
        return sum;
    }

    private static double Squares(float* x, long count)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0L; i < count; i += 16) sum += Vector512.Load(x + i) * Vector512.Load(x + i);
        return Vector512.Sum(sum);
    }

    /// <summary>One step of Adam; the gradient is scaled first and cleared after.</summary>
    public void Step(float rate, float scale, int step)
    {
        var corrected = rate * (float)(Math.Sqrt(1 - Math.Pow(Beta2, step)) / (1 - Math.Pow(Beta1, step)));
        if (_sparse)
        {
            foreach (var row in _touchedRows)
            {
                StepRange((long)row * Columns, Columns, corrected, scale);
                _isTouched[row] = false;
            }

            _touchedRows.Clear();
            return;
        }

        StepRange(0, Size, corrected, scale);
        _stale = true;
    }

    private void StepRange(long from, long count, float rate, float scale)
    {
        for (var i = from; i < from + count; i += 16)
        {
            var g = Vector512.Load(Gradient + i) * scale;
            var mean = (Vector512.Load(Mean + i) * Beta1) + (g * (1 - Beta1));
            var square = (Vector512.Load(Square + i) * Beta2) + (g * g * (1 - Beta2));
            mean.Store(Mean + i);
            square.Store(Square + i);
            (Vector512.Load(Values + i) - (mean * rate / (Vector512.Sqrt(square) + Vector512.Create(1e-8f)))).Store(Values + i);
            Vector512<float>.Zero.Store(Gradient + i);
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Values);
        NativeMemory.AlignedFree(Gradient);
        NativeMemory.AlignedFree(Mean);
        NativeMemory.AlignedFree(Square);
        NativeMemory.AlignedFree(_transposed);
    }
}
