using Standoff.Crises;
using Standoff.Forecasts;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>An actor's crisis in ICB version 13, joined to its leader's fate.</summary>
internal sealed record IcbCrisis(HistoricalCase Case, string Name, int Gravity, int Trigger, DateOnly Start, Exit Exit, double? ExitWeek, int RegionalAct, int Violence, bool? IsProtracted);

/// <summary>
/// International Crisis Behavior, actor level: a state perceives a threat that another state's act triggers. Outcomes are
/// coded for the actor under threat, which is the target here.
/// </summary>
internal static class IcbCrises
{
    private const double WindowAfterEnd = 30 / 7.0;
    private const int SeriousClashes = 3;
    private const int ViolentTrigger = 9;
    private const int ViolentResponse = 8;
    private const int SeveralViolentResponses = 9;
    private const int ForcesMoved = 6;
    private const int SeveralWithForcesMoved = 7;
    private const int Victory = 1;
    private const int Defeat = 4;

    /// <summary>Crises that one state, by code, triggered for another.</summary>
    public static List<IcbCrisis> Read(string data, Leaders leaders, Mapping mapping) =>
        [.. ReadAll(data, leaders, mapping).Where(c => c.Case.Challenger is > 0 and < 990 && c.Case.Challenger != c.Case.Target)];

    /// <summary>All crises of an actor, whoever or whatever triggered them.</summary>
    public static List<IcbCrisis> ReadAll(string data, Leaders leaders, Mapping mapping) =>
        [.. new HistoryFolder(data).Read("icb").Rows
            .Select(r => Read(r, leaders, mapping)).OfType<IcbCrisis>()];

    /// <summary>
    /// Crises seen from the other side: the state under threat, not attacked itself, moved forces in answer, without fighting, and is the challenger from then on of whoever threatened it. Outcomes are turned
    /// round: its victory meets what it asked for.
    /// </summary>
    public static List<IcbCrisis> ReadAnswered(string data, Leaders leaders, Mapping mapping) =>
        [.. new HistoryFolder(data).Read("icb").Rows.Where(r => r.Whole("majres") is ForcesMoved or SeveralWithForcesMoved && !IsViolent(r) && r.Whole("trigent") is > 0 and < 990 && r.Whole("trigent") != r.Whole("cracid"))
            .Select(r => ReadAnswered(r, leaders, mapping)).OfType<IcbCrisis>()];

    private static IcbCrisis? ReadAnswered(HistoryRow row, Leaders leaders, Mapping mapping)
    {
        var outcome = row.Whole("outcom") switch { Victory => Defeat, Defeat => Victory, var other => other };
        return row.Date("yerres", "monres", "dayres") is { } start ? Read(row, new View(start, row.Whole("cracid")!.Value, row.Whole("trigent")!.Value, outcome, IsAnswer: true), leaders, mapping) : null;
    }

    private static IcbCrisis? Read(HistoryRow row, Leaders leaders, Mapping mapping) => row.Date("yrtrig", "motrig", "datrig") is { } start
        ? Read(row, new View(start, row.Whole("trigent") ?? 0, row.Whole("cracid")!.Value, row.Whole("outcom"), IsAnswer: false), leaders, mapping)
        : null;

    private static IcbCrisis? Read(HistoryRow row, View view, Leaders leaders, Mapping mapping)
    {
        var (start, target) = (view.Start, view.Target);
        if (row.Date("yrterm", "moterm", "daterm") is not { } end || view.Outcome is not { } outcome) return null;
        var weeks = Math.Max(1, end.DayNumber - start.DayNumber) / 7.0;
        var tenure = leaders.At(target, start);
        double? exitWeek = tenure is { Exit: not Exit.StillIn } ? Math.Max(1, tenure.End.DayNumber - start.DayNumber) / 7.0 : null;
        var violence = row.Whole("sevvio") is >= 1 and <= 4 and var told ? told : 1;
        var exit = exitWeek <= weeks + WindowAfterEnd ? tenure!.Exit : Exit.StillIn;
        var invaded = IsRulerRemoved(target, start, end, exit);
        var policy = invaded ? Ending.ForcibleRemoval : PolicyEnding(outcome, exit, violence);
        var departure = invaded ? Ending.ForcibleRemoval : DepartureEnding(outcome, exit, violence);
        // Of a ruler whom Archigos has leave otherwise, or does not know, the end of the crisis dates the removal.
        var left = (policy is Ending.InternalExit or Ending.ForcibleRemoval && (!invaded || exit == Exit.Foreign)) || departure is Ending.NegotiatedExit;
        var ended = left ? Math.Min(exitWeek!.Value, weeks + WindowAfterEnd) : weeks;
        var fought = invaded ? Math.Max(violence, SeriousClashes) : violence;
        var @case = new HistoricalCase($"icb-{row["crisno"]}-{row["actor"]}{view.Mark}", start.Year, view.Challenger, target, ended,
            policy, departure, mapping.Force(fought, policy), ForceWeek(row, start, fought, ended))
        {
            IsViolentStart = IsViolent(row),
            NewForceWeek = NewForceWeek(row, start, fought, ended),
        };
        return new IcbCrisis(@case, row["crisname"], row.Whole("gravty") ?? 7, row.Whole("triggr") ?? 0, start, tenure?.Exit ?? Exit.StillIn, exitWeek, row.Whole("regact") ?? 0, violence, row.Whole("pc") is { } conflict ? conflict > 1 : null);
    }

    /// <summary>
    /// Whether an invasion within the crisis removed the ruler (<c>regime-invasions.tsv</c>): up to a month after the end by the days it took, or as Archigos dates a
    /// foreign removal. It counts as force even where the state did not fight.
    /// </summary>
    private static bool IsRulerRemoved(int target, DateOnly start, DateOnly end, Exit exit) => RegimeInvasions.Cases.Any(i => i.IsRemoved && i.Target == target
        && start.Year <= i.Year && i.Year <= end.Year && (exit == Exit.Foreign || i.Days / 7 <= ((end.DayNumber - start.DayNumber) / 7.0) + WindowAfterEnd));

    /// <summary>
    /// Leader driven out by a foreign state: by force if there was any violence, else he left under threat, which meets the demand.
    /// Otherwise the target's defeat is compliance, its victory the challenger's withdrawal; a stalemate fades.
    /// </summary>
    private static Ending PolicyEnding(int outcome, Exit exit, int violence) => (exit, outcome) switch
    {
        (Exit.Foreign, _) => violence >= 2 ? Ending.ForcibleRemoval : Ending.Compliance,
        (Exit.Irregular or Exit.Natural, _) => Ending.InternalExit,
        (_, 1) => Ending.Withdrawal,
        (_, 2) => Ending.Compromise,
        (_, 4) => Ending.Compliance,
        _ => Ending.Other,
    };

    /// <summary>A defeat after which the leader stays meets only a part of a demand that he go.</summary>
    private static Ending DepartureEnding(int outcome, Exit exit, int violence) => (PolicyEnding(outcome, exit, violence), exit) switch
    {
        (Ending.Compliance, Exit.Regular or Exit.Foreign) => Ending.NegotiatedExit,
        (Ending.Compliance, _) => Ending.Compromise,
        var (ending, _) => ending,
    };

    private static bool IsViolent(HistoryRow row) => row.Whole("triggr") == ViolentTrigger;

    /// <summary>At the trigger if that was violent, else when force came after it.</summary>
    private static double? ForceWeek(HistoryRow row, DateOnly start, int violence, double weeks) =>
        violence >= 2 && IsViolent(row) ? 0 : NewForceWeek(row, start, violence, weeks);

    /// <summary>
    /// Force in the course of the crisis, the violent act that set it off not counted (ICB's severity of violence is that of how the crisis was managed): at the response
    /// if that was violent, else the middle of the crisis, as the data do not date it.
    /// </summary>
    private static double? NewForceWeek(HistoryRow row, DateOnly start, int violence, double weeks)
    {
        if (violence < 2) return null;
        if (row.Whole("majres") is ViolentResponse or SeveralViolentResponses && row.Date("yerres", "monres", "dayres") is { } response)
            return Math.Clamp((response.DayNumber - start.DayNumber) / 7.0, 0, weeks);
        return weeks / 2;
    }

    /// <summary>From which side, and since when, a row is told.</summary>
    private readonly record struct View(DateOnly Start, int Challenger, int Target, int? Outcome, bool IsAnswer)
    {
        public string Mark => IsAnswer ? "-answer" : "";
    }
}
