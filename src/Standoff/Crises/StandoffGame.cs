namespace Standoff.Crises;

/// <summary>
/// The standoff game: one mover a week, two private types a side, logit choice σ_τ(a) ∝ w_a·e^{λQ_a} with the discounted payoff *without* the
/// shocks' inclusive value, Bayes-consistent beliefs conditional on the public state and the week; strategies (backwards) and beliefs (forwards)
/// in turns until they agree, pushed forward from where the crisis stands.
/// </summary>
public static class StandoffGame
{
    /// <summary>Weeks reported unless asked otherwise.</summary>
    public const int DefaultHorizon = 26;

    /// <summary>Weeks solved unless asked otherwise: what lies behind them is worth 0 and too far to matter within the horizon.</summary>
    public const int DefaultSolved = 38;

    /// <summary>Public states that can be reached from a start.</summary>
    public static int StatesFrom(StandoffStart start) => StandoffTree.From(StandoffOpening.Lowest(start)).Places.Count;

    /// <summary>Solves one game from its own start, types at their priors.</summary>
    /// <param name="parameters">Payoffs, rates and start.</param>
    /// <param name="horizonWeeks">Weeks to report.</param>
    /// <param name="solvedWeeks">Weeks to solve, at least the horizon; everything after them is worth 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range, or the weeks are.</exception>
    public static StandoffPaths Solve(StandoffParameters parameters, int horizonWeeks = DefaultHorizon, int solvedWeeks = DefaultSolved) =>
        SolveAll([parameters], null, new StandoffOptions { HorizonWeeks = horizonWeeks, SolvedWeeks = solvedWeeks, Threads = 1 })[0];

    /// <summary>Solves many games; the result of a draw has the same bits alone, in any company and on any number of threads.</summary>
    /// <param name="draws">Parameters.</param>
    /// <param name="start">
    /// Where all of them start: paths are the mixture's, moves are those at each draw's own start, which must be one of the states.
    /// <see langword="null"/> for each draw's own start, types at their priors.
    /// </param>
    /// <param name="options">Weeks and threads.</param>
    /// <param name="cancellation">Stops between groups of draws.</param>
    /// <returns>Paths in the order of the draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range, or the weeks are.</exception>
    public static StandoffPaths[] SolveAll(
        IReadOnlyList<StandoffParameters> draws, StandoffStart? start = null, StandoffOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new StandoffOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.HorizonWeeks);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SolvedWeeks, options.HorizonWeeks);
        foreach (var draw in draws)
            draw.Validate();
        var batch = new StandoffBatch(draws, start, options);
        batch.Run(cancellation);
        return batch.Paths;
    }
}
