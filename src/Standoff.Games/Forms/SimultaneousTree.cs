
namespace Standoff.Games.Forms;

/// <summary>A normal-form game as a tree: the players choose in turn, none knowing what the others chose.</summary>
public static class SimultaneousTree
{
    private const int MostEnds = 200_000;

    /// <summary>The tree; each player has one information set, named after the player.</summary>
    /// <exception cref="GameTooLargeException">There are more than 200,000 profiles.</exception>
    public static ExtensiveGame Of(NormalFormGame game)
    {
        GameTooLargeException.ThrowIfMore("profiles", game.ProfileCount, MostEnds);
        var builder = new ExtensiveGameBuilder(game.Title, [.. game.Players.Select(p => p.Name)]);
        Add(builder, game, 0, 0);
        return builder.Build();
    }

    // As deep as there are players.
    private static void Add(ExtensiveGameBuilder builder, NormalFormGame game, int player, int profile)
    {
        if (player == game.Players.Length)
        {
            builder.AddEnd([.. game.Players.Select((_, p) => game.Payoff(profile, p))]);
            return;
        }

        builder.AddMove(player, game.Players[player].Name, game.Players[player].Strategies, []);
        for (var strategy = 0; strategy < game.StrategyCount(player); strategy++)
            Add(builder, game, player + 1, game.Deviate(profile, player, strategy));
    }
}
