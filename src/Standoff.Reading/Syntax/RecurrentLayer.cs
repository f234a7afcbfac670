using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Standoff.Reading.Syntax;

/// <summary>
/// One direction of an LSTM layer in fixed point: gates in units of 2^-14, cells of 2^-12, states of 2^-10, squashing
/// by table. Gates stand in the order input, forget, output, candidate.
/// </summary>
internal readonly unsafe struct RecurrentLayer(IntegerMatrix input, IntegerMatrix recurrent, int* bias, int inputShift, int recurrentShift, SquashTables tables, bool backwards)
{
    private const int LargestCell = (1 << 16) - 1;
    private readonly IntegerMatrix _input = input;
    private readonly IntegerMatrix _recurrent = recurrent;
    private readonly SquashTables _tables = tables;

    /// <summary>Writes the states of <paramref name="count"/> words into columns of <paramref name="output"/>.</summary>
    public void Run(short* x, int xRow, int count, short* output, int outputRow, int* gates)
    {
        var (wide, units) = (_input.Columns, _input.Columns / 4);
        _input.Multiply(x, xRow, count, gates);
        var cells = stackalloc int[units];
        var sums = stackalloc int[wide];
        var zero = stackalloc short[units];
        new Span<int>(cells, units).Clear();
        new Span<short>(zero, units).Clear();
        var before = zero;
        for (var step = 0; step < count; step++)
        {
            var place = backwards ? count - 1 - step : step;
            _recurrent.Multiply(before, units, 1, sums);
            Combine(sums, gates + (place * wide), wide);
            before = output + (place * outputRow);
            Activate(sums, cells, before, units);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine(int* sums, int* gates, int wide)
    {
        for (var j = 0; j < wide; j += 16)
            ((Vector512.Load(sums + j) >> recurrentShift) + (Vector512.Load(gates + j) >> inputShift) + Vector512.Load(bias + j)).Store(sums + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Activate(int* z, int* cells, short* state, int units)
    {
        for (var j = 0; j < units; j += 8)
        {
            Vector256<int> i = _tables.Sigmoid(Vector256.Load(z + j) >> 5), f = _tables.Sigmoid(Vector256.Load(z + units + j) >> 5);
            Vector256<int> o = _tables.Sigmoid(Vector256.Load(z + (2 * units) + j) >> 5), u = _tables.Tanh(Vector256.Load(z + (3 * units) + j) >> 5);
            var cell = ((f * Vector256.Load(cells + j)) >> 14) + ((i * u) >> 16);
            cell = Vector256.Min(Vector256.Max(cell, Vector256.Create(-LargestCell)), Vector256.Create(LargestCell));
            cell.Store(cells + j);
            var h = (o * _tables.Tanh(cell >> 3)) >> 18;
            Vector128.Narrow(h.GetLower(), h.GetUpper()).Store(state + j);
        }
    }
}

/// <summary>Sigmoid and tanh by table: arguments in units of 2^-9 from -8 to 8, values of 2^-14.</summary>
internal readonly unsafe struct SquashTables(short* values)
{
    /// <summary>Entries of each of the two tables.</summary>
    public const int Entries = 8192;

    public Vector256<int> Sigmoid(Vector256<int> x) => Look(values, x);

    public Vector256<int> Tanh(Vector256<int> x) => Look(values + Entries, x);

    private static Vector256<int> Look(short* table, Vector256<int> x)
    {
        var places = Vector256.Min(Vector256.Max(x + Vector256.Create(Entries / 2), Vector256<int>.Zero), Vector256.Create(Entries - 1));
        // A lane reads its entry and the one after it; the shifts drop the latter and keep the sign.
        if (Avx2.IsSupported) return (Avx2.GatherVector256((int*)table, places, sizeof(short)) << 16) >> 16;
        var values = places;
        for (var lane = 0; lane < Vector256<int>.Count; lane++) values = values.WithElement(lane, table[places[lane]]);
        return values;
    }
}
