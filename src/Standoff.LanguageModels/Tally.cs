using System.Collections.Immutable;

namespace Standoff.LanguageModels;

/// <summary>Why a proposal was dropped, or a field of one.</summary>
public enum DropReason
{
    /// <summary>It is no claim of the schema, or uses a word that is none of the guide's.</summary>
    Malformed,

    /// <summary>The answer held more proposals than the limit.</summary>
    Surplus,

    /// <summary>Its quote does not stand in the text that was asked about.</summary>
    NotInText,

    /// <summary>Its quote stands there more than once, and nothing says which is meant.</summary>
    Ambiguous,

    /// <summary>Its quote cuts a word, or holds nothing that can be claimed.</summary>
    NoProposition,

    /// <summary>Another proposal has the same quote.</summary>
    Duplicate,

    /// <summary>A source of it is not named in the document.</summary>
    Source,

    /// <summary>A quantity of it is none of the quote's.</summary>
    Quantity,

    /// <summary>The quote is negated, and it is claimed to be so.</summary>
    Polarity,

    /// <summary>Its condition does not stand in the sentence.</summary>
    Condition,

    /// <summary>Field: an actor who is not named in the document.</summary>
    Actor,

    /// <summary>Field: a cue that does not stand in the sentence.</summary>
    Cue,

    /// <summary>Field: a time that the sentence does not give.</summary>
    Time,

    /// <summary>Field: more certain than the quote's own words; it was lowered.</summary>
    Certainty,
}

/// <summary>What asking a model came to.</summary>
public sealed record Tally
{
    /// <summary>Nothing yet.</summary>
    public static Tally Empty { get; } = new();

    /// <summary>Questions asked, without repetitions.</summary>
    public int Questions { get; init; }

    /// <summary>Questions that got no usable answer.</summary>
    public int Failed { get; init; }

    /// <summary>Answers set aside because most of what they proposed does not stand in the text.</summary>
    public int SetAside { get; init; }

    /// <summary>Claims proposed.</summary>
    public int Proposed { get; init; }

    /// <summary>Claims that stand in the text and were kept.</summary>
    public int Kept { get; init; }

    /// <summary>Claims of the rules, in sentences of which the model said nothing that stands.</summary>
    public int ByRule { get; init; }

    /// <summary>Tokens sent, as the server counts them.</summary>
    public long TokensIn { get; init; }

    /// <summary>Tokens received, as the server counts them.</summary>
    public long TokensOut { get; init; }

    /// <summary>Dropped proposals and fields by reason.</summary>
    public ImmutableSortedDictionary<DropReason, int> Dropped { get; init; } = ImmutableSortedDictionary<DropReason, int>.Empty;

    /// <summary>With some more dropped.</summary>
    public Tally Drop(DropReason reason, int count = 1) => count == 0 ? this : this with { Dropped = Dropped.SetItem(reason, Dropped.GetValueOrDefault(reason) + count) };

    /// <summary>Both together.</summary>
    public Tally Add(Tally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = this with
        {
            Questions = Questions + other.Questions,
            Failed = Failed + other.Failed,
            SetAside = SetAside + other.SetAside,
            Proposed = Proposed + other.Proposed,
            Kept = Kept + other.Kept,
            ByRule = ByRule + other.ByRule,
            TokensIn = TokensIn + other.TokensIn,
            TokensOut = TokensOut + other.TokensOut,
        };
        return other.Dropped.Aggregate(sum, (s, d) => s.Drop(d.Key, d.Value));
    }
}
