namespace Standoff.Crises;

/// <summary>How a crisis first ends by a date.</summary>
public enum Ending
{
    /// <summary>None yet.</summary>
    None,

    /// <summary>The core demand is met, but not by a negotiated departure.</summary>
    Compliance,

    /// <summary>The demanded departure comes about by an agreed exit; its own sub-class of compliance.</summary>
    NegotiatedExit,

    /// <summary>Part of the demand is met.</summary>
    Compromise,

    /// <summary>The challenger drops the demand.</summary>
    Withdrawal,

    /// <summary>The leader falls from within, or dies.</summary>
    InternalExit,

    /// <summary>The leader is removed by the challenger's force.</summary>
    ForcibleRemoval,

    /// <summary>Anything else that ends it.</summary>
    Other,
}

/// <summary>Greatest force used on the target's soil by a date.</summary>
public enum Force
{
    /// <summary>None.</summary>
    None,

    /// <summary>Limited strikes.</summary>
    Limited,

    /// <summary>A raid.</summary>
    Raid,

    /// <summary>Ground held for 72 hours or more.</summary>
    Invasion,
}
