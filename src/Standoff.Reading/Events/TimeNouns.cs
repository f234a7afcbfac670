using Standoff.Reading.Claims;
using Standoff.Reading.Syntax;

namespace Standoff.Reading.Events;

/// <summary>Nouns that say when and not whom.</summary>
internal static class TimeNouns
{
    /// <summary>Days, months and spans of time, and years as bare numbers.</summary>
    public static bool Has(SentenceTree tree, int token) => tree.Lemma(token)
        is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "day" or "week" or "month" or "year" or "today" or "yesterday" or "tomorrow" or "night" or "weekend"
        or "jan." or "feb." or "aug." or "sept." or "oct." or "nov." or "dec." or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        || tree.Tag(token) == PartOfSpeech.Num && char.IsAsciiDigit(tree.Word(token)[0]) && (tree.Word(token).Length == 4 && tree.Children(token).Length < 2 || tree.Word(token).Length < 3 && tree.HasChild(token, Relation.Case))
        || IsOrdinal(tree.Word(token));

    // "On the 16th".
    private static bool IsOrdinal(string word) => word.Length is > 2 and < 5 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
}
