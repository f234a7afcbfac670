namespace Standoff.Reading.Claims;

/// <summary>The words that the claim formats use for the closed lists of a claim's fields, and back.</summary>
public static class ClaimTerms
{
    private static readonly string[] Factualities = ["UU", "CT+", "PR+", "PS+", "CT-", "PR-", "PS-"];
    private static readonly string[] Kinds =
        ["event", "state", "position", "demand", "offer", "threat", "commitment", "prediction", "assessment", "unknown"];
    private static readonly string[] SourceKinds = ["outlet", "person", "organisation", "state", "anonymous", "document"];

    /// <summary>The FactBank code: <c>CT+</c>, <c>PR-</c>, <c>UU</c> …</summary>
    public static string Code(this Factuality factuality) => Factualities[(int)factuality];

    /// <summary>The kind in lower case.</summary>
    public static string Word(this ClaimKind kind) => Kinds[(int)kind];

    /// <summary>The kind of source in lower case.</summary>
    public static string Word(this SourceKind kind) => SourceKinds[(int)kind];

    /// <summary>The factuality of a FactBank code; <see langword="null"/> if it is none.</summary>
    public static Factuality? FactualityOf(string? code) => Find(Factualities, code) is var i and >= 0 ? (Factuality)i : null;

    /// <summary>The kind that a word names; <see langword="null"/> if none.</summary>
    public static ClaimKind? KindOf(string? word) => Find(Kinds, word) is var i and >= 0 ? (ClaimKind)i : null;

    /// <summary>The kind of source that a word names; <see langword="null"/> if none.</summary>
    public static SourceKind? SourceKindOf(string? word) => Find(SourceKinds, word) is var i and >= 0 ? (SourceKind)i : null;

    /// <summary>Whether the content is presented as not so.</summary>
    public static bool IsNegative(this Factuality factuality) =>
        factuality is Factuality.CertainNot or Factuality.ProbableNot or Factuality.PossibleNot;

    private static int Find(string[] words, string? word) => Array.IndexOf(words, word);
}
