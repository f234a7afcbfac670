using System.Collections.Immutable;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>
/// Finds the threats that stand behind a demand: in its sentence whoever speaks, and elsewhere in its document, or in one of the same week,
/// those of the challenger that are not made to somebody else. Demand and threat are one ultimatum however many sentences tell of them. To
/// threaten with measures short of force, or with an answer to an attack, is no such threat.
/// </summary>
internal sealed class ThreatSearch(string challenger, string target, ImmutableArray<string> members)
{
    private readonly HashSet<(string Document, int Sentence)> _places = [];
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _days = [];

    /// <summary>Takes up the threats of a ledger.</summary>
    public void Add(ImmutableArray<ItemView> items)
    {
        foreach (var claim in items.Where(i => !i.IsHistory).SelectMany(i => i.Claims).Where(c => !c.IsCommentary))
        {
            if (claim.Claim.Kind == ClaimKind.Threat || ActWords.Consequences.Fits(claim.Words)) _places.Add(claim.Place);
            if (!IsMade(claim)) continue;
            _documents.Add(claim.Place.Document);
            if (claim.DocumentDate is { } day) _days.Add(day);
        }
    }

    /// <summary>Whether a threat stands beside a claim.</summary>
    public bool AreBeside(ClaimView claim) => _places.Contains(claim.Place) || _documents.Contains(claim.Place.Document)
        || (claim.DocumentDate is { } day && _days.Any(d => Math.Abs(d.DayNumber - day.DayNumber) < CrisisSettings.Of("threat-beside-days")));

    // The challenger threatens, warns of harm or says what would follow, to the target or to nobody by name.
    private bool IsMade(ClaimView claim) => !claim.IsNegative && !ActWords.ShortOfForce.Fits(claim.Words) && !ActWords.Defence.Fits(claim.Words) && (Threatens(claim) || IsWarned(claim)) && (claim.AllSides.Any(s => s == target) || claim.AllSides.All(IsOwn));

    private bool Threatens(ClaimView claim)
    {
        if (claim.Claim.Kind == ClaimKind.Threat && claim.AgentSides.Any(IsOwn)) return true;
        if (ActWords.Warning.FitsWord(claim.Claim.Predicate.Lemma)) return claim.AgentSides.Any(IsOwn) && IsHarm(claim);
        return ActWords.Consequences.Fits(claim.Words) && claim.SpeakerSides.Any(IsOwn);
    }

    // "Southland was warned of consequences by Northland's minister": the order of names tells who warns.
    private bool IsWarned(ClaimView claim) => claim.Claim.Kind is ClaimKind.Threat or ClaimKind.Event or ClaimKind.Prediction && IsHarm(claim)
        && NameOrder.IsDone(claim.Claim.Exact, claim.Named, ActWords.Warning, IsOwn, s => s == target);

    private static bool IsHarm(ClaimView claim) => ActWords.Consequences.Fits(claim.Words) || ActWords.Harm.Fits(claim.Words);

    private bool IsOwn(string side) => side == challenger || members.Contains(side);
}
