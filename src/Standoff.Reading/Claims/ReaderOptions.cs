namespace Standoff.Reading.Claims;

/// <summary>What a reader of the product may set for a reading; everything else is in the document and the lexicons.</summary>
public sealed record ReaderOptions
{
    /// <summary>Reads with the shipped lexicons and gazetteer alone.</summary>
    public static ReaderOptions Default { get; } = new();
}
