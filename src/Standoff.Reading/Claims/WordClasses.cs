using System.Collections.Frozen;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>The lexicons that put a word into classes: hedges, predicates by aspect, nouns that can be sources.</summary>
internal static class WordClasses
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Hedges = ByClass("hedges.tsv");
    private static readonly FrozenDictionary<string, FrozenSet<string>> Predicates = ByClass("predicate-classes.tsv");
    private static readonly FrozenDictionary<string, SourceKind> Sources = ResourceTable.Read("Claims.Resources.source-nouns.tsv")
        .DistinctBy(r => r[0]).ToFrozenDictionary(r => r[0], r => ClaimTerms.SourceKindOf(r[1]) ?? SourceKind.Anonymous);

    /// <summary>Whether the hedge lexicon puts the word into the class.</summary>
    public static bool IsHedge(string word, string hedgeClass) => Hedges.TryGetValue(hedgeClass, out var words) && words.Contains(word);

    /// <summary>Whether the predicate lexicon puts the word into the class.</summary>
    public static bool IsPredicate(string word, string predicateClass) => Predicates.TryGetValue(predicateClass, out var words) && words.Contains(word);

    /// <summary>What a common noun is as a source; <see langword="null"/> if it is no source noun.</summary>
    public static SourceKind? SourceNoun(string noun) => Sources.TryGetValue(noun, out var kind) ? kind : null;

    private static FrozenDictionary<string, FrozenSet<string>> ByClass(string table) => ResourceTable.Read("Claims.Resources." + table)
        .GroupBy(r => r[1]).ToFrozenDictionary(g => g.Key, g => g.Select(r => r[0]).ToFrozenSet());
}
