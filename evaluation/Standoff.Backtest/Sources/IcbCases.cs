using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.Backtest.Sources;

/// <summary>International Crisis Behavior, actor level: a state that perceived a crisis is a case. Only what was known at the trigger is read, besides the end.</summary>
internal static class IcbCases
{
    private const int NoSingleState = 990;
    private const int SeveralStates = 996;
    private const int MilitaryAct = 7;
    private const int IndirectViolence = 8;
    private const int ViolentAct = 9;
    private const int LimitedDamage = 1;
    private const int PoliticalThreat = 2;
    private const int TerritorialThreat = 3;
    private const int InfluenceThreat = 4;
    private const int GraveDamage = 5;
    private const int Existence = 6;
    private const int LongWar = 3;
    private const int Democracy = 1;
    private const int MilitaryRule = 3;
    private const int LongestUnknown = 3;

    /// <summary>All actors in the order of the file.</summary>
    public static List<PastCase> Read(DataFiles files, CovariateSources covariates)
    {
        var rows = files.Read("icb");
        var past = new ConflictPast(rows.Select(r => (Conflict(r), Year(r), EndYear(r), Violence(r) is { } v ? v >= PastCase.Serious : (bool?)null)));
        var violent = rows.Where(r => r.Whole("triggr") is IndirectViolence or ViolentAct).ToLookup(r => r["crisno"], StringComparer.Ordinal);
        return [.. rows.Select(r => Read(r, covariates, past, violent[r["crisno"]].Any(other => other != r && Begin(other) <= Begin(r))))];
    }

    private static PastCase Read(HistoryRow row, CovariateSources covariates, ConflictPast past, bool nearby)
    {
        var (target, year) = (row.Whole("cracid")!.Value, Year(row));
        var challenger = State(row.Whole("trigent"), target);
        var quarrel = QuarrelOf(row, past, nearby);
        return new PastCase(
            row.Whole("crisno")!.Value, $"{row["crisname"]}, {row["actor"]}", year, EndYear(row), target, challenger,
            row.Whole("outcom") is >= 1 and <= 4 and var outcome ? outcome - 1 : null, Violence(row),
            covariates.Of(year, target, challenger ?? State(row.Whole("southv"), target), quarrel), RungOf(row.Whole("triggr") ?? 0), quarrel.Regime == true);
    }

    /// <summary>A single state by its code, if it is one and another than the target: who triggered the crisis, or else from whom the target saw the threat come.</summary>
    private static int? State(int? code, int target) => code is > 0 and < NoSingleState && code != target ? code : null;

    private static int Year(HistoryRow row) => row.Whole("yrtrig")!.Value;

    private static DateOnly? Begin(HistoryRow row) => row.Date("yrtrig", "motrig", "datrig");

    private static int EndYear(HistoryRow row) => row.Whole("yrterm") is { } end && end >= Year(row) ? end : Year(row) + LongestUnknown;

    private static int? Violence(HistoryRow row) => row.Whole("sevvio") is >= 1 and <= 4 and var violence ? violence - 1 : null;

    private static int? Conflict(HistoryRow row) => row.Whole("pc") is > 1 ? row.Whole("pcid") : null;

    private static Quarrel QuarrelOf(HistoryRow row, ConflictPast past, bool nearby)
    {
        var (trigger, gravity, by) = (row.Whole("triggr"), row.Whole("gravty"), row.Whole("trigent"));
        return new Quarrel
        {
            Many = by is null ? null : by == SeveralStates,
            NonState = by is null ? null : by > SeveralStates,
            Regime = gravity is null ? null : gravity == PoliticalThreat,
            Territory = gravity is null ? null : gravity == TerritorialThreat,
            Survival = gravity is null ? null : gravity is GraveDamage or Existence,
            Influence = gravity is null ? null : gravity == InfluenceThreat,
            Limited = gravity is null ? null : gravity <= LimitedDamage,
            Existence = gravity is null ? null : gravity == Existence,
            Violent = trigger is null ? null : trigger == ViolentAct,
            Military = trigger is null ? null : trigger == MilitaryAct,
            Indirect = trigger is null ? null : trigger == IndirectViolence,
            Nearby = nearby,
            Protracted = row.Whole("pc") is { } conflict ? conflict > 1 : null,
            LongWar = row.Whole("pc") is { } war ? war == LongWar : null,
            ViolentPast = past.Balance(Conflict(row), Year(row)),
            WithinWar = row.Whole("iwc") is { } within ? within > 1 : null,
            Democracy = row.Whole("regime") is { } regime ? regime == Democracy : null,
            MilitaryRule = row.Whole("regime") is { } rule ? rule >= MilitaryRule : null,
        };
    }

    private static Rung RungOf(int trigger) => trigger switch
    {
        ViolentAct => Rung.LimitedStrikes,
        IndirectViolence => Rung.ForceOffSoil,
        MilitaryAct => Rung.ShowOfForce,
        _ => Rung.Measures,
    };
}
