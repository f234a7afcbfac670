using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Claims;

/// <summary>The outlets of a ledger's documents, and which of them a source is, whatever the reader took it for.</summary>
internal sealed class OutletNames
{
    private readonly Dictionary<DocumentId, string> _of = [];
    private readonly ILookup<string, DocumentId> _documents;
    private readonly HashSet<string> _speakers = new(StringComparer.Ordinal);

    public OutletNames(IReadOnlyList<Document> documents, SourceRegister register)
    {
        Register = register;
        foreach (var document in documents)
        {
            if (document.Outlet is not { Length: > 0 } outlet) continue;
            _of[document.Id] = Folded(outlet);
            if (document.Genre is Genre.Official or Genre.Social) _speakers.Add(Folded(outlet));
        }
        _documents = _of.ToLookup(o => o.Value, o => o.Key);
    }

    private SourceRegister Register { get; }

    /// <summary>Folded name of a document's outlet; <see langword="null"/> where it is not known.</summary>
    public string? Of(DocumentId document) => _of.GetValueOrDefault(document);

    /// <summary>The documents of an outlet.</summary>
    public IEnumerable<DocumentId> Documents(string outlet) => _documents[outlet];

    /// <summary>The outlet that a source in a document is; <see langword="null"/> if none of the ledger's.</summary>
    public string? Of(Source source, DocumentId document)
    {
        if (source.Name.Length == 0) return null;
        var name = Folded(source.Name);
        return _documents.Contains(name) ? name : source.Kind is SourceKind.Anonymous or SourceKind.Outlet ? Shortened(name, document) : null;
    }

    /// <summary>A claim with sources that go by the name of a newsroom of the ledger taken for that newsroom, and not for a person.</summary>
    public Claim Heard(Claim claim) => claim.Sources.Any(s => IsNewsroom(s, claim))
        ? claim with { Sources = [.. claim.Sources.Select(s => IsNewsroom(s, claim) ? s with { Kind = SourceKind.Outlet } : s)] }
        : claim;

    /// <summary>The outlet of another document whose words a claim repeats, with nobody named behind it; <see langword="null"/> if none.</summary>
    public string? EchoedBy(Claim claim)
    {
        var vouchers = SpeechAct.VouchersOf(claim);
        ImmutableArray<string?> named = [.. vouchers.Select(v => Of(v, claim.Anchor.Document))];
        var at = named.Length - 1;
        while (at >= 0 && named[at] is null) at--;
        return at >= 0 && named[at] != Of(claim.Anchor.Document) && vouchers[(at + 1)..].All(v => v.Kind == SourceKind.Anonymous) ? named[at] : null;
    }

    // "The wire said": the one outlet whose name ends so, a paper's own before any other.
    private string? Shortened(string name, DocumentId document)
    {
        var fitting = _documents.Select(d => d.Key).Where(o => Names.SameFolded(o, name)).ToList();
        return Of(document) is { } own && fitting.Contains(own) ? own : fitting.Count == 1 ? fitting[0] : null;
    }

    private bool IsNewsroom(Source source, Claim claim) => source.Kind == SourceKind.Person && Of(source, claim.Anchor.Document) is { } outlet && !_speakers.Contains(outlet);

    private string Folded(string outlet) => Names.Fold(Register.Find(outlet)?.Name ?? outlet);
}
