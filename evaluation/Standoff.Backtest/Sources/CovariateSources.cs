using Standoff.Crises;

namespace Standoff.Backtest.Sources;

/// <summary>Computes the covariates of <see cref="CovariateTable"/> for a case of the data, as they stood at its start.</summary>
internal sealed class CovariateSources(States states)
{
    /// <summary>The covariates of a pair and its quarrel; the steps of the calendar are added. What depends on a single adversary is unknown without one.</summary>
    public double[] Of(int year, int target, int? adversary, Quarrel quarrel)
    {
        var row = new double[CovariateTable.All.Length];
        Array.Fill(row, double.NaN);
        void Set(string name, bool? value) => row[CovariateTable.IndexOf(name)] = value is { } known ? known ? 1 : 0 : double.NaN;
        bool? Pair(Func<int, bool> holds) => adversary is { } c ? holds(c) : null;
        if (adversary is { } other && states.Share(other, year) is { } first && states.Share(target, year) is { } second)
            row[CovariateTable.IndexOf("power-ratio")] = CovariateTable.PowerRatio(first, second);
        Set("challenger-major", Pair(c => states.IsMajor(c, year)));
        Set("target-major", states.IsMajor(target, year));
        Set("neighbours", Pair(c => states.AreNeighbours(c, target, year)));
        Set("allied", Pair(c => states.AreAllies(c, target, year)));
        Set("target-major-ally", states.HasMajorAlly(target, year, adversary));
        Set("many-challengers", quarrel.Many);
        Set("nonstate-challenger", quarrel.NonState);
        Set("regime-threat", quarrel.Regime);
        Set("territory-threat", quarrel.Territory);
        Set("survival-threat", quarrel.Survival);
        Set("violent-act", quarrel.Violent);
        Set("military-act", quarrel.Military);
        Set("indirect-violence", quarrel.Indirect);
        Set("violence-nearby", quarrel.Nearby);
        Set("protracted", quarrel.Protracted);
        Set("within-war", quarrel.WithinWar);
        Set("long-war", quarrel.LongWar);
        row[CovariateTable.IndexOf("violent-past")] = quarrel.ViolentPast ?? double.NaN;
        Set("influence-threat", quarrel.Influence);
        Set("limited-threat", quarrel.Limited);
        Set("existence-threat", quarrel.Existence);
        Set("target-democracy", quarrel.Democracy);
        Set("target-military-rule", quarrel.MilitaryRule);
        foreach (var (name, from) in CovariateTable.Steps) Set(name, year >= from);
        return row;
    }
}

/// <summary>What a case's own record says; <see langword="null"/> where it does not.</summary>
internal sealed record Quarrel
{
    public bool? Many { get; init; }

    public bool? NonState { get; init; }

    public bool? Regime { get; init; }

    public bool? Territory { get; init; }

    public bool? Survival { get; init; }

    public bool? Violent { get; init; }

    public bool? Military { get; init; }

    public bool? Indirect { get; init; }

    public bool? Nearby { get; init; }

    public bool? Protracted { get; init; }

    public bool? WithinWar { get; init; }

    public bool? LongWar { get; init; }

    public double? ViolentPast { get; init; }

    public bool? Influence { get; init; }

    public bool? Limited { get; init; }

    public bool? Existence { get; init; }

    public bool? Democracy { get; init; }

    public bool? MilitaryRule { get; init; }
}
