using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Claims that one of two ledgers has and the other has not, by the item that they speak of.</summary>
/// <param name="Kind"><c>added</c>, <c>withdrawn</c> or <c>revised</c>.</param>
/// <param name="Item">Alias of the item.</param>
/// <param name="Name">Text of the first of the claims.</param>
/// <param name="Aliases">Aliases as a reader knows them.</param>
/// <param name="Added">Claims that are new.</param>
/// <param name="Withdrawn">Those that are gone.</param>
internal sealed record ClaimChange(string Kind, string Item, string Name, ImmutableArray<string> Aliases, ImmutableHashSet<ClaimKey> Added, ImmutableHashSet<ClaimKey> Withdrawn);

/// <summary>Ledgers between two: with any of the changes to their claims made. A document stands in one as long as a claim of it does.</summary>
internal sealed class ClaimChanges
{
    private const int Most = 40;
    private readonly Ledger _then;
    private readonly Ledger _now;
    private readonly ClaimKeys _keys;
    private readonly Dictionary<ClaimKey, LedgerClaim> _before;
    private readonly Dictionary<ClaimKey, LedgerClaim> _after;
    private readonly LedgerOptions _options;

    /// <summary>The changes between two sides. Those that no use of either side rests on are the last one.</summary>
    public ClaimChanges(ComparisonSide then, ComparisonSide now)
    {
        (_then, _now, _keys) = (then.Ledger, now.Ledger, new ClaimKeys(then.Ledger, now.Ledger));
        (_before, _after) = (_keys.Of(_then), _keys.Of(_now));
        _options = LedgerOptions.Keeping(_now);
        var (used, idle) = (new List<ClaimChange>(), new List<ClaimChange>());
        var (usedThen, usedNow) = (Used(then.Crisis, _then), Used(now.Crisis, _now));
        foreach (var change in Found())
            (change.Added.Any(k => usedNow.Contains(_after[k].Alias)) || change.Withdrawn.Any(k => usedThen.Contains(_before[k].Alias)) ? used : idle).Add(change);
        HasIdle = idle.Count > 0 && (used.Count > 0 || idle.Count > 1);
        Changes = [.. Merged(used), .. idle.Count > 0 ? [idle.Count == 1 ? idle[0] : Merge(idle)] : ImmutableArray<ClaimChange>.Empty];
    }

    /// <summary>What changed, an item each.</summary>
    public ImmutableArray<ClaimChange> Changes { get; private set; }

    /// <summary>Whether the last change is of claims that no use rests on.</summary>
    public bool HasIdle { get; private set; }

    /// <summary>All changes, a bit each.</summary>
    public ulong All => Changes.Length == 0 ? 0 : ulong.MaxValue >> (64 - Changes.Length);

    /// <summary>Leaves the idle change out of the count: it goes with all others.</summary>
    public void PassOverIdle() => (Changes, HasIdle) = (Changes[..^1], false);

    /// <summary>The ledger with some of the changes made, a bit each.</summary>
    public Ledger With(ulong made)
    {
        var kept = _after.Keys.Where(_before.ContainsKey).Concat(_after.Keys.Where(k => !_before.ContainsKey(k))).ToHashSet();
        var back = new HashSet<ClaimKey>();
        for (var i = 0; i < Changes.Length; i++)
        {
            if ((made >> i & 1) == 1) continue;
            kept.ExceptWith(Changes[i].Added);
            back.UnionWith(Changes[i].Withdrawn);
        }
        var shared = _then.Documents.Select(d => _keys.Latest(d.Document.Id)).ToHashSet();
        var later = Readings(_now, _after.Where(c => kept.Contains(c.Key)).Select(c => c.Value), d => shared.Contains(d.Document.Id));
        return LedgerBuilder.Build([.. later, .. Readings(_then, _before.Where(c => back.Contains(c.Key)).Select(c => c.Value), _ => false).Select(r => Joined(r, later)).OfType<Standoff.Reading.Claims.Reading>()], _options);
    }

    // What is gone from a document that both have goes back into a reading of its own, which shares the document's date, outlet and origin.
    private static Standoff.Reading.Claims.Reading? Joined(Standoff.Reading.Claims.Reading reading, List<Standoff.Reading.Claims.Reading> later)
    {
        var at = later.FindIndex(r => r.Document.Id == reading.Document.Id);
        if (at < 0) return reading;
        later[at] = later[at] with { Claims = [.. later[at].Claims.Concat(reading.Claims).DistinctBy(c => c.Id).OrderBy(c => c.Anchor.Span)] };
        return null;
    }

    private static List<Standoff.Reading.Claims.Reading> Readings(Ledger ledger, IEnumerable<LedgerClaim> claims, Func<LedgerDocument, bool> stays)
    {
        var left = claims.ToLookup(c => c.Document, c => c.Claim, StringComparer.Ordinal);
        return [.. ledger.Documents.Where(d => left.Contains(d.Alias) || stays(d)).Select(d => d.Reading with { Claims = [.. left[d.Alias].OrderBy(c => c.Anchor.Span)] })];
    }

    private IEnumerable<ClaimChange> Found()
    {
        var (came, went) = (_after.Keys.Where(k => !_before.ContainsKey(k)).ToHashSet(), _before.Keys.Where(k => !_after.ContainsKey(k)).ToHashSet());
        var items = ItemsOf(came.Concat(went));
        return came.Concat(went).GroupBy(k => items[k], StringComparer.Ordinal).Select(g => Change([.. g.Where(came.Contains)], [.. g.Where(went.Contains)])).OrderBy(c => c.Item, StringComparer.Ordinal).ThenBy(c => c.Kind, StringComparer.Ordinal);
    }

    // Of one ledger the items are its own; where claims came and went, they are those of a ledger with all of them.
    private Dictionary<ClaimKey, string> ItemsOf(IEnumerable<ClaimKey> changed)
    {
        var keys = changed.ToList();
        if (keys.TrueForAll(_after.ContainsKey)) return keys.ToDictionary(k => k, k => _after[k].Item);
        if (keys.TrueForAll(_before.ContainsKey)) return keys.ToDictionary(k => k, k => _before[k].Item);
        var both = LedgerBuilder.Build([.. Readings(_now, _now.Claims, _ => true).Concat(Readings(_then, _then.Claims, _ => true)).GroupBy(r => r.Document.Id)
            .Select(g => g.First() with { Claims = [.. g.SelectMany(r => r.Claims).DistinctBy(c => c.Id).OrderBy(c => c.Anchor.Span)] })], _options);
        var items = both.Claims.DistinctBy(c => c.Claim.Id).ToDictionary(c => c.Claim.Id, c => c.Item);
        return keys.ToDictionary(k => k, k => items[Find(k).Claim.Id]);
    }

    private LedgerClaim Find(ClaimKey key) => _after.GetValueOrDefault(key) ?? _before[key];

    private ClaimChange Change(ImmutableHashSet<ClaimKey> added, ImmutableHashSet<ClaimKey> withdrawn)
    {
        var kind = withdrawn.IsEmpty ? "added" : added.IsEmpty ? "withdrawn" : "revised";
        var claims = added.Select(k => _after[k]).OrderBy(c => c.Alias, StringComparer.Ordinal).Concat(withdrawn.Select(k => _before[k]).OrderBy(c => c.Alias, StringComparer.Ordinal)).ToList();
        return new(kind, claims[0].Item, claims[0].Claim.Exact, [.. claims.Select(c => c.Alias).Distinct(StringComparer.Ordinal)], added, withdrawn);
    }

    private static HashSet<string> Used(Crisis crisis, Ledger ledger)
    {
        var items = crisis.Uses.Where(u => u.Route is not (Route.None or Route.Check)).Select(u => u.Item).Concat(crisis.Parameters.Where(p => !p.Evidence.IsDefault).SelectMany(p => p.Evidence).Select(e => e.Item)).ToHashSet(StringComparer.Ordinal);
        return [.. ledger.Items.Where(i => items.Contains(i.Alias)).SelectMany(i => i.Claims), .. crisis.Demand.Claims.IsDefault ? [] : crisis.Demand.Claims, .. crisis.Present.Claims, .. crisis.ThirdParties.SelectMany(t => t.Claims)];
    }

    // Where very many items changed, those beyond the first are one change.
    private static IEnumerable<ClaimChange> Merged(List<ClaimChange> all) => all.Count <= Most ? all : [.. all.Take(Most - 1), Merge([.. all.Skip(Most - 1)])];

    private static ClaimChange Merge(List<ClaimChange> changes) => new(KindOf(changes.Select(c => c.Kind)), "others", OthersName(changes.Count), [.. changes.SelectMany(c => c.Aliases)],
        [.. changes.SelectMany(c => c.Added)], [.. changes.SelectMany(c => c.Withdrawn)]);

    /// <summary>What many changes are together.</summary>
    public static string KindOf(IEnumerable<string> kinds) => kinds.Distinct().ToList() is [var only] ? only : "revised";

    /// <summary>What many items are called together.</summary>
    public static string OthersName(int count) => FormattableString.Invariant($"{count} further items");
}
