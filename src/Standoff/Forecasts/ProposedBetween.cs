using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>The crisis that the claims give, with any of the changes between two ledgers made; at either end that of its own ledger.</summary>
internal sealed class ProposedBetween
{
    private readonly ComparisonSide _then;
    private readonly ComparisonSide _now;
    private readonly ClaimChanges _claims;
    private readonly bool _named;
    private readonly Crisis _first;
    private readonly Crisis _last;
    private readonly Dictionary<(ulong Made, bool SidesNow, bool TimeNow), Crisis> _known = [];

    /// <summary>The crises between two sides.</summary>
    public ProposedBetween(ComparisonSide then, ComparisonSide now)
    {
        (_then, _now) = (then, now);
        HasOtherSides = then.Crisis.Challenger.Name != now.Crisis.Challenger.Name || then.Crisis.Target.Name != now.Crisis.Target.Name;
        _claims = new ClaimChanges(then, now);
        (_named, _first, _last) = Ends();
        if (_claims.HasIdle && IsIdle(1UL << (_claims.Changes.Length - 1))) _claims.PassOverIdle();
        _known.Clear();
    }

    /// <summary>Changes to claims that may move something.</summary>
    public ImmutableArray<ClaimChange> Changes => _claims.Changes;

    /// <summary>Whether the two have other sides.</summary>
    public bool HasOtherSides { get; }

    /// <summary>Whether the earlier crisis has a piece otherwise than its claims give it.</summary>
    public bool IsSetThen(CrisisPiece piece) => !piece.Same(_then.Crisis, _first);

    /// <summary>Whether the later crisis has.</summary>
    public bool IsSetNow(CrisisPiece piece) => !piece.Same(_now.Crisis, _last);

    /// <summary>Whether either has.</summary>
    public bool IsSet(CrisisPiece piece) => IsSetThen(piece) || IsSetNow(piece);

    /// <summary>Whether a piece that was set is not set alike in both.</summary>
    public bool Differs(CrisisPiece piece) => !(IsSetThen(piece) && IsSetNow(piece) && piece.Same(_then.Crisis, _now.Crisis));

    /// <summary>The crisis with some of the changes made, a bit each, on the sides and on the day of then or now.</summary>
    public Crisis At(ulong made, bool sidesNow, bool timeNow)
    {
        // Claims that came are read on the day on which they were there to be read; with no change to claims the day alone tells then from now.
        var isLast = made == _claims.All && (timeNow || made != 0) && (sidesNow || !HasOtherSides);
        if (isLast) return _last;
        if (made == 0 && (!timeNow || _claims.All != 0) && !(sidesNow && HasOtherSides)) return _first;
        return _known.TryGetValue((made, sidesNow, timeNow), out var known) ? known : _known[(made, sidesNow, timeNow)] = Proposed(_claims.With(made), sidesNow ? _now : _then, _now.Crisis.AsOf, _named);
    }

    // Whether the sides were named or found is not recorded; the way that gives more of the two crises is taken to be it.
    private (bool Named, Crisis First, Crisis Last) Ends()
    {
        var named = (Named: true, First: Own(_then, named: true), Last: Own(_now, named: true));
        if (Set(named.First, named.Last) == 0) return named;
        var found = (Named: false, First: Own(_then, named: false), Last: Own(_now, named: false));
        return Set(found.First, found.Last) < Set(named.First, named.Last) ? found : named;
    }

    private int Set(Crisis first, Crisis last) => CrisisPiece.Of(_now.Crisis).Sum(p => (p.Same(_then.Crisis, first) ? 0 : 1) + (p.Same(_now.Crisis, last) ? 0 : 1));

    // As the program proposes it: with claims left out, sides, demand and classes come from all of them.
    private static Crisis Own(ComparisonSide side, bool named)
    {
        if (side.Ledger.Withdrawn.IsEmpty) return Proposed(side.Ledger, side, side.Crisis.AsOf, named);
        var whole = LedgerBuilder.Build([.. side.Ledger.Documents.Select(d => d.Reading)], LedgerOptions.Keeping(side.Ledger));
        var left = side.Ledger.Claims.Select(c => c.Alias).ToHashSet(StringComparer.Ordinal);
        return CrisisRevision.Without(Proposed(whole, side, side.Crisis.AsOf, named), whole, [.. whole.Claims.Where(c => !left.Contains(c.Alias)).Select(c => c.Alias)]);
    }

    private static Crisis Proposed(Ledger ledger, ComparisonSide side, DateOnly? asOf, bool named)
    {
        var (challenger, target) = (side.Crisis.Challenger.Name, side.Crisis.Target.Name);
        if (!named && CrisisProposal.Propose(ledger, new ProposalOptions { AsOf = asOf, Cast = side.Cast }) is CrisisResult.Found found && (found.Crisis.Challenger.Name, found.Crisis.Target.Name) == (challenger, target)) return found.Crisis;
        return CrisisProposal.Propose(ledger, new ProposalOptions { Challenger = challenger, Target = target, AsOf = asOf, Cast = side.Cast }) is CrisisResult.Found given ? given.Crisis : side.Crisis;
    }

    // Claims without a use may still share an origin, a grouping or a text with one that has a use.
    private bool IsIdle(ulong idle)
    {
        var pieces = CrisisPiece.Of(_now.Crisis);
        return Same(At(idle, false, true), _first) && Same(At(_claims.All & ~idle, true, true), _last);

        bool Same(Crisis one, Crisis other) => pieces.All(p => p.Same(one, other));
    }
}
