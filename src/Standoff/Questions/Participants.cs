using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Claims;

namespace Standoff.Questions;

/// <summary>
/// Whether a sentence's words are about whoever a question asks of, or about the thing that it asks about: a page tells of many who promise, refuse and vote,
/// and what others do about other things says nothing. A pronoun stands for what the sentence before names.
/// </summary>
internal sealed class Participants
{
    private const int Reach = 9;
    private const int ShortestThing = 4;
    private const int ThingStem = 7;
    private static readonly ImmutableHashSet<string> Pronouns = ["he", "she", "it", "they", "him", "them", "his", "her", "its", "their", "both", "these", "this"];
    private readonly AskedQuestion _question;
    private readonly ImmutableArray<string> _people;
    private readonly ImmutableArray<string> _things;

    public Participants(AskedQuestion question)
    {
        _question = question;
        _people = [.. question.People.Append(question.Person).OfType<string>().Distinct(StringComparer.Ordinal)];
        _things = question.Things;
    }

    /// <summary>Whether the question names nobody and nothing by which a sentence could be told from others.</summary>
    public bool IsOpen => _question.Actor is null && _people.IsEmpty && _things.IsEmpty;

    /// <summary>How far the words at a place are about them; <paramref name="before"/> is the sentence before.</summary>
    public double Of(bool actorOnly, PageSentence sentence, PageSentence? before, WordMatch match)
    {
        if (IsOpen) return 1;
        var places = Places(sentence, actorOnly).ToList();
        if (places.Exists(p => IsNear(p, match))) return 1;
        // Beside a name in its own sentence a pronoun stands for that name.
        var isMeant = before is not null && Places(before, actorOnly).Any() && Enumerable.Range(0, sentence.Words.Length).Any(i => Pronouns.Contains(sentence.Words[i]) && IsNear(i, match) && !sentence.Sides.Any(s => s.At < i));
        return isMeant ? QuestionSettings.Of("role-likely") : 0;
    }

    /// <summary>Whether a sentence names the thing that is asked about.</summary>
    public bool NamesThing(PageSentence sentence) => sentence.Words.Any(w => Plain(w) is var plain && _things.Any(t => plain.StartsWith(t, StringComparison.Ordinal)));

    private static bool IsNear(int at, WordMatch match) => at >= match.First - Reach && at <= match.Last + Reach;

    private IEnumerable<int> Places(PageSentence sentence, bool actorOnly)
    {
        foreach (var (at, side) in sentence.Sides)
            if (_question.Actor is { } actor && (actor == side || Hosts.Of(side) == actor)) yield return at;
        foreach (var at in _people.SelectMany(sentence.PlacesOf)) yield return at;
        if (actorOnly) yield break;
        for (var i = 0; i < sentence.Words.Length; i++)
            if (Plain(sentence.Words[i]) is var word && _things.Any(t => word.StartsWith(t, StringComparison.Ordinal))) yield return i;
    }

    /// <summary>What a question asks about: its longer words that are no names of states, no days, no common verbs and not what its kind looks for anyway.</summary>
    public static ImmutableArray<string> ThingsIn(string words, QuestionKind kind)
    {
        var acts = new EvidenceWords(kind.ActWords.Replace('&', '|'));
        return [.. words.Split([' ', ',', '?', '.', '\'', ':', ';', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Plain)
            .Where(w => !IsCommon(w) && w.All(char.IsLetter) && !acts.In([w]).Any()).Select(Stem).Where(w => w.Length >= ShortestThing).Distinct(StringComparer.Ordinal)];
    }

    // "Laws" are told of as "law", "press" is no "pres".
    private static string Stem(string word) => word.Length > ThingStem ? word[..ThingStem] : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    /// <summary>Whether a word, in lower case, stands in questions on anything.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    private static readonly ImmutableHashSet<string> Common = [.. ResourceTable.Load("Questions", "common-words.tsv").Rows.SelectMany(r => r["words"].Split('|'))];

    /// <summary>Without the marks over letters: "Zepa" is "Žepa".</summary>
    public static string Plain(string word) => Unmarked(word.ToLowerInvariant());

    /// <summary>The same with its capitals: "UN" is not "Un".</summary>
    public static string Unmarked(string word) => string.Concat(string.Concat(word.Where(c => !char.IsSurrogate(c))).Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
}
