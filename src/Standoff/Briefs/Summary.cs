using System.Collections.Immutable;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>The brief in a few lines: what a terminal shows after a run.</summary>
public sealed record Summary
{
    /// <summary>The crisis in a line.</summary>
    public required string Title { get; init; }

    /// <summary>The day from which the forecast counts.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The last day of the forecast.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Weeks of the forecast.</summary>
    public required int HorizonWeeks { get; init; }

    /// <summary>Id of the run.</summary>
    public required string Run { get; init; }

    /// <summary>Headline outcomes, likeliest first.</summary>
    public required ImmutableArray<SummaryRow> Outcomes { get; init; }

    /// <summary>Force on the target's soil, from the lowest level up.</summary>
    public required ImmutableArray<SummaryRow> Force { get; init; }

    /// <summary>How the crises of each reference class ended, a line each.</summary>
    public ImmutableArray<string> Precedents { get; init; } = [];

    /// <summary>Under which outcomes an invasion stands; empty where there is none.</summary>
    public string Relation { get; init; } = "";

    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Sentences from which a claim was read.</summary>
    public required int Read { get; init; }

    /// <summary>Sentences that could not be read.</summary>
    public required int Unread { get; init; }

    /// <summary>Sentences that make no claim.</summary>
    public required int NoClaim { get; init; }

    /// <summary>Number of claims.</summary>
    public required int Claims { get; init; }

    /// <summary>Claims that the model has no use for.</summary>
    public required int ClaimsWithoutUse { get; init; }

    /// <summary>What changed since the run before; empty without one.</summary>
    public ImmutableArray<SummaryChange> Changes { get; init; } = [];

    /// <summary>Things that a reader must know.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>An outcome in the summary.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Name">As printed.</param>
/// <param name="Estimate">Mean and 90 % interval.</param>
/// <param name="Words">The likelihood in words (ICD 203).</param>
/// <param name="Text">Mean and interval as printed.</param>
public sealed record SummaryRow(string Key, string Name, Estimate Estimate, string Words, string Text);

/// <summary>A change since the run before.</summary>
/// <param name="Key">Key of the outcome.</param>
/// <param name="Name">As printed.</param>
/// <param name="Before">Mean then.</param>
/// <param name="Now">Mean now.</param>
/// <param name="Text">The change as printed, such as <c>29 % → 35 % (+6 points)</c>.</param>
public sealed record SummaryChange(string Key, string Name, double Before, double Now, string Text);
