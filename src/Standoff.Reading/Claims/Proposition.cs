using Standoff.Reading.Text;

namespace Standoff.Reading.Claims;

/// <summary>A content found in a sentence, before its fields are filled.</summary>
/// <param name="Head">Token that heads it.</param>
/// <param name="First">First token of the content, edges trimmed.</param>
/// <param name="Last">Last token of the content.</param>
/// <param name="Voice">Who vouches for it.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed record Proposition(int Head, int First, int Last, Voice Voice, string Rule)
{
    /// <summary>Rule of a clause that has the verb of the one before.</summary>
    public const string Gapped = "verb left out";

    /// <summary>Kind that the rule fixes, if it does.</summary>
    public ClaimKind? Kind { get; init; }

    /// <summary>Token of a subject that stands outside the content; -1 if it has none or the content holds it.</summary>
    public int SharedSubject { get; init; } = -1;
}

/// <summary>Certainty and polarity of a clause by its own words.</summary>
/// <param name="Value">On FactBank's scale, never uncommitted.</param>
/// <param name="Cues">The modals, adverbs and negations that say so, without plain negation.</param>
/// <param name="Rule">The rule.</param>
internal sealed record Commitment(Factuality Value, IReadOnlyList<TextSpan> Cues, string Rule);
