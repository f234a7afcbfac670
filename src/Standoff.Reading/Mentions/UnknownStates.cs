using Standoff.Reading.Syntax;

namespace Standoff.Reading.Mentions;

/// <summary>
/// States that no table knows, as in fiction, war games and places not yet recognised: single names that own what only a
/// state owns ("Orlandia's ambassador", "the capital of Orlandia"), or that are a place and speak ("in Orlandia",
/// "Orlandia rejected").
/// </summary>
internal sealed class UnknownStates
{
    private const int ShortestStem = 3;

    private static readonly string[] s_endings = ["n", "an", "ian", "ean", "ese", "i", "ish", "ic", "ns", "ans", "ians", "eans", "is"];

    private readonly Dictionary<string, Evidence> _seen = new(StringComparer.Ordinal);

    [Flags]
    private enum Evidence
    {
        None,
        Owns = 1,
        IsPlace = 2,
        Acts = 4,
        IsPerson = 8,
    }

    /// <summary>Notes what one occurrence of a name tells.</summary>
    public void Note(Sentence sentence, int i)
    {
        var found = Owned(sentence, i) ? Evidence.Owns : Evidence.None;
        if (IsPlace(sentence, i)) found |= Evidence.IsPlace;
        if (Acts(sentence[i])) found |= Evidence.Acts;
        if (i > 0 && sentence[i - 1].Form is "Mr" or "Mr." or "Ms" or "Ms." or "Mrs" or "Mrs.") found |= Evidence.IsPerson;
        _seen[sentence[i].Form] = _seen.GetValueOrDefault(sentence[i].Form) | found;
    }

    /// <summary>Whether the document names any.</summary>
    public bool Any => _seen.Values.Any(IsState);

    /// <summary>The state that a word names; <see langword="null"/> if it names none.</summary>
    public string? StateOf(string word) => IsState(_seen.GetValueOrDefault(word)) ? word : null;

    /// <summary>The state whose nationality a word is: "Orlandian" of "Orlandia".</summary>
    public string? StateOfDemonym(string word)
    {
        foreach (var (name, evidence) in _seen)
            if (IsState(evidence) && IsDemonym(word, name)) return name;
        return null;
    }

    private static bool IsState(Evidence e) =>
        !e.HasFlag(Evidence.IsPerson) && (e.HasFlag(Evidence.Owns) || e.HasFlag(Evidence.IsPlace | Evidence.Acts));

    private static bool IsDemonym(string word, string state)
    {
        var stem = state.AsSpan().TrimEnd("aeiouy");
        if (stem.Length < ShortestStem || word == state || !word.AsSpan().StartsWith(stem, StringComparison.Ordinal)) return false;
        var rest = word.AsSpan(stem.Length);
        if (rest.Length > 0 && state.Length > stem.Length && rest[0] == state[stem.Length] && Array.IndexOf(s_endings, rest[1..].ToString()) >= 0) return true;
        return Array.IndexOf(s_endings, rest.ToString()) >= 0;
    }

    private static bool Owned(Sentence sentence, int i)
    {
        if (i + 2 < sentence.Count && sentence[i + 1].Form is "'s" or "’s" or "'" or "’") return NounClasses.StateOwned.Contains(sentence[i + 2].Form.ToLowerInvariant());
        if (i < 2) return false;
        var before = sentence[i - 2].Form.ToLowerInvariant();
        return sentence[i - 1].Form is "of" or "to" && (NounClasses.StateOwned.Contains(before) || NounClasses.OfState.Contains(before)) || sentence[i - 1].Form is "with" && before is "border" or "frontier";
    }

    private static bool IsPlace(Sentence sentence, int i) =>
        i > 0 && sentence[i - 1].Form.ToLowerInvariant() is "in" or "into" or "inside" or "across" or "throughout" or "invade" or "invaded" or "invades" or "neighbouring" or "neighboring";

    private static bool Acts(Token token) => token.Relation is Relation.Nsubj && NounClasses.StateActs.Contains(token.Head.Lemma);
}
