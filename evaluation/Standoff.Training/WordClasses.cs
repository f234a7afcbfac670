using System.Runtime.InteropServices;
using Standoff.Reading.Syntax;

namespace Standoff.Training;

/// <summary>
/// Classes of words by the set of tags that they bear in the treebanks. Rare words have none, so that the tagger does
/// not learn to trust a class that unseen words lack.
/// </summary>
internal sealed unsafe class WordClasses : IDisposable
{
    private const int LeastCount = 3;
    private const int MostClasses = 250;
    private readonly byte* _memory;

    public WordClasses(IEnumerable<GoldSentence> sentences, TagSet tags)
    {
        Bytes = Build(sentences, tags);
        _memory = (byte*)NativeMemory.Alloc((nuint)Bytes.Length);
        Marshal.Copy(Bytes, 0, (nint)_memory, Bytes.Length);
        Table = new WeightTable(_memory);
    }

    public byte[] Bytes { get; }

    public WeightTable Table { get; }

    public void Dispose() => NativeMemory.Free(_memory);

    private static byte[] Build(IEnumerable<GoldSentence> sentences, TagSet tags)
    {
        var numbers = tags.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        var sets = Counts(sentences, numbers, tags.Count).Select(word => (word.Key, Set: SetOf(word.Value))).Where(w => w.Set.Length > 0).ToList();
        var ranked = sets.GroupBy(s => s.Set, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostClasses).Select((g, i) => (g.Key, Number: (byte)(i + 1))).ToDictionary(p => p.Key, p => p.Number, StringComparer.Ordinal);
        var rows = new List<(ulong, (byte, sbyte)[])>();
        foreach (var (word, set) in sets.OrderBy(s => s.Key))
        {
            var number = ranked.GetValueOrDefault(set, ranked.GetValueOrDefault(set.Split(',')[0], (byte)1));
            rows.Add((Words.ClassFeature(word), [(number, 1)]));
        }

        return WeightWriter.Layout(rows);
    }

    private static Dictionary<uint, int[]> Counts(IEnumerable<GoldSentence> sentences, Dictionary<string, int> numbers, int tags)
    {
        var counts = new Dictionary<uint, int[]>();
        var words = new Words();
        var none = new WeightTable(EmptyTable.Start);
        foreach (var sentence in sentences)
        {
            words.Start(sentence.Count);
            for (var i = 0; i < sentence.Count; i++)
            {
                words.Set(i, sentence.Forms[i], none);
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, words.Form[i], out _);
                (count ??= new int[tags])[numbers[sentence.Tags[i]]]++;
            }
        }

        return counts;
    }

    /// <summary>Tags with at least a twentieth of the occurrences, the most frequent first.</summary>
    private static string SetOf(int[] counts)
    {
        var total = counts.Sum();
        if (total < LeastCount) return "";
        var tags = counts.Select((count, tag) => (count, tag)).Where(c => c.count * 20 >= total).OrderByDescending(c => c.count).ThenBy(c => c.tag).ToList();
        return string.Join(',', tags.Select(t => t.tag));
    }

    private static class EmptyTable
    {
        public static readonly byte* Start = Make();

        private static byte* Make()
        {
            var bytes = WeightWriter.Layout([]);
            var memory = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
            Marshal.Copy(bytes, 0, (nint)memory, bytes.Length);
            return memory;
        }
    }
}
