using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>A militarised dispute that a revisionist state began, with the initiator's highest act.</summary>
internal sealed record Dispute(HistoricalCase Case, int Hostility, bool AboutRegime);

/// <summary>Gibler–Miller–Little disputes: side A began it; only disputes in which it wanted a change are demands.</summary>
internal static class Disputes
{
    public static List<Dispute> Read(string data) =>
        [.. new HistoryFolder(data).Read("disputes").Rows
            .Where(r => r.Whole("midonset") == 1 && r.Whole("sidea1") == 1 && r.Whole("sidea2") == 0)
            .Where(r => r.Whole("orig1") == 1 && r.Whole("orig2") == 1 && r.Whole("revstate1") == 1)
            .GroupBy(r => r["dispnum"], StringComparer.Ordinal).Select(g => Read(g.First()))];

    private static Dispute Read(HistoryRow row)
    {
        var ending = EndingOf(row.Whole("outcome") ?? 8);
        var hostility = row.Whole("hostlev1") ?? 1;
        var weeks = Math.Max(1, row.Whole("mindur") ?? 1) / 7.0;
        double[] force = hostility >= 4 ? [0, 1, 0, 0] : [1, 0, 0, 0];
        var @case = new HistoricalCase($"mid-{row["dispnum"]}", row.Whole("year")!.Value, row.Whole("ccode1")!.Value, row.Whole("ccode2")!.Value,
            weeks, ending, ending == Ending.Compliance ? Ending.Compromise : ending, force, hostility >= 4 ? 0 : null);
        return new Dispute(@case, hostility, row.Whole("revtype11") == 3);
    }

    /// <summary>Dispute outcome as seen from side A: its victory or the other's yielding is compliance.</summary>
    private static Ending EndingOf(int outcome) => outcome switch
    {
        1 or 4 => Ending.Compliance,
        2 or 3 => Ending.Withdrawal,
        6 => Ending.Compromise,
        _ => Ending.Other,
    };
}
