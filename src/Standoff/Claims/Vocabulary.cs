using System.Collections.Frozen;

namespace Standoff.Claims;

/// <summary>The word lists of the ledger.</summary>
internal static class Vocabulary
{
    private static readonly FrozenSet<string> Stopwords = ResourceTable.Load("Claims", "stopwords.tsv").Rows.SelectMany(r => r.List("words")).ToFrozenSet();
    private static readonly FrozenSet<string> Commentators = ResourceTable.Load("Claims", "commentators.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> GenericUnits = ResourceTable.Load("Claims", "generic-units.tsv").Rows.Select(r => r["unit"]).ToFrozenSet();
    private static readonly (string Word, string Class)[] Hedges =
        [.. ResourceTable.Load("Claims", "hedges.tsv").Rows.Select(r => (r["word"], r["class"]))];

    // A lemma that stands in two classes is of the first.
    private static readonly FrozenDictionary<string, string> PredicateClasses = ResourceTable.Load("Claims", "predicate-classes.tsv").Rows
        .SelectMany(r => r.List("lemmas").Select(l => (Lemma: l, Class: r["class"])))
        .DistinctBy(p => p.Lemma).ToFrozenDictionary(p => p.Lemma, p => p.Class);

    public static bool IsStopword(string word) => Stopwords.Contains(word);

    /// <summary>Whether a unit says too little of what is counted: percent, people, days.</summary>
    public static bool IsGenericUnit(string unit) => unit.Length == 0 || GenericUnits.Contains(unit);

    /// <summary>Whether a source's name says that it judges rather than acts: analysts, experts, lawyers.</summary>
    public static bool IsCommentator(string name) => Names.Fold(name).Split(' ').Any(Commentators.Contains);

    /// <summary>The class of a predicate's lemma; the lemma itself where it has none.</summary>
    public static string PredicateClass(string lemma) => PredicateClasses.GetValueOrDefault(lemma, lemma);

    /// <summary>The classes of hedge that a cue's words hold.</summary>
    public static IEnumerable<string> HedgesIn(string cue)
    {
        var padded = " " + cue.ToLowerInvariant() + " ";
        foreach (var (word, kind) in Hedges)
            if (padded.Contains(" " + word + " ", StringComparison.Ordinal)) yield return kind;
    }
}
