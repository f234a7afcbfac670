namespace Standoff.Crises;

/// <summary>State of the coalition behind the leader.</summary>
public enum Cohesion
{
    /// <summary>It holds together.</summary>
    Firm,

    /// <summary>It has cracked: an ouster is likelier.</summary>
    Cracked,
}

/// <summary>What everyone can see of a standoff.</summary>
/// <param name="Rung">Highest rung reached; a raid or invasion already made counts as <see cref="Crises.Rung.LimitedStrikes"/> with its <paramref name="Force"/>.</param>
/// <param name="UltimatumGiven">Whether an ultimatum was given, ever.</param>
/// <param name="ExitOffered">Whether an exit offer is on the table.</param>
/// <param name="Cohesion">Cohesion of the leader's coalition.</param>
/// <param name="Force">Greatest force so far on the target's soil.</param>
public readonly record struct StandoffState(Rung Rung, bool UltimatumGiven = false, bool ExitOffered = false, Cohesion Cohesion = Cohesion.Firm, Force Force = Force.None)
{
    /// <summary>A crisis at its outset: measures taken, nothing threatened.</summary>
    public static StandoffState Outset { get; } = new(Rung.Measures);

    /// <summary>The rung the game stands on: raids and invasions are moves, not places to stand.</summary>
    internal Rung StandingRung => Rung > Rung.LimitedStrikes ? Rung.LimitedStrikes : Rung;

    /// <summary>The force so far, at least what the rung implies.</summary>
    internal Force ForceSoFar => (Force)Math.Max((int)Force, Math.Max(0, (int)Rung - (int)Rung.LimitedStrikes + 1));
}
