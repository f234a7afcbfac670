namespace Standoff.Games.Forms;

/// <summary>The game has imperfect recall, for which the solver's equations don't hold.</summary>
public sealed class ImperfectRecallException(ExtensiveGame game, InformationSet set)
    : InvalidOperationException($"At information set \"{set.Name}\", {game.Players[set.Player]} has forgotten an earlier move.")
{
    /// <summary>The game.</summary>
    public ExtensiveGame Game { get; } = game;

    /// <summary>Where something was forgotten.</summary>
    public InformationSet InformationSet { get; } = set;

    internal static void ThrowIfForgetful(ExtensiveGame game)
    {
        if (game.FirstWithImperfectRecall() is { } set)
            throw new ImperfectRecallException(game, set);
    }
}
