using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Questions;

namespace Standoff.Cli.Views;

/// <summary>What <c>standoff questions</c> shows: the list, new forecasts, the record.</summary>
internal static class QuestionsView
{
    private const int Ids = 7;
    private const int Numbers = 18;
    private const int Days = 12;

    /// <summary>All questions with their last forecast or answer.</summary>
    public static string Table(ImmutableArray<Question> questions, ImmutableArray<KeptForecast> kept, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            var last = kept.LastOrDefault(f => f.Question == question.Id);
            var said = question.Resolved is { } resolved ? $"{resolved.Answer.ToString().ToLowerInvariant()} on {Day(resolved.On)}" : last is null ? "no forecast" : Said(last.Probability, last.Low, last.High);
            Line(text, question.Id, said, Day(question.Deadline ?? last?.Deadline), question.Text, width, ink);
        }
        if (questions.IsEmpty) text.Append("no questions\n");
        return text.ToString();
    }

    /// <summary>New forecasts, with what was not understood.</summary>
    public static string Forecasts(IEnumerable<(string Id, QuestionAnswer Answer)> answers, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var (id, answer) in answers)
        {
            Line(text, id, Said(answer.Probability.Mean, answer.Probability.Low, answer.Probability.High), Day(answer.Asked.Deadline), answer.Asked.Text, width, ink);
            foreach (var warning in answer.Warnings) text.Append(new string(' ', Ids)).Append(ink.Faint(TextLayout.Cut("! " + warning, Math.Max(20, width - Ids)))).Append('\n');
        }
        if (text.Length == 0) text.Append("no open question to forecast\n");
        return text.ToString();
    }

    /// <summary>The days that a question was added with.</summary>
    public static string Added(Question question, AskedQuestion asked, bool isGiven) =>
        $"deadline {Day(question.Deadline)}{(isGiven ? "" : asked.IsDeadlineAssumed ? $", assumed: its words name none" : ", as its words say")}{(question.Opens is { } opens ? $"; counts from {Day(opens)}" : "")}\n";

    /// <summary>The record: scores beside those of the base rates, and calibration with counts.</summary>
    public static string Score(TrackRecord record, int width, Ink ink)
    {
        if (record.Scored.IsEmpty) return string.Create(CultureInfo.InvariantCulture, $"no resolved question has a forecast that counts yet · {record.Open} open, {record.Void} void{Unscored(record)}\n");
        var text = new StringBuilder();
        text.Append(ink.Bold(string.Create(CultureInfo.InvariantCulture, $"{record.Scored.Length} resolved · {record.Open} open · {record.Void} void{Unscored(record)}"))).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Brier       {record.Brier:0.000}   base rates {record.BaseBrier:0.000}   skill {(record.Skill is { } skill ? skill.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–")}\n");
        text.Append(CultureInfo.InvariantCulture, $"log score   {record.LogScore:0.000}\n\n");
        text.Append(ink.Faint("said           n   on average   came true")).Append('\n');
        foreach (var bin in record.Calibration) text.Append(TextLayout.Pad(NumberText.Range(bin.From, bin.To), 12)).Append(CultureInfo.InvariantCulture, $"{bin.Forecasts,4}   {TextLayout.Pad(NumberText.Percent(bin.Mean), 10)}   {NumberText.Percent(bin.CameTrue)}\n");
        text.Append('\n');
        foreach (var one in record.Scored)
            Line(text, one.Question.Id, string.Create(CultureInfo.InvariantCulture, $"{NumberText.Percent(one.Probability)} {one.Question.Resolved!.Answer.ToString().ToLowerInvariant()} {one.Brier:0.000}"), Day(one.Question.Resolved!.On), one.Question.Text, width, ink);
        return text.ToString();
    }

    private static string Unscored(TrackRecord record) => record.Unscored > 0 ? string.Create(CultureInfo.InvariantCulture, $" · {record.Unscored} answered without a forecast before") : "";

    private static string Said(double mean, double low, double high) => NumberText.Of(new Standoff.Forecasts.Estimate(mean, low, high));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, string id, string said, string day, string question, int width, Ink ink) =>
        text.Append(ink.Good(TextLayout.Pad(TextLayout.Cut(id, Ids - 1), Ids))).Append(TextLayout.Pad(said, Numbers)).Append("  ").Append(TextLayout.Pad(day, Days))
            .Append(TextLayout.Cut(question, Math.Max(20, width - Ids - Numbers - Days - 2))).Append('\n');
}
