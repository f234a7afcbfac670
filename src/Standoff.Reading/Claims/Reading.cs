using System.Collections.Immutable;
using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>A document as read: its sentences and the claims found in them, in text order.</summary>
/// <param name="Document">What was read.</param>
/// <param name="Sentences">All sentences in order; together with the white space between them they cover the text.</param>
/// <param name="Claims">Claims by start, then end.</param>
public sealed record Reading(Document Document, ImmutableArray<ReadSentence> Sentences, ImmutableArray<Claim> Claims)
{
    /// <summary>Plain names of actors and sources → plain name of the state that each is, serves or belongs to, where known.</summary>
    public ImmutableSortedDictionary<string, string> Affiliations { get; init; } = NoAffiliations;

    /// <summary>Who is said to have said, thought or wanted what; empty unless <see cref="ReaderOptions.Attributions"/> asks for them.</summary>
    public ImmutableArray<Standoff.Reading.Attributions.Attribution> Attributions { get; init; } = [];

    /// <summary>Who does what to whom, in the order of the text; empty unless <see cref="ReaderOptions.Events"/> asks for them.</summary>
    public ImmutableArray<Standoff.Reading.Events.PoliticalEvent> Events { get; init; } = [];

    private static ImmutableSortedDictionary<string, string> NoAffiliations { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>A sentence and whether anything was read from it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Status">What came of it.</param>
public sealed record ReadSentence(TextSpan Span, SentenceStatus Status);

/// <summary>What came of a sentence.</summary>
public enum SentenceStatus
{
    /// <summary>At least one claim was found.</summary>
    Read,

    /// <summary>It makes no claim (a topic sentence, a by-line, a greeting).</summary>
    NoClaim,

    /// <summary>It could not be read (no verb found, another language, too long); it stays visible as unread.</summary>
    Unread,
}
