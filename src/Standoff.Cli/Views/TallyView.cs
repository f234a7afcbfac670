using System.Globalization;
using Standoff.LanguageModels;

namespace Standoff.Cli.Views;

/// <summary>What a language model proposed, what of it stands in the text, and what it took.</summary>
internal static class TallyView
{
    private static readonly Dictionary<DropReason, string> Dropped = new()
    {
        [DropReason.Malformed] = "not in the schema",
        [DropReason.Surplus] = "beyond the limit of one answer",
        [DropReason.NotInText] = "quote not in the text",
        [DropReason.Ambiguous] = "quote in the text more than once",
        [DropReason.NoProposition] = "quote cuts a word or claims nothing",
        [DropReason.Duplicate] = "given twice",
        [DropReason.Source] = "source not in the text",
        [DropReason.Quantity] = "number not in the quote",
        [DropReason.Polarity] = "negated in the text, claimed to be so",
        [DropReason.Condition] = "condition not in the sentence",
    };

    private static readonly Dictionary<DropReason, string> Fields = new()
    {
        [DropReason.Actor] = "actors not in the text",
        [DropReason.Cue] = "cues not in the sentence",
        [DropReason.Time] = "times that the sentence does not give",
        [DropReason.Certainty] = "lowered to the certainty of the words",
    };

    public static string Render(string model, Tally tally)
    {
        var parts = new List<string> { Invariant($"{model}: {tally.Kept:N0} of {Amount.Of(tally.Proposed, "proposed claim")} stand in the text, {Amount.Of(tally.ByRule, "claim")} by rule") };
        Add(parts, "dropped", tally, Dropped);
        Add(parts, "fields corrected", tally, Fields);
        if (tally.SetAside > 0) parts.Add($"{Amount.Of(tally.SetAside, "answer")} set aside: most of what they propose stands in no text");
        parts.Add(Invariant($"{Amount.Of(tally.Questions, "question")}, {tally.Failed:N0} without an answer, {tally.TokensIn:N0} tokens sent, {tally.TokensOut:N0} received"));
        return string.Join("\n  ", parts);
    }

    private static void Add(List<string> parts, string title, Tally tally, Dictionary<DropReason, string> words)
    {
        var counts = tally.Dropped.Where(d => words.ContainsKey(d.Key)).Select(d => Invariant($"{d.Value:N0} {words[d.Key]}")).ToList();
        if (counts.Count > 0) parts.Add($"{title}: {string.Join(", ", counts)}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
