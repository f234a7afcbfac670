using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Claims;

/// <summary>Gathers the claims of all readings into a ledger.</summary>
public static class LedgerBuilder
{
    /// <summary>
    /// Aliases, items, origins and contradictions are settled over all claims; only then are claims withdrawn, so that a withdrawal changes
    /// no item but those that hold the claim. A document that occurs twice is taken once.
    /// </summary>
    public static Ledger Build(IReadOnlyList<Standoff.Reading.Claims.Reading> readings, LedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(readings);
        options ??= new LedgerOptions();
        var documents = Documents(readings, options);
        var outlets = Outlets(documents, options);
        var entries = Entries(documents, options, outlets);
        var groups = new Echoes(entries, outlets, options.Weights).Join(new ClaimGrouping(options.Weights).Group([.. entries.Select(e => e.Proposition)]));
        var drafts = Drafts(entries, groups, documents, options, outlets);
        var documentOf = entries.ToDictionary(e => e.Alias, e => e.Document.Alias);
        var claims = drafts.SelectMany(d => d.Claims.Select(c => new LedgerClaim(c.Claim, documentOf[c.Claim], c.Proposition.Claim, d.Alias, c.Origin))).OrderBy(c => Number(c.Alias)).ToImmutableArray();
        var contradictions = new ContradictionFinder(options.Weights).Find(drafts).ToImmutableArray();
        var full = new Ledger(documents, claims, Items(claims, documents, options, outlets), contradictions, []);
        return options.Withdrawn.IsDefaultOrEmpty ? full : Withdraw(full, options.Withdrawn, options);
    }

    /// <summary>The ledger without some claims; grouping, aliases and origins stay as they are.</summary>
    /// <param name="ledger">A ledger.</param>
    /// <param name="aliases">Claims, documents or items; unknown ones are passed over.</param>
    /// <param name="options">The options that the ledger was built with.</param>
    public static Ledger Withdraw(Ledger ledger, IReadOnlyCollection<string> aliases, LedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(aliases);
        options ??= new LedgerOptions();
        var gone = ledger.Claims.Where(c => aliases.Contains(c.Alias) || aliases.Contains(c.Document) || aliases.Contains(c.Item)).Select(c => c.Alias).ToHashSet();
        if (gone.Count == 0) return ledger;
        var claims = ledger.Claims.RemoveAll(c => gone.Contains(c.Alias));
        var touched = ledger.Claims.Where(c => gone.Contains(c.Alias)).Select(c => c.Item).ToHashSet();
        var again = Items([.. claims.Where(c => touched.Contains(c.Item))], ledger.Documents, options, Outlets(ledger.Documents, options)).ToDictionary(i => i.Alias);
        var items = ledger.Items.Select(i => touched.Contains(i.Alias) ? again.GetValueOrDefault(i.Alias) : i).OfType<LedgerItem>().ToImmutableArray();
        var left = items.Select(i => i.Alias).ToHashSet();
        return ledger with
        {
            Claims = claims,
            Items = items,
            Contradictions = ledger.Contradictions.RemoveAll(c => !left.Contains(c.First) || !left.Contains(c.Second)),
            Withdrawn = [.. ledger.Withdrawn.Concat(gone).Distinct().OrderBy(Number)],
        };
    }

    private static OutletNames Outlets(ImmutableArray<LedgerDocument> documents, LedgerOptions options) => new([.. documents.Select(d => d.Document)], options.Register);

    private static ImmutableArray<LedgerDocument> Documents(IReadOnlyList<Standoff.Reading.Claims.Reading> readings, LedgerOptions options)
    {
        var next = options.DocumentAliasesSoFar.Values.Select(Number).DefaultIfEmpty(0).Max() + 1;
        return
        [
            .. readings.DistinctBy(r => r.Document.Id)
                .Select(r => new LedgerDocument(options.DocumentAliasesSoFar.GetValueOrDefault(r.Document.Id) ?? Alias("s", next++, 1), r))
                .OrderBy(d => Number(d.Alias)),
        ];
    }

    // In an order that depends on content alone, so that the order of documents does not decide the grouping.
    private static List<LedgerEntry> Entries(ImmutableArray<LedgerDocument> documents, LedgerOptions options, OutletNames outlets)
    {
        var next = options.AliasesSoFar.Values.Select(Number).DefaultIfEmpty(0).Max() + 1;
        var entries = new List<LedgerEntry>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var claim in document.Reading.Claims)
            {
                var known = options.AliasesSoFar.GetValueOrDefault(claim.Id);
                entries.Add(new LedgerEntry(known is not null && taken.Add(known) ? known : Alias("c", next++, 3), document, new Proposition(outlets.Heard(claim))));
            }
        return
        [
            .. entries.OrderBy(e => e.Proposition.Claim.Exact, StringComparer.Ordinal)
                .ThenBy(e => e.Document.Document.Id.Value, StringComparer.Ordinal)
                .ThenBy(e => e.Proposition.Claim.Anchor.Span),
        ];
    }

    private static List<ItemDraft> Drafts(List<LedgerEntry> entries, int[] groups, ImmutableArray<LedgerDocument> documents, LedgerOptions options, OutletNames outlets)
    {
        var origins = new OriginFinder([.. documents.Select(d => d.Document)], options.Weights, options.Register, outlets);
        return
        [
            .. Enumerable.Range(0, entries.Count).GroupBy(i => groups[i], i => entries[i])
                .Select(g => Draft([.. g], origins))
                .OrderBy(d => Number(d.Alias)),
        ];
    }

    // An item takes the number of its first claim: stable when documents are added, and never reused.
    private static ItemDraft Draft(List<LedgerEntry> entries, OriginFinder origins)
    {
        var keys = origins.KeysOf([.. entries.Select(e => (e.Proposition.Claim, Shingles.Of(Passage(e))))]);
        var claims = entries.Select((e, i) => (e.Alias, e.Proposition, e.Document.Document, keys[i])).OrderBy(c => Number(c.Alias)).ToList();
        return new ItemDraft(Alias("i", Number(claims[0].Alias), 3), claims);
    }

    private static string Passage(LedgerEntry entry)
    {
        var (reading, claim) = (entry.Document.Reading, entry.Proposition.Claim);
        return claim.Sentence >= 0 && claim.Sentence < reading.Sentences.Length && reading.Sentences[claim.Sentence].Span is var span && span.End <= reading.Document.Text.Length
            ? span.Of(reading.Document.Text)
            : claim.Exact;
    }

    private static ImmutableArray<LedgerItem> Items(ImmutableArray<LedgerClaim> claims, ImmutableArray<LedgerDocument> documents, LedgerOptions options, OutletNames outlets)
    {
        var items = new ItemJudgement(documents, options, outlets);
        return [.. claims.GroupBy(c => c.Item).OrderBy(g => Number(g.Key)).Select(g => items.Judge(g.Key, [.. g]))];
    }

    private static string Alias(string kind, int number, int digits) =>
        kind + "-" + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static int Number(string alias) =>
        int.TryParse(alias.AsSpan(alias.IndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
