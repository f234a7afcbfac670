using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Forecasts;

/// <summary>A claim by its words and its document, which two ledgers share though their aliases, or the version of the document, may differ.</summary>
/// <param name="Document">The document, or the later version of it.</param>
/// <param name="Words">What is claimed, by whom, how firmly, of when.</param>
/// <param name="Turn">Which of the claims of the document that read the same.</param>
internal readonly record struct ClaimKey(DocumentId Document, string Words, int Turn);

/// <summary>Keys of the claims of two ledgers. A document that one of them has in another version counts as the same, so that what was not rewritten has not changed.</summary>
internal sealed class ClaimKeys
{
    // Of two versions of a text most sentences are the same; two reports of one event share few.
    private const double SameText = 0.5;

    private readonly Dictionary<DocumentId, DocumentId> _versions;

    public ClaimKeys(Ledger then, Ledger now) => _versions = Versions(then, now);

    /// <summary>The claims of a ledger, those that were withdrawn left out.</summary>
    public Dictionary<ClaimKey, LedgerClaim> Of(Ledger ledger)
    {
        var documents = ledger.Documents.ToDictionary(d => d.Alias, d => d.Document.Id);
        var turns = new Dictionary<ClaimKey, int>();
        var keys = new Dictionary<ClaimKey, LedgerClaim>();
        foreach (var claim in ledger.Claims.OrderBy(c => c.Document, StringComparer.Ordinal).ThenBy(c => c.Claim.Anchor.Span))
        {
            var first = new ClaimKey(Latest(documents[claim.Document]), WordsOf(claim.Claim), 0);
            turns[first] = turns.GetValueOrDefault(first) + 1;
            keys[first with { Turn = turns[first] }] = claim;
        }
        return keys;
    }

    /// <summary>The later version of a document; itself where there is none.</summary>
    public DocumentId Latest(DocumentId document) => _versions.GetValueOrDefault(document, document);

    private static string WordsOf(Claim claim) =>
        string.Join('\u001f', claim.Exact, claim.Kind, claim.Factuality, claim.SourceFactuality, claim.Time?.Value, string.Join('\u001e', claim.Sources.Select(s => s.Name)));

    // Each document that only the earlier ledger has goes with the one of the later that shares most of its sentences.
    private static Dictionary<DocumentId, DocumentId> Versions(Ledger then, Ledger now)
    {
        var (before, after) = (then.Documents.Select(d => d.Document.Id).ToHashSet(), now.Documents.Select(d => d.Document.Id).ToHashSet());
        var fresh = now.Documents.Where(d => !before.Contains(d.Document.Id)).Select(d => (d.Document.Id, Sentences: Sentences(d))).ToList();
        var pairs = from gone in then.Documents
                    where !after.Contains(gone.Document.Id)
                    let sentences = Sentences(gone)
                    from other in fresh
                    let shared = (double)sentences.Intersect(other.Sentences).Count / Math.Max(1, Math.Min(sentences.Count, other.Sentences.Count))
                    where shared > SameText
                    orderby shared descending, gone.Document.Id.Value, other.Id.Value
                    select (Gone: gone.Document.Id, other.Id);
        var (versions, taken) = (new Dictionary<DocumentId, DocumentId>(), new HashSet<DocumentId>());
        foreach (var (gone, other) in pairs)
            if (!versions.ContainsKey(gone) && taken.Add(other)) versions[gone] = other;
        return versions;
    }

    private static ImmutableHashSet<string> Sentences(LedgerDocument document) => [.. document.Reading.Sentences.Select(s => s.Span.Of(document.Document.Text).Trim())];
}
