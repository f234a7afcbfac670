using Standoff.Backtest.Sources;
using Standoff.Games.Numerics;

namespace Standoff.Backtest.Models;

/// <summary>The product's method fitted to the cases before a cut-off, in its steps: classes, date, covariates, game; and with the level followed after the cut-off.</summary>
internal sealed class Method
{
    private readonly GameTilts _tilts;

    private Method(IReadOnlyList<PastCase> cases, int cutOff, GameTilts tilts)
    {
        var before = cases.Where(c => c.Year < cutOff).ToArray();
        _tilts = tilts;
        Classes = ClassModel.Fit(before);
        (Dates, _) = Shifted(Classes, before, cutOff, _ => false);
        (Covariates, var windows) = Shifted(Classes, before, cutOff, _ => true);
        Drift = LevelDrift.Of(before, windows);
        Level = new(cases, Covariates, cutOff, Drift);
        Fit = new TiltFit([.. windows.SelectMany(w => Sights(w.Window, new(before, w.Forecast, w.Window.From, Drift), tilts))]);
        Fitted = Fit.Fit();
    }

    public ClassModel Classes { get; }

    /// <summary>The classes with their drift.</summary>
    public ShiftedClasses Dates { get; }

    /// <summary>The classes with drift and covariates.</summary>
    public ShiftedClasses Covariates { get; }

    /// <summary>How fast the level may drift after the cut-off.</summary>
    public LevelDrift Drift { get; }

    public LevelFilter Level { get; }

    /// <summary>η, ln σ and the composites, fitted to forecasts of the last decades before the cut-off, each made from what lay before it.</summary>
    public FittedNumber[] Fitted { get; }

    public TiltFit Fit { get; }

    /// <summary>η: mean of the posterior given that it is not negative, since the game cannot be wrong in sign and still be meant.</summary>
    public double Exponent => TruncatedMean(Fitted[0].Estimate, Fitted[0].Deviation);

    public double Discrepancy => Math.Exp(Fitted[1].Estimate);

    public static Method Before(IReadOnlyList<PastCase> cases, int cutOff, GameTilts tilts) => new(cases, cutOff, tilts);

    /// <summary>The steps of the method as the product has it, then the same with a level that follows what had ended by each case's year.</summary>
    public Line[] Lines =>
    [
        new("class", c => Classes.Of(c) is var shares ? Prediction.Of(shares.Outcome, shares.Hazards) : null!),
        new("class + date", c => With(c, Dates.Of(c), 0)),
        new("class + covariates", c => With(c, Covariates.Of(c), 0)),
        new("class + covariates + game", c => With(c, Covariates.Of(c), Exponent)),
        new("class + covariates + game + level", c => With(c, Level.Of(c), Exponent)),
    ];

    /// <summary>A case with the covariates of another.</summary>
    public Line Swapped(Func<PastCase, double[]> covariates) => new("covariates swapped", c => With(c, Covariates.Of(c with { Covariates = covariates(c) }), 0));

    private Prediction With(PastCase @case, (double[] LogShares, double[] Hazards) forecast, double eta)
    {
        var tilt = _tilts.Of(@case).Tilt;
        var (outcome, _) = Fit.Predict(forecast.LogShares, [.. tilt.Outcome, 0], eta, Discrepancy);
        return Prediction.Of(outcome, forecast.Hazards.Select((h, f) => -Math.Log(1 - Fit.Reached(h * Math.Exp(eta * tilt.Force[f]), Discrepancy))));
    }

    // Stacked forward in time: weights by the windows before the cut-off, then models fitted to all that lies before it.
    private static (ShiftedClasses All, (PastWindow Window, ShiftedClasses Forecast)[] Windows) Shifted(ClassModel classes, PastCase[] before, int cutOff, Func<int, bool> uses)
    {
        var windows = PastWindow.Before(before, cutOff, uses);
        var (outcome, force) = (Stacking.OfOutcomes(windows), Stacking.OfForce(windows));
        return (new(classes, ModelGrid.Fit(before, uses), outcome, force), [.. windows.Select(w => (w, new ShiftedClasses(w.Classes, w.Models, outcome, force)))]);
    }

    private static IEnumerable<Sight> Sights(PastWindow window, LevelFilter forecast, GameTilts tilts)
    {
        foreach (var (@case, weight) in window.Within.Zip(window.Weights))
        {
            var (shares, hazards) = forecast.Of(@case);
            var (tilt, slopes) = tilts.Of(@case);
            double[] Told(double[] all) => [.. all[..PastCase.Outcomes.Length], all[PastCase.Outcomes.Length + PastCase.Serious - 1]];
            yield return new(shares, hazards[PastCase.Serious - 1], @case.Outcome, @case.Force is { } force ? force >= PastCase.Serious : null,
                Told(tilt.All), [.. slopes.Select(Told)], weight);
        }
    }

    private static double TruncatedMean(double mean, double deviation)
    {
        var z = -mean / deviation;
        return mean + (deviation * NormalDistribution.Density(z) / (1 - NormalDistribution.Cumulative(z)));
    }
}
