using System.Collections.Frozen;
using System.Text;

namespace Standoff.Reading.Text;

/// <summary>
/// Whether a text reads as English: its letters are Latin, and among its words the English function words outnumber
/// those of each other language that the table lists.
/// </summary>
internal static class LanguageCheck
{
    private const int CharactersLooked = 20_000;
    private const int FewWords = 12;

    private static readonly string[] s_languages;
    private static readonly FrozenDictionary<string, int[]> s_words = Load(out s_languages);

    public static bool IsEnglish(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, CharactersLooked));
        return IsMostlyLatin(sample) && EnglishLeads(sample);
    }

    private static bool IsMostlyLatin(ReadOnlySpan<char> text)
    {
        var (latin, other) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00) latin++;
            else other++;
        }

        return latin > other;
    }

    private static bool EnglishLeads(ReadOnlySpan<char> text)
    {
        var hits = new int[s_languages.Length];
        var words = Count(text, hits);
        var best = Array.IndexOf(hits, hits.Max());
        if (words < FewWords) return hits.Max() == 0 || hits[0] == hits.Max();
        return best == 0 && hits[0] * 12 > words;
    }

    private static int Count(ReadOnlySpan<char> text, int[] hits)
    {
        var (words, start) = (0, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’');
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            words++;
            if (i - start < 10 && s_words.TryGetValue(text[start..i].ToString().ToLowerInvariant(), out var languages))
                foreach (var language in languages) hits[language]++;
            start = -1;
        }

        return words;
    }

    private static FrozenDictionary<string, int[]> Load(out string[] languages)
    {
        var rows = ResourceTable.Read("Text.Resources.FunctionWords.tsv");
        languages = [.. rows.Select(r => r[0])];
        return rows.SelectMany((row, i) => row[1].Split(' ').Select(word => (Word: word, Language: i)))
            .GroupBy(p => p.Word).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Language).Distinct().ToArray());
    }
}
