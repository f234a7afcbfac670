using System.Collections.Immutable;
using Standoff.Reading.Mentions;

namespace Standoff.Envelopes;

/// <summary>What the user asked for, kept with the run so that a later stage, or a re-run, goes by the same.</summary>
public sealed record Settings
{
    /// <summary>The day from which the forecast counts; the latest document date where not given.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Who makes the demand, where the user says so.</summary>
    public string? Challenger { get; init; }

    /// <summary>Of whom it is made, where the user says so.</summary>
    public string? Target { get; init; }

    /// <summary>Claims that are left out, by alias.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Number of draws; the product's default where not given.</summary>
    public int? Draws { get; init; }

    /// <summary>Seed of the draws; the product's default where not given.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Weeks that the forecast looks ahead; the product's default where not given.</summary>
    public int? Weeks { get; init; }

    /// <summary>The edited <c>crisis.yaml</c> that the run goes by, where there is one.</summary>
    public EditedCrisis? Edited { get; init; }

    /// <summary>Who plays a part, in the user's own words.</summary>
    public CastList? Cast { get; init; }
}

/// <summary>A crisis as people edited it.</summary>
/// <param name="File">Its file name, for faults.</param>
/// <param name="Text">Its YAML.</param>
/// <param name="Base">The proposal that it was edited from, as YAML; <see langword="null"/> where not known.</param>
public sealed record EditedCrisis(string File, string Text, string? Base);
