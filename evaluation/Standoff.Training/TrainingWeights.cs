using System.Runtime.InteropServices;

namespace Standoff.Training;

/// <summary>
/// Sparse averaged-perceptron weights over hashed features: a feature has a row of the classes that ever erred on it.
/// A feature gets its row when it has been part of <paramref name="threshold"/> errors; rare ones never do, so that
/// nothing leans on what could not ship. The average is kept lazily: every cell knows its sum up to its last change.
/// </summary>
internal sealed class TrainingWeights(int threshold)
{
    private const int Gates = 1 << 26;
    private readonly byte[] _gate = new byte[Gates];
    private const int FirstSlots = 1 << 16;
    private ulong[] _keys = new ulong[FirstSlots];
    private int[] _index = new int[FirstSlots];
    private readonly List<Cell[]> _rows = [[]];
    private readonly List<ulong> _features = [0];
    private int _step = 1;

    public int Features => _rows.Count - 1;

    /// <summary>Ends an example: later changes count from here on in the average.</summary>
    public void Advance() => _step++;

    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            foreach (ref readonly var cell in _rows[Find(feature)].AsSpan()) scores[cell.Class] += cell.Weight;
        }
    }

    public void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            var row = FindOrAdd(feature);
            if (row == 0) continue;
            Change(row, right, 1);
            Change(row, wrong, -1);
        }
    }

    private void Change(int index, int @class, int by)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        var row = rows[index];
        var place = 0;
        while (place < row.Length && row[place].Class != @class && row[place].Used) place++;
        if (place == row.Length) Array.Resize(ref row, row.Length == 0 ? 2 : row.Length + ((row.Length + 1) / 2));
        rows[index] = row;
        ref var cell = ref row[place];
        cell.Sum += (long)cell.Weight * (_step - cell.Stamp);
        (cell.Class, cell.Used, cell.Stamp, cell.Weight) = ((byte)@class, true, _step, cell.Weight + by);
    }

    private int Find(ulong feature)
    {
        var mask = _keys.Length - 1;
        for (var slot = (int)(feature >> 20) & mask; _index[slot] != 0; slot = (slot + 1) & mask)
            if (_keys[slot] == feature) return _index[slot];
        return 0;
    }

    private int FindOrAdd(ulong feature)
    {
        var found = Find(feature);
        if (found > 0) return found;
        ref var met = ref _gate[(int)(feature >> 38)];
        if (++met < threshold) return 0;
        if (_rows.Count * 2 > _keys.Length) Grow();
        _rows.Add([]);
        _features.Add(feature);
        Place(feature, _rows.Count - 1);
        return _rows.Count - 1;
    }

    private void Place(ulong feature, int index)
    {
        var mask = _keys.Length - 1;
        var slot = (int)(feature >> 20) & mask;
        while (_index[slot] != 0) slot = (slot + 1) & mask;
        (_keys[slot], _index[slot]) = (feature, index);
    }

    private void Grow()
    {
        (_keys, _index) = (new ulong[_keys.Length * 2], new int[_index.Length * 2]);
        for (var i = 1; i < _features.Count; i++) Place(_features[i], i);
    }

    /// <summary>The averages of all cells, row by row in the order in which features were met.</summary>
    public IEnumerable<(ulong Feature, (byte Class, double Weight)[] Row)> Averages()
    {
        for (var i = 1; i < _rows.Count; i++)
        {
            var row = _rows[i].Where(c => c.Used)
                .Select(c => (c.Class, Weight: (c.Sum + ((double)c.Weight * (_step - c.Stamp))) / _step))
                .Where(c => c.Weight != 0).ToArray();
            if (row.Length > 0) yield return (_features[i], row);
        }
    }

    private struct Cell
    {
        public byte Class;
        public bool Used;
        public int Weight;
        public int Stamp;
        public long Sum;
    }
}
