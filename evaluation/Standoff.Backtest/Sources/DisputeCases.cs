using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.Backtest.Sources;

/// <summary>
/// Gibler-Miller-Little disputes that a revisionist state began: its demand against another state. How the dispute began is not coded, only
/// its highest act, so no act is known at the start. Force: threat or less, display, use, war.
/// </summary>
internal static class DisputeCases
{
    private const int Territory = 1;
    private const int Regime = 3;
    private const int Display = 3;
    private const int MonthDays = 30;
    private const int YearDays = 365;

    public static List<PastCase> Read(DataFiles files, CovariateSources covariates) => [.. Rows(files).Select(r => Read(r, covariates))];

    /// <summary>One row a dispute: its revisionist initiator against its first target.</summary>
    public static IEnumerable<HistoryRow> Rows(DataFiles files) => files.Read("disputes")
        .Where(r => r.Whole("midonset") == 1 && r.Whole("sidea1") == 1 && r.Whole("sidea2") == 0 && r.Whole("revstate1") == 1)
        .Where(r => r.Whole("orig1") == 1 && r.Whole("orig2") == 1)
        .GroupBy(r => r["dispnum"], StringComparer.Ordinal).Select(g => g.First());

    private static PastCase Read(HistoryRow row, CovariateSources covariates)
    {
        var (number, challenger, target, year) = (row.Whole("dispnum")!.Value, row.Whole("ccode1")!.Value, row.Whole("ccode2")!.Value, row.Whole("year")!.Value);
        var aim = row.Whole("revtype11") is > 0 and var type ? type : (int?)null;
        var quarrel = new Quarrel { Many = false, NonState = false, Regime = aim == Regime, Territory = aim == Territory };
        return new PastCase(number, $"dispute {number}", year, EndYear(row, year), target, challenger, OutcomeOf(row.Whole("outcome")),
            row.Whole("hostlev") is > 0 and var level ? Math.Max(0, level - Display + 1) : null,
            covariates.Of(year, target, challenger, quarrel), Rung.Measures, aim == Regime);
    }

    /// <summary>By its longest duration from the month of its start.</summary>
    private static int EndYear(HistoryRow row, int year) => year + (int)(((row.Whole("stmon") is >= 1 and <= 12 and var month ? month : 7) * MonthDays) + (row.Whole("maxdur") is > 0 and var days ? days : YearDays)) / YearDays;

    /// <summary>For the target: it wins or the initiator yields; compromise; stalemate; it loses or yields. Unclear endings are left out.</summary>
    private static int? OutcomeOf(int? outcome) => outcome switch
    {
        2 or 3 => 0,
        6 => 1,
        5 => 2,
        1 or 4 => 3,
        _ => null,
    };
}
