using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>The reference classes and which cases count in each.</summary>
internal static class ClassList
{
    private const int UnitedStates = 2;

    /// <summary>Codes of the crisis' gravest threat: an overthrow, or intervention in who rules.</summary>
    private const int PoliticalThreat = 2;

    private const int NonViolentMilitaryAct = 7;

    public static List<ClassCounts> Count(string data)
    {
        var leaders = new Leaders(data);
        var majors = new Majors(data);
        var crises = IcbCrises.Read(data, leaders, new Mapping());
        var disputes = Disputes.Read(data);
        bool Major(HistoricalCase c) => majors.Contains(c.Challenger, c.Year);
        bool Minor(HistoricalCase c) => !majors.Contains(c.Target, c.Year);
        var ultimatums = Ultimatum.Read(IcbCrises.ReadAll(data, leaders, new Mapping()));
        var any = Icb("any-crisis", crises);
        return
        [
            any,
            Icb("major-minor", crises.Where(c => Major(c.Case) && Minor(c.Case) && c.Case.Year >= 1946)),
            Icb("us-minor", crises.Where(c => c.Case.Challenger == UnitedStates && Minor(c.Case))),
            Icb("regime-threat", crises.Where(c => c.Gravity == PoliticalThreat && c.Case.Year >= 1946)),
            Icb("major-regime-threat", crises.Where(c => c.Gravity == PoliticalThreat && Major(c.Case) && Minor(c.Case))),
            Icb("neighbours", crises.Where(c => majors.AreNeighbours(c.Case.Challenger, c.Case.Target))),
            Icb("border-build-up", crises.Where(c => c.Trigger == NonViolentMilitaryAct && majors.AreNeighbours(c.Case.Challenger, c.Case.Target))),
            Icb("show-of-force-trigger", crises.Where(c => c.Trigger == NonViolentMilitaryAct)),
            Icb("regional-organisation", IcbCrises.ReadAll(data, leaders, new Mapping()).Where(c => c.RegionalAct is 5 or 6 or 9 or 11)),
            Icb("answered", IcbCrises.ReadAnswered(data, leaders, new Mapping())),
            Mid("dispute-threat", disputes.Where(d => d.Hostility == 2)),
            Mid("dispute-display", disputes.Where(d => d.Hostility == 3)),
            Exits("leader-minor", MinorLeaderYears(leaders, majors)),
            Exits("leader-major-crisis", After(crises.Where(c => Major(c.Case) && Minor(c.Case) && c.Case.Year >= 1946))),
            Exits("leader-us-crisis", After(crises.Where(c => c.Case.Challenger == UnitedStates && Minor(c.Case)))),
            Sanctions(data, any),
            Given("ultimatum", ultimatums),
            Given("ultimatum-refused", ultimatums.Where(u => u.IsRefused)),
            Given("ultimatum-refused-ready", ultimatums.Where(u => u.IsRefused && u.IsReady)),
        ];
    }

    private static ClassCounts Icb(string key, IEnumerable<IcbCrisis> crises)
    {
        var counts = new ClassCounts(key);
        foreach (var crisis in crises) counts.Add(crisis.Case, withForce: true);
        return counts;
    }

    private static ClassCounts Given(string key, IEnumerable<Ultimatum> ultimatums)
    {
        var counts = new ClassCounts(key);
        foreach (var ultimatum in ultimatums) counts.Add(ultimatum.Case, withForce: true);
        return counts;
    }

    private static ClassCounts Mid(string key, IEnumerable<Dispute> disputes)
    {
        var counts = new ClassCounts(key);
        foreach (var dispute in disputes) counts.Add(dispute.Case, withForce: false);
        return counts;
    }

    private static ClassCounts Exits(string key, IEnumerable<(int Year, Exit Exit, double? Week)> leaders)
    {
        var counts = new ClassCounts(key);
        foreach (var (year, exit, week) in leaders) counts.AddLeader(year, exit, week);
        return counts;
    }

    private static IEnumerable<(int Year, Exit Exit, double? Week)> After(IEnumerable<IcbCrisis> crises) =>
        crises.Where(c => c.ExitWeek is not null || c.Exit == Exit.StillIn).Select(c => (c.Case.Year, c.Exit, c.ExitWeek));

    /// <summary>Leaders of minor states on every first of January since 1946.</summary>
    private static IEnumerable<(int Year, Exit Exit, double? Week)> MinorLeaderYears(Leaders leaders, Majors majors) =>
        from year in Enumerable.Range(1946, 54)
        let day = new DateOnly(year, 1, 1)
        from tenure in leaders.All
        where tenure.Start <= day && day < tenure.End && !majors.Contains(tenure.State, year)
        select (year, tenure.Exit, (double?)((tenure.End.DayNumber - day.DayNumber) / 7.0));

    /// <summary>
    /// Threatened sanctions: conceded, backed down. The extract has no dates; events and weeks at risk follow the profile of all
    /// crises, so that only the proportion of the two endings speaks.
    /// </summary>
    private static ClassCounts Sanctions(string data, ClassCounts any)
    {
        var rows = new HistoryFolder(data).Read("sanctions").Rows;
        double Sum(string column) => rows.Sum(r => r.Number(column) ?? 0);
        double[] Any(string cell) => any.Rows.First(r => r.Reading == "policy" && r.State == "quiet" && r.Cell == cell).ByPeriod;
        var both = Any(nameof(Ending.Compliance)).Zip(Any(nameof(Ending.Withdrawal)), (a, b) => a + b).ToArray();
        var profile = both.Select(v => v / both.Sum()).ToArray();
        var counts = new ClassCounts("sanctions-threat");
        counts.AddUndated(nameof(Ending.Compliance), Sum("cd"), profile);
        counts.AddUndated(nameof(Ending.Withdrawal), Sum("bd"), profile);
        counts.AddUndated("weeks", (Sum("cd") + Sum("bd")) / both.Sum(), Any("weeks"));
        counts.Count((int)(Sum("cd") + Sum("bd") + Sum("sf")), 1970, 1999);
        return counts;
    }
}
