using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// The competing weekly hazards of a crisis: ways in which it ends, then levels that force on the target's soil may reach.
/// A removal by force carries the force that brings it about, so it stands here twice.
/// </summary>
internal enum Channel
{
    Compliance,
    NegotiatedExit,
    Compromise,
    Withdrawal,
    InternalExit,
    Other,
    RemovalByRaid,
    RemovalByInvasion,
    Limited,
    Raid,
    Invasion,
}

/// <summary>Facts about channels.</summary>
internal static class Channels
{
    /// <summary>How many there are.</summary>
    public const int Count = 11;

    /// <summary>How many end the crisis; they come first.</summary>
    public const int EndingCount = 8;

    /// <summary>Whether the crisis is quiet (0) or force was used on the target's soil (1); of the hazards of force, whether some was used before the day of the forecast.</summary>
    public const int States = 2;

    /// <summary>The ending that a channel leads to; <see cref="Ending.None"/> for force.</summary>
    public static Ending EndingOf(Channel channel) => channel switch
    {
        Channel.RemovalByRaid or Channel.RemovalByInvasion => Ending.ForcibleRemoval,
        >= Channel.Limited => Ending.None,
        _ => Enum.Parse<Ending>(channel.ToString()),
    };

    /// <summary>The least force that a channel brings with it.</summary>
    public static Force ForceOf(Channel channel) => channel switch
    {
        Channel.Limited => Force.Limited,
        Channel.Raid or Channel.RemovalByRaid => Force.Raid,
        Channel.Invasion or Channel.RemovalByInvasion => Force.Invasion,
        _ => Force.None,
    };

    /// <summary>
    /// Whether classes say how often a demand ends so: a demanded departure is met by a negotiated exit, any other demand by compliance. What an
    /// invasion for a departure does to the ruler is <see cref="RegimeInvasions"/>' to say.
    /// </summary>
    public static bool IsOpen(Channel channel, DemandKind demand) => channel switch
    {
        Channel.Compliance => demand != DemandKind.LeaderDeparture,
        Channel.NegotiatedExit => demand == DemandKind.LeaderDeparture,
        Channel.RemovalByInvasion => demand != DemandKind.LeaderDeparture,
        _ => true,
    };

    /// <summary>Whether the crisis ends because the leader is gone, other than by agreement.</summary>
    public static bool IsExit(Channel channel) => channel is Channel.InternalExit or Channel.RemovalByRaid or Channel.RemovalByInvasion;

    /// <summary>Name of the channel's row in the table of class counts.</summary>
    public static string CellOf(Channel channel) => channel is Channel.RemovalByRaid or Channel.RemovalByInvasion
        ? nameof(Ending.ForcibleRemoval) : channel.ToString();
}
