namespace Standoff.Crises;

/// <summary>Who is named before a deed and who after it: what the order of words alone says of who does it to whom.</summary>
/// <param name="Doing">Side named last before the deed, or in a passive behind its "by"; <see langword="null"/> if none is.</param>
/// <param name="Suffering">Another side, named first after it, or in a passive before it; <see langword="null"/> if none is.</param>
internal sealed record NameOrder(string? Doing, string? Suffering)
{
    private static readonly int PassiveBefore = (int)CrisisSettings.Of("reach.passive-before");
    private static readonly int PassiveAfter = (int)CrisisSettings.Of("reach.passive-after");

    private static readonly string[] Being = ["was", "were", "been", "be", "being", "is", "are"];

    /// <summary>The order around the first word that fits a pattern and is no part of a name; <see langword="null"/> if there is none.</summary>
    public static NameOrder? Of(string text, IReadOnlyList<(int Start, int Length, string Side)> named, WordPattern pattern)
    {
        var words = Words(text);
        var at = words.FindIndex(w => pattern.FitsWord(w.Word) && !named.Any(n => n.Start <= w.Start && w.Start < n.Start + n.Length));
        if (at < 0) return null;
        var before = named.LastOrDefault(n => n.Start < words[at].Start).Side;
        var after = named.FirstOrDefault(n => n.Start > words[at].Start && n.Side != before).Side;
        return IsPassive(words, at) ? new NameOrder(after, before) : new NameOrder(before, after);
    }

    /// <summary>
    /// Whether one side is said to do the first deed that fits a pattern, and another to suffer it: as the order tells, or named anywhere behind it, or where a noun of deed has its doer
    /// behind its own "by" ("raids by Northland on the coast of Southland").
    /// </summary>
    public static bool IsDone(string text, IReadOnlyList<(int Start, int Length, string Side)> named, WordPattern pattern, Func<string, bool> doing, Func<string, bool> suffering)
    {
        var words = Words(text);
        var at = words.FindIndex(w => pattern.FitsWord(w.Word) && !named.Any(n => n.Start <= w.Start && w.Start < n.Start + n.Length));
        if (at < 0 || Of(text, named, pattern) is not { Doing: { } doer } order) return false;
        if (at + 1 < words.Count && words[at + 1].Word == "by")
            return named.FirstOrDefault(n => n.Start > words[at].Start).Side is { } by && doing(by) && named.Any(n => suffering(n.Side));
        if (!doing(doer)) return false;
        return (order.Suffering is { } sufferer && suffering(sufferer)) || (!IsPassive(words, at) && named.Any(n => n.Start > words[at].Start && suffering(n.Side)));
    }

    private static bool IsPassive(List<(int Start, string Word)> words, int at) => words.Skip(at + 1).Take(PassiveAfter).Any(w => w.Word == "by")
        && (words.Take(at).TakeLast(PassiveBefore).Any(w => Being.Contains(w.Word)) || words[at].Word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>Words in small letters with their places.</summary>
    public static List<(int Start, string Word)> Words(string text)
    {
        var words = new List<(int, string)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' && start >= 0));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add((start, text[start..i].ToLowerInvariant()));
            start = -1;
        }
        return words;
    }
}
