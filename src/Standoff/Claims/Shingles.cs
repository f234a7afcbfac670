using System.Collections.Frozen;

namespace Standoff.Claims;

/// <summary>The four-word shingles of a text as stable 64-bit hashes: texts that share many are one text.</summary>
internal static class Shingles
{
    private const int Size = 4;

    // Fewer shingles than this are no text that somebody could have copied in part; a few more than none may still be the same words.
    private const int LeastPassage = 5;
    private const int LeastIdentical = 2;
    private const int LeastDocument = 30;
    private const double Nearly = 0.8;

    public static FrozenSet<ulong> Of(string text)
    {
        var words = WordHashes(text);
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + Size <= words.Count; i++)
        {
            var hash = 14695981039346656037UL;
            for (var k = 0; k < Size; k++) hash = unchecked((hash ^ words[i + k]) * 1099511628211UL);
            shingles.Add(hash);
        }
        return shingles.ToFrozenSet();
    }

    /// <summary>Whether two passages are one text (Jaccard).</summary>
    public static bool ArePassageCopies(FrozenSet<ulong> a, FrozenSet<ulong> b, double threshold)
    {
        if (a.Count < LeastPassage || b.Count < LeastPassage) return a.Count >= LeastIdentical && a.SetEquals(b);
        var shared = Shared(a, b);
        return shared >= threshold * (a.Count + b.Count - shared);
    }

    /// <summary>Whether much of the shorter document stands in the longer, or two short ones are nearly the same.</summary>
    public static bool AreDocumentCopies(FrozenSet<ulong> a, FrozenSet<ulong> b, double threshold) =>
        Math.Min(a.Count, b.Count) >= LeastDocument ? Shared(a, b) >= threshold * Math.Min(a.Count, b.Count) : ArePassageCopies(a, b, Nearly);

    private static int Shared(FrozenSet<ulong> a, FrozenSet<ulong> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        var shared = 0;
        foreach (var shingle in small)
            if (large.Contains(shingle)) shared++;
        return shared;
    }

    private static List<ulong> WordHashes(string text)
    {
        var hashes = new List<ulong>();
        var hash = 0UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                if (hash == 0) hash = 14695981039346656037UL;
                hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 1099511628211UL);
            }
            else if (hash != 0)
            {
                hashes.Add(hash);
                hash = 0;
            }
        }
        if (hash != 0) hashes.Add(hash);
        return hashes;
    }
}
