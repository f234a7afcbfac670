using System.Collections.Frozen;

namespace Standoff.Claims;

/// <summary>The four-word shingles of a text as stable 64-bit hashes: texts that share many are one text.</summary>
internal static class Shingles
{
    private const int Size = 4;

    // FNV-1a.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static FrozenSet<ulong> Of(string text)
    {
        var words = WordHashes(text);
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + Size <= words.Count; i++)
        {
            var hash = Basis;
            for (var k = 0; k < Size; k++) hash = unchecked((hash ^ words[i + k]) * Prime);
            shingles.Add(hash);
        }
        return shingles.ToFrozenSet();
    }

    /// <summary>Whether two passages are one text (Jaccard).</summary>
    public static bool ArePassageCopies(FrozenSet<ulong> a, FrozenSet<ulong> b, double threshold, LedgerWeights weights)
    {
        var least = weights["duplicate.least-shingles"];
        if (a.Count < least || b.Count < least) return a.Count >= weights["duplicate.least-identical"] && a.SetEquals(b);
        var shared = Shared(a, b);
        return shared >= threshold * (a.Count + b.Count - shared);
    }

    /// <summary>Whether much of the shorter document stands in the longer, or two short ones are nearly the same.</summary>
    public static bool AreDocumentCopies(FrozenSet<ulong> a, FrozenSet<ulong> b, LedgerWeights weights) => Math.Min(a.Count, b.Count) >= weights["duplicate.least-document"]
        ? Shared(a, b) >= weights["duplicate.document"] * Math.Min(a.Count, b.Count)
        : ArePassageCopies(a, b, weights["duplicate.short-document"], weights);

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
                if (hash == 0) hash = Basis;
                hash = unchecked((hash ^ char.ToLowerInvariant(c)) * Prime);
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
