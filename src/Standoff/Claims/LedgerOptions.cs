using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>What may be set for a ledger.</summary>
public sealed record LedgerOptions
{
    /// <summary>Aliases left out: claims (<c>c-017</c>), whole documents (<c>s-2</c>) or items (<c>i-004</c>).</summary>
    public ImmutableArray<string> Withdrawn { get; init; } = [];

    /// <summary>Claims that the case has named before; their aliases stay.</summary>
    public ImmutableDictionary<ClaimId, string> AliasesSoFar { get; init; } = ImmutableDictionary<ClaimId, string>.Empty;

    /// <summary>Documents that the case has named before; their aliases stay.</summary>
    public ImmutableDictionary<DocumentId, string> DocumentAliasesSoFar { get; init; } = ImmutableDictionary<DocumentId, string>.Empty;

    /// <summary>How reliable named sources are.</summary>
    public SourceRegister Register { get; init; } = SourceRegister.Shipped;

    /// <summary>The weights of belief and grouping.</summary>
    public LedgerWeights Weights { get; init; } = LedgerWeights.Shipped;

    /// <summary>Options under which claims and documents of a ledger keep its aliases.</summary>
    /// <param name="ledger">The ledger that named them.</param>
    public static LedgerOptions Keeping(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new()
        {
            AliasesSoFar = ledger.Claims.DistinctBy(c => c.Claim.Id).ToImmutableDictionary(c => c.Claim.Id, c => c.Alias),
            DocumentAliasesSoFar = ledger.Documents.ToImmutableDictionary(d => d.Document.Id, d => d.Alias),
        };
    }
}
