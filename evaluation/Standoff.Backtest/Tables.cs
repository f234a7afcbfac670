using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Reading.Mentions;

namespace Standoff.Backtest;

/// <summary>Writes what the product ships of the data: coefficients, class means and rounded figures of states; never a record of the data.</summary>
internal sealed class Tables(string folder, int cutOff)
{
    private const int FirstDecade = 1920;
    private const int Decade = 10;

    private static readonly string[] ForceNames = ["limited", "raid", "invasion"];

    /// <summary>Coefficients and their posterior standard deviations, and the means of the covariates in each class.</summary>
    public void WriteModel(Method method, int cases, int crises)
    {
        using (var effects = Open("Forecasts", "covariate-effects.tsv"))
        {
            effects.WriteLine($"# Shifts of the classes' rates by covariate: log odds of an outcome for the state under pressure, log hazard of a level of force. Mean of ridge regressions, stacked forward in time, on {cases} actors of {crises} crises before {cutOff}, each crisis counted once; written by evaluation/Standoff.Backtest.");
            effects.WriteLine("# Computed from: Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB actor level v13; Singer 1987 (NMC); Stinnett et al. 2002; Correlates of War major powers 2016; Leeds et al. 2002 (ATOP 5).");
            effects.WriteLine("covariate\ton\tcoefficient\tstandard_error");
            for (var j = 0; j < CovariateTable.All.Length; j++)
            {
                for (var k = 0; k < PastCase.Outcomes.Length; k++)
                    Row(effects, CovariateTable.All[j], PastCase.Outcomes[k], method.Covariates.OnOutcome(k, j));
                for (var f = 0; f < ForceNames.Length; f++)
                    Row(effects, CovariateTable.All[j], ForceNames[f], method.Covariates.OnForce(f + 1, j));
            }
        }
        using var means = Open("Forecasts", "covariate-means.tsv");
        means.WriteLine("# Means of the covariates among the cases of each class that did not begin with violence, and among those that did, over those in which they are known; written by evaluation/Standoff.Backtest.");
        means.WriteLine("class\tcovariate\tmean\tviolent");
        foreach (var key in method.Classes.Keys)
            for (var j = 0; j < CovariateTable.All.Length; j++) means.WriteLine($"{key}\t{CovariateTable.All[j]}\t{Number(method.Classes.QuietMeans(key)[j])}\t{Number(method.Classes.ViolentMeans(key)[j])}");
    }

    /// <summary>A state's mean share of the world's capabilities by decade in two significant digits, and whether a major power had promised to defend it in most of its years.</summary>
    public void WriteStates(States states)
    {
        using var table = Open("Crises", "state-power.tsv");
        table.WriteLine("# Mean share of the world's material capabilities by decade, in ten-thousandths, two significant digits; ally: a major power had promised defence in most years of the decade. \"-\": unknown.");
        table.WriteLine("# Derived from Singer, Bremer & Stuckey 1972, Singer 1987 (National Material Capabilities) and Leeds et al. 2002 (ATOP 5) by evaluation/Standoff.Backtest.");
        table.WriteLine("state\tdecade\tshare\tally");
        foreach (var state in Gazetteer.Shipped.States.DistinctBy(s => s.Cow).OrderBy(s => s.Cow))
            for (var decade = FirstDecade; decade < states.LastYear; decade += Decade)
                if (Share(states, state.Cow, decade) is { } share) table.WriteLine($"{state.Name}\t{decade}\t{Rounded(share)}\t{Ally(states, state.Cow, decade)}");
    }

    private static double? Share(States states, int state, int decade)
    {
        var known = Enumerable.Range(decade, Decade).Select(y => states.ShareIn(state, y)).OfType<double>().ToArray();
        return known.Length > 0 ? known.Average() : null;
    }

    private static string Ally(States states, int state, int decade)
    {
        var known = Enumerable.Range(decade, Decade).Where(y => y <= states.LastAllianceYear && states.ShareIn(state, y) is not null).ToArray();
        return known.Length == 0 ? "-" : known.Count(y => states.HasMajorAlly(state, y, null)) * 2 > known.Length ? "1" : "0";
    }

    private static string Rounded(double share) => (share * 10_000).ToString("G2", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal)
        ? double.Parse(text, CultureInfo.InvariantCulture).ToString("0", CultureInfo.InvariantCulture) : text;

    private static void Row(StreamWriter writer, string covariate, string on, (double Coefficient, double Deviation) effect) =>
        writer.WriteLine($"{covariate}\t{on}\t{Number(effect.Coefficient)}\t{Number(effect.Deviation)}");

    private static string Number(double value) => (Math.Round(value, 3) + 0.0).ToString("0.###;-0.###;0", CultureInfo.InvariantCulture);

    private StreamWriter Open(string part, string name) => new(Path.Combine(folder, part, "Resources", name)) { NewLine = "\n" };
}
