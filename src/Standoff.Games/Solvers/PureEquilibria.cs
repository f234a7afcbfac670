using System.Collections.Immutable;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>All Nash equilibria in pure strategies, by trying every profile; exact.</summary>
public static class PureEquilibria
{
    /// <summary>The profiles that nobody wants to leave alone, by player the strategy.</summary>
    public static ImmutableArray<ImmutableArray<int>> Solve(NormalFormGame game, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var profile = 0; profile < game.ProfileCount; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((profile & 0xFFFF) == 0)
                progress?.Report(new SolverProgress(profile, (double)profile / game.ProfileCount, 0, 0));
            if (Enumerable.Range(0, game.Players.Length).All(player => IsBestReply(game, profile, player)))
                found.Add([.. Enumerable.Range(0, game.Players.Length).Select(player => game.StrategyAt(profile, player))]);
        }

        return found.ToImmutable();
    }

    private static bool IsBestReply(NormalFormGame game, int profile, int player)
    {
        for (var strategy = 0; strategy < game.StrategyCount(player); strategy++)
        {
            if (game.Payoff(game.Deviate(profile, player, strategy), player) > game.Payoff(profile, player))
                return false;
        }

        return true;
    }
}
