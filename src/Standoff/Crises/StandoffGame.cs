namespace Standoff.Crises;

/// <summary>
/// The standoff game with complete information: one mover a week, logit choice σ(a) ∝ w_a·e^{λQ_a} with the discounted payoff
/// *without* the shocks' inclusive value, solved by backward induction (exact, unique) and pushed forward from where the crisis stands.
/// </summary>
public static class StandoffGame
{
    /// <summary>Weeks reported unless asked otherwise.</summary>
    public const int DefaultHorizon = 26;

    /// <summary>Weeks solved unless asked otherwise: what lies behind them is worth 0 and too far to matter within the horizon.</summary>
    public const int DefaultSolved = 38;

    /// <summary>Solves one game.</summary>
    /// <param name="parameters">Payoffs, rates and start.</param>
    /// <param name="horizonWeeks">Weeks to report.</param>
    /// <param name="solvedWeeks">Weeks to solve, at least the horizon; everything after them is worth 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range, or the weeks are.</exception>
    public static StandoffPaths Solve(StandoffParameters parameters, int horizonWeeks = DefaultHorizon, int solvedWeeks = DefaultSolved) =>
        SolveAll([parameters], horizonWeeks, solvedWeeks, 1)[0];

    /// <summary>
    /// Solves many games that all start from a mixture of public states: paths are the mixture's, moves are those at each draw's own start,
    /// which must be one of the states.
    /// </summary>
    /// <param name="draws">Parameters.</param>
    /// <param name="mixture">States with probabilities that sum to one.</param>
    /// <param name="ageWeeks">
    /// How old the crisis is: what stands at the outset's rung, of which nothing was told, starts where the game has come by then without force.
    /// </param>
    /// <param name="horizonWeeks">Weeks to report.</param>
    /// <param name="solvedWeeks">Weeks to solve.</param>
    /// <param name="threads">Threads to use at most; 0 for as many as there are processors.</param>
    /// <param name="cancellation">Stops between groups of draws.</param>
    /// <returns>Paths in the order of the draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range, or the weeks are.</exception>
    public static StandoffPaths[] SolveAll(
        IReadOnlyList<StandoffParameters> draws,
        IReadOnlyList<(StandoffState State, double Weight)> mixture,
        int ageWeeks,
        int horizonWeeks = DefaultHorizon,
        int solvedWeeks = DefaultSolved,
        int threads = 0,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(solvedWeeks, horizonWeeks);
        foreach (var draw in draws)
            draw.Validate();
        var batch = new StandoffBatch(draws, horizonWeeks, solvedWeeks, mixture, ageWeeks);
        batch.Run(threads, cancellation);
        return batch.Paths;
    }

    /// <summary>Solves many games; the result of a draw has the same bits alone, in any company and on any number of threads.</summary>
    /// <param name="draws">Parameters; their starts may differ.</param>
    /// <param name="horizonWeeks">Weeks to report.</param>
    /// <param name="solvedWeeks">Weeks to solve.</param>
    /// <param name="threads">Threads to use at most; 0 for as many as there are processors.</param>
    /// <param name="cancellation">Stops between groups of draws.</param>
    /// <returns>Paths in the order of the draws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range, or the weeks are.</exception>
    public static StandoffPaths[] SolveAll(
        IReadOnlyList<StandoffParameters> draws,
        int horizonWeeks = DefaultHorizon,
        int solvedWeeks = DefaultSolved,
        int threads = 0,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonWeeks);
        ArgumentOutOfRangeException.ThrowIfLessThan(solvedWeeks, horizonWeeks);
        foreach (var draw in draws)
            draw.Validate();
        var batch = new StandoffBatch(draws, horizonWeeks, solvedWeeks);
        batch.Run(threads, cancellation);
        return batch.Paths;
    }
}
