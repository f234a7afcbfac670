using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>The challenger's private types.</summary>
public enum ChallengerType
{
    /// <summary>Force is dear, a retreat cheap, and it wants what it demands.</summary>
    Hesitant,

    /// <summary>Force is cheaper, a retreat dearer, and it aims at the leader's removal, whatever it demands.</summary>
    Determined,
}

/// <summary>The leader's private types.</summary>
public enum LeaderType
{
    /// <summary>Giving way costs him less, and he trusts guarantees more.</summary>
    Yielding,

    /// <summary>Giving way costs him more, and he trusts guarantees less.</summary>
    Resolute,
}

/// <summary>
/// The numbers of one draw as either type of each side has them. Every spread keeps the mean over the prior of types: with both types alike, or
/// with one of them for sure, each number is the draw's own.
/// </summary>
internal readonly struct StandoffTypes(StandoffParameters p)
{
    public static TypeSpace Space { get; } = new(2, 2);

    private static readonly double PressedShare = CrisisSettings.Of("third.pressed");

    private readonly double determined = p.ChallengerDetermined;
    private readonly double resolute = p.LeaderResolute;

    public static ChallengerType Challenger(int profile) => (ChallengerType)Space.TypeOf(StandoffTree.Challenger, profile);

    public static LeaderType Leader(int profile) => (LeaderType)Space.TypeOf(StandoffTree.Leader, profile);

    /// <summary>Factor on what force costs.</summary>
    public double ForceCost(ChallengerType type) => Spread(p.ForceCostRatio, 1 - determined, type == ChallengerType.Hesitant);

    /// <summary>Factor on what dropping the demand costs.</summary>
    public double Retreat(ChallengerType type) => Spread(p.RetreatRatio, determined, type == ChallengerType.Determined);

    /// <summary>What the leader's removal is worth besides, in shares of the demand; where the demand is his departure, both aims are one.</summary>
    public double RemovalBesides(ChallengerType type) =>
        p.DemandIsDeparture ? 0 : (type == ChallengerType.Determined ? 1 - determined : -determined) * p.RemovalAimGap * p.ValueOfDemand;

    /// <summary>r of the leader.</summary>
    public double Resolve(LeaderType type) => p.LeaderResolve + ((type == LeaderType.Resolute ? 1 - resolute : -resolute) * p.ResolveGap);

    /// <summary>b between the two types, at most 1.</summary>
    public double Broken(double broken, ChallengerType challenger, LeaderType leader) => Math.Min(1, broken
        * Spread(p.RemovalAimBreaks, determined, challenger == ChallengerType.Determined) * Spread(p.DistrustRatio, resolute, leader == LeaderType.Resolute));

    /// <summary>Costs shared with partners that stay: 1/(1 + (1 − d)·C).</summary>
    public double Shared => 1 / (1 + ((1 - p.CoalitionDropout) * p.ThirdParties.OfChallenger));

    /// <summary>Cost of an invasion against backing of the target: e^{γ·T}.</summary>
    public double AgainstBacking => ElementaryFunctions.Exp(p.ThirdPartyPull * p.ThirdParties.OfTarget);

    /// <summary>What third parties' pressure makes of a compromise: e^{γ·T·s}, s <c>third.pressed</c>.</summary>
    public double Pressed => ElementaryFunctions.Exp(p.ThirdPartyPull * p.ThirdParties.OfTarget * PressedShare);

    /// <summary>Chance that an invasion succeeds, its odds times e^{γ·(C − T)}.</summary>
    public double InvasionSuccess
    {
        get
        {
            var odds = ElementaryFunctions.Exp(p.ThirdPartyPull * (p.ThirdParties.OfChallenger - p.ThirdParties.OfTarget));
            return p.InvasionSuccess * odds / (1 - p.InvasionSuccess + (p.InvasionSuccess * odds));
        }
    }

    // The higher of two values has chance p and is k times the lower: k/(1 − p + p·k) and 1/(1 − p + p·k) have the mean 1.
    private static double Spread(double ratio, double chance, bool isHigher) => (isHigher ? ratio : 1) / (1 - chance + (chance * ratio));
}
