using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Standoff.Questions;

/// <summary>Questions with their latest forecasts as a table that forecasting sites and spreadsheets take (RFC 4180).</summary>
public static class QuestionsCsv
{
    private const string Head = "question_id,question,criteria,opens,deadline,resolution_source,kind,as_of,probability,probability_percent,p5,p95,base_rate,run,resolved_on,resolution\r\n";

    /// <summary>A row for each question.</summary>
    /// <param name="questions">The questions in order.</param>
    /// <param name="kept">The case's record; the last forecast of a question counts.</param>
    public static string Write(ImmutableArray<Question> questions, ImmutableArray<KeptForecast> kept)
    {
        var csv = new StringBuilder(Head);
        foreach (var question in questions) csv.AppendJoin(',', Cells(question, kept.LastOrDefault(f => f.Question == question.Id)).Select(Cell)).Append("\r\n");
        return csv.ToString();
    }

    private static IEnumerable<string> Cells(Question question, KeptForecast? last)
    {
        var asked = question.Ask(last?.AsOf ?? question.Opens ?? question.Deadline ?? new DateOnly(2000, 1, 1));
        yield return question.Id;
        yield return question.Text;
        yield return question.Criteria.Length > 0 ? question.Criteria : Criteria(asked);
        yield return Day(question.Opens);
        yield return Day(question.Deadline ?? last?.Deadline);
        yield return question.Source;
        yield return asked.Kind.Key;
        yield return Day(last?.AsOf);
        yield return Number(last?.Probability, "0.0000");
        yield return Number(last?.Probability * 100, "0");
        yield return Number(last?.Low, "0.0000");
        yield return Number(last?.High, "0.0000");
        yield return Number(last?.BaseRate, "0.0000");
        yield return last?.Run ?? "";
        yield return Day(question.Resolved?.On);
        yield return question.Resolved?.Answer.ToString().ToLowerInvariant() ?? "";
    }

    // Whoever pastes the row elsewhere is asked when it resolves; what the answer took it to mean is said.
    private static string Criteria(AskedQuestion asked) => asked.Kind == QuestionKind.Other && asked.Cells is null ? "As the question says." : $"{(asked.IsNegated ? "No" : "Yes")} if {asked.Criteria}.";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    // A cell that a spreadsheet would take for a formula is kept a text.
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '@') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
