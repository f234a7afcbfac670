using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>The rows of a table by their word. Most words of a table are in no text at hand, so the rows are understood when asked for.</summary>
internal sealed class SenseTable<T>
{
    private readonly Dictionary<string, List<string[]>> _rows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<T>> _senses = new(StringComparer.Ordinal);
    private readonly Func<string[], T> _read;
    private readonly Func<ImmutableArray<T>, ImmutableArray<T>> _order;

    public SenseTable(string resource, Func<string, string> word, Func<string[], T> read, Func<ImmutableArray<T>, ImmutableArray<T>> order)
    {
        (_read, _order) = (read, order);
        foreach (var row in ResourceTable.Read(resource))
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, word(row[0]), out _);
            (rows ??= []).Add(row);
        }
    }

    public IEnumerable<string> Words => _rows.Keys;

    public bool Contains(string word) => _rows.ContainsKey(word);

    /// <summary>The senses of a word; default if the table has none.</summary>
    public ImmutableArray<T> Find(string word)
    {
        if (_senses.TryGetValue(word, out var known)) return known;
        if (!_rows.TryGetValue(word, out var rows)) return default;
        return _senses.GetOrAdd(word, _order([.. rows.Select(_read)]));
    }
}
