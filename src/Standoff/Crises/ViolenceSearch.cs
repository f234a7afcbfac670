using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>
/// Finds the violence that two sides are told to have done to each other: where who does it is named, by him on the other; where nobody is, between
/// the two where the text gives ground for it: it falls on one's people or land, or stands beside both their names, and nobody else is in it. A doer is
/// never made up, and what no state does, or a state does at home, is left out.
/// </summary>
internal sealed class ViolenceSearch
{
    // Sentences before and behind one that are its neighbours.
    private static readonly int Near = (int)CrisisSettings.Of("reach.violence");

    // Words between whose a force is and what it is called.
    private static readonly int OfForce = (int)CrisisSettings.Of("reach.behind-name");

    private static readonly string[] Mutual = ["clash", "skirmish", "exchange", "trade", "fight"];

    private static readonly string[] Owning = [" fire of a", " fire of an", " fire of the", " fire of", " fire from a", " fire from an", " fire from the", " fire from"];

    private static readonly string[] Attributing = ["it was a ", "it was an ", "it was the ", "they were ", "these were ", "it had been a "];

    private readonly string _challenger;
    private readonly string _target;
    private readonly ImmutableArray<string> _members;
    private readonly SentenceSides _sentences;
    private readonly HashSet<(string Document, int Sentence)> _told = [];
    private readonly HashSet<(string Document, int Sentence)> _struck = [];

    /// <summary>Reads a ledger.</summary>
    /// <param name="challenger">Who challenges.</param>
    /// <param name="target">Who is challenged.</param>
    /// <param name="members">Who challenges with him.</param>
    /// <param name="sentences">Who is named where.</param>
    /// <param name="items">What is told.</param>
    public ViolenceSearch(string challenger, string target, ImmutableArray<string> members, SentenceSides sentences, ImmutableArray<ItemView> items)
    {
        (_challenger, _target, _members, _sentences) = (challenger, target, members, sentences);
        var told = items.Where(i => !i.IsHistory && !i.Item.IsOpinion).SelectMany(i => i.Claims).Where(c => !c.IsOpen && !c.IsNegative && ViolenceWords.SortOf(c) is not null && !IsBarred(c)).ToList();
        _told.UnionWith(told.Select(c => c.Place));
        _struck.UnionWith(told.Where(c => ViolenceWords.SortOf(c) is not ViolenceSort.Harm && IsBetween(c)).Select(c => c.Place));
    }

    /// <summary>Whether the challenger is told to have used violence on the target's soil.</summary>
    public bool IsByChallenger(ClaimView claim) => !ViolenceWords.AtSea.Fits(claim.Words) && IsBetween(claim) && From(claim) is { Length: > 0 } from && from.All(IsOfChallenger);

    /// <summary>Whether violence between the two is told of, whoever's.</summary>
    public bool IsBetween(ClaimView claim)
    {
        if (IsBarred(claim)) return false;
        var from = From(claim);
        if (from.Any(s => !IsEither(s))) return false;
        if (IsAttribution(claim)) return _sentences.Around(claim.Place, Near).Any(s => IsOther(s, from[0]));
        if (ViolenceWords.SortOf(claim) is not { } sort) return false;
        return from.Any(IsOfChallenger) && from.Contains(_target) ? sort == ViolenceSort.Going || Mutual.Contains(claim.Claim.Predicate.Lemma)
            : from.IsEmpty ? IsOfNobody(claim, sort)
            : IsDone(claim, sort, from[0]);
    }

    /// <summary>Whether it is no deed at all, or what a state does at home: to a crowd, or to rebels where the target is not named with them.</summary>
    public bool IsApart(ClaimView claim) => ViolenceWords.Unreal.Fits(_sentences.Words(claim.Place)) || ViolenceWords.Civil.Fits(claim.Words)
        || (ViolenceWords.Irregular.Fits(claim.Words) && !Met(claim).Contains(_target));

    private bool IsBarred(ClaimView claim) => claim.IsCommentary || ViolenceWords.Barred.Fits(claim.Words) || ViolenceWords.Civil.Fits(claim.Words) || ViolenceWords.Unreal.Fits(_sentences.Words(claim.Place))
        || (ViolenceWords.Spoken.Fits(claim.Words) && !ViolenceWords.Forces.Fits(claim.Words));

    // Who does it is one of the two: the other must be named with it, or near by where nobody else is.
    private bool IsDone(ClaimView claim, ViolenceSort sort, string doer)
    {
        if (sort == ViolenceSort.Ground && !ViolenceWords.Forces.Fits(new ContentWords(string.Join(' ', claim.Agents), claim.Claim.Lemmas))) return false;
        var met = Met(claim).Where(s => s != doer).ToList();
        if (met.Exists(s => IsOther(s, doer))) return true;
        return met.TrueForAll(IsEither) && !ViolenceWords.Irregular.Fits(claim.Words) && (sort != ViolenceSort.Harm || IsStruck(claim)) && _sentences.Around(claim.Place, Near).Any(s => IsOther(s, doer));
    }

    private bool IsOfNobody(ClaimView claim, ViolenceSort sort)
    {
        if (sort == ViolenceSort.Ground || !Met(claim).All(IsEither) || (!Met(claim).Any() && !claim.SpeakerSides.All(IsEither)) || IsDoneByAnother(claim, sort) || IsAmongOthers(claim, sort)) return false;
        // Between neighbours shots need no name; soldiers far from home may be anybody's victims.
        if (!Neighbours.Are(_challenger, _target) && (sort == ViolenceSort.Harm ? !IsStruck(claim) : !Met(claim).Any())) return false;
        if (sort == ViolenceSort.Harm && !ViolenceWords.Uniform.Fits(claim.Words) && !IsStruck(claim)) return false;
        var around = _sentences.Around(claim.Place, Near).Concat(_sentences.InParagraph(claim.Place)).ToList();
        return around.Exists(IsOfChallenger) && around.Contains(_target);
    }

    // Beside crowds, and where rebels are in it, nobody knows whose it was.
    private bool IsAmongOthers(ClaimView claim, ViolenceSort sort) => ViolenceWords.Irregular.Fits(_sentences.Words(claim.Place))
        || Beside(claim).Any(s => ViolenceWords.Civil.Fits(_sentences.Words(s)) || (sort == ViolenceSort.Harm && ViolenceWords.Irregular.Fits(_sentences.Words(s))));

    // Where somebody is only said to be hurt, what stands beside it must tell of arms.
    private bool IsStruck(ClaimView claim) => Beside(claim).Any(_struck.Contains);

    private static IEnumerable<(string Document, int Sentence)> Beside(ClaimView claim) =>
        Enumerable.Range(claim.Place.Sentence - Near, (2 * Near) + 1).Select(s => (claim.Place.Document, s));

    // "Gunmen raided two houses. Southland says it was a Northland unit."
    private bool IsAttribution(ClaimView claim) => Array.Exists(Attributing, a => claim.Claim.Exact.StartsWith(a, StringComparison.OrdinalIgnoreCase))
        && claim.Named is [var named] && ViolenceWords.Forces.Fits(Behind(claim, named)) && _told.Overlaps(Beside(claim).Take(Near + 1));

    // Somebody does it who is of neither side, and no weapon or force.
    private static bool IsDoneByAnother(ClaimView claim, ViolenceSort sort) => sort != ViolenceSort.Within && claim.Claim.Predicate.Lemma != "die"
        && claim.Assailants.Concat(claim.Claim.Predicate.Agents).Any(a => !ViolenceWords.Things.Fits(new ContentWords(a, [])));

    private static IEnumerable<string> Met(ClaimView claim) =>
        claim.AssailedSides.Concat(claim.PatientSides).Concat(claim.Named.Select(n => n.Side)).Where(s => !ActorRegister.IsWorldBody(s)).Distinct();

    // Whoever is told to do it; "the fire of a Northland boat": whose it is.
    private ImmutableArray<string> From(ClaimView claim)
    {
        if (IsAttribution(claim)) return [claim.Named[0].Side];
        ImmutableArray<string> told = ViolenceWords.SortOf(claim) == ViolenceSort.Within || claim.Claim.Predicate.Lemma == "die" ? [.. claim.AssailantSides.Except(claim.DoerSides)] : [.. claim.AssailantSides.Concat(claim.DoerSides).Distinct()];
        return told.IsEmpty ? [.. claim.Named.Where(n => IsOwned(claim.Claim.Exact[..n.Start].TrimEnd()) && ViolenceWords.Forces.Fits(Behind(claim, n))).Select(n => n.Side).Distinct()] : told;
    }

    private static ContentWords Behind(ClaimView claim, (int Start, int Length, string Side) named) =>
        new(string.Join(' ', NameOrder.Words(claim.Claim.Exact[(named.Start + named.Length)..]).Select(w => w.Word).Take(OfForce)), []);

    private static bool IsOwned(string before) => Array.Exists(Owning, o => before.EndsWith(o, StringComparison.Ordinal));

    private bool IsOther(string side, string than) => IsOfChallenger(than) ? side == _target : IsOfChallenger(side);

    private bool IsEither(string side) => side == _target || IsOfChallenger(side);

    private bool IsOfChallenger(string side) => side == _challenger || _members.Contains(side);
}
