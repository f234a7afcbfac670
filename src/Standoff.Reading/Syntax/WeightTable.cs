using System.Runtime.CompilerServices;

namespace Standoff.Reading.Syntax;

/// <summary>
/// Read-only linear model over hashed features: a feature's row is a short list of classes with their weights. It reads
/// the bytes where they lie: slots are a 16-bit check and the offset of the row; a row is its length in pairs, then
/// pairs of class (byte) and weight (signed byte).
/// </summary>
internal readonly unsafe struct WeightTable
{
    private readonly ushort* _checks;
    private readonly uint* _offsets;
    private readonly byte* _rows;
    private readonly uint _mask;

    public WeightTable(byte* start)
    {
        var slots = 1u << *(int*)start;
        _mask = slots - 1;
        _offsets = (uint*)(start + 8);
        _checks = (ushort*)(_offsets + slots);
        _rows = (byte*)(_checks + slots);
    }

    /// <summary>Adds the weights of every feature to the scores of its classes.</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        fixed (int* sums = scores)
        {
            foreach (var feature in features)
            {
                var row = Row(feature);
                if (row == null) continue;
                var end = row + 1 + (2 * *row);
                for (var pair = row + 1; pair < end; pair += 2) sums[*pair] += (sbyte)pair[1];
            }
        }
    }

    /// <summary>The first class of a feature's row; 0 where it has none.</summary>
    public byte First(ulong feature)
    {
        var row = Row(feature);
        return row == null ? (byte)0 : row[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Row(ulong feature)
    {
        var check = (ushort)(feature >> 48);
        for (var slot = (uint)feature & _mask; _offsets[slot] != 0; slot = (slot + 1) & _mask)
            if (_checks[slot] == check) return _rows + _offsets[slot];
        return null;
    }
}
