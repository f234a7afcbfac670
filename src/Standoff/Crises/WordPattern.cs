using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>
/// A pattern over a content's words: groups joined by <c>&amp;</c> that must all be met, each of alternatives between <c>|</c>, words or
/// phrases, <c>*</c> for any ending; a group that begins with <c>!</c> must not be met; <c>*</c> alone fits everything.
/// </summary>
internal sealed class WordPattern
{
    private readonly ImmutableArray<(bool Wanted, ImmutableArray<string[]> Alternatives)> _groups;

    public WordPattern(string text)
    {
        Text = text;
        _groups = text == "*" ? [] : [.. text.Split('&').Select(Group)];
    }

    public string Text { get; }

    public bool Fits(ContentWords words)
    {
        foreach (var (wanted, alternatives) in _groups)
            if (alternatives.Any(words.Holds) != wanted) return false;
        return true;
    }

    /// <summary>Whether one word by itself is among the alternatives of the first group.</summary>
    public bool FitsWord(string word) => !_groups.IsEmpty && _groups[0].Alternatives.Any(a => a.Length == 1 && ContentWords.Fits(word, a[0]));

    private static (bool Wanted, ImmutableArray<string[]> Alternatives) Group(string text)
    {
        var trimmed = text.Trim();
        var wanted = !trimmed.StartsWith('!');
        var alternatives = (wanted ? trimmed : trimmed[1..]).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (wanted, [.. alternatives.Select(a => a.Split(' '))]);
    }
}

/// <summary>The words of a content, as written and as lemmas, for patterns.</summary>
internal sealed class ContentWords
{
    private const string Month = "May";

    private static readonly string[] BeforeMonths = ["in", "since", "until", "till", "by", "of", "from", "late", "early", "mid", "last", "next", "this"];

    private readonly string[] _forms;
    private readonly string[] _lemmas;

    public ContentWords(string exact, IEnumerable<string> lemmas)
    {
        _forms = Words(exact);
        // A month is no auxiliary, though its lemma is spelt like one.
        _lemmas = [.. _forms.Contains(Month) ? lemmas.Where(l => l != "may" || _forms.Contains(l)) : lemmas];
    }

    public bool Holds(string[] phrase) => Holds(_forms, phrase) || Holds(_lemmas, phrase);

    public bool Holds(string word) => Holds([word]);

    private static bool Holds(string[] words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Length; i++)
        {
            var k = 0;
            while (k < phrase.Length && Fits(words[i + k], phrase[k])) k++;
            if (k == phrase.Length) return true;
        }
        return false;
    }

    public static bool Fits(string word, string pattern) => pattern.EndsWith('*')
        ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : word == pattern;

    private static string[] Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' && start >= 0));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(text[start..i].TrimEnd('-'));
            start = -1;
        }
        return [.. words.Select((w, i) => IsMonth(words, i) ? w : w.ToLowerInvariant())];
    }

    // "On May 6", "6 May", "since May": the capital is kept, so that no pattern takes it for the auxiliary.
    private static bool IsMonth(List<string> words, int at) => words[at] == Month
        && ((at + 1 < words.Count && char.IsDigit(words[at + 1][0])) || (at > 0 && (char.IsDigit(words[at - 1][0]) || BeforeMonths.Contains(words[at - 1]))));
}
