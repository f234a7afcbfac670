using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>Who challenges whom.</summary>
/// <param name="Challenger">State or body that demands; <see langword="null"/> if none stands out.</param>
/// <param name="Target">State or body of which it is demanded; <see langword="null"/> if none stands out.</param>
internal sealed record Pair(string? Challenger, string? Target);

/// <summary>
/// Adds up, over ordered pairs of sides, what one demands of, threatens, does to or offers the other, and how the other answers; a text full
/// of third parties does not mislead it, since only the sides of one claim count.
/// </summary>
internal sealed class PairFinder
{
    // Verbs by which who is asked says that he will not, if they are negated.
    private const string Refusal = "refusal";

    private static readonly ImmutableArray<(string Sort, FrozenSet<string> Predicates, WordPattern Words)> Signs =
    [
        .. ResourceTable.Load("Crises", "pair-words.tsv").Rows.Where(r => r["sort"] != Refusal).Select(r => (r["sort"], r.List("predicates").ToFrozenSet(), new WordPattern(r["words"]))),
    ];

    private static readonly FrozenSet<string> Refusals = ResourceTable.Load("Crises", "pair-words.tsv").Rows
        .Where(r => r["sort"] == Refusal).SelectMany(r => r.List("predicates")).ToFrozenSet();

    private static readonly WordPattern Firm = new("demand*|order*|insist*|ultimatum|must");

    private readonly SortedDictionary<(string Challenger, string Target), double> _scores = [];
    private readonly Dictionary<string, double> _alone = new(StringComparer.Ordinal);
    private readonly HashSet<(string Challenger, string? Target)> _hostile = [];
    private readonly List<(ClaimView Claim, double Weight)> _demands = [];
    private readonly List<(ClaimView Claim, double Weight)> _answers = [];
    private readonly double _least;

    public PairFinder(ImmutableArray<ItemView> items)
    {
        _least = Math.Max(CrisisSettings.Of("pair.least"), items.Length * CrisisSettings.Of("pair.least-share"));
        foreach (var item in items.Where(i => !i.IsHistory && !i.Item.IsOpinion)) Add(item);
        foreach (var item in items.Where(i => !i.IsHistory && i.Item.IsOpinion)) _answers.AddRange(item.Claims.Where(IsOwnRefusal).Select(c => (c, item.Weight)).Take(1));
        foreach (var (demand, _) in _demands) AddAnswers(demand);
    }

    /// <summary>The pair with the highest score; what the caller fixes stays fixed.</summary>
    public Pair Find(string? challenger, string? target)
    {
        if (challenger is not null && target is not null) return new Pair(challenger, target);
        var best = _scores.Where(s => (challenger ?? s.Key.Challenger) == s.Key.Challenger && (target ?? s.Key.Target) == s.Key.Target)
            .Select(s => (s.Key, Score: s.Value + _alone.GetValueOrDefault(s.Key.Challenger)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Key).FirstOrDefault();
        return best.Key.Challenger is null || (challenger is null && target is null && (best.Score < _least || !IsHostile(best.Key)))
            ? new Pair(challenger, target)
            : new Pair(best.Key.Challenger, best.Key.Target);
    }

    // "X demanded that Y leave Z. Y refused." The answer need not name whom it answers, if it stands close behind.
    private void AddAnswers(ClaimView demand)
    {
        foreach (var (answer, weight) in _answers.Where(a => Follows(a.Claim, demand)))
        {
            foreach (var target in answer.AgentSides.Concat(answer.SpeakerSides).Distinct().Where(demand.OtherSides.Contains))
            {
                foreach (var challenger in demand.AgentSides.Where(a => a != target))
                {
                    _hostile.Add((challenger, target));
                    _scores[(challenger, target)] = _scores.GetValueOrDefault((challenger, target)) + (weight * CrisisSettings.Of("pair.response") * Body(challenger));
                }
            }
        }
    }

    private static bool Follows(ClaimView answer, ClaimView demand) => answer.Place.Document == demand.Place.Document
        && answer.Claim.Anchor.Span.Start > demand.Claim.Anchor.Span.Start && answer.Place.Sentence - demand.Place.Sentence <= CrisisSettings.Of("pair.answer-within");

    /// <summary>Whether a claim says that somebody will not do what is asked, without a word on who asks.</summary>
    private static bool IsRefusal(ClaimView claim) => claim.Claim.Kind is not (ClaimKind.Demand or ClaimKind.Offer or ClaimKind.Unknown)
        && (claim.IsNegative ? Refusals.Contains(claim.Claim.Predicate.Lemma) : SortOf(claim) == "response");

    // "Chad would not leave", told by nobody or by Chad: its form is a prediction's, but it is the answer.
    private static bool IsOwnRefusal(ClaimView claim) => claim.Claim.Kind == ClaimKind.Prediction && claim.OtherSides.IsEmpty && IsRefusal(claim)
        && (claim.Claim.Sources.IsEmpty || claim.SpeakerSides.Any(claim.AgentSides.Contains));

    // What is asked of a state by demand and not as a wish: forces out, power or weapons given up, or whatever is demanded in so many words.
    private static bool IsGrave(ClaimView demand) => SortOf(demand) is "demand" or "ultimatum"
        && (DemandFinder.IsGrave(demand.Words) || Firm.Fits(demand.Words) || Firm.Fits(demand.CueWords));

    // Demands alone are diplomacy; a crisis has a threat, force or resistance in it as well.
    private bool IsHostile((string Challenger, string Target) pair) => _hostile.Contains(pair) || _hostile.Contains((pair.Challenger, null));

    private void Add(ItemView item)
    {
        _demands.AddRange(item.Claims.Where(c => c.OtherSides.Length > 0 && IsGrave(c)).Select(c => (c, item.Weight)).Take(1));
        _answers.AddRange(item.Claims.Where(c => c.OtherSides.IsEmpty && IsRefusal(c)).Select(c => (c, item.Weight)).Take(1));
        if (item.Claims.FirstOrDefault(c => c.AgentSides.Length > 0 && c.OtherSides.Any(o => !c.AgentSides.Contains(o))) is { } claim) AddPairs(item, claim);
        else if (item.Claims.FirstOrDefault(c => c.AgentSides.Length > 0 && c.OtherSides.IsEmpty) is { } alone) AddAlone(item, alone);
    }

    private void AddPairs(ItemView item, ClaimView claim)
    {
        var sort = SortOf(claim);
        var due = HasDeadline(claim, sort);
        var weight = item.Weight * (CrisisSettings.Of("pair." + sort) + (due ? CrisisSettings.Of("pair.deadline") : 0));
        foreach (var agent in claim.AgentSides)
        {
            foreach (var other in claim.OtherSides.Where(o => !claim.AgentSides.Contains(o)))
            {
                var pair = sort == "response" ? (other, agent) : (agent, other);
                if (due || sort is "threat" or "force" or "measure" or "response" or "ultimatum") _hostile.Add(pair);
                _scores[pair] = _scores.GetValueOrDefault(pair) + (weight * Body(agent) * Body(other));
            }
        }
    }

    private void AddAlone(ItemView item, ClaimView claim)
    {
        // Measures against nobody are mostly a state's own affairs.
        var sort = SortOf(claim);
        if (sort is not ("force" or "threat" or "demand" or "ultimatum")) return;
        foreach (var agent in claim.AgentSides)
        {
            if (sort != "demand") _hostile.Add((agent, null));
            _alone[agent] = _alone.GetValueOrDefault(agent) + (item.Weight * CrisisSettings.Of("pair.alone") * Body(agent));
        }
    }

    // Forces out, power or weapons given up, and by a day: that is an ultimatum, whatever it is called.
    private static bool HasDeadline(ClaimView claim, string sort) =>
        sort == "demand" && claim.Claim.Time is { Earliest: null, Latest: not null } && DemandFinder.IsGrave(claim.Words);

    private static double Body(string side) => ActorRegister.IsWorldBody(side) ? CrisisSettings.Of("pair.body") : 1;

    /// <summary>What a claim says of one side against another: demand, ultimatum, threat, force, measure, offer, response or other.</summary>
    public static string SortOf(ClaimView claim) => claim.Claim.Kind switch
    {
        ClaimKind.Demand => "demand",
        ClaimKind.Threat => "threat",
        ClaimKind.Offer => "offer",
        ClaimKind.Unknown => "other",
        _ => claim.IsOpen || claim.IsNegative ? "other" : SignOf(claim) ?? "other",
    };

    // Where no main verb is known, or only a state is told ("two carriers are off the coast"), the words alone must tell; a row that needs no
    // words needs the verb.
    // To order or urge is a demand only where somebody is ordered.
    private static string? SignOf(ClaimView claim)
    {
        var lemma = claim.Claim.Predicate.Lemma;
        foreach (var (sort, predicates, words) in Signs)
        {
            if (lemma.Length > 0 ? predicates.Contains(lemma) && words.Fits(claim.Words) && (sort != "demand" || claim.PatientSides.Length > 0) : words.Text == "*" && predicates.Any(claim.Words.Holds)) return sort;
            if ((lemma.Length == 0 || (sort == "force" && claim.Claim.Kind == ClaimKind.State)) && words.Text != "*" && words.Fits(claim.Words)) return sort;
        }
        return null;
    }
}
