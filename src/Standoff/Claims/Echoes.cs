using Standoff.Reading.Claims;

namespace Standoff.Claims;

/// <summary>A claim on its way into the ledger.</summary>
internal sealed record LedgerEntry(string Alias, LedgerDocument Document, Proposition Proposition);

/// <summary>
/// What a paper has from another whose words are here is that other's claim, in whatever words: it joins the likest of them. Where the one names a state and the other who speaks
/// for it, they name the same.
/// </summary>
internal sealed class Echoes(IReadOnlyList<LedgerEntry> entries, OutletNames outlets, LedgerWeights weights)
{
    private readonly Spokesmen _spokesmen = new();
    private readonly Dictionary<(int Entry, string State), Proposition?> _voiced = [];

    /// <summary>The groups with the echoes among them joined to what they echo.</summary>
    public int[] Join(int[] groups)
    {
        var echoed = entries.Select(e => outlets.EchoedBy(e.Proposition.Claim)).ToList();
        var told = Enumerable.Range(0, entries.Count).Where(i => echoed[i] is null).ToLookup(i => outlets.Of(entries[i].Document.Document.Id) ?? "");
        var joined = groups.ToArray();
        for (var i = 0; i < entries.Count; i++)
        {
            if (echoed[i] is not { } outlet || told[outlet].Any(j => groups[j] == groups[i])) continue;
            var likest = told[outlet].Select(j => (Index: j, Likeness: Likeness(j, i))).OrderByDescending(j => j.Likeness).FirstOrDefault();
            if (likest.Likeness >= weights["grouping.echo"]) joined[i] = groups[likest.Index];
        }
        return joined;
    }

    private double Likeness(int told, int echo)
    {
        var (one, other) = (entries[told].Proposition, entries[echo].Proposition);
        if (one.IsCompatible(other, weights)) return one.Likeness(other, weights);
        foreach (var state in StatesIn(other.Claim))
            if (Voiced(told, state) is { } voiced && voiced.IsCompatible(other, weights)) return voiced.Likeness(other, weights);
        foreach (var state in StatesIn(one.Claim))
            if (Voiced(echo, state) is { } voiced && one.IsCompatible(voiced, weights)) return one.Likeness(voiced, weights);
        return 0;
    }

    // Who acts or speaks there; a name that is no state's is nobody's state either.
    private static IEnumerable<string> StatesIn(Claim claim) => claim.Sources.Where(s => s.Kind == SourceKind.State).Select(s => s.Name).Concat(claim.Predicate.Agents).Distinct(StringComparer.Ordinal);

    // The claim with a state in the place of those who speak for it; null where nobody in it does.
    private Proposition? Voiced(int entry, string state)
    {
        if (_voiced.TryGetValue((entry, state), out var known)) return known;
        var (claim, document) = (entries[entry].Proposition.Claim, entries[entry].Document);
        var speaking = claim.Sources.Select(s => s.Name).Concat(claim.Predicate.Agents).Where(n => _spokesmen.SpeaksFor(n, state, document)).ToHashSet(StringComparer.Ordinal);
        return _voiced[(entry, state)] = speaking.Count == 0 ? null : new Proposition(claim with
        {
            Sources = [.. claim.Sources.Select(s => speaking.Contains(s.Name) ? new Source(state, SourceKind.State) : s)],
            Actors = [.. claim.Actors.Select(Named).Distinct(StringComparer.Ordinal)],
            Predicate = claim.Predicate with { Agents = [.. claim.Predicate.Agents.Select(Named).Distinct(StringComparer.Ordinal)] },
        });

        string Named(string name) => speaking.Contains(name) ? state : name;
    }
}
