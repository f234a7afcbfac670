using System.Globalization;
using Standoff.Games.Forms;
using Standoff.Games.Solvers;

namespace Standoff.Cli.Games;

/// <summary>λ of a game from observed play.</summary>
internal static class PlayFits
{
    /// <summary>Estimates it, one for all players or one for each.</summary>
    /// <exception cref="ArgumentException">The game is not one of moves.</exception>
    public static FitReport Fit(LoadedGame game, DataTable table, bool perPlayer, CancellationToken stop)
    {
        var tree = game switch
        {
            LoadedGame.Extensive of => of.Game,
            LoadedGame.Normal of => SimultaneousTree.Of(of.Game),
            _ => throw new ArgumentException("λ of a stochastic game is not estimated"),
        };
        var counts = PlayData.Read(tree, table);
        var common = LogitEstimation.Fit(tree, counts, null, null, stop);
        stop.ThrowIfCancellationRequested();
        return perPlayer ? ByPlayer(game, tree, counts, common) : Common(game, tree, counts, common);
    }

    private static FitReport Common(LoadedGame game, ExtensiveGame tree, PlayCounts counts, LogitFit fit)
    {
        var best = fit.Best;
        var probabilities = tree.InformationSets.SelectMany(set => set.Actions.Select(action => (Of: NameOf(tree, set), Name: $"{action} (probability)")))
            .Zip(best.Point.Probabilities, (move, p) => new FittedNumber(move.Of, move.Name, p, double.NaN));
        return new FitReport
        {
            Model = "lambda",
            Title = $"{GameText.Heading(game)} · logit λ by maximum likelihood",
            Observations = (counts.Total, counts.Outcomes.IsEmpty ? "choices" : "plays"),
            Numbers = [new FittedNumber("", "λ", best.Point.Rationality, best.StandardError), .. probabilities],
            LogLikelihood = best.LogLikelihood,
            Iterations = fit.Steps,
            HasConverged = fit.IsComplete,
            Notes = [.. Notes(fit)],
        };
    }

    private static FitReport ByPlayer(LoadedGame game, ExtensiveGame tree, PlayCounts counts, LogitFit common)
    {
        var fit = LogitPayoffEstimation.RationalityByPlayer(tree, counts, common);
        return new FitReport
        {
            Model = "lambda-per-player",
            Title = $"{GameText.Heading(game)} · a logit λ for each player by maximum likelihood",
            Observations = (counts.Total, counts.Outcomes.IsEmpty ? "choices" : "plays"),
            Numbers = [.. tree.Players.Select((player, i) => new FittedNumber(player, "λ", fit.Parameters[i], fit.StandardErrors[i]))],
            LogLikelihood = fit.LogLikelihood,
            Iterations = fit.Iterations,
            HasConverged = fit.HasConverged,
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture, $"With one λ for all, {common.Best.Point.Rationality:0.####}, the log-likelihood is {common.Best.LogLikelihood:0.0000}; with uniform play {common.UniformLogLikelihood:0.0000}."),
            ],
        };
    }

    private static IEnumerable<string> Notes(LogitFit fit)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Uniform play has the log-likelihood {fit.UniformLogLikelihood:0.0000}. {fit.Branches} branch{(fit.Branches == 1 ? "" : "es")} of equilibria searched, {fit.Maxima.Length} local maxim{(fit.Maxima.Length == 1 ? "um" : "a")}.");
        if (fit.Best.Bound == LogitBound.Uniform) yield return "Play is best described as uniform: λ has no estimate above 0.";
        if (fit.Best.Bound == LogitBound.BestReplies) yield return "The likelihood rises as far as the branch was followed: play looks like best replies, and λ has no finite estimate.";
        if (fit.Best.Start != BranchStart.Principal) yield return "The estimate does not stand on the principal branch.";
        foreach (var other in fit.Maxima.Skip(1).Take(5))
            yield return string.Create(CultureInfo.InvariantCulture, $"Another maximum: λ = {other.Point.Rationality:G6}, log-likelihood {other.LogLikelihood:0.0000}{(other.Start == BranchStart.Principal ? ", on the principal branch" : "")}.");
    }

    private static string NameOf(ExtensiveGame tree, InformationSet set) => set.Name.Length > 0 && set.Name != tree.Players[set.Player] ? $"{tree.Players[set.Player]} · {set.Name}" : tree.Players[set.Player];
}
