using System.Collections.Immutable;
using Standoff.Reading.Claims;

namespace Standoff.Claims;

/// <summary>Demands, offers, threats, promises and positions: who does them, and who tells of them.</summary>
internal static class SpeechAct
{
    public static bool Is(ClaimKind kind) =>
        kind is ClaimKind.Demand or ClaimKind.Offer or ClaimKind.Threat or ClaimKind.Commitment or ClaimKind.Position;

    /// <summary>
    /// Whether the innermost source is the one who does the act that the content spells out; those before him only tell of it.
    /// </summary>
    public static bool IsNarrated(Claim claim) =>
        Is(claim.Kind) && claim.Sources.Length > 0 && claim.Sources[^1].Kind is SourceKind.Person or SourceKind.Organisation or SourceKind.State;

    /// <summary>
    /// Who does the act: the innermost source where the content is spelled out, else the first agent or actor;
    /// <see langword="null"/> for other kinds of claim or if nobody is named.
    /// </summary>
    public static string? DoerOf(Claim claim)
    {
        if (!Is(claim.Kind)) return null;
        if (IsNarrated(claim)) return claim.Sources[^1].Name;
        return claim.Sources.Length > 0 ? null : claim.Predicate.Agents.Concat(claim.Actors).FirstOrDefault();
    }

    /// <summary>Those who vouch that the claim is so: the chain, without the doer of a narrated act.</summary>
    public static ImmutableArray<Source> VouchersOf(Claim claim) => IsNarrated(claim) ? claim.Sources[..^1] : claim.Sources;
}
