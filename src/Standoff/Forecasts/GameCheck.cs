using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>How far the solutions of the game behind a forecast can be relied on.</summary>
/// <param name="SolvedWeeks">Weeks solved, to a value of 0 at the end.</param>
/// <param name="States">Public states of the game; with the two types a side there are four times as many to a week.</param>
/// <param name="Tolerance">Largest change of a belief at which strategies and beliefs count as agreed.</param>
/// <param name="WorstResidual">The largest that was left in any draw of the class's or the case's game.</param>
/// <param name="NotConverged">Share of draws in which it stayed above the tolerance.</param>
/// <param name="LargestGap">Largest difference of any headline outcome at the horizon, by the game alone, between the fixed point found from the priors and that found from beliefs in which moves separate the types.</param>
/// <param name="GapDraws">How many draws were solved from both.</param>
/// <param name="LongerWeeks">The longer solve.</param>
/// <param name="LongerDifference">Largest difference of any headline outcome at the horizon, by the game alone at the medians, between the two lengths.</param>
public sealed record GameCheck(
    int SolvedWeeks, int States, double Tolerance, double WorstResidual, double NotConverged, double LargestGap, int GapDraws, int LongerWeeks, double LongerDifference)
{
    /// <summary>Share of draws that may fail to converge before the forecast counts as failed.</summary>
    public const double MostNotConverged = 0.01;

    // Enough to meet a second fixed point that is not rare.
    private const int Both = 64;
    private const int LongerBy = 14;

    /// <summary>Whether the forecast stands on solutions.</summary>
    public bool IsReliable => NotConverged <= MostNotConverged;

    internal static GameCheck Of(ForecastModel model, ForecastOptions options, ParallelOptions parallel)
    {
        var solving = new StandoffOptions
        {
            HorizonWeeks = options.HorizonWeeks,
            SolvedWeeks = InsideView.SolvedFor(options.HorizonWeeks),
            Threads = parallel.MaxDegreeOfParallelism,
        };
        var residuals = ResidualsOf(model).ToList();
        var longer = solving with { SolvedWeeks = solving.SolvedWeeks + LongerBy };
        var median = model.CaseParameters.AtMedians(model.Start.Mode, model.Departure);
        var draws = Enumerable.Range(0, Math.Min(Both, model.Draws)).Select(i => model.CaseParameters[i, model.Start.Mode, model.Departure]).ToImmutableArray();
        return new(
            solving.SolvedWeeks,
            StandoffGame.StatesFrom(model.Start.Game),
            solving.Tolerance,
            residuals.Max(),
            residuals.Count(r => !(r <= solving.Tolerance)) / (double)residuals.Count,
            Largest(model.CaseGame.Last, Solve(draws, solving with { From = FirstBeliefs.Separated })),
            draws.Length,
            longer.SolvedWeeks,
            Largest(Solve([median], solving), Solve([median], longer)));

        ImmutableArray<double> Solve(ImmutableArray<StandoffParameters> games, StandoffOptions how) =>
            InsideView.LastOf(StandoffGame.SolveAll(games, model.Start.Game, how, parallel.CancellationToken));

        double Largest(ImmutableArray<double> first, ImmutableArray<double> second) =>
            Enumerable.Range(0, second.Length / Chain.Cells).Max(draw => model.Outcomes.Max(o => Math.Abs(At(first, draw, o) - At(second, draw, o))));
    }

    /// <summary>What was left in each draw of the case's game, then of the class's where it is another.</summary>
    internal static IEnumerable<double> ResidualsOf(ForecastModel model) =>
        model.CaseGame.Residuals.Concat(ReferenceEquals(model.CaseGame, model.ClassGame) ? [] : model.ClassGame.Residuals);

    private static double At(ImmutableArray<double> cells, int draw, HeadlineOutcome outcome) => outcome.Sum(cells.AsSpan().Slice(draw * Chain.Cells, Chain.Cells));
}

/// <summary>How probable a private type is, before and after the moves already made; at the parameters' medians, where the crisis most likely stands.</summary>
/// <param name="Player">Party's or leader's name.</param>
/// <param name="Type">The type, such as <c>determined</c>.</param>
/// <param name="Prior">Before anything is seen.</param>
/// <param name="Posterior">After the moves, by Bayes' rule with the equilibrium's own strategies.</param>
/// <param name="Because">The moves, in words; empty where none was seen.</param>
/// <param name="Claims">Claims that tell of them.</param>
public sealed record TypeBelief(string Player, string Type, double Prior, double Posterior, string Because, ImmutableArray<string> Claims);

/// <summary>What the moves already made tell of the types.</summary>
internal static class TypeBeliefs
{
    private static readonly string[] ChallengerFlags = [StateFlag.UltimatumGiven, StateFlag.CounterOfferRefused];
    private static readonly string[] LeaderFlags = [StateFlag.DemandDefied, StateFlag.CounterOfferMade];

    public static ImmutableArray<TypeBelief> Of(Crisis crisis, StandoffParameters parameters, StandoffPaths paths)
    {
        var (challenger, leader) = (MoveChoices.ChallengerOf(crisis), MoveChoices.LeaderOf(crisis));
        var climbed = parameters.Start.StandingRung > StandoffState.Outset.Rung;
        var by = (
            Challenger: Join([climbed ? $"the crisis stands at {parameters.Start.Rung.Words()}" : "", .. Told(crisis, ChallengerFlags, parameters.Start.UltimatumGiven)]),
            Leader: Join(Told(crisis, LeaderFlags, true)));
        var (moves, answers) = (ClaimsOf(crisis, ChallengerFlags, climbed ? crisis.Present.Claims : []), ClaimsOf(crisis, LeaderFlags, []));
        var (determined, resolute) = (parameters.ChallengerDetermined, parameters.LeaderResolute);
        return
        [
            new(challenger, NameOf(ChallengerType.Determined), determined, paths.Chance(ChallengerType.Determined), by.Challenger, moves),
            new(challenger, NameOf(ChallengerType.Hesitant), 1 - determined, paths.Chance(ChallengerType.Hesitant), by.Challenger, moves),
            new(leader, NameOf(LeaderType.Resolute), resolute, paths.Chance(LeaderType.Resolute), by.Leader, answers),
            new(leader, NameOf(LeaderType.Yielding), 1 - resolute, paths.Chance(LeaderType.Yielding), by.Leader, answers),
        ];
    }

    public static string NameOf(ChallengerType type) => type == ChallengerType.Determined ? "determined" : "hesitant";

    public static string NameOf(LeaderType type) => type == LeaderType.Resolute ? "resolute" : "yielding";

    // The ultimatum counts where the likeliest state has it; what leaves no trace counts by its probability.
    private static string[] Told(Crisis crisis, string[] flags, bool ultimatum) =>
        [.. flags.Where(f => crisis.Flag(f) > 0 && (ultimatum || f != StateFlag.UltimatumGiven)).Select(Words)];

    private static string Words(string flag) => flag switch
    {
        StateFlag.UltimatumGiven => "an ultimatum was given",
        StateFlag.CounterOfferRefused => "a counter-offer was refused",
        StateFlag.DemandDefied => "the demand was defied",
        _ => "a counter-offer was made",
    };

    private static string Join(string[] parts) => string.Join(", ", parts.Where(p => p.Length > 0));

    private static ImmutableArray<string> ClaimsOf(Crisis crisis, string[] flags, ImmutableArray<string> more) =>
        [.. crisis.Flags.Where(f => flags.Contains(f.Name) && !f.Claims.IsDefault).SelectMany(f => f.Claims).Concat(more.IsDefault ? [] : more).Distinct().Order(StringComparer.Ordinal)];
}
