using System.Collections.Immutable;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>
/// A demand that does not say of whom: "Northland has demanded an apology", "it wants the scheme abandoned", "withdrawal is the condition for talks". Between two sides that are
/// known it is made of the other, if it is a thing that one state asks of another, and unless it is asked of somebody else or of everybody: a meeting, help, calm.
/// </summary>
internal static class OpenDemand
{
    private const string HeadEnds = ",;:(";
    private static readonly string[] HeadEnders = ["of", "for", "in", "on", "at", "from", "to", "that", "which", "who", "with", "by", "and", "or", "under", "over", "against", "between"];

    /// <summary>The demand as an act of the challenger's; <see langword="null"/> if the claim is none.</summary>
    public static Act? Of(ClaimView claim, double weight, Pair pair)
    {
        if (claim.IsCommentary || claim.IsNegative || claim.Claim.Kind == ClaimKind.Unknown || IsOfAnother(claim, pair) || ActWords.NoAct.Fits(claim.Words)) return null;
        if (!IsTold(claim, pair) && !IsContent(claim, pair) && !IsStated(claim, pair)) return null;
        ImmutableArray<string> to = claim.ActorSides.Contains(pair.Target!) ? [pair.Target!] : [];
        return new Act(ActSort.Demand, claim, weight, [pair.Challenger!], to, ActSorts.IsFirm(claim));
    }

    /// <summary>The words of what is demanded, behind the verb that tells of the demanding; all of them where they tell of none.</summary>
    public static string Content(ClaimView claim)
    {
        if (!ActWords.Asked.Contains(claim.Claim.Predicate.Lemma)) return claim.Claim.Exact;
        var words = claim.Claim.Exact.Split(' ');
        var verb = Array.FindIndex(words, w => w.StartsWith(claim.Claim.Predicate.Lemma, StringComparison.OrdinalIgnoreCase) || (claim.Claim.Predicate.Lemma == "seek" && w == "sought"));
        return string.Join(' ', words[(verb + 1)..]);
    }

    // "Northland wants the islands", "the demand has two parts: that …": the claim tells of the asking, and nobody else says so.
    private static bool IsTold(ClaimView claim, Pair pair)
    {
        if (!IsBy(claim.AgentSides, pair)) return IsBy(claim.SpeakerSides, pair) && ActWords.Terms.Fits(claim.Words) && ActWords.AskedThing.Fits(claim.Words);
        if (claim.SpeakerSides.Any(s => s != pair.Challenger && !pair.Members.Contains(s))) return false;
        return ActWords.Asked.Contains(claim.Claim.Predicate.Lemma) ? ActWords.AskedFor.Fits(claim.Words) && IsAsked(claim, pair) : IsNamed(claim);
    }

    private static bool IsNamed(ClaimView claim) => claim.Claim.Predicate.Lemma is "be" or "have" or "include" or "list" && (claim.Words.Holds("demand") || claim.Words.Holds("demands")) && claim.Claim.Exact.Contains(':', StringComparison.Ordinal);

    // "Northland demanded that the post be taken out": the claim is what is asked.
    private static bool IsContent(ClaimView claim, Pair pair) => claim.Claim.Kind == ClaimKind.Demand && !claim.Claim.Sources.IsEmpty && IsBy(claim.SpeakerSides, pair)
        && (claim.DoerSides.Contains(pair.Target!) || (claim.Claim.Predicate.Agents.IsEmpty && !ActWords.Own.Fits(claim.Words) && IsAsked(claim, pair)));

    // "Northland's reply is that the troops of Southland must go first".
    private static bool IsStated(ClaimView claim, Pair pair) => ActWords.Duty.Fits(claim.Words) && claim.DoerSides.Contains(pair.Target!)
        && (IsBy(claim.SpeakerSides, pair) || (claim.Claim.Sources.IsEmpty && ActWords.Stated.Fits(claim.Words) && claim.ActorSides.Contains(pair.Challenger!)));

    private static bool IsBy(ImmutableArray<string> sides, Pair pair) => sides.Any(s => s == pair.Challenger || pair.Members.Contains(s)) && !sides.Contains(pair.Target!);

    private static bool IsOfAnother(ClaimView claim, Pair pair) =>
        claim.PatientSides.Concat(claim.AddressedSides).Concat(claim.DemandedOf).Any(s => s != pair.Challenger && s != pair.Target && !pair.Members.Contains(s));

    // A thing that one state asks of another, of nobody else by "to" ("wants the rebels to disarm"), and not for its own ("its own troops withdrawn").
    private static bool IsAsked(ClaimView claim, Pair pair)
    {
        var content = Content(claim);
        var names = claim.ActorSides.Contains(pair.Target!);
        var words = new ContentWords(content, []);
        return (names || (ActWords.AskedThing.Fits(words) && !IsInfinitive(content) && !words.Holds("own"))) && !IsForAnybody(content, words);
    }

    private static bool IsInfinitive(string content)
    {
        var head = Head(content);
        return head.Length < content.Length && content[head.Length..].StartsWith(" to ", StringComparison.Ordinal) && !ActWords.AskedThing.Fits(new ContentWords(head, []));
    }

    private static bool IsForAnybody(string content, ContentWords words) => (new ContentWords(Head(content), []) is var head && ActWords.ForAnybody.Fits(head) && !ActWords.AskedThing.Fits(head))
        || (ActWords.Appeal.Fits(words) && !ActWords.Terms.Fits(words) && !ActWords.AskedThing.Fits(words));

    // "a meeting" of "a meeting of the council".
    private static string Head(string content)
    {
        var words = content.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "";
        var end = Array.FindIndex(words, 1, w => HeadEnders.Contains(w) || HeadEnds.Contains(w[0]) || w is "-" or "–");
        end = end < 0 ? words.Length : end;
        var last = Array.FindIndex(words, 0, end, w => HeadEnds.Contains(w[^1]));
        return string.Join(' ', words[..(last < 0 ? end : last + 1)]).TrimEnd(',', ';', ':');
    }
}
