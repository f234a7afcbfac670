using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>
/// Classes shifted by several covariate models at once: the log shares and log hazards of the class plus Σ_m w_m times each model's shift. The
/// weights that are left over are the class's own. A mean of shifts is the shift of the mean coefficients, so one table can hold them.
/// </summary>
/// <param name="Classes">The classes.</param>
/// <param name="Models">The models.</param>
/// <param name="OutcomeWeights">w for outcomes.</param>
/// <param name="ForceWeights">w for force.</param>
internal sealed record ShiftedClasses(ClassModel Classes, IReadOnlyList<CovariateModel> Models, double[] OutcomeWeights, double[] ForceWeights)
{
    /// <summary>Logarithms of the outcomes' shares, and hazards of the levels of force.</summary>
    public (double[] LogShares, double[] Hazards) Of(PastCase @case)
    {
        var shares = Classes.Of(@case);
        var logs = shares.Outcome.Select(p => Math.Log(p)).ToArray();
        var hazards = (double[])shares.Hazards.Clone();
        for (var m = 0; m < Models.Count; m++)
        {
            var (outcome, force) = Models[m].Shifts(@case, shares);
            for (var k = 0; k < logs.Length; k++) logs[k] += OutcomeWeights[m] * outcome[k];
            for (var f = 0; f < hazards.Length; f++) hazards[f] *= Math.Exp(ForceWeights[m] * force[f]);
        }
        return ([.. RidgeMultinomial.Softmax(logs).Select(p => Math.Log(p))], hazards);
    }

    /// <summary>Mean coefficient of an outcome, with the spread within and between the models.</summary>
    public (double Coefficient, double Deviation) OnOutcome(int outcome, int covariate) => Mean(OutcomeWeights, m => m.OnOutcome(outcome, covariate));

    /// <summary>The same for a level of force, from 1 on.</summary>
    public (double Coefficient, double Deviation) OnForce(int level, int covariate) => Mean(ForceWeights, m => m.OnForce(level, covariate));

    private (double Coefficient, double Deviation) Mean(double[] weights, Func<CovariateModel, (double Coefficient, double Deviation)> of)
    {
        var all = Models.Select(of).ToArray();
        var mean = all.Zip(weights, (e, w) => w * e.Coefficient).Sum();
        // The class's own weight stands for a coefficient of nothing.
        var square = all.Zip(weights, (e, w) => w * ((e.Coefficient * e.Coefficient) + (e.Deviation * e.Deviation))).Sum();
        return (mean, Math.Sqrt(Math.Max(0, square - (mean * mean))));
    }
}
