using Standoff.Crises;
using Standoff.ReferenceClasses;

namespace Standoff.Backtest.Sources;

/// <summary>International Crisis Behavior, actor level: a state that perceived a crisis is a case. Only what was known at the trigger is read, besides the end.</summary>
internal static class IcbCases
{
    private const int NoSingleState = 990;
    private const int SeveralStates = 996;
    private const int MilitaryAct = 7;
    private const int IndirectViolence = 8;
    private const int ViolentAct = 9;
    private const int PoliticalThreat = 2;
    private const int TerritorialThreat = 3;
    private const int GraveDamage = 5;
    private const int Existence = 6;

    /// <summary>All actors in the order of the file; lines without a crisis are left out.</summary>
    public static List<PastCase> Read(DataFiles files, CovariateSources covariates) =>
        [.. files.Read("icb/icb2v13_actor.csv").Where(r => r.Whole("cracid") is not null && r.Whole("yrtrig") is not null).Select(r => Read(r, covariates))];

    private static PastCase Read(Row row, CovariateSources covariates)
    {
        var (target, year) = (row.Whole("cracid")!.Value, row.Whole("yrtrig")!.Value);
        int? challenger = row.Whole("trigent") is > 0 and < NoSingleState and var state && state != target ? state : null;
        var quarrel = QuarrelOf(row);
        return new PastCase(
            row.Whole("crisno")!.Value, $"{row["crisname"]}, {row["actor"]}", year, target, challenger,
            row.Whole("outcom") is >= 1 and <= 4 and var outcome ? outcome - 1 : null,
            row.Whole("sevvio") is >= 1 and <= 4 and var violence ? violence - 1 : null,
            covariates.Of(year, target, challenger, quarrel), RungOf(row.Whole("triggr") ?? 0), quarrel.Regime == true);
    }

    private static Quarrel QuarrelOf(Row row)
    {
        var (trigger, gravity, by) = (row.Whole("triggr"), row.Whole("gravty"), row.Whole("trigent"));
        return new Quarrel
        {
            Many = by is null ? null : by == SeveralStates,
            NonState = by is null ? null : by > SeveralStates,
            Regime = gravity is null ? null : gravity == PoliticalThreat,
            Territory = gravity is null ? null : gravity == TerritorialThreat,
            Survival = gravity is null ? null : gravity is GraveDamage or Existence,
            Violent = trigger is null ? null : trigger == ViolentAct,
            Military = trigger is null ? null : trigger == MilitaryAct,
            Indirect = trigger is null ? null : trigger == IndirectViolence,
            Protracted = row.Whole("pc") is { } conflict ? conflict > 1 : null,
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
