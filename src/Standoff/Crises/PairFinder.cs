using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>Who challenges whom.</summary>
/// <param name="Challenger">State or body that demands; <see langword="null"/> if none stands out.</param>
/// <param name="Target">State or body of which it is demanded; <see langword="null"/> if none stands out.</param>
/// <param name="Members">Others who challenge together with the challenger.</param>
/// <param name="IsAsked">Whether something is asked in a way that makes a crisis; else only what the challenger does may.</param>
internal sealed record Pair(string? Challenger, string? Target, ImmutableArray<string> Members, bool IsAsked = true);

/// <summary>
/// Adds up, over ordered pairs of sides, what one demands of, threatens, does to or offers the other, and how the other answers. Acts that
/// name one side only ("Southland refused", "the fleet has sailed") count less, and only for a pair that the others point to.
/// </summary>
internal sealed class PairFinder
{
    private readonly SortedDictionary<(string Challenger, string Target), PairEvidence> _pairs = [];
    private readonly Dictionary<string, double> _out = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _in = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Act>> _threatening = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Act>> _moving = new(StringComparer.Ordinal);
    private readonly HashSet<string> _armed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refusing = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Act> _acts;
    private readonly double _least;

    public PairFinder(ImmutableArray<ItemView> items, ImmutableArray<Act> acts)
    {
        _acts = acts;
        _least = Math.Max(CrisisSettings.Of("pair.least"), items.Length * CrisisSettings.Of("pair.least-share"));
        foreach (var act in acts) Add(act);
        foreach (var act in acts.Where(a => a.Asks && a.IsFirm)) AddAnswers(act);
    }

    /// <summary>Pairs that may be the crisis's sides, the likeliest first; what the caller fixes stays fixed.</summary>
    public IEnumerable<Pair> Find(string? challenger, string? target)
    {
        if (challenger is not null && target is not null) return [Named(challenger, target)];
        var ranked = Candidates().Where(p => (challenger ?? p.Challenger) == p.Challenger && (target ?? p.Target) == p.Target)
            .Select(p => (Pair: p, Score: Score(p))).OrderByDescending(s => s.Score).ThenBy(s => s.Pair).ToList();
        if (challenger is null && target is null) ranked = [.. ranked.Where(r => r.Score >= _least && r.Score >= CrisisSettings.Of("pair.second-share") * ranked[0].Score && (IsAsked(r.Pair) || IsMoved(r.Pair)) && IsOneWay(r.Pair, r.Score))];
        if (challenger is null && target is null && ranked.Count > 1) ranked = Undisputed(ranked);
        return ranked.Select(r => new Pair(r.Pair.Challenger, r.Pair.Target, Members(r.Pair.Challenger, r.Pair.Target), IsAsked(r.Pair) || (_refusing.Contains(r.Pair.Target) && ranked.Exists(o => o.Pair.Challenger == r.Pair.Challenger && IsAsked(o.Pair)))));
    }

    /// <summary>A pair that is known otherwise.</summary>
    public Pair Named(string challenger, string target) => new(challenger, target, Members(challenger, target));

    // Pairs that an act names, and whoever threatens nobody by name with whoever refuses nobody by name.
    private IEnumerable<(string Challenger, string Target)> Candidates() =>
        _pairs.Keys.Concat(_threatening.Keys.Concat(_moving.Where(m => m.Value.Exists(a => a.Sort == ActSort.Closure)).Select(m => m.Key)).SelectMany(c => _refusing.Where(t => t != c).Select(t => (c, t)))).Distinct();

    private double Score((string Challenger, string Target) pair) => (_pairs.GetValueOrDefault(pair)?.Score ?? 0)
        + Math.Min(CrisisSettings.Of("pair.alone-most"), _out.GetValueOrDefault(pair.Challenger)) + Math.Min(CrisisSettings.Of("pair.alone-most"), _in.GetValueOrDefault(pair.Target));

    // A crisis is a threat, or a firm demand with force, measures or resistance.
    private bool IsAsked((string Challenger, string Target) pair)
    {
        var (threatens, refuses) = (Does(_threatening, pair), _refusing.Contains(pair.Target));
        if (!_pairs.TryGetValue(pair, out var bound)) return threatens && refuses;
        var resisted = bound.IsResisted || threatens || Does(_moving, pair) || _armed.Contains(pair.Challenger);
        return (bound.AsksFirmly && resisted) || bound.Threatens || (threatens && refuses);
    }

    // Or forces massed or ways closed without a word, if the other side is named with it or holds out.
    private bool IsMoved((string Challenger, string Target) pair) => _pairs.TryGetValue(pair, out var bound)
        ? bound.Moves || (bound.IsHostile && Does(_moving, pair))
        : Does(_moving, pair) && _refusing.Contains(pair.Target);

    // Where the other side asks and threatens nearly as much, nobody can tell who challenges whom.
    private bool IsOneWay((string Challenger, string Target) pair, double score) => !_pairs.TryGetValue((pair.Target, pair.Challenger), out var back)
        || !back.Asks || Score((pair.Target, pair.Challenger)) < CrisisSettings.Of("pair.back-share") * score;

    // Of several whom the same side challenges about as much, the one that refuses is the target. Another quarrel nearly as strong makes a
    // text on several, of which none is the one.
    private List<((string Challenger, string Target) Pair, double Score)> Undisputed(List<((string Challenger, string Target) Pair, double Score)> ranked)
    {
        var least = CrisisSettings.Of("pair.rival-share") * ranked[0].Score;
        var near = ranked.Where(r => r.Score >= least).ToList();
        var refusing = ranked.FirstOrDefault(r => r.Pair.Challenger == ranked[0].Pair.Challenger && _refusing.Contains(r.Pair.Target));
        var best = refusing.Pair.Target is null ? ranked[0] : refusing;
        var members = Members(best.Pair.Challenger, best.Pair.Target);
        var disputed = near.Exists(o => o.Pair.Challenger != best.Pair.Challenger && !(o.Pair.Target == best.Pair.Target && members.Contains(o.Pair.Challenger)));
        return disputed ? [] : [best, .. ranked.Where(r => r != best)];
    }

    // What is done together with the target is not done to it.
    private static bool Does(Dictionary<string, List<Act>> acts, (string Challenger, string Target) pair) =>
        acts.TryGetValue(pair.Challenger, out var list) && list.Exists(a => !a.From.Contains(pair.Target));

    // Whoever challenges the same target with him, or nearly as much as he.
    private ImmutableArray<string> Members(string challenger, string target)
    {
        var least = CrisisSettings.Of("pair.member-share") * Score((challenger, target));
        var beside = _acts.Where(a => (a.Asks || a.IsHostile) && a.From.Contains(challenger) && (a.To.IsEmpty || a.To.Contains(target))).SelectMany(a => a.From);
        var strong = _pairs.Where(p => p.Key.Target == target && p.Value.IsHostile && p.Value.Asks && p.Value.Score >= least).Select(p => p.Key.Challenger);
        return [.. beside.Concat(strong).Where(m => m != challenger && m != target && !_pairs.ContainsKey((m, challenger))).Distinct().Order(StringComparer.Ordinal)];
    }

    private void Add(Act act)
    {
        var (from, to) = act.Sort == ActSort.Response ? (act.To, act.From) : (act.From, act.To);
        var weight = act.Weight * CrisisSettings.Of(Key(act));
        if (act.Sort == ActSort.Force) _armed.UnionWith(from);
        if (from.Length > 0 && to.Length > 0) AddBound(act, from, to, weight);
        else if (from.Length > 0 && act.Sort is ActSort.Threat or ActSort.Ultimatum or ActSort.Force or ActSort.Closure or ActSort.Demand) AddOut(act, from, weight);
        else if (to.Length > 0 && (act.Sort == ActSort.Response || (act.Asks && act.IsFirm))) AddIn(act, to, weight);
    }

    private void AddBound(Act act, ImmutableArray<string> from, ImmutableArray<string> to, double weight)
    {
        foreach (var challenger in from)
            foreach (var target in to.Where(t => t != challenger && !ActorRegister.IsWorldBody(t)))
            {
                if (!_pairs.TryGetValue((challenger, target), out var evidence)) _pairs[(challenger, target)] = evidence = new PairEvidence();
                evidence.Add(act, weight * Body(challenger) * (ActorRegister.IsBody(target) ? CrisisSettings.Of("pair.body") : 1) / to.Length);
            }
    }

    // What a state asks of nobody by name is mostly asked of its own.
    private void AddOut(Act act, ImmutableArray<string> from, double weight)
    {
        foreach (var side in from)
        {
            if (act.Sort is ActSort.Threat or ActSort.Ultimatum) Note(_threatening, side, act);
            if (act.Sort is ActSort.Force or ActSort.Closure) Note(_moving, side, act);
            _out[side] = _out.GetValueOrDefault(side) + (weight * CrisisSettings.Of("pair.alone") * Body(side));
        }
    }

    private static void Note(Dictionary<string, List<Act>> acts, string side, Act act)
    {
        if (!acts.TryGetValue(side, out var list)) acts[side] = list = [];
        list.Add(act);
    }

    private void AddIn(Act act, ImmutableArray<string> to, double weight)
    {
        foreach (var side in to)
        {
            if (act.Sort == ActSort.Response) _refusing.Add(side);
            _in[side] = _in.GetValueOrDefault(side) + (weight * CrisisSettings.Of("pair.alone") * Body(side) / to.Length);
        }
    }

    // "X demanded that Y leave Z. Y refused." The answer need not name whom it answers, if it stands close behind.
    private void AddAnswers(Act demand)
    {
        foreach (var answer in _acts.Where(a => a.Sort == ActSort.Response && a.To.IsEmpty && Follows(a.Claim, demand.Claim)))
            foreach (var target in answer.From.Where(demand.To.Contains))
                foreach (var challenger in demand.From.Where(c => c != target))
                    if (_pairs.TryGetValue((challenger, target), out var evidence)) evidence.Add(answer, answer.Weight * CrisisSettings.Of("pair.Response") * Body(challenger));
    }

    private static bool Follows(ClaimView answer, ClaimView demand) => answer.Place.Document == demand.Place.Document
        && answer.Claim.Anchor.Span.Start > demand.Claim.Anchor.Span.Start && answer.Place.Sentence - demand.Place.Sentence <= CrisisSettings.Of("pair.answer-within");

    private static string Key(Act act) => act.Sort == ActSort.Demand && act.IsFirm ? "pair.Demand-firm" : "pair." + act.Sort;

    private static double Body(string side) => ActorRegister.IsWorldBody(side) ? CrisisSettings.Of("pair.body") : 1;

    private sealed class PairEvidence
    {
        public double Score { get; private set; }

        public bool Asks { get; private set; }

        public bool AsksFirmly { get; private set; }

        public bool IsHostile { get; private set; }

        public bool IsResisted { get; private set; }

        public bool Threatens { get; private set; }

        public bool Moves { get; private set; }

        public void Add(Act act, double weight)
        {
            Score += weight;
            Asks |= act.Asks;
            AsksFirmly |= act.Asks && act.IsFirm;
            IsHostile |= act.IsHostile;
            IsResisted |= act.IsHostile && act.Sort != ActSort.Measure;
            Threatens |= act.Sort is ActSort.Threat or ActSort.Ultimatum;
            Moves |= act.Sort is ActSort.Force or ActSort.Closure;
        }
    }
}
