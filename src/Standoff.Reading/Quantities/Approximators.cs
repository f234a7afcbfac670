using System.Collections.Immutable;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;

namespace Standoff.Reading.Quantities;

/// <summary>Words before or after a number that make it approximate.</summary>
internal static class Approximators
{
    private static readonly ImmutableArray<string[]> s_before = Load("before");
    private static readonly ImmutableArray<string[]> s_after = Load("after");

    /// <summary>Where the number begins with its hedge, and whether it has one.</summary>
    public static (int Start, bool IsHedged) Around(Sentence sentence, int start, int next)
    {
        var (first, hedged) = (start, false);
        while (Length(sentence, first) is > 0 and var n) (first, hedged) = (first - n, true);
        return (first, hedged || s_after.Any(words => Matches(sentence, next, words)));
    }

    private static int Length(Sentence sentence, int end)
    {
        foreach (var words in s_before)
            if (Matches(sentence, end - words.Length, words)) return words.Length;
        return 0;
    }

    private static bool Matches(Sentence sentence, int at, string[] words)
    {
        if (at < 0 || at + words.Length > sentence.Count) return false;
        for (var i = 0; i < words.Length; i++)
            if (!sentence[at + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static ImmutableArray<string[]> Load(string place) =>
        [.. ResourceTable.Read("Quantities.Resources.Approximators.tsv").Where(r => r[1] == place).Select(r => r[0].Split(' ')).OrderByDescending(w => w.Length)];
}
