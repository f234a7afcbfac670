using System.Collections.Immutable;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.Crises;

/// <summary>Reads the acts between sides out of the items of a ledger.</summary>
internal static class ActReader
{
    /// <summary>The acts of an item: of each sort the one that names most sides.</summary>
    public static IEnumerable<Act> Of(ItemView item)
    {
        if (item.IsHistory) return [];
        return item.Claims.SelectMany(c => Of(c, item)).Where(a => a.From.Length + a.To.Length > 0)
            .GroupBy(a => (a.Sort, IsCondition: a.Text is not null)).Select(g => g.MaxBy(a => Math.Min(1, a.From.Length) + Math.Min(1, a.To.Length))!);
    }

    private static IEnumerable<Act> Of(ClaimView claim, ItemView item)
    {
        var sort = ActSorts.Of(claim);
        if (claim.IsCommentary) return [];
        if (item.Item.IsOpinion && sort is not (ActSort.Threat or ActSort.Response)) return [];
        var act = With(sort, claim, item.Weight);
        if (claim.Nominal is { } named) return [act, new Act(ActSort.Demand, claim, item.Weight, [named.From], [named.To], IsFirm: true, named.Text)];
        return sort == ActSort.Threat && claim.ConditionText is { Length: > 0 } ? Conditional(act, claim) : [act];
    }

    // "We shall strike unless Southland hands him over": whoever the condition names is threatened, and the condition is the demand.
    private static Act[] Conditional(Act threat, ClaimView claim)
    {
        ImmutableArray<string> from = threat.From.Any(s => !claim.ConditionSides.Contains(s)) ? [.. threat.From.Except(claim.ConditionSides)] : threat.From;
        ImmutableArray<string> to = threat.To.IsEmpty || claim.AddressedSides.Any(threat.To.Contains) || claim.ConditionSides.Any(threat.To.Contains) || !claim.Against.IsEmpty ? threat.To : [];
        if (to.IsEmpty) to = [.. claim.ConditionSides.Except(from).Take(1)];
        var bound = threat with { From = from, To = to };
        return [bound, bound with { Sort = ActSort.Demand, IsFirm = true, Text = claim.ConditionText }];
    }

    private static Act With(ActSort sort, ClaimView claim, double weight) => sort switch
    {
        ActSort.Demand or ActSort.Ultimatum or ActSort.Appeal => Asked(sort, claim, weight),
        ActSort.Response => Answer(claim, weight),
        ActSort.Force => Forces(claim, weight),
        _ => Done(sort, claim, weight),
    };

    private static Act Done(ActSort sort, ClaimView claim, double weight)
    {
        var from = Doing(sort, claim);
        return new Act(sort, claim, weight, from, Others(claim, from));
    }

    // "Southland must stop" in nobody's mouth says who is asked and not who asks.
    private static bool IsBareDuty(ClaimView claim) => !IsSpokenFor(claim) && claim.Told != EventType.Request && ActWords.Duty.Fits(claim.Words);

    private static bool IsSpokenFor(ClaimView claim) => claim.SpeakerSides.Length > 0 || (claim.Claim.Sources.Length > 0 && claim.Claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation);

    // "The envoy said that he had refused": who refuses is in the content.
    private static Act Answer(ClaimView claim, double weight)
    {
        if (ActSorts.IsPressed(claim)) return new Act(ActSort.Response, claim, weight, claim.SpeakerSides, [.. claim.DoerSides.Except(claim.SpeakerSides)]);
        var own = claim.DoerSides.IsEmpty || claim.DoerSides.Any(claim.SpeakerSides.Contains);
        ImmutableArray<string> from = !own ? claim.DoerSides : claim.AgentSides.IsEmpty ? claim.SpeakerSides : [.. claim.AgentSides.Union(claim.DoerSides)];
        if (from.IsEmpty && ActWords.Forces.Fits(claim.Words)) from = claim.PatientSides;
        return new Act(ActSort.Response, claim, weight, from, Others(claim, from));
    }

    // Whoever the claim says is to do it is asked; then whoever is told; then whoever else is named.
    private static Act Asked(ActSort sort, ClaimView claim, double weight)
    {
        if (IsBareDuty(claim)) return new Act(sort, claim, weight, [], claim.DoerSides, IsFirm: true);
        ImmutableArray<string> from = [.. Asking(claim).Except(claim.DemandedOf)];
        var to = Told(claim).Except(from).ToImmutableArray();
        if (sort == ActSort.Ultimatum && from.IsEmpty && to.Length > 0 && claim.ActorSides.Except(to).ToImmutableArray() is { Length: 1 } other) from = other;
        var isCall = to.Length > 1 && sort == ActSort.Demand;
        return new Act(isCall ? ActSort.Appeal : sort, claim, weight, from, to, ActSorts.IsFirm(claim));
    }

    // Where nobody is the subject of the asking ("we call on Southland"), whoever is named first is asked.
    private static ImmutableArray<string> Asking(ClaimView claim) => claim.OnBehalf.Length > 0 ? claim.OnBehalf
        : claim.Told == EventType.Request && claim.ToldFrom.Length > 0 ? claim.ToldFrom
        : claim.Claim.Sources.IsEmpty && claim.Claim.Predicate is { Agents.IsEmpty: true, Lemma.Length: > 0 } ? []
        : IsSpokenFor(claim) ? claim.SpeakerSides
        : claim.AgentSides;

    // A content that tells of the asking names who is asked as its object, one that is the thing asked as its subject. What somebody "must" is
    // asked of that somebody alone.
    private static ImmutableArray<string> Told(ClaimView claim)
    {
        var from = Asking(claim);
        ImmutableArray<string>[] order = claim.Told == EventType.Request ? [claim.ToldTo, claim.PatientSides] : [claim.DemandedOf, claim.DoerSides, claim.PatientSides, claim.AddressedSides];
        foreach (var told in order)
            if (told.Any(s => !from.Contains(s))) return told;
        return ActWords.Duty.Fits(claim.Words) && claim.Claim.Predicate.Lemma.Length > 0 ? [] : [.. claim.ActorSides.Where(s => !from.Contains(s)).Take(1)];
    }

    // "Turkish soldiers have been moved up": whose they are has moved them.
    private static Act Forces(ClaimView claim, double weight)
    {
        var from = claim.AgentSides.IsEmpty && ActWords.Forces.Fits(claim.Words) && ActSorts.MovesForces(claim) ? claim.PatientSides : Doing(ActSort.Force, claim);
        return new Act(ActSort.Force, claim, weight, from, Others(claim, from));
    }

    // Where the event itself tells of the act, its own actor counts, even if he is no side.
    private static ImmutableArray<string> Doing(ActSort sort, ClaimView claim) =>
        claim.Told is { } told && ActSorts.Of(told) == sort && claim.HasToldActor && !claim.ToldFrom.Any(claim.AgentSides.Contains) ? claim.ToldFrom : claim.AgentSides;

    // "Southland says that they have closed its port", or that a neighbour has massed its army: what is done to whoever tells of it.
    private static bool IsComplaint(ClaimView claim, ImmutableArray<string> from) => claim.SpeakerSides.Any(s => from.Any(f => Neighbours.Are(s, f)))
        || claim.Words.Holds("it") || claim.Words.Holds("its") || claim.Words.Holds("us") || claim.Words.Holds("our");

    // Whom it is said to be against is meant, whoever else is named.
    private static ImmutableArray<string> Others(ClaimView claim, ImmutableArray<string> from)
    {
        if (claim.Claim.Kind == ClaimKind.Threat && claim.AddressedSides.Any(s => !from.Contains(s))) return [.. claim.AddressedSides.Except(from)];
        ImmutableArray<string> others = [.. claim.OtherSides.Except(from)];
        if (claim.Against.Any(s => !from.Contains(s))) return [.. claim.Against.Except(from)];
        return others.IsEmpty && from.Length > 0 && IsComplaint(claim, from) ? [.. claim.SpeakerSides.Except(from)] : others;
    }
}

/// <summary>Tells what sort of act a claim tells of.</summary>
internal static class ActSorts
{
    public static ActSort Of(ClaimView claim) => claim.Claim.Kind switch
    {
        ClaimKind.Unknown => ActSort.Other,
        ClaimKind.Offer => IsAskedOfAnother(claim) ? Asking(claim) : ActSort.Offer,
        ClaimKind.Demand when claim.IsNegative && claim.Claim.Sources.IsEmpty => ActSort.Other,
        ClaimKind.Demand => ActWords.Own.Fits(claim.Words) && !claim.DoerSides.Concat(claim.PatientSides).Concat(claim.ToldTo).Any(o => !claim.AgentSides.Contains(o)) ? ActSort.Other : Asking(claim),
        ClaimKind.Threat => Threatening(claim),
        _ when claim.ConditionText is { Length: > 0 } && claim.IsOpen => IsWarning(claim) ? Threatening(claim) : ActSort.Other,
        _ when IsToldDuty(claim) => Asking(claim),
        _ when HasUntil(claim) => ActSort.Ultimatum,
        _ when IsRefusal(claim) => ActSort.Response,
        _ when claim.IsOpen || claim.IsNegative => ActSort.Other,
        _ when IsPledgedHarm(claim) => Threatening(claim),
        _ => SignOf(claim) ?? ByEvent(claim),
    };

    /// <summary>Whether a demand is more than a wish: by its words, its day, or what it is for.</summary>
    public static bool IsFirm(ClaimView claim) => ActWords.Firm.Fits(claim.Words) || ActWords.Firm.Fits(claim.CueWords) || ActWords.Ultimatum.Fits(claim.Words) || DemandFinder.IsGrave(claim.Words)
        || claim.Claim.Time is { Earliest: null, Latest: not null };

    /// <summary>Whether a claim says that somebody will not do what is asked.</summary>
    public static bool IsRefusal(ClaimView claim)
    {
        if (claim.Claim.Kind is ClaimKind.Demand or ClaimKind.Offer or ClaimKind.Unknown or ClaimKind.Assessment) return false;
        if (IsPressed(claim)) return true;
        if (claim.Claim.Kind == ClaimKind.Prediction && !(claim.Claim.Sources.IsEmpty || claim.SpeakerSides.Any(claim.AgentSides.Contains))) return false;
        return claim.IsNegative ? ActWords.Refusals.Contains(claim.Claim.Predicate.Lemma) : SignOf(claim) == ActSort.Response;
    }

    /// <summary>"They will not drive us out": the negated act of another against whoever speaks.</summary>
    public static bool IsPressed(ClaimView claim) => claim.IsNegative && claim.SpeakerSides.Length > 0 && ActWords.Pressed.Contains(claim.Claim.Predicate.Lemma) && !claim.DoerSides.Any(claim.SpeakerSides.Contains);

    // "Proposes that Southland remove its troops": what another is to do, and grave, is asked of it, however politely.
    private static bool IsAskedOfAnother(ClaimView claim) => claim.DemandedOf.Any(s => !claim.SpeakerSides.Contains(s)) && claim.SpeakerSides.Length > 0 && DemandFinder.IsGrave(claim.Words);

    private static ActSort Asking(ClaimView claim)
    {
        if (ActWords.Appeal.Fits(claim.Words) && !DemandFinder.IsGrave(claim.Words)) return ActSort.Appeal;
        return HasDeadline(claim) || GivesTime(claim) || ActWords.Ultimatum.Fits(claim.Words) ? ActSort.Ultimatum : ActSort.Demand;
    }

    // "Has until Friday to leave": said of whoever is given the time.
    private static bool HasUntil(ClaimView claim) => claim.Claim.Predicate.Lemma == "have" && claim.Words.Holds("until") && claim.DoerSides.Length > 0 && !claim.IsNegative;

    // "Gave it ten days to": time that is given.
    private static bool GivesTime(ClaimView claim) => claim.Claim.Predicate.Lemma == "give" && claim.Claim.Quantities.Any(q => q.Unit is "minute" or "hour" or "day" or "week" or "month");

    // Forces out, power or weapons given up, and by a day: that is an ultimatum, whatever it is called.
    private static bool HasDeadline(ClaimView claim) => claim.Claim.Time is { Earliest: null, Latest: not null } && DemandFinder.IsGrave(claim.Words);

    // To strike back, or if attacked, is to answer.
    // "Leave, or we will make you" is a demand as well; "to walk away would destroy us" is no threat.
    private static ActSort Threatening(ClaimView claim) => claim.Claim.Exact.StartsWith("to ", StringComparison.Ordinal) ? ActSort.Other
        : ActWords.ImperativeOr.Fits(claim.Words) ? ActSort.Ultimatum
        : ActWords.Defence.Fits(claim.Words) || (claim.ConditionText is { } condition && ActWords.Attacked.Fits(new ContentWords(condition, []))) ? ActSort.Response : ActSort.Threat;

    // "If he refuses, we are ready to act", "should it fail to comply, our forces will take all measures": who acts says so himself, or nobody in between.
    private static bool IsWarning(ClaimView claim) => claim.AgentSides.Length > 0 && !claim.IsNegative
        && (ActWords.Harm.Fits(claim.Words) || claim.Claim.Event is { Type: EventType.Threaten or EventType.Assault or EventType.Coerce })
        && (claim.Claim.Sources.IsEmpty || claim.SpeakerSides.Any(claim.AgentSides.Contains)) && (claim.ConditionSides.Any(s => !claim.AgentSides.Contains(s)) || ActWords.Undone.Fits(new ContentWords(claim.ConditionText!, [])));

    // "They must leave the town", said by a side of somebody else.
    private static bool IsToldDuty(ClaimView claim) => claim.Claim.Kind is ClaimKind.Position or ClaimKind.State or ClaimKind.Assessment && claim.Claim.Sources.Length > 0 && claim.Claim.Sources[^1].Kind is SourceKind.Person or SourceKind.State or SourceKind.Organisation
        && ActWords.Duty.Fits(claim.Words) && !claim.DoerSides.Any(claim.SpeakerSides.Contains) && !IsFirstPerson(claim);

    private static bool IsPledgedHarm(ClaimView claim) => claim.Claim.Kind is ClaimKind.Commitment or ClaimKind.Position && claim.SpeakerSides.Length > 0
        && claim.Claim.Predicate.Lemma is "throw" or "drive" or "crush" or "strike" or "punish" or "march" or "attack" or "reserve" && ActWords.Harm.Fits(claim.Words);

    private static bool IsFirstPerson(ClaimView claim) => claim.Words.Holds("we") || claim.Words.Holds("i");

    // Where no main verb is known, or only a state is told ("two carriers are off the coast"), the words alone must tell; a row that needs no
    // words needs the verb. To order or urge is a demand only where somebody is ordered.
    private static ActSort? SignOf(ClaimView claim)
    {
        var lemma = claim.Claim.Predicate.Lemma;
        foreach (var (sort, predicates, words) in ActWords.Signs)
        {
            if (lemma.Length > 0 ? predicates.Contains(lemma) && words.Fits(claim.Words) && (sort != ActSort.Demand || claim.PatientSides.Length > 0) : words.Text == "*" && predicates.Any(claim.Words.Holds)) return sort;
            if ((lemma.Length == 0 || (sort == ActSort.Force && claim.Claim.Kind == ClaimKind.State && claim.PatientSides.IsEmpty && ActWords.Posted.Fits(claim.Words))) && words.Text != "*" && words.Fits(claim.Words)) return sort;
        }
        return null;
    }

    /// <summary>Whether forces are moved by its main verb.</summary>
    public static bool MovesForces(ClaimView claim) => ActWords.Signs.Any(s => s.Sort == ActSort.Force && s.Predicates.Contains(claim.Claim.Predicate.Lemma));

    /// <summary>The sort of act that an event of a type is.</summary>
    public static ActSort Of(EventType type) => type switch
    {
        EventType.Threaten => ActSort.Threat,
        EventType.Mobilize or EventType.Assault => ActSort.Force,
        EventType.Reject => ActSort.Response,
        EventType.Sanction or EventType.Coerce => ActSort.Measure,
        _ => ActSort.Other,
    };

    private static ActSort ByEvent(ClaimView claim) => claim.Told switch
    {
        EventType.Request when claim.ToldTo.Length > 0 => Asking(claim),
        EventType.Threaten when ActWords.Harm.Fits(claim.Words) => Threatening(claim),
        EventType.Coerce when claim.Claim.Event!.Mode is not ("restrict" or "seize") => ActSort.Other,
        EventType.Assault when claim.Claim.Event!.Context != "military" => ActSort.Other,
        EventType.Threaten or EventType.Request or null => ActSort.Other,
        { } told => Of(told),
    };
}
