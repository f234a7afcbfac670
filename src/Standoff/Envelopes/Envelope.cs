using System.Collections.Immutable;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Text;

namespace Standoff.Envelopes;

/// <summary>
/// A run as far as it has come: what was read, and what each stage made of it. Every verb reads one and writes one,
/// so that stages pipe; a stage that has not run is <see langword="null"/> or empty.
/// </summary>
public sealed record Envelope
{
    /// <summary>The value of <c>schema</c> that this version writes.</summary>
    public const string Schema = "standoff/1";

    /// <summary>What the user asked for; later stages go by it.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>Documents that could not be read, in the order given.</summary>
    public ImmutableArray<RefusedDocument> Refused { get; init; } = [];

    /// <summary>Cautions of the stages, such as a clash between the edited crisis and a new proposal.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The documents with their text, in the order of their aliases.</summary>
    public ImmutableArray<Document> Documents { get; init; } = [];

    /// <summary>What was read from each document, in the same order; empty before the reading stage.</summary>
    public ImmutableArray<Standoff.Reading.Claims.Reading> Readings { get; init; } = [];

    /// <summary>The ledger.</summary>
    public Ledger? Ledger { get; init; }

    /// <summary>The crisis.</summary>
    public Crisis? Crisis { get; init; }

    /// <summary>The game solved at the crisis's medians.</summary>
    public GameSolution? Solution { get; init; }

    /// <summary>The forecast.</summary>
    public Forecast? Forecast { get; init; }

    /// <summary>The brief; a reader of an envelope makes it anew from the other sections.</summary>
    public Brief? Brief { get; init; }
}

/// <summary>A document that was left out, and why.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="Reason">One sentence: where, what is wrong, what to do.</param>
public sealed record RefusedDocument(string Name, string Reason);
