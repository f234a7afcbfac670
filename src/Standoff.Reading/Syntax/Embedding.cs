namespace Standoff.Reading.Syntax;

/// <summary>
/// Keys under which a word's parts have rows in the table of embeddings: its form, affixes and shape. The vector of a
/// word is the sum of their rows, so that unseen words have one too.
/// </summary>
internal static class Embedding
{
    /// <summary>Number of keys of a word.</summary>
    public const int Kinds = 8;

    /// <summary>Row of zeros: parts that were not met in training.</summary>
    public const int EmptyRow = 0;

    /// <summary>Row of words that were not met in training.</summary>
    public const int UnknownRow = 1;

    /// <summary>First row of the parts.</summary>
    public const int FirstRow = 2;

    private const ulong KindMask = 7;

    public static void Keys(Words w, int i, Span<ulong> keys)
    {
        keys[0] = Key(0, w.Form[i]);
        keys[1] = Key(1, w.Suffix1[i]);
        keys[2] = Key(2, w.Suffix2[i]);
        keys[3] = Key(3, w.Suffix3[i]);
        keys[4] = Key(4, w.Suffix4[i]);
        keys[5] = Key(5, w.Prefix2[i]);
        keys[6] = Key(6, w.Prefix3[i]);
        keys[7] = Key(7, w.Shape[i]);
    }

    public static bool IsWord(ulong key) => (key & KindMask) == 0;

    private static ulong Key(uint kind, uint hash) => (FeatureHash.Feature(kind, hash) & ~KindMask) | kind;
}
