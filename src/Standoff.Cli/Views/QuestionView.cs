using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Questions;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff question</c> shows: the answer, how the question was read, and what the answer rests on.</summary>
internal static class QuestionView
{
    private const int Lead = 14;

    public static string Render(QuestionAnswer answer, int width, Ink ink)
    {
        var text = new StringBuilder();
        width = Math.Max(width, 60);
        foreach (var line in TextLayout.Wrap(answer.Asked.Text, width)) text.Append(ink.Bold(line)).Append('\n');
        text.Append(ink.Good(NumberText.Of(answer.Probability))).Append("  ").Append(Likelihood.Words(answer.Probability.Mean)).Append('\n');
        text.Append(ink.Faint($"as of {NumberText.Day(answer.Asked.AsOf)} · rates alone {NumberText.Percent(answer.BaseRate)}")).Append("\n\n");
        Reading(text, answer.Asked, width, ink);
        foreach (var rate in answer.Rates.Where(r => r.Weight > 0)) Row(text, "rests on", Rate(rate), width, ink);
        foreach (var move in answer.Moves) Row(text, "moved by", Move(move), width, ink);
        if (answer is { Cells: { } cells, CellProbability: { } alone }) Row(text, "crisis", $"{cells}; its forecast alone {NumberText.Percent(alone)}", width, ink);
        foreach (var warning in answer.Warnings) Row(text, "!", warning, width, ink);
        return text.ToString();
    }

    private static void Reading(StringBuilder text, AskedQuestion asked, int width, Ink ink)
    {
        var sides = (asked.Actor, asked.Target) switch
        {
            ({ } a, { } b) => asked.Kind.IsMutual ? $"{a} and {b}" : $"{a} ▸ {b}",
            ({ } a, null) => a,
            (null, { } b) => $"? ▸ {b}",
            _ => "no side recognised",
        };
        Row(text, "read as", $"{(asked.IsNegated ? "not " : "")}{asked.Kind.Key}: {sides}{(asked.Person is { } person ? $" ({person})" : "")}", width, ink);
        Row(text, asked.IsNegated ? "no if" : "yes if", asked.Criteria, width, ink);
        Row(text, "days", $"{NumberText.Day(asked.Opens)} to {NumberText.Day(asked.Deadline)}{(asked.IsDeadlineAssumed ? ", assumed" : "")}", width, ink);
    }

    private static string Rate(RateUse rate) => $"{rate.Name}; {NumberText.Quantity(rate.Hazard)} a week [{(rate.Key is "judgement" ? "D" : "C")}]";

    private static string Move(SignMove move) =>
        $"{move.Sign}, hazard × {Math.Exp(move.LogRatio).ToString("0.00", CultureInfo.InvariantCulture)}: {(move.Words.Length > 0 ? $"“{move.Words.Trim()}”{Cited(move.Claims)}" : move.Grounds)}";

    private static string Cited(ImmutableArray<string> claims) => claims.IsDefaultOrEmpty ? "" : $" [{string.Join(' ', claims.Take(4))}{(claims.Length > 4 ? " …" : "")}]";

    private static void Row(StringBuilder text, string name, string body, int width, Ink ink)
    {
        var lead = ink.Faint(TextLayout.Pad(TextLayout.Cut(name, Lead - 1), Lead));
        foreach (var line in TextLayout.Wrap(body, width - Lead))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = new string(' ', Lead);
        }
    }
}
