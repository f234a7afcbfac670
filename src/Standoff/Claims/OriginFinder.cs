using System.Collections.Frozen;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>
/// Says which claims of an item go back to the same origin. Each claim carries tokens of whom it rests on; claims that
/// share a token, or stand in passages that are one text, are one origin.
/// </summary>
internal sealed class OriginFinder
{
    private const string Hearsay = "hearsay";

    private readonly LedgerWeights _weights;
    private readonly SourceRegister _register;
    private readonly Dictionary<DocumentId, string[]> _voices = [];

    public OriginFinder(IReadOnlyList<Document> documents, LedgerWeights weights, SourceRegister register)
    {
        (_weights, _register) = (weights, register);
        var texts = documents.Select(d => Shingles.Of(d.Text)).ToList();
        for (var i = 0; i < documents.Count; i++) _voices[documents[i].Id] = [.. VoiceOf(documents, texts, i)];
    }

    /// <summary>The origin key of each claim of one item, in their order.</summary>
    public string[] KeysOf(IReadOnlyList<(Claim Claim, FrozenSet<ulong> Passage)> claims)
    {
        var tokens = claims.Select(c => TokensOf(c.Claim)).ToList();
        var same = new Partition(claims.Count);
        for (var i = 0; i < claims.Count; i++)
            for (var j = 0; j < i; j++)
                if (tokens[i].Intersect(tokens[j]).Any() || AreCopies(claims[i], claims[j])) same.Union(i, j);
        AttachHearsay(tokens, same);
        return [.. Enumerable.Range(0, claims.Count).Select(i => Key(tokens, same, i))];
    }

    /// <summary>Whom a claim rests on, as a reader would call it.</summary>
    public static string NameOf(Claim claim, Document document)
    {
        var vouchers = SpeechAct.VouchersOf(claim);
        if (vouchers.IsEmpty && SpeechAct.IsNarrated(claim)) return claim.Sources[^1].Name;
        var names = vouchers.Select(s => s.Name.Length > 0 ? s.Name : "unnamed").ToList();
        if (names.Count == 0 || vouchers[0].Kind == SourceKind.Anonymous) names.Insert(0, document.Outlet ?? document.Author ?? document.Name);
        return string.Join(" ▸ ", names);
    }

    // In one document, a content inside another is the same telling; between documents, much the same sentence is.
    private bool AreCopies((Claim Claim, FrozenSet<ulong> Passage) a, (Claim Claim, FrozenSet<ulong> Passage) b) =>
        a.Claim.Anchor.Document == b.Claim.Anchor.Document
            ? a.Claim.Anchor.Span.Overlaps(b.Claim.Anchor.Span)
            : Shingles.ArePassageCopies(a.Passage, b.Passage, _weights["duplicate.passage"], _weights);

    private static string Key(List<string[]> tokens, Partition same, int i) =>
        Enumerable.Range(0, tokens.Count).Where(j => same.Find(j) == same.Find(i)).SelectMany(j => tokens[j]).Min(StringComparer.Ordinal)!;

    // A bare "reportedly" may repeat any of the others; it never counts beside one.
    private static void AttachHearsay(List<string[]> tokens, Partition same)
    {
        var other = Enumerable.Range(0, tokens.Count).Where(i => !tokens[i].Contains(Hearsay))
            .OrderBy(i => tokens[i].Min(StringComparer.Ordinal), StringComparer.Ordinal).Cast<int?>().FirstOrDefault();
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Contains(Hearsay) && (other ?? Array.FindIndex([.. tokens], t => t.Contains(Hearsay))) is var first and >= 0) same.Union(i, first);
    }

    private string[] TokensOf(Claim claim)
    {
        var vouchers = SpeechAct.VouchersOf(claim);
        if (vouchers.IsEmpty) return SpeechAct.IsNarrated(claim) ? [NameToken(claim.Sources[^1])] : _voices[claim.Anchor.Document];
        var innermost = vouchers[^1];
        if (innermost.Kind != SourceKind.Anonymous) return [NameToken(innermost)];
        for (var i = vouchers.Length - 2; i >= 0; i--)
            if (vouchers[i].Kind != SourceKind.Anonymous) return [NameToken(vouchers[i])];
        return innermost.Name.Length == 0 ? [Hearsay, .. _voices[claim.Anchor.Document]] : _voices[claim.Anchor.Document];
    }

    private string NameToken(Source source) =>
        (source.Kind == SourceKind.Outlet ? "outlet:" : "name:") + Names.Fold(_register.Find(source.Name)?.Name ?? source.Name);

    private IEnumerable<string> VoiceOf(IReadOnlyList<Document> documents, List<FrozenSet<ulong>> texts, int i)
    {
        var document = documents[i];
        yield return "text:" + document.Id.Short;
        if (document.Author is { Length: > 0 } author) yield return "author:" + Names.Fold(author);
        if (document.Outlet is { Length: > 0 } outlet) yield return "outlet:" + Names.Fold(_register.Find(outlet)?.Name ?? outlet);
        if (AgencyOf(document.Text) is { } agency) yield return "outlet:" + Names.Fold(agency);
        for (var j = 0; j < documents.Count; j++)
            if (j != i && Shingles.AreDocumentCopies(texts[i], texts[j], _weights)) yield return "text:" + documents[j].Id.Short;
    }

    // An agency's credit stands in brackets, or before a dash, near the top: "CARACAS (Reuters) -".
    private string? AgencyOf(string text)
    {
        var top = text[..Math.Min(text.Length, (int)_weights["agency.top"])];
        foreach (var agency in _register.Sources.Where(s => s.IsAgency))
            foreach (var name in agency.Aliases.Prepend(agency.Name))
                if (top.Contains($"({name})", StringComparison.Ordinal) || top.Contains($"/{name}/", StringComparison.Ordinal)) return agency.Name;
        return null;
    }
}
