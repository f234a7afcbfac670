using System.Collections.Immutable;
using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Quantities;
using Standoff.Reading.Times;

namespace Standoff.Claims;

/// <summary>What a claim says, in the form in which two claims are compared.</summary>
internal sealed class Proposition
{
    private readonly string[] _actors;
    private readonly string[] _agents;
    private readonly string[] _struck;
    private readonly string[] _places;

    public Proposition(Claim claim)
    {
        Claim = claim;
        Words = ContentWords(claim);
        Family = FamilyOf(claim.Kind);
        IsNegative = IsNegated(claim);
        PredicateClass = claim.Predicate.Lemma.Length == 0 ? "" : Vocabulary.PredicateClass(claim.Predicate.Lemma);
        Doer = Names.Fold(SpeechAct.DoerOf(claim) ?? "");
        _actors = Folded(claim.Actors);
        _agents = Folded(claim.Predicate.Agents);
        (_struck, _places) = (StruckIn(claim), [.. _actors.Except(_agents)]);
    }

    public Claim Claim { get; }

    /// <summary>Distinct content words in ordinal order.</summary>
    public string[] Words { get; }

    public bool IsNegative { get; }

    public ClaimFamily Family { get; }

    public string PredicateClass { get; }

    /// <summary>Who demands, offers, threatens or promises; empty where unknown or where nobody does.</summary>
    public string Doer { get; }

    public double Likeness(Proposition other, LedgerWeights weights)
    {
        var words = Dice(other);
        if (words < weights["grouping.least-words"]) return 0;
        var likeness = weights["grouping.words"] * words + weights["grouping.actors"] * ActorOverlap(other);
        if (PredicateClass.Length > 0 && PredicateClass == other.PredicateClass) likeness += weights["grouping.predicate"];
        if (SharesQuantity(other, weights)) likeness += weights["grouping.quantities"];
        return Math.Min(1, likeness);
    }

    /// <summary>Whether nothing but polarity, numbers and times could keep the two from being one proposition.</summary>
    public bool IsSameMatter(Proposition other, LedgerWeights weights) =>
        Family == other.Family && Agree(Doer, other.Doer) && Meet(_agents, other._agents) && !StrikesElsewhere(other) && (Meet(_actors, other._actors) || Dice(other) >= weights["grouping.same-matter"]);

    /// <summary>Whether the two can be one proposition.</summary>
    public bool IsCompatible(Proposition other, LedgerWeights weights) =>
        IsNegative == other.IsNegative && IsSameMatter(other, weights) && !QuantitiesClash(other, weights) && !TimesClash(other, weights);

    /// <summary>Whether a number of the same unit is given by both and no such numbers meet.</summary>
    public bool QuantitiesClash(Proposition other, LedgerWeights weights)
    {
        foreach (var unit in Claim.Quantities.Select(q => q.Unit).Distinct())
        {
            var theirs = other.Asserted(unit);
            if (theirs.Count > 0 && !Asserted(unit).Exists(q => theirs.Exists(t => NumbersMeet(q, t, weights)))) return true;
        }
        return false;
    }

    // Where a content sets one number against another ("nine, not eleven") the first is asserted.
    private List<Quantity> Asserted(string unit)
    {
        var all = Claim.Quantities.Where(q => q.Unit == unit).ToList();
        return all.Count > 1 && (" " + Claim.Exact + " ").Contains(" not ", StringComparison.OrdinalIgnoreCase) ? all[..1] : all;
    }

    /// <summary>Whether both give different numbers of a unit that says what is counted, of the same actors if both name any, whoever counts.</summary>
    public bool ParticularQuantitiesClash(Proposition other, LedgerWeights weights) =>
        Family == other.Family && Meet(_actors, other._actors) && QuantitiesClash(other, weights) && Claim.Quantities.Any(q => !Vocabulary.IsGenericUnit(q.Unit) && other.Claim.Quantities.Any(t => t.Unit == q.Unit && !NumbersMeet(q, t, weights)));

    /// <summary>Whether both times are known and no day is near to both.</summary>
    public bool TimesClash(Proposition other, LedgerWeights weights)
    {
        if (Claim.Time is not { } a || other.Claim.Time is not { } b) return false;
        var slack = (int)weights[Claim.Kind == ClaimKind.State || other.Claim.Kind == ClaimKind.State ? "time.state-days" : "time.event-days"];
        return IsBefore(a, b, slack) || IsBefore(b, a, slack);
    }

    public double Dice(Proposition other)
    {
        if (Words.Length == 0 || other.Words.Length == 0) return 0;
        var (i, j, shared) = (0, 0, 0);
        while (i < Words.Length && j < other.Words.Length)
        {
            var order = string.CompareOrdinal(Words[i], other.Words[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return 2.0 * shared / (Words.Length + other.Words.Length);
    }

    // Ships and a base, or bases in two states: two acts of force, however like their words.
    private bool StrikesElsewhere(Proposition other) => Claim.Event?.Type == EventType.Assault && other.Claim.Event?.Type == EventType.Assault
        && ((_struck.Length > 0 && other._struck.Length > 0 && !_struck.Intersect(other._struck).Any()) || !Meet(_places, other._places));

    // What is acted on, without whose it is and how many.
    private static string[] StruckIn(Claim claim) => claim.Event is { Type: EventType.Assault } told
        ? [.. told.Recipients.SelectMany(r => PlainWords(r.Words)).Where(IsContent).Select(Vocabulary.ObjectClass).Distinct()]
        : [];

    private double ActorOverlap(Proposition other)
    {
        if (_actors.Length == 0 || other._actors.Length == 0) return 0;
        var shared = _actors.Count(a => other._actors.Any(b => Names.SameFolded(a, b)));
        return (double)shared / (_actors.Length + other._actors.Length - shared);
    }

    private bool SharesQuantity(Proposition other, LedgerWeights weights) =>
        Claim.Quantities.Any(q => other.Claim.Quantities.Any(t => t.Unit == q.Unit && NumbersMeet(q, t, weights)));

    private static bool NumbersMeet(Quantity a, Quantity b, LedgerWeights weights) =>
        Math.Abs((double)(a.Value - b.Value)) <= Slack(a, weights) + Slack(b, weights);

    private static double Slack(Quantity q, LedgerWeights weights) =>
        Math.Abs((double)q.Value) * weights[q.Approximate ? "quantity.approximate" : "quantity.exact"];

    private static bool IsBefore(Edtf a, Edtf b, int slack) =>
        a.Latest is { } latest && b.Earliest is { } earliest && latest.DayNumber + slack < earliest.DayNumber;

    private static bool Agree(string a, string b) => a.Length == 0 || b.Length == 0 || Names.SameFolded(a, b);

    private static bool Meet(string[] a, string[] b) => a.Length == 0 || b.Length == 0 || a.Any(x => b.Any(y => Names.SameFolded(x, y)));

    private static string[] Folded(ImmutableArray<string> names) => [.. names.Select(Names.Fold).Distinct()];

    internal static bool IsNegated(Claim claim) =>
        claim.SourceFactuality.IsNegative() || (claim.SourceFactuality == Factuality.Uncommitted && claim.Predicate.Negated);

    private static string[] ContentWords(Claim claim)
    {
        var words = claim.Lemmas.IsDefaultOrEmpty ? PlainWords(claim.Exact) : claim.Lemmas;
        return [.. words.Where(IsContent).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsContent(string word) =>
        word.Length > 1 && !Vocabulary.IsStopword(word) && !decimal.TryParse(word, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> PlainWords(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '\r', '\t', ',', '.', ';', ':', '"', '“', '”', '\'', '’', '(', ')', '?', '!'], StringSplitOptions.RemoveEmptyEntries);

    private static ClaimFamily FamilyOf(ClaimKind kind) => kind switch
    {
        ClaimKind.Event or ClaimKind.State => ClaimFamily.Fact,
        ClaimKind.Demand or ClaimKind.Position => ClaimFamily.Demand,
        ClaimKind.Offer => ClaimFamily.Offer,
        ClaimKind.Threat or ClaimKind.Commitment => ClaimFamily.Threat,
        ClaimKind.Prediction or ClaimKind.Assessment => ClaimFamily.Opinion,
        _ => ClaimFamily.Unknown,
    };
}

/// <summary>Kinds of claim that may be told of the same thing.</summary>
internal enum ClaimFamily
{
    Fact,
    Demand,
    Offer,
    Threat,
    Opinion,
    Unknown,
}
