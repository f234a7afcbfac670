using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Briefs;

/// <summary>Everything that the brief's links lead to.</summary>
/// <param name="Numbers">All numbers by id, each after its inputs.</param>
/// <param name="Claims">All claims of the ledger.</param>
/// <param name="Documents">The documents with the sentences that may be shown.</param>
public sealed record Trace(ImmutableArray<NumberNode> Numbers, ImmutableArray<TracedClaim> Claims, ImmutableArray<TracedDocument> Documents)
{
    /// <summary>For each number the numbers that are made of it.</summary>
    public ILookup<string, NumberNode> UsedBy => Numbers
        .SelectMany(n => n.Lineage.Inputs.Distinct().Select(i => (Input: i, Number: n)))
        .ToLookup(p => p.Input, p => p.Number);

    /// <summary>For each claim the numbers that rest on it directly.</summary>
    public ILookup<string, NumberNode> RestingOn => Numbers
        .SelectMany(n => n.Lineage.Claims.Distinct().Select(c => (Claim: c, Number: n)))
        .ToLookup(p => p.Claim, p => p.Number);
}

/// <summary>A claim as the trace shows it.</summary>
/// <param name="Alias"><c>c-017</c>.</param>
/// <param name="Text">The words of the document.</param>
/// <param name="Sources">Who vouches for it, outermost first, joined by ▸; empty for the author's own voice.</param>
/// <param name="Commitment">How firmly, in words.</param>
/// <param name="Kind">What kind of thing is claimed.</param>
/// <param name="Document">Alias of its document.</param>
/// <param name="Sentence">Id of its sentence, such as <c>s1-1204</c>.</param>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Item">Alias of its item.</param>
/// <param name="Grade">Admiralty grade of the item.</param>
/// <param name="Origin">Whom it goes back to.</param>
/// <param name="Time">When, as EDTF; empty where not said.</param>
/// <param name="Use">What the item was used for, in a sentence.</param>
/// <param name="IsUsed">Whether it enters the model.</param>
public sealed record TracedClaim(
    string Alias,
    string Text,
    string Sources,
    string Commitment,
    string Kind,
    string Document,
    string Sentence,
    TextSpan Span,
    string Item,
    string Grade,
    string Origin,
    string Time,
    string Use,
    bool IsUsed);

/// <summary>A document as the trace shows it.</summary>
/// <param name="Alias"><c>s-1</c>.</param>
/// <param name="Name">Title, or file name where it has none.</param>
/// <param name="Provenance">Outlet, author, genre, date as far as known.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Sentences">Sentences that are shown, in order.</param>
/// <param name="Hidden">How many sentences are not shown.</param>
public sealed record TracedDocument(string Alias, string Name, string Provenance, string Hash, ImmutableArray<QuotedSentence> Sentences, int Hidden);

/// <summary>A sentence of a source.</summary>
/// <param name="Id"><c>s1-1204</c>: document and first code unit.</param>
/// <param name="Start">First code unit of its text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Marks">Claims in it, by start.</param>
/// <param name="FollowsGap">Whether sentences before it are left out.</param>
public sealed record QuotedSentence(string Id, int Start, string Text, SentenceStatus Status, ImmutableArray<ClaimMark> Marks, bool FollowsGap);

/// <summary>Where a claim stands in a quoted sentence, counted from the sentence's start.</summary>
public sealed record ClaimMark(int Start, int End, string Claim);
