using System.Runtime.InteropServices;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>Which forms, affixes and shapes have rows in the table of embeddings: those met often enough.</summary>
internal sealed class Vocabulary
{
    private const int LeastWord = 2;
    private const int LeastRawWord = 6;
    private const int LeastAffix = 4;
    private const int LeastRawAffix = 30;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly Dictionary<int, int> _wordCounts = [];

    public Vocabulary(IEnumerable<string[]> treebank, IEnumerable<string[]> raw)
    {
        var (counts, rawCounts) = (Counts(treebank), Counts(raw));
        foreach (var key in counts.Keys.Union(rawCounts.Keys).OrderByDescending(k => counts.GetValueOrDefault(k)).ThenByDescending(k => rawCounts.GetValueOrDefault(k)).ThenBy(k => k))
        {
            var (count, rawCount) = (counts.GetValueOrDefault(key), rawCounts.GetValueOrDefault(key));
            var word = Embedding.IsWord(key);
            if (count < (word ? LeastWord : LeastAffix) && rawCount < (word ? LeastRawWord : LeastRawAffix)) continue;
            var row = Embedding.FirstRow + _rows.Count;
            _rows[key] = row;
            if (word) _wordCounts[row] = count < LeastWord ? 0 : count;
        }
    }

    public int Rows => Embedding.FirstRow + _rows.Count;

    public IEnumerable<KeyValuePair<ulong, int>> All => _rows;

    public int Row(ulong key) => _rows.GetValueOrDefault(key, Embedding.IsWord(key) ? Embedding.UnknownRow : Embedding.EmptyRow);

    public bool IsWord(int row) => _wordCounts.ContainsKey(row);

    /// <summary>How often the word of a row was met in the treebanks; 0 for rows of affixes and of words known from raw text alone.</summary>
    public int Count(int row) => _wordCounts.GetValueOrDefault(row);

    private static Dictionary<ulong, int> Counts(IEnumerable<string[]> sentences)
    {
        var counts = new Dictionary<ulong, int>();
        var words = new Words();
        Span<ulong> keys = stackalloc ulong[Embedding.Kinds];
        foreach (var forms in sentences)
        {
            NetworkTraining.Load(forms, words);
            for (var i = 0; i < words.Count; i++)
            {
                Embedding.Keys(words, i, keys);
                foreach (var key in keys) CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        return counts;
    }
}
