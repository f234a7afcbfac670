using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>The document that explains a forecast: sections of judgements whose every number leads down to a sentence.</summary>
/// <param name="Title">The crisis in a line.</param>
/// <param name="Question">What the brief answers.</param>
/// <param name="AsOf">The day from which it looks ahead; <see langword="null"/> if no document gave one.</param>
/// <param name="Until">The last day it speaks of.</param>
/// <param name="Run">Id of the run: a hash of documents, seed, draws and version.</param>
/// <param name="Handling">A handling banner; empty for none.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="Trace">What the links lead to.</param>
/// <param name="Summary">The few lines for a terminal.</param>
public sealed record Brief(
    string Title,
    string Question,
    DateOnly? AsOf,
    DateOnly? Until,
    string Run,
    string Handling,
    ImmutableArray<Section> Sections,
    Trace Trace,
    Summary Summary);

/// <summary>A section.</summary>
/// <param name="Id">Element id and link target.</param>
/// <param name="Title">Heading.</param>
/// <param name="Blocks">Content.</param>
public sealed record Section(string Id, string Title, ImmutableArray<Block> Blocks);
