using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>The sides that a text names, and which of them it lists together ("London, Paris and Rome").</summary>
internal static class ListedSides
{
    internal static readonly int LongestName = (int)CrisisSettings.Of("reach.name-words");

    /// <summary>All sides named, each once, in order.</summary>
    public static ImmutableArray<string> In(string text, ActorRegister register) => [.. Named(text, register).Select(n => n.Side).Distinct()];

    /// <summary>Lists of two sides or more.</summary>
    public static ImmutableArray<ImmutableArray<string>> Lists(string text, ActorRegister register)
    {
        if (!text.Contains(" and ", StringComparison.Ordinal) && !text.Contains(',', StringComparison.Ordinal)) return [];
        var lists = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var current = new List<string>();
        var (end, ends) = (0, false);
        foreach (var (start, length, side) in Named(text, register))
        {
            var between = text.AsSpan(end, start - end).Trim();
            if (current.Count > 0 && (ends || !Joins(between))) Close();
            ends = current.Count > 0 && between is not ("," or ", the");
            if (!current.Contains(side)) current.Add(side);
            end = start + length;
        }
        Close();
        return lists.ToImmutable();

        void Close()
        {
            // A list has an "and" before its last name; else a clause ended at the comma.
            if (current.Count > 1 && ends) lists.Add([.. current]);
            current.Clear();
            ends = false;
        }
    }

    private static bool Joins(ReadOnlySpan<char> between) => between is "," or "and" or ", and" or "and the" or ", the" or ", and the" or "as well as" or "together with" or "&";

    /// <summary>The side whose name follows a word, or its article.</summary>
    public static ImmutableArray<string> After(string word, string text, ActorRegister register)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        if (at < 0) return [];
        var rest = text[(at + word.Length)..];
        if (rest.StartsWith("the ", StringComparison.Ordinal)) rest = rest[4..];
        return [.. Named(rest, register).Take(1).Where(n => n.Start == 0).Select(n => n.Side)];
    }

    /// <summary>Every side named, in order, with its place in the text: the longest name that is known at each capital letter.</summary>
    public static IEnumerable<(int Start, int Length, string Side)> Named(string text, ActorRegister register)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!char.IsUpper(text[words[i].Start])) continue;
            for (var count = Math.Min(LongestName, words.Count - i); count >= 1; count--)
            {
                var (start, end) = (words[i].Start, words[i + count - 1].End);
                if (!IsOneName(text, words, i, count) || register.SideOf(text[start..end]) is not { } side) continue;
                yield return (start, end - start, side);
                i += count - 1;
                break;
            }
        }
    }

    private static bool IsOneName(string text, List<(int Start, int End)> words, int from, int count)
    {
        for (var i = from + 1; i < from + count; i++)
            if (!char.IsUpper(text[words[i].Start]) || words[i].Start - words[i - 1].End != 1 || text[words[i - 1].End] != ' ') return false;
        return true;
    }

    private static List<(int Start, int End)> Words(string text)
    {
        var words = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '-' or '.' && i + 1 < text.Length && char.IsLetter(text[i + 1])));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add((start, i));
            start = -1;
        }
        return words;
    }
}
