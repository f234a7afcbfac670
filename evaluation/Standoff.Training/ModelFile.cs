using System.Text;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Turns the trained network into integers and lays it out for <c>SyntaxModel</c>.</summary>
internal sealed unsafe class ModelFile : IDisposable
{
    private const int GateUnits = 14;
    private const int StateUnits = 10;
    private const int HiddenUnits = 12;
    private const int ActivationUnits = 8;
    private readonly MemoryStream _stream = new();

    private ModelFile()
    {
        Write(BitConverter.GetBytes(SyntaxModel.Magic));
        Align();
    }

    public static byte[] Of(Network network, Vocabulary vocabulary, TagSet tags)
    {
        using var file = new ModelFile();
        file.Bytes(Encoding.UTF8.GetBytes(string.Join('\n', tags.Names)));
        var vectorUnits = file.Embeddings(network.Embeddings, vocabulary);
        file.Squash();
        foreach (var layer in network.First) file.Layer(layer, vectorUnits);
        foreach (var layer in network.Second) file.Layer(layer, StateUnits);
        var units = file.Matrix(network.TagWeights, 8191) + StateUnits;
        file.Integers(network.TagBias, units);
        file.Number(file.Matrix(network.Slots, 8191) + StateUnits - HiddenUnits);
        file.Shorts(network.SignalRows, HiddenUnits);
        file.Shorts(network.HiddenBias, HiddenUnits);
        units = file.Matrix(network.Moves, 4095) + ActivationUnits;
        file.Integers(network.MoveBias, units);
        return file._stream.ToArray();
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Signed bytes in units that clip about one weight in ten thousand; gives the exponent of the unit.</summary>
    private int Embeddings(Parameter table, Vocabulary vocabulary)
    {
        var sizes = new float[table.Size];
        for (var i = 0L; i < table.Size; i++) sizes[i] = MathF.Abs(table.Values[i]);
        Array.Sort(sizes);
        var units = (int)Math.Floor(Math.Log2(127 / sizes[(int)(sizes.Length * 0.9999)]));
        Console.WriteLine($"embeddings in units of 2^-{units}; median {sizes[sizes.Length / 2]:F3}, largest {sizes[^1]:F3}");
        var log = 4;
        while (0.7 * (1 << log) < vocabulary.Rows) log++;
        var (checks, rows) = (new ushort[1 << log], new ushort[1 << log]);
        foreach (var (key, row) in vocabulary.All)
        {
            var slot = (int)(key >> 8) & (checks.Length - 1);
            while (rows[slot] != 0) slot = (slot + 1) & (checks.Length - 1);
            (checks[slot], rows[slot]) = ((ushort)(key >> 48), (ushort)row);
        }

        Number(table.Columns);
        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(checks.AsSpan()));
        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
        var bytes = new byte[table.Size];
        for (var i = 0L; i < table.Size; i++) bytes[i] = (byte)(sbyte)Scaled(table.Values[i], units, 127);
        bytes.AsSpan(0, table.Columns).Clear();
        Bytes(bytes);
        return units;
    }

    private void Squash()
    {
        var values = new short[2 * SquashTables.Entries];
        for (var i = 0; i < SquashTables.Entries; i++)
        {
            var x = (i - (SquashTables.Entries / 2) + 0.5) / 512;
            values[i] = (short)Math.Round((1 << GateUnits) / (1 + Math.Exp(-x)));
            values[SquashTables.Entries + i] = (short)Math.Round((1 << GateUnits) * Math.Tanh(x));
        }

        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private void Layer(LstmLayer layer, int inputUnits)
    {
        var input = Matrix(layer.Input, 8191) + inputUnits - GateUnits;
        var recurrent = Matrix(layer.Recurrent, 8191) + StateUnits - GateUnits;
        Integers(layer.Bias, GateUnits);
        Number(input);
        Number(recurrent);
    }

    /// <summary>Writes a matrix in the finest power of two under which no weight passes the limit; gives its exponent.</summary>
    private int Matrix(Parameter matrix, int limit)
    {
        var largest = 0f;
        for (var i = 0L; i < matrix.Size; i++) largest = MathF.Max(largest, MathF.Abs(matrix.Values[i]));
        var units = Math.Min(14, (int)Math.Floor(Math.Log2(limit / largest)));
        var packed = new short[matrix.Size];
        for (var r = 0; r < matrix.Rows; r++)
            for (var c = 0; c < matrix.Columns; c++) packed[(2 * (((r / 2) * matrix.Columns) + c)) + (r % 2)] = (short)Scaled(matrix.Row(r)[c], units, limit);
        Number(matrix.Rows);
        Number(matrix.Columns);
        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(packed.AsSpan()));
        return units;
    }

    private static int Scaled(float value, int units, int limit) => (int)Math.Clamp(Math.Round((double)value * (1 << units)), -limit, limit);

    private void Integers(Parameter bias, int units)
    {
        var values = new int[bias.Size];
        for (var i = 0; i < values.Length; i++) values[i] = Scaled(bias.Values[i], units, int.MaxValue / 4);
        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private void Shorts(Parameter rows, int units)
    {
        var values = new short[rows.Size];
        for (var i = 0; i < values.Length; i++) values[i] = (short)Scaled(rows.Values[i], units, short.MaxValue);
        Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private void Number(int value)
    {
        Write(BitConverter.GetBytes(value));
        Align();
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        Write(bytes);
        Align();
    }

    private void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    private void Align()
    {
        while (_stream.Length % SyntaxModel.Alignment != 0) _stream.WriteByte(0);
    }
}
