using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.Backtest.Models;

/// <summary>What the method has to stand against: the base rate, power alone, and two learners that see all covariates and the year.</summary>
internal static class Lines
{
    private static readonly int Power = CovariateTable.IndexOf("power-ratio");
    private const double AlmostFree = 0.01;

    /// <summary>Shares of the outcomes and of the levels of force among all cases.</summary>
    public static Line BaseRate(IReadOnlyList<PastCase> cases)
    {
        var shares = ClassShares.Broad([.. cases]);
        var prediction = Prediction.Of(shares.Outcome, shares.Hazards);
        return new("base rate", _ => prediction);
    }

    /// <summary>A logit, and hazards, on the power ratio alone.</summary>
    public static Line PowerOnly(IReadOnlyList<PastCase> cases)
    {
        var model = CovariateModel.Fit(cases, AlmostFree, Calendar.Still, j => j == Power, byCrisis: false);
        return new("power only", model.Predict);
    }

    public static Line Forest(IReadOnlyList<PastCase> cases) => Learner("random forest", cases, Trees.Forest);

    public static Line Boosting(IReadOnlyList<PastCase> cases) => Learner("gradient boosting", cases, Trees.Boosting);

    private static Line Learner(string name, IReadOnlyList<PastCase> cases, Func<double[][], int[], int, Func<double[], double[]>> fit)
    {
        var means = Enumerable.Range(0, CovariateTable.All.Length)
            .Select(j => cases.Select(c => c.Covariates[j]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Average()).ToArray();
        double[] Row(PastCase c) => [.. c.Covariates.Select((x, j) => double.IsNaN(x) ? means[j] : x).Where((_, j) => !CovariateTable.IsStep(j)), c.Year];
        var (ended, known) = (cases.Where(c => c.Outcome is not null).ToArray(), cases.Where(c => c.Force is not null).ToArray());
        var outcome = fit([.. ended.Select(Row)], [.. ended.Select(c => c.Outcome!.Value)], PastCase.Outcomes.Length);
        var force = fit([.. known.Select(Row)], [.. known.Select(c => c.Force!.Value)], PastCase.Levels);
        return new(name, c => Row(c) is var row ? Prediction.OfLevels(outcome(row), force(row)) : null!);
    }
}
