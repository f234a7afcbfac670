using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Briefs;

/// <summary>Gathers what the links lead to: claims and the sentences around them.</summary>
internal static class TraceWriter
{
    public static ImmutableArray<TracedClaim> Claims(BriefMaterial material) => [.. material.Ledger.Claims.Select(c => Claim(c, material))];

    public static ImmutableArray<TracedDocument> Documents(BriefMaterial material) => [.. material.Ledger.Documents.Select(d => Document(d, material))];

    private static TracedClaim Claim(LedgerClaim entry, BriefMaterial material)
    {
        var (claim, item, use) = (entry.Claim, material.Item(entry.Item), material.Use(entry.Item));
        return new TracedClaim(
            entry.Alias,
            claim.Exact,
            string.Join(" ▸ ", claim.Sources.Select(s => s.Name.Length > 0 ? s.Name : "unnamed")),
            claim.Sources.IsEmpty ? BriefMaterial.CommitmentName(claim.Factuality) : $"author {BriefMaterial.CommitmentName(claim.Factuality)}, source {BriefMaterial.CommitmentName(claim.SourceFactuality)}",
            claim.Kind.ToString().ToLowerInvariant(),
            entry.Document,
            material.SentenceOf(entry),
            claim.Anchor.Span,
            entry.Item,
            item?.Grade.ToString() ?? "",
            item?.Origins.FirstOrDefault(o => o.Claims.Contains(entry.Alias))?.Name ?? entry.Origin,
            claim.Time?.Value ?? "",
            use?.Reason ?? "No route was proposed for it.",
            use is { Route: not Route.None });
    }

    private static TracedDocument Document(LedgerDocument document, BriefMaterial material)
    {
        var claims = material.Ledger.Claims.Where(c => c.Document == document.Alias).ToList();
        var shown = Shown(document.Reading.Sentences, [.. claims.Select(c => c.Claim.Sentence)], material.Options.Embed);
        var quoted = ImmutableArray.CreateBuilder<QuotedSentence>(shown.Count);
        var before = -1;
        foreach (var index in shown)
        {
            quoted.Add(Quote(document, index, claims, before != index - 1));
            before = index;
        }
        return new TracedDocument(document.Alias, BriefMaterial.Title(document), Provenance(document.Document), document.Document.Id.Value, quoted.ToImmutable(), document.Reading.Sentences.Length - shown.Count);
    }

    private static List<int> Shown(ImmutableArray<ReadSentence> sentences, HashSet<int> withClaims, EmbedSource embed) => embed switch
    {
        EmbedSource.Full => [.. Enumerable.Range(0, sentences.Length)],
        EmbedSource.None => [],
        _ => [.. Enumerable.Range(0, sentences.Length).Where(i => sentences[i].Status == SentenceStatus.Unread || withClaims.Contains(i) || withClaims.Contains(i - 1) || withClaims.Contains(i + 1))],
    };

    private static QuotedSentence Quote(LedgerDocument document, int index, List<LedgerClaim> claims, bool followsGap)
    {
        var sentence = document.Reading.Sentences[index];
        var span = sentence.Span;
        ImmutableArray<ClaimMark> marks = [.. claims.Where(c => c.Claim.Sentence == index)
            .Select(c => new ClaimMark(Math.Max(0, c.Claim.Anchor.Span.Start - span.Start), Math.Min(span.Length, c.Claim.Anchor.Span.End - span.Start), c.Alias))
            .OrderBy(m => m.Start).ThenByDescending(m => m.End).ThenBy(m => m.Claim, StringComparer.Ordinal)];
        return new QuotedSentence(BriefMaterial.SentenceId(document, sentence), span.Start, span.Of(document.Document.Text), sentence.Status, marks, followsGap);
    }

    private static string Provenance(Document document)
    {
        string?[] parts = [document.Outlet, document.Author, BriefMaterial.GenreName(document.Genre), document.Date is { } day ? NumberText.Day(day) : "date not known"];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
