using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.CaseEvaluation;

/// <summary>Probabilities of what came about in a case.</summary>
/// <param name="Outcome">Of the outcome that came about.</param>
/// <param name="Force">Of force on the target's soil by the horizon.</param>
internal readonly record struct Told(double Outcome, double Force);

/// <summary>The steps of the method on one case, from the classes alone to the whole, and the whole with another case's claims.</summary>
internal static class Ablation
{
    /// <summary>Names of the steps.</summary>
    public static readonly string[] Steps = ["class", "+ covariates", "+ claims", "+ game"];

    // The covariate that reports alone tell of.
    private const string ViolentAct = "violent-act";

    private static readonly ForecastOptions Options = new() { Draws = 512, Explain = false };

    /// <summary>
    /// The four steps. Covariates are those of names, demand and date. Claims say which act began the crisis and what else shifts the classes. The last step brings in
    /// the parameters that claims moved, to the power η, and where the crisis stands.
    /// </summary>
    public static (Told[] Steps, IReadOnlyList<Outcome> All) Of(WorkedCase item)
    {
        var whole = Forecaster.Forecast(item.Crisis, options: Options);
        var silent = Forecaster.Forecast(WithClaimsOf(item.Crisis, Silent(item.Crisis)), options: Options);
        Told[] steps =
        [
            new(Step(silent, item.Outcome, 0), double.NaN), new(Step(silent, item.Outcome, 1), double.NaN), new(Step(whole, item.Outcome, 1), double.NaN), Headline(whole, item.Outcome),
        ];
        return (steps, whole.Headline);
    }

    /// <summary>The whole method on a case that tells another case's claims.</summary>
    public static Told Swapped(WorkedCase item, WorkedCase other) => Headline(Forecaster.Forecast(WithClaimsOf(item.Crisis, other.Crisis), options: Options), item.Outcome);

    private static double Step(Forecast forecast, string outcome, int step) => forecast.Waterfalls.Single(w => w.Outcome == outcome).Steps[step].Value;

    private static Told Headline(Forecast forecast, string outcome) =>
        new(forecast.Headline.Single(o => o.Key == outcome).Estimate.Mean, forecast.Force[0].Weeks[^1].Mean);

    // Sides, demand, date, classes and covariates stay; what was reported of the crisis is the other's.
    private static Crisis WithClaimsOf(Crisis crisis, Crisis other) => crisis with
    {
        Present = other.Present,
        Flags = other.Flags,
        Parameters = other.Parameters,
        Offers = other.Offers,
        Threats = other.Threats,
        Covariates = [.. crisis.Covariates.Where(c => c.Name != ViolentAct), .. other.Covariates.Where(c => c.Name == ViolentAct)],
    };

    // A crisis of which nothing is told but sides, demand and date.
    private static Crisis Silent(Crisis crisis) => crisis with
    {
        Present = new RungEstimate([.. crisis.Present.Weights.Select((_, rung) => rung == (int)StandoffState.Outset.Rung ? 1.0 : 0)], [], ""),
        Flags = [],
        Offers = [],
        Threats = [],
        Covariates = [.. crisis.Covariates.Where(c => c.Name != ViolentAct)],
        Parameters = [.. crisis.Parameters.Select(p => p with { Value = p.Prior, Evidence = [], Claims = [] })],
    };
}
