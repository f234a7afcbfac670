using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Standoff.Reading.Syntax;

/// <summary>
/// One direction of an LSTM layer in fixed point: gates in units of 2^-14, cells of 2^-12, states of 2^-10, squashing
/// by table. Gates stand in the order input, forget, output, candidate. Sentences go through side by side, a word of
/// each at a time, so that the weights are read once for several.
/// </summary>
internal readonly unsafe struct RecurrentLayer(IntegerMatrix input, IntegerMatrix recurrent, int* bias, int inputShift, int recurrentShift, SquashTables tables, bool backwards)
{
    private const int LargestCell = (1 << 16) - 1;
    private readonly IntegerMatrix _input = input;
    private readonly IntegerMatrix _recurrent = recurrent;
    private readonly SquashTables _tables = tables;

    /// <summary>Words of which the products with the inputs are made all at once; of more they would not stay in the nearest memory.</summary>
    private const int FewWords = 96;

    /// <summary>Writes the states of the words of a batch into columns of <paramref name="output"/>.</summary>
    [SkipLocalsInit]
    public void Run(EncoderBatch batch, short* x, int xRow, short* output, int outputRow)
    {
        var units = _input.Columns / 4;
        var few = batch.Words <= FewWords;
        var gates = stackalloc int[_input.Columns * (few ? FewWords : EncoderBatch.Lanes)];
        var cells = stackalloc int[EncoderBatch.Lanes * units];
        var zero = stackalloc short[units];
        var before = stackalloc short*[EncoderBatch.Lanes];
        new Span<int>(cells, EncoderBatch.Lanes * units).Clear();
        new Span<short>(zero, units).Clear();
        for (var lane = 0; lane < batch.Count; lane++) before[lane] = zero;
        if (few) _input.Multiply(x, xRow, batch.Words, gates);
        for (var step = 0; step < batch.Longest; step++)
        {
            if (!few) Inputs(batch, step, x, xRow, gates);
            Step(batch, step, few, gates, before, cells, output, outputRow);
        }
    }

    [SkipLocalsInit]
    private void Inputs(EncoderBatch batch, int step, short* x, int xRow, int* gates)
    {
        var words = stackalloc short*[EncoderBatch.Lanes];
        var active = batch.LongerThan(step);
        for (var lane = 0; lane < active; lane++) words[lane] = x + (batch.Place(lane, step, backwards) * xRow);
        _input.Multiply(words, active, gates);
    }

    [SkipLocalsInit]
    private void Step(EncoderBatch batch, int step, bool byPlace, int* gates, short** before, int* cells, short* output, int outputRow)
    {
        var (wide, units) = (_input.Columns, _input.Columns / 4);
        var sums = stackalloc int[EncoderBatch.Lanes * wide];
        var active = batch.LongerThan(step);
        _recurrent.Multiply(before, active, sums);
        for (var lane = 0; lane < active; lane++)
        {
            var place = batch.Place(lane, step, backwards);
            before[lane] = output + (place * outputRow);
            Activate(gates + ((byPlace ? place : lane) * wide), sums + (lane * wide), cells + (lane * units), before[lane], units);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Activate(int* gates, int* sums, int* cells, short* state, int units)
    {
        for (var j = 0; j < units; j += 8)
        {
            Vector256<int> i = _tables.Sigmoid(Gate(gates, sums, j)), f = _tables.Sigmoid(Gate(gates, sums, units + j));
            Vector256<int> o = _tables.Sigmoid(Gate(gates, sums, (2 * units) + j)), u = _tables.Tanh(Gate(gates, sums, (3 * units) + j));
            var cell = ((f * Vector256.Load(cells + j)) >> 14) + ((i * u) >> 16);
            cell = Vector256.Min(Vector256.Max(cell, Vector256.Create(-LargestCell)), Vector256.Create(LargestCell));
            cell.Store(cells + j);
            var h = (o * _tables.Tanh(cell >> 3)) >> 18;
            Vector128.Narrow(h.GetLower(), h.GetUpper()).Store(state + j);
        }
    }

    /// <summary>Eight gates before squashing, in the units of the tables' arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Gate(int* gates, int* sums, int j) =>
        ((Vector256.Load(sums + j) >> recurrentShift) + (Vector256.Load(gates + j) >> inputShift) + Vector256.Load(bias + j)) >> 5;
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
