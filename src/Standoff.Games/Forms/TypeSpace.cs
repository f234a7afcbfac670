namespace Standoff.Games.Forms;

/// <summary>
/// Private types of the players: each knows its own and holds beliefs about the others'. A profile names a type for every player; profiles
/// are numbered with the last player's type running fastest.
/// </summary>
public sealed class TypeSpace
{
    private readonly int[] counts;
    private readonly int[] strides;
    // By player and type: the profiles in which the player is of it.
    private readonly int[][][] profiles;

    /// <summary>Types of each player, at least one.</summary>
    public TypeSpace(params ReadOnlySpan<int> counts)
    {
        this.counts = counts.ToArray();
        strides = new int[counts.Length];
        ProfileCount = 1;
        for (var player = counts.Length - 1; player >= 0; player--)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counts[player]);
            strides[player] = ProfileCount;
            ProfileCount *= counts[player];
        }

        profiles = [.. this.counts.Select((count, player) => Enumerable.Range(0, count)
            .Select(type => Enumerable.Range(0, ProfileCount).Where(p => TypeOf(player, p) == type).ToArray()).ToArray())];
    }

    /// <summary>Number of players.</summary>
    public int PlayerCount => counts.Length;

    /// <summary>Number of profiles: the product of the numbers of types.</summary>
    public int ProfileCount { get; }

    /// <summary>No private information: one type each.</summary>
    public static TypeSpace Known(int players)
    {
        var ones = new int[players];
        Array.Fill(ones, 1);
        return new TypeSpace(ones);
    }

    /// <summary>Number of types of a player.</summary>
    public int Count(int player) => counts[player];

    /// <summary>A player's type in a profile.</summary>
    public int TypeOf(int player, int profile) => profile / strides[player] % counts[player];

    /// <summary>The profiles in which the player is of the type, in order.</summary>
    public ReadOnlySpan<int> Profiles(int player, int type) => profiles[player][type];
}
