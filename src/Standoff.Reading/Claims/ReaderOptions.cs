using Standoff.Reading.Mentions;

namespace Standoff.Reading.Claims;

/// <summary>What a reader of the product may set for a reading; everything else is in the document and the lexicons.</summary>
public sealed record ReaderOptions
{
    /// <summary>Reads with the shipped lexicons and gazetteer alone.</summary>
    public static ReaderOptions Default { get; } = new();

    /// <summary>The case's own cast; it wins over the gazetteer.</summary>
    public CastList? Cast { get; init; }

    /// <summary>Whether to find attributions too (<see cref="Reading.Attributions"/>).</summary>
    public bool Attributions { get; init; }

    /// <summary>Whether to list all political events too (<see cref="Reading.Events"/>); a claim has its own in any case.</summary>
    public bool Events { get; init; }
}
