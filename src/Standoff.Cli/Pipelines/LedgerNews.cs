using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Cli.Pipelines;

/// <summary>What a ledger has that the one before it had not.</summary>
/// <param name="Documents">New documents.</param>
/// <param name="Claims">Aliases of new claims.</param>
/// <param name="Contradictions">New contradictions.</param>
internal sealed record LedgerNews(ImmutableArray<LedgerDocument> Documents, ImmutableArray<string> Claims, ImmutableArray<Contradiction> Contradictions)
{
    /// <summary>The news of a ledger against an earlier one.</summary>
    public static LedgerNews Of(Ledger now, Ledger before)
    {
        var documents = before.Documents.Select(d => d.Alias).ToHashSet();
        var claims = before.Claims.Select(c => c.Alias).ToHashSet();
        var clashes = before.Contradictions.Select(c => (c.First, c.Second)).ToHashSet();
        return new LedgerNews(
            [.. now.Documents.Where(d => !documents.Contains(d.Alias))],
            [.. now.Claims.Select(c => c.Alias).Where(a => !claims.Contains(a))],
            [.. now.Contradictions.Where(c => !clashes.Contains((c.First, c.Second)))]);
    }
}
