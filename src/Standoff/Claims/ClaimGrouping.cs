namespace Standoff.Claims;

/// <summary>
/// Puts claims of the same proposition together: pairs from the likest down, sets joined where every pair across them
/// can be one proposition and is alike on average. Order of input plays no part; ties go by the claims' ids.
/// </summary>
internal sealed class ClaimGrouping(LedgerWeights weights)
{
    /// <summary>For each proposition the index of the first one of its group.</summary>
    /// <param name="propositions">All propositions, in an order that depends on their content alone.</param>
    public int[] Group(IReadOnlyList<Proposition> propositions)
    {
        var groups = propositions.Select((_, i) => new List<int> { i }).ToArray();
        var of = Enumerable.Range(0, propositions.Count).ToArray();
        foreach (var (a, b, _) in Pairs(propositions))
        {
            var (one, other) = (Math.Min(of[a], of[b]), Math.Max(of[a], of[b]));
            if (one == other || !CanJoin(propositions, groups[one], groups[other])) continue;
            foreach (var i in groups[other]) of[i] = one;
            groups[one].AddRange(groups[other]);
            groups[other].Clear();
        }
        return of;
    }

    private List<(int A, int B, double Likeness)> Pairs(IReadOnlyList<Proposition> propositions)
    {
        var pairs = new List<(int A, int B, double Likeness)>();
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < propositions.Count; i++)
        {
            foreach (var j in Candidates(propositions[i], holders))
            {
                var likeness = LikenessOf(propositions[j], propositions[i]);
                if (likeness >= weights["grouping.threshold"]) pairs.Add((j, i, likeness));
            }
            foreach (var word in propositions[i].Words)
            {
                if (!holders.TryGetValue(word, out var list)) holders[word] = list = [];
                list.Add(i);
            }
        }
        pairs.Sort((x, y) => x.Likeness != y.Likeness ? y.Likeness.CompareTo(x.Likeness) : (x.A, x.B).CompareTo((y.A, y.B)));
        return pairs;
    }

    private static IEnumerable<int> Candidates(Proposition proposition, Dictionary<string, List<int>> holders) =>
        proposition.Words.SelectMany(w => holders.GetValueOrDefault(w) ?? []).Distinct();

    private double LikenessOf(Proposition a, Proposition b) => a.IsCompatible(b, weights) ? a.Likeness(b, weights) : 0;

    private bool CanJoin(IReadOnlyList<Proposition> propositions, List<int> one, List<int> other)
    {
        var sum = 0.0;
        foreach (var i in one)
        {
            foreach (var j in other)
            {
                if (!propositions[i].IsCompatible(propositions[j], weights)) return false;
                sum += propositions[i].Likeness(propositions[j], weights);
            }
        }
        return sum >= weights["grouping.threshold"] * one.Count * other.Count;
    }
}
