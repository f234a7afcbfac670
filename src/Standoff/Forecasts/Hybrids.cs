using System.Collections.Immutable;
using System.Globalization;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Crises between two: each part as it was or as it is. What a person has not edited is proposed from the ledger with just the claims that are there, so that
/// a claim takes with it all that it moves. Where a crisis is otherwise than its own ledger gives it, that piece was edited, and is a part.
/// </summary>
internal sealed class Hybrids
{
    private readonly ProposedBetween _proposed;
    private readonly ImmutableArray<CrisisPiece> _pieces;

    /// <summary>The crises between two sides.</summary>
    public Hybrids(ComparisonSide then, ComparisonSide now)
    {
        (Then, Now, _proposed) = (then, now, new ProposedBetween(then, now));
        _pieces = [.. CrisisPiece.Of(now.Crisis).Where(p => _proposed.IsSet(p))];
        var claims = _proposed.Changes.Select(c => new ChangePart(c.Kind, c.Item, c.Name, c.Aliases, [])).ToList();
        Parts = [.. claims, .. OtherParts()];
        Claims = [.. claims.Select((_, i) => 1UL << i), .. Parts.Skip(claims.Count).Select(_ => 0UL)];
    }

    private Hybrids(Hybrids other, ImmutableArray<ChangePart> parts, ImmutableArray<ulong> claims)
    {
        (Then, Now, _proposed, _pieces) = (other.Then, other.Now, other._proposed, other._pieces);
        (Parts, Claims) = (parts, claims);
    }

    public ComparisonSide Then { get; }

    public ComparisonSide Now { get; }

    public ImmutableArray<ChangePart> Parts { get; }

    /// <summary>Of each part the changes to claims that it stands for, a bit each; 0 of what is no claim.</summary>
    public ImmutableArray<ulong> Claims { get; }

    /// <summary>Parts that change the game.</summary>
    public ulong GameParts => Parts.Select((p, i) => p.Kind is "classes" or "covariates" ? 0 : 1UL << i).Aggregate(0UL, (a, b) => a | b);

    /// <summary>The same with some parts made one.</summary>
    public Hybrids Merged(int[] small)
    {
        var one = new ChangePart(ClaimChanges.KindOf(small.Select(i => Parts[i].Kind)), "others", ClaimChanges.OthersName(small.Length), [.. small.SelectMany(i => Parts[i].Claims)], []);
        var others = Enumerable.Range(0, Parts.Length).Except(small).ToList();
        return new(this, [.. others.Select(i => Parts[i]), one], [.. others.Select(i => Claims[i]), small.Aggregate(0UL, (a, i) => a | Claims[i])]);
    }

    /// <summary>The crisis with a set of parts as they are now, all others as they were.</summary>
    public Crisis At(ulong set)
    {
        var made = Claims.Select((c, i) => (set >> i & 1) == 1 ? c : 0).Aggregate(0UL, (a, b) => a | b);
        var crisis = _proposed.At(made, IsNow("sides", set), IsNow("time", set)) with { AsOf = IsNow("time", set) ? Now.Crisis.AsOf : Then.Crisis.AsOf };
        foreach (var piece in _pieces)
        {
            var now = !_proposed.Differs(piece) || IsNow(KindOf(piece), set);
            if (now ? _proposed.IsSetNow(piece) : _proposed.IsSetThen(piece)) crisis = piece.Put(crisis, now ? Now.Crisis : Then.Crisis);
        }
        return crisis;
    }

    // What is no part is as it is now.
    private bool IsNow(string kind, ulong set)
    {
        for (var i = 0; i < Parts.Length; i++)
            if (Parts[i].Kind == kind) return (set >> i & 1) == 1;
        return true;
    }

    private string KindOf(CrisisPiece piece) => piece.Key is "classes" or "covariates" ? piece.Key : Then.IsEdited || Now.IsEdited || IsByAnalyst(piece) ? "edits" : "rest";

    private bool IsByAnalyst(CrisisPiece piece) => piece.IsParameter && Then.Crisis.Parameters.Concat(Now.Crisis.Parameters).Any(p => p.Name == piece.Key && p.Grounds == Grounds.Analyst);

    private IEnumerable<ChangePart> OtherParts()
    {
        if (Then.Crisis.AsOf != Now.Crisis.AsOf) yield return new("time", "time", TimeName(Then.Crisis.AsOf, Now.Crisis.AsOf), [], []);
        if (_proposed.HasOtherSides) yield return new("sides", "sides", "The two sides", [], []);
        foreach (var set in _pieces.Where(_proposed.Differs).GroupBy(KindOf, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) yield return new(set.Key, set.Key, NameOf(set.Key, [.. set]), [], []);
    }

    private static string NameOf(string kind, ImmutableArray<CrisisPiece> pieces) => kind switch
    {
        "classes" => "Reference classes chosen or weighed otherwise",
        "covariates" => "What names and date set apart, set otherwise",
        "edits" when pieces.All(p => p.IsParameter) => $"Parameters that an analyst set: {string.Join(", ", pieces.Select(p => p.Key))}",
        "edits" => $"What an analyst set: {string.Join(", ", pieces.Select(p => p.Name))}",
        _ => $"Claims left out by hand, or another version of the program: {string.Join(", ", pieces.Select(p => p.Name))}",
    };

    private static string TimeName(DateOnly? then, DateOnly? now) => then is { } from && now is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"Elapsed time: {Math.Abs(to.DayNumber - from.DayNumber)} {(Math.Abs(to.DayNumber - from.DayNumber) == 1 ? "day" : "days")}") : "Elapsed time";
}
