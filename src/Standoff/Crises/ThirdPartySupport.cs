namespace Standoff.Crises;

/// <summary>
/// What third parties bring to either side: Σ |stance|·capacity·availability of those that lean to it, at most <see cref="Most"/>.
/// With T behind the target, C behind the challenger, γ the parameter <c>third-party-pull</c> and d <c>coalition-dropout</c>:
/// costs of the ladder and of force are shared with the partners that stay, 1/(1 + (1 − d)·C), those of an invasion times e^{γ·T} besides;
/// odds of a successful invasion are times e^{γ·(C − T)}; a compromise is worth e^{γ·T/4} times as much to the challenger.
/// A partner that drops out takes its share of the costs with it and ends nothing: the demand stands until who leads the coalition drops it.
/// </summary>
/// <param name="OfTarget">T.</param>
/// <param name="OfChallenger">C.</param>
public readonly record struct ThirdPartySupport(double OfTarget, double OfChallenger)
{
    /// <summary>Target of items that tell where a third party stands: they enter the game through its stance alone.</summary>
    internal const string Target = "third-party";

    /// <summary>The most that counts for a side: two major powers, wholly with it and free to act.</summary>
    public const double Most = 1.6;

    /// <summary>The support that a crisis tells of.</summary>
    public static ThirdPartySupport Of(IEnumerable<ThirdParty> parties)
    {
        var (target, challenger) = (0.0, 0.0);
        foreach (var party in parties)
        {
            var weight = party.Stance * party.Capacity * party.Availability;
            target += Math.Max(0, -weight);
            challenger += Math.Max(0, weight);
        }

        return new(Math.Min(Most, target), Math.Min(Most, challenger));
    }
}
