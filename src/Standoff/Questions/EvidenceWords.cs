using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Questions;

/// <summary>Where words were found: the first and the last of them.</summary>
internal readonly record struct WordMatch(int First, int Last);

/// <summary>
/// Words that must stand near one another: groups joined by <c>&amp;</c>, each of alternatives between <c>|</c>, words or phrases, <c>*</c> for
/// any ending or alone for any number of words up to four; a group that begins with <c>!</c> must not be met in the sentence.
/// </summary>
internal sealed class EvidenceWords
{
    private static readonly int Reach = (int)QuestionSettings.Of("words-reach");
    private static readonly int NegationReach = (int)QuestionSettings.Of("negation-reach");
    private static readonly int OpenReach = (int)QuestionSettings.Of("open-reach");
    private static readonly int Gap = (int)QuestionSettings.Of("words-gap");

    private readonly ImmutableArray<ImmutableArray<string[]>> _wanted;
    private readonly ImmutableArray<ImmutableArray<string[]>> _unwanted;

    public EvidenceWords(string text)
    {
        var groups = text.Split('&', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        _wanted = [.. groups.Where(g => g[0] != '!').Select(Alternatives)];
        _unwanted = [.. groups.Where(g => g[0] == '!').Select(g => Alternatives(g[1..]))];
    }

    /// <summary>Places at which all groups stand within a dozen words or so of one another.</summary>
    public IEnumerable<WordMatch> In(ImmutableArray<string> words)
    {
        if (_unwanted.Any(g => Places(words, g).Any())) yield break;
        var places = _wanted.Select(g => Places(words, g).ToList()).ToList();
        if (places.Count == 0 || places.Exists(p => p.Count == 0)) yield break;
        foreach (var start in places[0])
        {
            var (first, last) = (start.First, start.Last);
            foreach (var others in places.Skip(1))
            {
                var next = others.Select(o => new WordMatch(Math.Min(first, o.First), Math.Max(last, o.Last))).MinBy(o => o.Last - o.First);
                (first, last) = (next.First, next.Last);
            }
            if (last - first < Reach) yield return new WordMatch(first, last);
        }
    }

    /// <summary>Whether a "not", a refusal or a denial stands within or shortly before.</summary>
    public static bool IsNegated(ImmutableArray<string> words, WordMatch match) =>
        Between(words, match.First - NegationReach, match.Last).Any(w => w is "not" or "no" or "never" or "without" or "neither" or "nor" or "cannot" or "nobody" or "none" or "ruled" or "rules" or "ruling" or "rule"
            || w.StartsWith("refus", StringComparison.Ordinal) || w.StartsWith("reject", StringComparison.Ordinal) || w.StartsWith("denie", StringComparison.Ordinal));

    /// <summary>Whether it may be so, or would be under a condition.</summary>
    public static bool IsOpen(ImmutableArray<string> words, WordMatch match) =>
        Between(words, match.First - OpenReach, match.Last + 2).Any(w => w is "may" or "might" or "could" or "if" or "unless" or "until" or "reportedly" or "perhaps" or "possibly" or "rumours" or "rumors" or "unclear");

    /// <summary>Whether it is ahead, asked or threatened rather than done.</summary>
    public static bool IsAhead(ImmutableArray<string> words, WordMatch match) =>
        Between(words, match.First - NegationReach, match.Last).Any(w => w is "will" or "would" or "could" or "may" or "might" or "should" or "must" or "if" or "whether" or "unless" or "options" or "option" or "possible" or "potential" or "planned" or "about" or "any"
            || w.StartsWith("threat", StringComparison.Ordinal) || w.StartsWith("want", StringComparison.Ordinal) || w.StartsWith("prepar", StringComparison.Ordinal) || w.StartsWith("plan", StringComparison.Ordinal) || w.StartsWith("warn", StringComparison.Ordinal))
        || Between(words, match.First - 1, match.First - 1).Any(w => w is "to");

    private static IEnumerable<string> Between(ImmutableArray<string> words, int from, int to)
    {
        for (var i = Math.Max(0, from); i <= Math.Min(to, words.Length - 1); i++) yield return words[i];
    }

    private static ImmutableArray<string[]> Alternatives(string group) => [.. group.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split(' '))];

    private static IEnumerable<WordMatch> Places(ImmutableArray<string> words, ImmutableArray<string[]> alternatives)
    {
        for (var i = 0; i < words.Length; i++)
            foreach (var phrase in alternatives)
                if (End(words, i, phrase, 0) is { } end) yield return new WordMatch(i, end);
    }

    private static int? End(ImmutableArray<string> words, int at, string[] phrase, int k)
    {
        if (phrase is ["*"]) return at;
        if (k == phrase.Length) return at - 1;
        if (phrase[k] == "*")
        {
            for (var skip = 0; skip <= Gap; skip++)
                if (End(words, at + skip, phrase, k + 1) is { } end) return end;
            return null;
        }
        return at < words.Length && ContentWords.Fits(words[at], phrase[k]) ? End(words, at + 1, phrase, k + 1) : null;
    }
}
