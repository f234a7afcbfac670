using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Questions;

/// <summary>A question of a case, as <c>questions.yaml</c> holds it.</summary>
public sealed record Question
{
    /// <summary>Unique in the file, such as <c>q-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The question in words.</summary>
    public required string Text { get; init; }

    /// <summary>When it is answered with yes, in detail; empty if the text says it all.</summary>
    public string Criteria { get; init; } = "";

    /// <summary>First day that counts.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>Last day that counts; read from the text where it is not given.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Who or what decides the answer; empty if not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>What it asks for, where a person says so; else it is read from the text.</summary>
    public QuestionMap? Maps { get; init; }

    /// <summary>The answer; <see langword="null"/> while it is open.</summary>
    public Resolution? Resolved { get; init; }

    /// <summary>The question as understood as of a day: what the file says goes before what the text says.</summary>
    public AskedQuestion Ask(DateOnly asOf)
    {
        var read = QuestionReader.Read(Text, asOf);
        var deadline = Deadline ?? read.Deadline;
        // Words such as "next quarter" open later with every day on which they are read, beyond the deadline that they once meant.
        var from = read.Opens > deadline ? asOf : read.Opens;
        return read with
        {
            Opens = Opens is { } opens && opens > from ? opens : from,
            Deadline = deadline,
            IsDeadlineAssumed = Deadline is null && read.IsDeadlineAssumed,
            Kind = Maps?.Kind ?? Maps?.Cells?.KindFor(read.Kind) ?? read.Kind,
            Actor = Maps?.Actor ?? read.Actor,
            Target = Maps?.Target ?? read.Target,
            IsNegated = Maps?.IsNegated ?? read.IsNegated,
            Cells = Maps?.Cells,
        };
    }
}

/// <summary>What a question asks for, as a person says it; what is left out is read from the text.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Actor">Who would act.</param>
/// <param name="Target">On whom.</param>
/// <param name="IsNegated">Whether the opposite is asked for.</param>
/// <param name="Cells">Cells of a crisis forecast by the deadline.</param>
public sealed record QuestionMap(QuestionKind? Kind, string? Actor, string? Target, bool? IsNegated, CellSet? Cells);

/// <summary>How a question was answered.</summary>
/// <param name="On">The day on which it was decided.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Note">Why; empty if nothing is to be said.</param>
public sealed record Resolution(DateOnly On, QuestionOutcome Answer, string Note);

/// <summary>Answers that a question may get.</summary>
public enum QuestionOutcome
{
    /// <summary>It came true by the deadline.</summary>
    Yes,

    /// <summary>It did not.</summary>
    No,

    /// <summary>It cannot be decided; it is scored by nobody.</summary>
    Void,
}

/// <summary>What came of reading a file of questions.</summary>
/// <param name="Questions">The questions in the file's order; empty if there are faults.</param>
/// <param name="Faults">All faults, by place.</param>
public sealed record QuestionsYamlResult(ImmutableArray<Question> Questions, ImmutableArray<CrisisFault> Faults);
