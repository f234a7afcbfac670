using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>
/// What speaks for each ordered pair of the sides that a ledger names being challenger and target: acts from one to the other and back, acts
/// of one alone, words that stand between their names, how often each is named, and what is known of the two.
/// </summary>
/// <remarks>
/// A sign of acts or words is ln(1 + weight): <c>X&gt;</c> from the challenger to the target, <c>X&lt;</c> back, <c>X.c</c> of the challenger to nobody by name, <c>X.t</c> of
/// the target. X is a sort of act, <c>~</c> with a key of <c>side-signs.tsv</c>, or <c>soil</c> for forces of one on what is the other's.
/// </remarks>
internal sealed class PairSigns
{
    private static readonly int MostSides = (int)CrisisSettings.Of("pair.most-sides");

    private readonly Tally _tally = new();
    private readonly SentenceSigns _sentences;
    private readonly DateOnly? _asOf;
    private readonly double _claims;
    private readonly double _sided;
    private readonly double _hostile;
    private readonly double _bound;
    private readonly double _past;

    public PairSigns(Ledger ledger, ActorRegister register, ImmutableArray<ItemView> items, ImmutableArray<Act> acts, DateOnly? asOf)
    {
        _asOf = asOf;
        foreach (var act in acts.Where(a => a.Sort != ActSort.Other)) _tally.Add(act.Sort.ToString(), act.From, act.To, act.Weight);
        _hostile = acts.Count(a => a.IsHostile || a.Asks);
        _bound = acts.Count(a => (a.IsHostile || a.Asks) && a.From.Length > 0 && a.To.Any(t => !a.From.Contains(t)));
        var claims = items.Where(i => !i.IsHistory).SelectMany(i => i.Claims).ToList();
        _past = items.Length == 0 ? 0 : 1 - (claims.Count / (double)items.Sum(i => i.Claims.Length));
        (_claims, _sided) = (claims.Count, claims.Count(c => c.AllSides.Any()));
        _sentences = new SentenceSigns(ledger, register, _tally, ItemView.PastSentences(items));
        Sides = [.. _sentences.Named.Where(n => !ActorRegister.IsWorldBody(n.Key)).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MostSides).Select(n => n.Key)];
    }

    /// <summary>Sides that may be one of the two, the one named most first.</summary>
    public ImmutableArray<string> Sides { get; }

    /// <summary>Share of the sentences that speak of arms.</summary>
    public double WithArms => _sentences.WithArms;

    /// <summary>Whether anything hostile was read that one side does to another.</summary>
    public bool IsQuarrel => _bound > 0;

    /// <summary>All ordered pairs of sides that stand in one sentence or act.</summary>
    public IEnumerable<(string Challenger, string Target)> Pairs() =>
        from c in Sides from t in Sides where c != t && (_sentences.Together(c, t) > 0 || _tally.AreBound(c, t)) select (c, t);

    /// <summary>Signs of there being no crisis between two sides.</summary>
    public IEnumerable<(string Sign, double Value)> OfNone()
    {
        yield return ("none", 1);
        yield return ("none.claims", ElementaryFunctions.Log(1 + _claims));
        yield return ("none.sided", _sided / Math.Max(1, _claims));
        yield return ("none.hostile", _hostile / Math.Max(1, _claims));
        yield return ("none.bound", ElementaryFunctions.Log(1 + _bound));
        yield return ("none.sides", ElementaryFunctions.Log(1 + Sides.Length));
        yield return ("none.past", _past);
        yield return ("none.arms", _sentences.WithArms);
        yield return ("none.met", _sentences.WithTwo);
    }

    /// <summary>Signs of a pair.</summary>
    public IEnumerable<(string Sign, double Value)> Of(string challenger, string target)
    {
        var most = _sentences.Named.Values.DefaultIfEmpty(0).Max();
        double Share(string side) => ElementaryFunctions.Log((1 + _sentences.Named.GetValueOrDefault(side)) / (1 + most));
        (string, double)[] own =
        [
            ("named.c", Share(challenger)), ("named.t", Share(target)), ("together", ElementaryFunctions.Log(1 + _sentences.Together(challenger, target))),
            ("neighbours", Flag(Neighbours.Are(challenger, target))),
            ("body.c", Flag(ActorRegister.IsBody(challenger))), ("body.t", Flag(ActorRegister.IsBody(target))),
            ("group.c", Flag(ActorRegister.GroupOf(challenger) is not null)), ("group.t", Flag(ActorRegister.GroupOf(target) is not null)),
            ("major.c", Flag(MajorPowers.Contains(challenger, _asOf))), ("major.t", Flag(MajorPowers.Contains(target, _asOf))),
        ];
        return own.Concat(_tally.Of(challenger, target));
    }

    private static double Flag(bool holds) => holds ? 1 : 0;
}

/// <summary>Adds up who does what to whom, kind by kind.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, Dictionary<(string From, string To), double>> _bound = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<string, double>> _alone = new(StringComparer.Ordinal);

    public void Add(string key, IReadOnlyCollection<string> from, IReadOnlyCollection<string> to, double weight)
    {
        foreach (var one in from)
        {
            if (to.Count == 0) Of(_alone, key)[one] = Of(_alone, key).GetValueOrDefault(one) + weight;
            foreach (var other in to.Where(o => o != one)) Of(_bound, key)[(one, other)] = Of(_bound, key).GetValueOrDefault((one, other)) + (weight / to.Count);
        }
    }

    public bool AreBound(string from, string to) => _bound.Values.Any(b => b.ContainsKey((from, to)));

    public IEnumerable<(string Sign, double Value)> Of(string challenger, string target)
    {
        foreach (var (key, counts) in _bound)
        {
            yield return (key + ">", Log(counts.GetValueOrDefault((challenger, target))));
            yield return (key + "<", Log(counts.GetValueOrDefault((target, challenger))));
        }
        foreach (var (key, counts) in _alone)
        {
            yield return (key + ".c", Log(counts.GetValueOrDefault(challenger)));
            yield return (key + ".t", Log(counts.GetValueOrDefault(target)));
        }
    }

    private static double Log(double weight) => ElementaryFunctions.Log(1 + weight);

    private static T Of<T>(SortedDictionary<string, T> all, string key) where T : new()
    {
        if (!all.TryGetValue(key, out var counts)) all[key] = counts = new T();
        return counts;
    }
}
