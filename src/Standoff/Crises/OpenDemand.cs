using System.Collections.Immutable;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>
/// A demand that does not say of whom: "Northland has demanded an apology", "it wants the scheme abandoned", "withdrawal is the condition for talks". Between two sides that are
/// known it is made of the other, unless it asks something of somebody else, or what one asks of everybody: a meeting, help, calm.
/// </summary>
internal static class OpenDemand
{
    /// <summary>The demand as an act of the challenger's; <see langword="null"/> if the claim is none.</summary>
    public static Act? Of(ClaimView claim, double weight, Pair pair)
    {
        if (claim.IsCommentary || claim.IsNegative || IsOfAnother(claim, pair) || IsForAnybody(claim)) return null;
        if (!IsTold(claim, pair) && !IsContent(claim, pair) && !IsStated(claim, pair)) return null;
        ImmutableArray<string> to = claim.ActorSides.Contains(pair.Target!) ? [pair.Target!] : [];
        return new Act(ActSort.Demand, claim, weight, [pair.Challenger!], to, ActSorts.IsFirm(claim));
    }

    /// <summary>The words of what is demanded, behind the verb that tells of the demanding; all of them where they tell of none.</summary>
    public static string Content(ClaimView claim)
    {
        if (!ActWords.Asked.Contains(claim.Claim.Predicate.Lemma)) return claim.Claim.Exact;
        var words = claim.Claim.Exact.Split(' ');
        var verb = Array.FindIndex(words, w => w.StartsWith(claim.Claim.Predicate.Lemma, StringComparison.OrdinalIgnoreCase));
        return string.Join(' ', words[(verb + 1)..]);
    }

    // "Northland wants the islands", "the demand has two parts: that …": the claim tells of the asking.
    private static bool IsTold(ClaimView claim, Pair pair) =>
        (IsBy(claim.AgentSides, pair) && (ActWords.Asked.Contains(claim.Claim.Predicate.Lemma) ? ActWords.AskedFor.Fits(claim.Words) : IsNamed(claim)))
        || (ActWords.Terms.Fits(claim.Words) && IsBy(claim.SpeakerSides, pair));

    private static bool IsNamed(ClaimView claim) => claim.Claim.Predicate.Lemma is "be" or "have" or "include" or "list" && (claim.Words.Holds("demand") || claim.Words.Holds("demands")) && claim.Claim.Exact.Contains(':');

    // "Northland demanded that the post be taken out": the claim is what is asked.
    private static bool IsContent(ClaimView claim, Pair pair) => claim.Claim.Kind == ClaimKind.Demand && !claim.Claim.Sources.IsEmpty && IsBy(claim.SpeakerSides, pair)
        && (claim.Claim.Predicate.Agents.IsEmpty || claim.DoerSides.Contains(pair.Target!)) && !ActWords.Own.Fits(claim.Words);

    // "Northland's reply is that the troops of Southland must go first".
    private static bool IsStated(ClaimView claim, Pair pair) => ActWords.Duty.Fits(claim.Words) && claim.DoerSides.Contains(pair.Target!)
        && (IsBy(claim.SpeakerSides, pair) || (claim.Claim.Sources.IsEmpty && ActWords.Stated.Fits(claim.Words) && claim.ActorSides.Contains(pair.Challenger!)));

    private static bool IsBy(ImmutableArray<string> sides, Pair pair) => sides.Any(s => s == pair.Challenger || pair.Members.Contains(s)) && !sides.Contains(pair.Target!);

    private static bool IsOfAnother(ClaimView claim, Pair pair) =>
        claim.PatientSides.Concat(claim.AddressedSides).Concat(claim.DemandedOf).Any(s => s != pair.Challenger && s != pair.Target && !pair.Members.Contains(s));

    // "It wants" alone asks for nothing.
    private static bool IsForAnybody(ClaimView claim)
    {
        var content = Content(claim);
        var words = new ContentWords(content, []);
        return !content.Contains(' ', StringComparison.Ordinal) || ActWords.ForAnybody.Fits(words) || (ActWords.Appeal.Fits(words) && !ActWords.Terms.Fits(words) && !DemandFinder.IsGrave(words));
    }
}
