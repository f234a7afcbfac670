using Standoff.Backtest.Models;
using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Scores;

/// <summary>Proper scores; lower is better.</summary>
internal static class Loss
{
    /// <summary>−ln of the probability of what happened.</summary>
    public static double Log(double probability, bool happened) => -Math.Log(happened ? probability : 1 - probability);

    /// <summary>Mean over crises of the mean over their states, where a measure applies.</summary>
    public static double ByCrisis(IEnumerable<PastCase> cases, Line line, Func<Prediction, PastCase, double> loss, Func<PastCase, bool> knows) =>
        cases.Where(knows).GroupBy(c => c.Crisis).Select(g => g.Average(c => loss(line.Predict(c), c))).DefaultIfEmpty(double.NaN).Average();

    public static double LogOutcome(Prediction p, PastCase c) => -Math.Log(p.Outcome[c.Outcome!.Value]);

    /// <summary>Σ_k (p_k − y_k)² over the outcomes, 0 … 2.</summary>
    public static double BrierOutcome(Prediction p, PastCase c) => p.Outcome.Select((v, k) => Math.Pow(v - (c.Outcome == k ? 1 : 0), 2)).Sum();

    public static double LogSerious(Prediction p, PastCase c) => Log(p.Serious, c.Force >= PastCase.Serious);

    public static double BrierSerious(Prediction p, PastCase c) => Math.Pow(p.Serious - (c.Force >= PastCase.Serious ? 1 : 0), 2);

    /// <summary>Ranked probability score on the axis of force: mean over the thresholds of (P(≥ f) − y(≥ f))², 0 … 1.</summary>
    public static double RankedForce(Prediction p, PastCase c) => p.AtLeast.Select((v, f) => Math.Pow(v - (c.Force > f ? 1 : 0), 2)).Average();
}
