using Standoff.Reading.Text;

namespace Standoff.Reading.Mentions;

/// <summary>
/// Who held which office when, by name, by surname and by state. A row is parsed when somebody asks for it: the table is
/// long and a document names few.
/// </summary>
internal sealed class LeaderTable
{
    private readonly string[] _rows = ResourceTable.Lines("Mentions.Resources.Leaders.tsv");
    private readonly Leader?[] _parsed;
    private readonly RowIndex _byName;
    private readonly RowIndex _bySurname;
    private readonly RowIndex _byState;

    /// <summary>Reads the rows, and gives every full name and alias to the names.</summary>
    public LeaderTable(NameTable names)
    {
        _parsed = new Leader?[_rows.Length];
        (_byName, _bySurname, _byState) = (new RowIndex(_rows.Length), new RowIndex(_rows.Length), new RowIndex(_rows.Length));
        for (var row = 0; row < _rows.Length; row++)
        {
            var (name, state) = (CellOf(_rows[row], 0), CellOf(_rows[row], 1));
            if (!_byName.Contains(name)) names.Add(name, new Name(name, NameClass.Person, state));
            _byName.Add(name, row);
            _byState.Add(state, row);
            _bySurname.Add(PersonNames.Plain(PersonNames.SurnameOf(name, state)), row);
            if (CellOf(_rows[row], 6) is { Length: > 0 } aliases) AddAliases(Leader.Cells(aliases), name, state, row, names);
        }
    }

    public int Count => _rows.Length;

    public Leader this[int row] => _parsed[row] ??= Leader.Of(_rows[row].Split('\t'));

    /// <summary>The terms of somebody of that full name, the latest row first.</summary>
    public IEnumerable<Leader> Named(string name) => _byName.RowsOf(name).Select(r => this[r]);

    /// <summary>Those whom a text may call by that surname alone, the latest row first.</summary>
    public IEnumerable<Leader> WithSurname(string surname) => _bySurname.RowsOf(surname).Select(r => this[r]);

    /// <summary>Those who served a state or body, the latest row first.</summary>
    public IEnumerable<Leader> Of(string state) => _byState.RowsOf(state).Select(r => this[r]);

    private void AddAliases(string[] aliases, string name, string state, int row, NameTable names)
    {
        foreach (var alias in aliases)
        {
            names.Add(alias, new Name(name, NameClass.Person, state));
            _bySurname.Add(PersonNames.Plain(PersonNames.SurnameOf(alias, state)), row);
        }
    }

    private static string CellOf(string row, int column)
    {
        var start = 0;
        for (; column > 0; column--) start = row.IndexOf('\t', start) + 1;
        var end = row.IndexOf('\t', start);
        return end < 0 ? row[start..] : row[start..end];
    }

    /// <summary>Rows by a key: for each key its last row, for each entry the one before it.</summary>
    private sealed class RowIndex(int capacity)
    {
        private readonly Dictionary<string, int> _last = new(capacity, StringComparer.Ordinal);
        private readonly List<(int Row, int Before)> _entries = new(capacity);

        public bool Contains(string key) => _last.ContainsKey(key);

        public void Add(string key, int row)
        {
            var before = _last.GetValueOrDefault(key, -1);
            if (before >= 0 && _entries[before].Row == row) return;
            _last[key] = _entries.Count;
            _entries.Add((row, before));
        }

        public IEnumerable<int> RowsOf(string key)
        {
            for (var at = _last.GetValueOrDefault(key, -1); at >= 0; at = _entries[at].Before) yield return _entries[at].Row;
        }
    }
}
