using System.Collections.Immutable;
using Standoff.Reading.Events;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>Id of a claim as the reader proposes it: a hash of its content and anchor, the same in every run.</summary>
public readonly record struct ClaimId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>
/// One thing that a document presents as being the case, having been said, or being possible. The fields are those
/// of the claim annotation guide (<c>docs/formats/claims.md</c>).
/// </summary>
public sealed record Claim
{
    /// <summary>The reader's id.</summary>
    public required ClaimId Id { get; init; }

    /// <summary>Where the content stands: <c>Document.Text[Span] == Exact</c>, always.</summary>
    public required Anchor Anchor { get; init; }

    /// <summary>The content, byte for byte as the text has it.</summary>
    public required string Exact { get; init; }

    /// <summary>Index of its sentence in <see cref="Reading.Sentences"/>.</summary>
    public required int Sentence { get; init; }

    /// <summary>Who vouches for it, outermost first, innermost last; empty for the author's own voice.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The words that attribute or hedge.</summary>
    public ImmutableArray<TextSpan> Cues { get; init; } = [];

    /// <summary>The author's commitment.</summary>
    public required Factuality Factuality { get; init; }

    /// <summary>The innermost source's own commitment; equal to <see cref="Factuality"/> without sources.</summary>
    public required Factuality SourceFactuality { get; init; }

    /// <summary>What kind of thing is claimed.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>States, organisations and persons that the content is about, by their plain names, agent first.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Numbers in the content.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>When the content holds or happened; <see langword="null"/> where the text gives no time.</summary>
    public Edtf? Time { get; init; }

    /// <summary>The if-clause that the claim depends on.</summary>
    public TextSpan? Condition { get; init; }

    /// <summary>The content's main verb or predicate noun with who acts on whom; the ledger groups by it.</summary>
    public Predicate Predicate { get; init; } = Predicate.None;

    /// <summary>The political event that the predicate tells, in PLOVER's terms; <see langword="null"/> where it tells none.</summary>
    public PoliticalEvent? Event { get; init; }

    /// <summary>Lower-case lemmas of the content's words in their order, without punctuation.</summary>
    public ImmutableArray<string> Lemmas { get; init; } = [];

    /// <summary>The rule that set each field, as <c>field: rule</c>, for <c>standoff read --why</c>.</summary>
    public ImmutableArray<string> Why { get; init; } = [];
}

/// <summary>What a content says at its core.</summary>
/// <param name="Lemma">Lemma of the main verb or predicate noun; empty if none was found.</param>
/// <param name="Agents">Plain names of who acts (the object of "by" in a passive).</param>
/// <param name="Patients">Plain names of who or what is acted on.</param>
/// <param name="Negated">Whether it is negated grammatically.</param>
public sealed record Predicate(string Lemma, ImmutableArray<string> Agents, ImmutableArray<string> Patients, bool Negated)
{
    /// <summary>No predicate found.</summary>
    public static Predicate None { get; } = new("", [], [], Negated: false);
}

/// <summary>One hop of a source chain.</summary>
/// <param name="Name">Name or description as a reader would give it; empty for a bare "reportedly".</param>
/// <param name="Kind">What it is.</param>
public sealed record Source(string Name, SourceKind Kind)
{
    /// <summary>What the text says of a source that it does not name; <see langword="null"/> for others. Two sources are the same or not without it.</summary>
    public UnnamedSource? Unnamed { get; init; }

    /// <inheritdoc/>
    public bool Equals(Source? other) => other is not null && Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name.Length, Name.Length > 0 ? Name[0] : '\0');
}

/// <summary>An unnamed source as the text describes it.</summary>
/// <param name="Number">How many they are, where it says so: 1 for "a diplomat", 3 for "three officials".</param>
/// <param name="Words">All words about it, as the text has them.</param>
/// <param name="Reason">Why it is not named or says what it says ("because …"), where the text gives a reason.</param>
public sealed record UnnamedSource(decimal? Number, string Words, string? Reason);

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A newspaper, agency, broadcaster or site.</summary>
    Outlet,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A government, ministry, army, party, company or body.</summary>
    Organisation,

    /// <summary>A country that speaks.</summary>
    State,

    /// <summary>Unnamed groups and persons, with the words that describe them.</summary>
    Anonymous,

    /// <summary>A poll, opinion, indictment, report.</summary>
    Document,
}

/// <summary>Commitment to a content after FactBank (Saurí and Pustejovsky 2009): certainty and polarity.</summary>
public enum Factuality
{
    /// <summary>UU: commits to nothing (reported, alleged, conditional, asked, unknown).</summary>
    Uncommitted,

    /// <summary>CT+.</summary>
    Certain,

    /// <summary>PR+.</summary>
    Probable,

    /// <summary>PS+.</summary>
    Possible,

    /// <summary>CT-: certain of a negated content.</summary>
    CertainNot,

    /// <summary>PR-.</summary>
    ProbableNot,

    /// <summary>PS-.</summary>
    PossibleNot,
}

/// <summary>What kind of thing a claim claims.</summary>
public enum ClaimKind
{
    /// <summary>Happened or is happening.</summary>
    Event,

    /// <summary>A standing fact, quantity or relation.</summary>
    State,

    /// <summary>What an actor wants, holds or thinks.</summary>
    Position,

    /// <summary>Something asked of another.</summary>
    Demand,

    /// <summary>Something offered to another.</summary>
    Offer,

    /// <summary>A harm announced on conditions or to come.</summary>
    Threat,

    /// <summary>A promise or announced intention.</summary>
    Commitment,

    /// <summary>About the future, modal or conditional.</summary>
    Prediction,

    /// <summary>The speaker's judgement, cause or explanation.</summary>
    Assessment,

    /// <summary>Said to be not known.</summary>
    Unknown,
}
