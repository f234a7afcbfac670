using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Envelopes;

/// <summary>The envelope as its file holds it: each document and claim stands once, and is named by id elsewhere.</summary>
internal sealed record EnvelopeFile
{
    public required string Schema { get; init; }
    public string? Version { get; init; }
    public Settings? Settings { get; init; }
    public ImmutableArray<RefusedDocument> Refused { get; init; } = [];
    public ImmutableArray<string> Warnings { get; init; } = [];
    public ImmutableArray<Document> Documents { get; init; } = [];
    public ImmutableArray<ReadingEntry> Readings { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerSection? Ledger { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Crisis? Crisis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GameSolution? Solution { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Forecast? Forecast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BriefSection? Brief { get; init; }
}

/// <summary>The brief for other programs: its summary, its sections' text, and every number with its derivation.</summary>
internal sealed record BriefSection(string Title, string Question, string Run, Summary Summary, ImmutableArray<NumberEntry> Numbers, string Markdown);

/// <summary>A number of the brief with its derivation.</summary>
internal sealed record NumberEntry(
    string Id, string Label, string Value, string? Interval, Grounds Grounds, string Formula, string Place, ImmutableArray<string> Inputs, ImmutableArray<string> Claims);

/// <summary>A reading without its document's text.</summary>
internal sealed record ReadingEntry(DocumentId Document, ImmutableArray<ReadSentence> Sentences, ImmutableArray<Claim> Claims, ImmutableSortedDictionary<string, string> Affiliations);

/// <summary>A ledger that names documents and claims by id.</summary>
internal sealed record LedgerSection(
    ImmutableArray<LedgerDocumentEntry> Documents,
    ImmutableArray<LedgerClaimEntry> Claims,
    ImmutableArray<LedgerItem> Items,
    ImmutableArray<Contradiction> Contradictions,
    ImmutableArray<string> Withdrawn);

internal sealed record LedgerDocumentEntry(string Alias, DocumentId Document);

internal sealed record LedgerClaimEntry(string Alias, string Document, ClaimId Claim, string Item, string Origin);
