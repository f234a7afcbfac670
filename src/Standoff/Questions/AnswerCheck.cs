using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Questions;

/// <summary>What speaks against a question or an answer that somebody is about to write into a file of questions.</summary>
public static class AnswerCheck
{
    /// <summary>What an answer contradicts, as one clause; <see langword="null"/> if nothing.</summary>
    /// <param name="question">The question as it stands in the file.</param>
    /// <param name="answer">The answer to be written.</param>
    /// <param name="kept">The case's record.</param>
    public static string? Against(Question question, Resolution answer, ImmutableArray<KeptForecast> kept)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        if (question.Resolved is { } before && (before.Answer, before.On) != (answer.Answer, answer.On)) return $"is resolved already: {Word(before.Answer)}, on {Day(before.On)}";
        if (answer.Answer == QuestionOutcome.Void) return null;
        var forecasts = kept.Where(f => f.Question == question.Id).ToList();
        if (forecasts.Count > 0 && forecasts.Min(f => f.AsOf) is var first && answer.On < first) return $"was first forecast on {Day(first)}, so that no forecast comes before an answer of {Day(answer.On)} and none is scored";
        return AgainstDays(question, answer, forecasts);
    }

    // What is asked for comes about within the days that count; only that it did not is known after them.
    private static string? AgainstDays(Question question, Resolution answer, List<KeptForecast> forecasts)
    {
        var asked = question.Ask(forecasts.Count > 0 ? forecasts[^1].AsOf : answer.On);
        if ((answer.Answer == QuestionOutcome.Yes) == asked.IsNegated) return null;
        var deadline = question.Deadline ?? (forecasts.Count > 0 ? forecasts[^1].Deadline : asked.IsDeadlineAssumed ? null : asked.Deadline);
        if (answer.On > deadline) return $"has its deadline on {Day(deadline.Value)}, and {Word(answer.Answer)} on {Day(answer.On)} comes after it";
        return answer.On < question.Opens ? $"counts from {Day(question.Opens.Value)} on, and {Word(answer.Answer)} on {Day(answer.On)} comes before" : null;
    }

    /// <summary>A question of a list that asks the same in words, whatever their case and spaces.</summary>
    public static IEnumerable<Question> SameWords(ImmutableArray<Question> questions, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return questions.Where(q => Plain(q.Text).Equals(Plain(text), StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('?', '.', ' ');

    private static string Word(QuestionOutcome answer) => answer.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
