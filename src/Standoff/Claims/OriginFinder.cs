using System.Collections.Frozen;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>
/// Says which claims of an item go back to the same origin. Each claim carries tokens of whom it rests on; claims that
/// share a token, or stand in passages that are one text, are one origin. Who names the outlet of another document of the ledger repeats
/// that document, and rests on whatever it rests on.
/// </summary>
internal sealed class OriginFinder
{
    private const string Hearsay = "hearsay";

    // The order in which the tokens of one origin give it its key: whoever said it before whoever printed it.
    private static readonly string[] Ranks = ["name:", "author:", Hearsay, "outlet:", "text:"];

    private readonly LedgerWeights _weights;
    private readonly SourceRegister _register;
    private readonly OutletNames _outlets;
    private readonly Dictionary<DocumentId, string[]> _voices = [];

    public OriginFinder(IReadOnlyList<Document> documents, LedgerWeights weights, SourceRegister register, OutletNames outlets)
    {
        (_weights, _register, _outlets) = (weights, register, outlets);
        var texts = documents.Select(d => Shingles.Of(d.Text)).ToList();
        for (var i = 0; i < documents.Count; i++) _voices[documents[i].Id] = [.. VoiceOf(documents, texts, i)];
    }

    /// <summary>The origin key of each claim of one item, in their order.</summary>
    public string[] KeysOf(IReadOnlyList<(Claim Claim, FrozenSet<ulong> Passage)> claims)
    {
        var echoed = claims.Select(c => _outlets.EchoedBy(c.Claim)).ToList();
        var tokens = claims.Select((c, i) => TokensOf(c.Claim, echoed[i])).ToList();
        var same = new Partition(claims.Count);
        AttachEchoes(claims, echoed, tokens, same);
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
        Enumerable.Range(0, tokens.Count).Where(j => same.Find(j) == same.Find(i)).SelectMany(j => tokens[j]).OrderBy(RankOf).ThenBy(t => t, StringComparer.Ordinal).First();

    private static int RankOf(string token) => Array.FindIndex(Ranks, r => token.StartsWith(r, StringComparison.Ordinal));

    // What a paper has from another whose own words are here is no more than those words, whomever they cite.
    private void AttachEchoes(IReadOnlyList<(Claim Claim, FrozenSet<ulong> Passage)> claims, List<string?> echoed, List<string[]> tokens, Partition same)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (echoed[i] is not { } outlet) continue;
            var told = Enumerable.Range(0, claims.Count).Where(j => echoed[j] is null && _outlets.Of(claims[j].Claim.Anchor.Document) == outlet)
                .OrderBy(j => Key(tokens, new Partition(claims.Count), j), StringComparer.Ordinal).Cast<int?>().FirstOrDefault();
            if (told is not { } first) continue;
            tokens[i] = tokens[first];
            same.Union(i, first);
        }
    }

    // A bare "reportedly" may repeat any of the others; it never counts beside one.
    private static void AttachHearsay(List<string[]> tokens, Partition same)
    {
        var other = Enumerable.Range(0, tokens.Count).Where(i => !tokens[i].Contains(Hearsay))
            .OrderBy(i => tokens[i].Min(StringComparer.Ordinal), StringComparer.Ordinal).Cast<int?>().FirstOrDefault();
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Contains(Hearsay) && (other ?? Array.FindIndex([.. tokens], t => t.Contains(Hearsay))) is var first and >= 0) same.Union(i, first);
    }

    private string[] TokensOf(Claim claim, string? echoed)
    {
        var vouchers = SpeechAct.VouchersOf(claim);
        if (echoed is { } outlet) return [.. Done(claim), .. _outlets.Documents(outlet).Select(d => _voices[d]).Aggregate((a, b) => [.. a.Intersect(b)])];
        if (vouchers.IsEmpty) return [.. Done(claim), .. _voices[claim.Anchor.Document]];
        var innermost = vouchers[^1];
        if (innermost.Kind != SourceKind.Anonymous) return [NameToken(innermost, claim)];
        for (var i = vouchers.Length - 2; i >= 0; i--)
            if (vouchers[i].Kind != SourceKind.Anonymous) return [NameToken(vouchers[i], claim)];
        return innermost.Name.Length == 0 ? [Hearsay, .. _voices[claim.Anchor.Document]] : _voices[claim.Anchor.Document];
    }

    // Whoever tells of what somebody said in public has it from him.
    private string[] Done(Claim claim) => SpeechAct.IsNarrated(claim) ? [NameToken(claim.Sources[^1], claim)] : [];

    private string NameToken(Source source, Claim claim)
    {
        var name = Names.Fold(_register.Find(source.Name)?.Name ?? source.Name);
        return source.Kind == SourceKind.Outlet || _outlets.Of(source, claim.Anchor.Document) is not null ? "outlet:" + (_outlets.Of(source, claim.Anchor.Document) ?? name) : "name:" + name;
    }

    private IEnumerable<string> VoiceOf(IReadOnlyList<Document> documents, List<FrozenSet<ulong>> texts, int i)
    {
        var document = documents[i];
        yield return "text:" + document.Id.Short;
        if (document.Author is { Length: > 0 } author) yield return "author:" + Names.Fold(author);
        if (_outlets.Of(document.Id) is { } outlet) yield return "outlet:" + outlet;
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
