using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Rows of signed bytes for forms, affixes and shapes, found through a table of slots: a 16-bit check and a 16-bit row.
/// </summary>
internal readonly unsafe struct EmbeddingTable
{
    private readonly ushort* _checks;
    private readonly ushort* _rowOf;
    private readonly sbyte* _rows;
    private readonly int _mask;

    public EmbeddingTable(SectionReader sections)
    {
        Width = sections.Number();
        _checks = (ushort*)sections.Bytes(out var length);
        _mask = (length / sizeof(ushort)) - 1;
        _rowOf = (ushort*)sections.Bytes(out _);
        _rows = (sbyte*)sections.Bytes(out _);
    }

    /// <summary>Length of a vector.</summary>
    public int Width { get; }

    /// <summary>Writes the sum of the rows of a word's keys.</summary>
    public void Sum(ReadOnlySpan<ulong> keys, short* vector)
    {
        new Span<short>(vector, Width).Clear();
        foreach (var key in keys)
        {
            var row = Row(key);
            if (row != Embedding.EmptyRow) AddRow(_rows + (row * Width), vector);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(sbyte* row, short* vector)
    {
        for (var j = 0; j < Width; j += 16)
            (Vector256.Load(vector + j) + Vector256.WidenLower(Vector128.Load(row + j).ToVector256Unsafe())).Store(vector + j);
    }

    private int Row(ulong key)
    {
        var check = (ushort)(key >> 48);
        for (var slot = (int)(key >> 8) & _mask; _rowOf[slot] != 0; slot = (slot + 1) & _mask)
            if (_checks[slot] == check) return _rowOf[slot];
        return Embedding.IsWord(key) ? Embedding.UnknownRow : Embedding.EmptyRow;
    }
}
