using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>The standoff game solved once, every parameter at its median and the crisis in its likeliest state.</summary>
/// <param name="Moves">What each side would do now, and why not otherwise.</param>
/// <param name="Endings">Probability of each ending by week, as the game alone has it: no reference class, no uncertainty.</param>
/// <param name="ChallengerValue">What the challenger expects, in units of the demand's value.</param>
/// <param name="TargetValue">What the target expects, in units of a week in office.</param>
/// <param name="SolvedWeeks">Weeks solved, to a value of 0 at the end.</param>
/// <param name="Residual">Largest difference between the beliefs that the strategies answer and those that follow from them.</param>
public sealed record GameSolution(
    ImmutableArray<MoveChoice> Moves, ImmutableArray<EndingPath> Endings, double ChallengerValue, double TargetValue, int SolvedWeeks, double Residual)
{
    /// <summary>How probable each side's types are, before and after the moves already made.</summary>
    public ImmutableArray<TypeBelief> Types { get; init; } = [];

    /// <summary>Rounds of strategies and beliefs.</summary>
    public int Rounds { get; init; }

    /// <summary>Solves the game of a crisis.</summary>
    public static GameSolution Of(Crisis crisis, int horizonWeeks = StandoffGame.DefaultHorizon)
    {
        // The medians need no ensemble.
        var (medians, paths) = ForecastModel.AtMedians(crisis, new ForecastOptions { Draws = ForecastOptions.FewestDraws, HorizonWeeks = horizonWeeks });
        return new GameSolution(
            MoveChoices.Of(crisis, paths),
            [.. Enum.GetValues<Ending>().Select(e => new EndingPath(e, [.. Enumerable.Range(0, horizonWeeks + 1).Select(w => paths.Cumulative(e, w))]))],
            paths.ChallengerValue,
            paths.LeaderValue,
            paths.Convergence.SolvedWeeks,
            paths.Convergence.Residual)
        {
            Types = TypeBeliefs.Of(crisis, medians, paths),
            Rounds = paths.Convergence.Iterations,
        };
    }
}

/// <summary>Cumulative probability of an ending, weeks 0 … horizon.</summary>
public sealed record EndingPath(Ending Ending, ImmutableArray<double> Weeks);
