using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>Claims that one of two ledgers has and the other has not, by the item that they speak of.</summary>
/// <param name="Kind"><c>added</c>, <c>withdrawn</c> or <c>revised</c>.</param>
/// <param name="Item">Alias of the item.</param>
/// <param name="Name">Its statement.</param>
/// <param name="Aliases">Aliases as a reader knows them.</param>
/// <param name="Added">Ids of the claims that are new.</param>
/// <param name="Withdrawn">Ids of those that are gone.</param>
internal sealed record ClaimChange(string Kind, string Item, string Name, ImmutableArray<string> Aliases, ImmutableHashSet<ClaimKey> Added, ImmutableHashSet<ClaimKey> Withdrawn);

/// <summary>A claim by its content and place, which two ledgers share though their aliases may differ.</summary>
internal readonly record struct ClaimKey(string Id)
{
    public static ClaimKey Of(LedgerClaim claim) => new(claim.Claim.Id.Value);
}

/// <summary>
/// The crisis with any of the changes to its claims made: parameters, rung and flags as the ledger with just those claims gives them. Where claims came and
/// went, one ledger of both is the base; where claims only came, the later crisis is; where they only went, the earlier.
/// </summary>
internal sealed class ClaimChanges
{
    private const int Most = 40;
    private readonly Crisis _base;
    private readonly Ledger _ledger;
    private readonly Dictionary<ClaimKey, string> _aliases;
    private readonly ImmutableArray<ClaimChange> _idle;
    private readonly Dictionary<ulong, Crisis> _states = [];

    private ClaimChanges(Crisis @base, Ledger ledger, IEnumerable<ClaimChange> changes)
    {
        (_base, _ledger) = (@base, ledger);
        _aliases = ledger.Claims.GroupBy(ClaimKey.Of).ToDictionary(g => g.Key, g => g.First().Alias);
        var used = Used(@base);
        var all = changes.ToList();
        (Changes, _idle) = ([.. Merged(all.Where(c => used.Contains(c.Item)))], [.. all.Where(c => !used.Contains(c.Item))]);
    }

    /// <summary>Changes that may move something.</summary>
    public ImmutableArray<ClaimChange> Changes { get; }

    /// <summary>The changes between two sides; <see langword="null"/> where their claims cannot be brought into one ledger.</summary>
    public static ClaimChanges? Between(ComparisonSide then, ComparisonSide now)
    {
        var (before, after) = (then.Ledger.Claims.Select(ClaimKey.Of).ToHashSet(), now.Ledger.Claims.Select(ClaimKey.Of).ToHashSet());
        var (came, went) = (after.Except(before).ToHashSet(), before.Except(after).ToHashSet());
        if (Base(then, now, came.Count > 0, went.Count > 0) is not ({ } crisis, { } ledger)) return null;
        var names = now.Ledger.Claims.Concat(then.Ledger.Claims).GroupBy(ClaimKey.Of).ToDictionary(g => g.Key, g => g.First().Alias);
        var changes = ledger.Claims.Where(c => came.Contains(ClaimKey.Of(c)) || went.Contains(ClaimKey.Of(c))).GroupBy(c => c.Item, StringComparer.Ordinal)
            .Select(g => Change(g, ledger, came, went, names));
        return new ClaimChanges(crisis, ledger, changes);
    }

    /// <summary>The crisis with some of the changes made, a bit each; what moves nothing is as it is now.</summary>
    public Crisis With(ulong made)
    {
        if (_states.TryGetValue(made, out var known)) return known;
        var left = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Changes.Length; i++) Leave(Changes[i], (made >> i & 1) == 1, left);
        foreach (var change in _idle) Leave(change, isMade: true, left);
        return _states[made] = CrisisRevision.Without(_base, _ledger, left);
    }

    private void Leave(ClaimChange change, bool isMade, HashSet<string> left)
    {
        foreach (var key in isMade ? change.Withdrawn : change.Added)
            if (_aliases.TryGetValue(key, out var alias)) left.Add(alias);
    }

    private static (Crisis?, Ledger?) Base(ComparisonSide then, ComparisonSide now, bool came, bool went)
    {
        if (!went) return (now.Crisis, now.Ledger);
        if (!came) return (then.Crisis, then.Ledger);
        if (then.Crisis.Demand.Kind != now.Crisis.Demand.Kind || then.Crisis.Challenger.Name != now.Crisis.Challenger.Name || then.Crisis.Target.Name != now.Crisis.Target.Name) return default;
        var options = new LedgerOptions { AliasesSoFar = now.Ledger.Claims.GroupBy(c => c.Claim.Id).ToImmutableDictionary(g => g.Key, g => g.First().Alias), DocumentAliasesSoFar = now.Ledger.Documents.ToImmutableDictionary(d => d.Document.Id, d => d.Alias) };
        var both = LedgerBuilder.Build([.. now.Ledger.Documents.Concat(then.Ledger.Documents).DistinctBy(d => d.Document.Id).Select(d => d.Reading)], options);
        var proposal = CrisisProposal.Propose(both, new ProposalOptions { Challenger = now.Crisis.Challenger.Name, Target = now.Crisis.Target.Name, AsOf = now.Crisis.AsOf });
        return proposal is CrisisResult.Found found ? (found.Crisis, both) : default;
    }

    private static ClaimChange Change(IGrouping<string, LedgerClaim> item, Ledger ledger, HashSet<ClaimKey> came, HashSet<ClaimKey> went, Dictionary<ClaimKey, string> names)
    {
        var (added, withdrawn) = (item.Select(ClaimKey.Of).Where(came.Contains).ToImmutableHashSet(), item.Select(ClaimKey.Of).Where(went.Contains).ToImmutableHashSet());
        var kind = withdrawn.IsEmpty ? "added" : added.IsEmpty ? "withdrawn" : "revised";
        return new(kind, item.Key, ledger.Items.First(i => i.Alias == item.Key).Statement, [.. item.Select(ClaimKey.Of).Distinct().Select(k => names[k]).Order(StringComparer.Ordinal)], added, withdrawn);
    }

    private static HashSet<string> Used(Crisis crisis) =>
    [
        .. crisis.Uses.Where(u => u.Route is Route.State or Route.Move or Route.Parameter).Select(u => u.Item),
        .. crisis.Parameters.Where(p => !p.Evidence.IsDefault).SelectMany(p => p.Evidence).Select(e => e.Item),
    ];

    // Where very many items changed, those beyond the first are one change.
    private static IEnumerable<ClaimChange> Merged(IEnumerable<ClaimChange> changes)
    {
        var all = changes.OrderBy(c => c.Item, StringComparer.Ordinal).ToList();
        return all.Count <= Most ? all : [.. all.Take(Most - 1), Merge([.. all.Skip(Most - 1)])];
    }

    private static ClaimChange Merge(List<ClaimChange> changes) => new(KindOf(changes.Select(c => c.Kind)), "others", OthersName(changes.Count), [.. changes.SelectMany(c => c.Aliases)],
        [.. changes.SelectMany(c => c.Added)], [.. changes.SelectMany(c => c.Withdrawn)]);

    /// <summary>What many changes are together.</summary>
    public static string KindOf(IEnumerable<string> kinds) => kinds.Distinct().ToList() is [var only] ? only : "revised";

    /// <summary>What many items are called together.</summary>
    public static string OthersName(int count) => FormattableString.Invariant($"{count} further items");
}
