using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.Backtest.Models;

/// <summary>Ridge penalties: of the covariates, and of the steps of the calendar, for outcomes and for force.</summary>
internal sealed record Penalties(double Outcome, double OutcomeSteps, double Force, double ForceSteps);

/// <summary>
/// The covariate model: outcomes by a multinomial logit, each level of force by proportional hazards, both with a ridge. Every crisis counts
/// once, however many states were in it.
/// </summary>
internal sealed class CovariateModel
{
    /// <summary>A penalty that leaves nothing of a coefficient.</summary>
    public const double None = 1e9;

    private readonly double[] _means;

    private CovariateModel(double[] means, RidgeMultinomial outcome, RidgeHazard[] force) => (_means, Outcome, Force) = (means, outcome, force);

    public RidgeMultinomial Outcome { get; }

    /// <summary>By level of force, from 1 on.</summary>
    public RidgeHazard[] Force { get; }

    /// <summary>Fits to cases; <paramref name="uses"/> says which covariates may speak, <paramref name="byCrisis"/> whether a crisis or a case counts once.</summary>
    public static CovariateModel Fit(IReadOnlyList<PastCase> cases, Penalties penalties, Func<int, bool> uses, bool byCrisis = true)
    {
        var means = Enumerable.Range(0, CovariateTable.All.Length)
            .Select(j => cases.Select(c => c.Covariates[j]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Average()).ToArray();
        double[] Ridge(double others, double steps) => [.. means.Select((_, j) => uses(j) ? CovariateTable.IsStep(j) ? steps : others : None)];
        var (ended, known) = (cases.Where(c => c.Outcome is not null).ToArray(), cases.Where(c => c.Force is not null).ToArray());
        var outcome = RidgeMultinomial.Fit([.. ended.Select(c => Filled(c.Covariates, means))], [.. ended.Select(c => c.Outcome!.Value)],
            Weights(ended, byCrisis), PastCase.Outcomes.Length, Ridge(penalties.Outcome, penalties.OutcomeSteps));
        var (rows, weights, ridge) = (known.Select(c => Filled(c.Covariates, means)).ToArray(), Weights(known, byCrisis), Ridge(penalties.Force, penalties.ForceSteps));
        var force = Enumerable.Range(1, PastCase.Levels - 1).Select(f => RidgeHazard.Fit(rows, [.. known.Select(c => c.Force >= f)], weights, ridge)).ToArray();
        return new(means, outcome, force);
    }

    /// <summary>The model by itself.</summary>
    public Prediction Predict(PastCase @case)
    {
        var row = Filled(@case.Covariates, _means);
        return Prediction.Of(Outcome.Predict(row), Force.Select(f => -Math.Log(1 - f.Predict(row))));
    }

    /// <summary>
    /// The class shifted by what sets the case apart from it: log odds by β·(x − x̄), hazards of force by e^{γ·(x − x̄)}, x̄ the class's
    /// means. A covariate that is unknown stands at x̄: with none known, the class comes back.
    /// </summary>
    public (double[] Outcome, double[] Force) Shifts(PastCase @case, double[] classMeans)
    {
        var apart = @case.Covariates.Zip(classMeans, (x, mean) => double.IsNaN(x) ? 0 : x - mean).ToArray();
        return (Outcome.Shift(apart), [.. Force.Select(f => f.Shift(apart))]);
    }

    private static double[] Filled(double[] row, double[] means) => [.. row.Zip(means, (x, mean) => double.IsNaN(x) ? mean : x)];

    private static double[] Weights(PastCase[] cases, bool byCrisis)
    {
        var actors = cases.GroupBy(c => c.Crisis).ToDictionary(g => g.Key, g => g.Count());
        return [.. cases.Select(c => byCrisis ? 1.0 / actors[c.Crisis] : 1)];
    }
}
