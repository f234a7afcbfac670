using Standoff.Crises;

namespace Standoff.Backtest.Evidence;

/// <summary>How far the game ties an ending to a parameter: the mean rank of the parameter where the ending comes, less where it does not.</summary>
internal static class GameResponse
{
    private const int Slices = 24;

    /// <summary>E[z | ending] − E[z | other], z the normal score of the parameter's rank, all else at the defaults, from a show of force, within half a year.</summary>
    public static double Of(string parameter, string ending)
    {
        var prior = StandoffPriors.All[StandoffParameters.IndexOf(parameter)].Prior;
        var (with, without, shiftWith, shiftWithout) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < Slices; k++)
        {
            var level = (k + 0.5) / Slices;
            var (z, p) = (SpecialFunctions.NormalQuantile(level), Probability(parameter, prior.Quantile(level), ending));
            (with, without, shiftWith, shiftWithout) = (with + p, without + 1 - p, shiftWith + (p * z), shiftWithout + ((1 - p) * z));
        }
        return (shiftWith / with) - (shiftWithout / without);
    }

    private static double Probability(string parameter, double value, string ending)
    {
        var game = StandoffParameters.Default.With(parameter, value) with { Start = new StandoffState(Rung.ShowOfForce) };
        var paths = StandoffGame.Solve(game);
        double Ended(params Ending[] endings) => endings.Sum(e => paths.Cumulative(e, StandoffGame.DefaultHorizon));
        return ending switch
        {
            "defeat" or "success" => Ended(Ending.Compliance, Ending.NegotiatedExit, Ending.ForcibleRemoval),
            "compromise" => Ended(Ending.Compromise),
            "internal-exit" => Ended(Ending.InternalExit),
            _ => paths.Force(Force.Invasion, StandoffGame.DefaultHorizon),
        };
    }
}
