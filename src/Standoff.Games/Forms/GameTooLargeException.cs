namespace Standoff.Games.Forms;

/// <summary>A game is larger than a method can take, or its other form would be.</summary>
public sealed class GameTooLargeException(string what, long count, long most)
    : InvalidOperationException(FormattableString.Invariant($"The game has {count} {what}; this method takes at most {most}."))
{
    /// <summary>How many there are.</summary>
    public long Count { get; } = count;

    /// <summary>How many there may be.</summary>
    public long Most { get; } = most;

    internal static void ThrowIfMore(string what, long count, long most)
    {
        if (count > most)
            throw new GameTooLargeException(what, count, most);
    }
}
