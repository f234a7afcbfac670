using System.Collections.Frozen;

namespace Standoff.Claims;

/// <summary>The word lists of the ledger.</summary>
internal static class Vocabulary
{
    private static readonly FrozenSet<string> Stopwords = ResourceTable.Load("Claims", "stopwords.tsv").Rows.SelectMany(r => r.List("words")).ToFrozenSet();
    private static readonly FrozenSet<string> Commentators = ResourceTable.Load("Claims", "commentators.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> Introduced = ResourceTable.Load("Claims", "commentators.tsv").Rows.Where(r => r["person"] == "yes").Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> Judging = ResourceTable.Load("Claims", "judging-words.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> JudgedStates = ResourceTable.Load("Claims", "judged-states.tsv").Rows.Select(r => r["word"]).ToFrozenSet();
    private static readonly FrozenSet<string> GenericUnits = ResourceTable.Load("Claims", "generic-units.tsv").Rows.Select(r => r["unit"]).ToFrozenSet();
    private static readonly (string Word, string Class)[] Hedges =
        [.. ResourceTable.Load("Claims", "hedges.tsv").Rows.Select(r => (r["word"], r["class"]))];

    private static readonly FrozenDictionary<string, string> ObjectClasses = ResourceTable.Load("Claims", "object-classes.tsv").Rows
        .SelectMany(r => r.List("words").Select(w => (Word: w, Class: r["class"]))).ToFrozenDictionary(p => p.Word, p => p.Class);

    // A lemma that stands in two classes is of the first.
    private static readonly FrozenDictionary<string, string> PredicateClasses = ResourceTable.Load("Claims", "predicate-classes.tsv").Rows
        .SelectMany(r => r.List("lemmas").Select(l => (Lemma: l, Class: r["class"])))
        .DistinctBy(p => p.Lemma).ToFrozenDictionary(p => p.Lemma, p => p.Class);

    public static bool IsStopword(string word) => Stopwords.Contains(word);

    /// <summary>Whether a unit says too little of what is counted: percent, people, days.</summary>
    public static bool IsGenericUnit(string unit) => unit.Length == 0 || GenericUnits.Contains(unit);

    /// <summary>Whether a source's name says that it judges rather than acts: analysts, experts, lawyers.</summary>
    public static bool IsCommentator(string name) => Names.Fold(name).Split(' ').Any(Commentators.Contains);

    /// <summary>Whether the words beside a person's name say that he judges by profession, and did not only do so once.</summary>
    public static bool IntroducesCommentator(string words) => Names.Fold(words).Split(' ') is var all && all.Any(Introduced.Contains) && !all.Contains("former");

    /// <summary>Whether words say what may, should or seems to be, and not what is.</summary>
    public static bool HoldsJudgement(string words) => WordsOf(words).Any(Judging.Contains);

    /// <summary>Whether words say how loyal, determined or willing somebody is, which is there to be judged as long as it lasts; a word with a capital ("United States") is a name's.</summary>
    public static bool HoldsJudgedState(string words) => Split(words).Any(JudgedStates.Contains);

    /// <summary>The words of a text in lower case.</summary>
    public static string[] WordsOf(string text) => Split(text.ToLowerInvariant());

    private static string[] Split(string text) => text.Split([' ', '\n', ',', '.', ';', ':', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The class of a predicate's lemma; the lemma itself where it has none.</summary>
    public static string PredicateClass(string lemma) => PredicateClasses.GetValueOrDefault(lemma, lemma);

    /// <summary>The class of a word for what force is used on; the word itself, as one of them, where it has none.</summary>
    public static string ObjectClass(string word) => ObjectClasses.GetValueOrDefault(word) ?? (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? ObjectClasses.GetValueOrDefault(word[..^1], word[..^1]) : word);

    /// <summary>The classes of hedge that a cue's words hold.</summary>
    public static IEnumerable<string> HedgesIn(string cue)
    {
        var padded = " " + cue.ToLowerInvariant() + " ";
        foreach (var (word, kind) in Hedges)
            if (padded.Contains(" " + word + " ", StringComparison.Ordinal)) yield return kind;
    }
}
