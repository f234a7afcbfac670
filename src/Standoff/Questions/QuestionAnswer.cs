using System.Collections.Immutable;
using Standoff.Forecasts;

namespace Standoff.Questions;

/// <summary>What a question is answered with, and what the answer rests on.</summary>
public sealed record QuestionAnswer
{
    /// <summary>The question as understood.</summary>
    public required AskedQuestion Asked { get; init; }

    /// <summary>Probability that the question resolves with yes, with its 90 % interval.</summary>
    public required Estimate Probability { get; init; }

    /// <summary>The same by the rates alone, as if the page told nothing.</summary>
    public required double BaseRate { get; init; }

    /// <summary>Cumulative hazard by the deadline, before it is pooled with the general rate of questions.</summary>
    public required double Hazard { get; init; }

    /// <summary>Rates that were mixed, heaviest first.</summary>
    public required ImmutableArray<RateUse> Rates { get; init; }

    /// <summary>Signs that moved it beyond the rates.</summary>
    public required ImmutableArray<SignMove> Moves { get; init; }

    /// <summary>All signs of the page.</summary>
    public required ImmutableArray<PageSign> Signs { get; init; }

    /// <summary>The cells of the crisis forecast that took part, as a person would say them; <see langword="null"/> where the page gives no crisis between the sides.</summary>
    public string? Cells { get; init; }

    /// <summary>What those cells say alone.</summary>
    public double? CellProbability { get; init; }

    /// <summary>Things that whoever reads the answer must know.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>How a question is answered.</summary>
public sealed record QuestionOptions
{
    /// <summary>Draws of the crisis forecast, where there is one.</summary>
    public int Draws { get; init; } = 256;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads; 0 for one per processor.</summary>
    public int Jobs { get; init; }

    /// <summary>The case's own crisis; proposed from the ledger where there is none, or where it is between others.</summary>
    public Standoff.Crises.Crisis? Crisis { get; init; }

    /// <summary>Whether the crisis forecast takes part.</summary>
    public bool UsesForecast { get; init; } = true;
}
