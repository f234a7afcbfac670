using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Games.Numerics;

namespace Standoff.Backtest.Models;

/// <summary>The product's method fitted to the cases before a cut-off, in its steps: classes, date, covariates, game.</summary>
internal sealed class Method
{
    private readonly ClassModel _classes;
    private readonly CovariateModel _dates;
    private readonly GameTilts _tilts;

    private Method(IReadOnlyList<PastCase> cases, int cutOff, GameTilts tilts)
    {
        var before = cases.Where(c => c.Year < cutOff).ToArray();
        _tilts = tilts;
        Penalties = PenaltySearch.Choose(before, cutOff);
        _classes = ClassModel.Fit(before);
        _dates = CovariateModel.Fit(before, Penalties, CovariateTable.IsStep);
        Covariates = CovariateModel.Fit(before, Penalties, _ => true);
        Fit = new TiltFit([.. PenaltySearch.Windows(before, cutOff).SelectMany(w => Sights(w.Before, w.Within, Penalties, tilts))]);
        Fitted = Fit.Fit();
    }

    public Penalties Penalties { get; }

    public CovariateModel Covariates { get; }

    public ClassModel Classes => _classes;

    /// <summary>η, ln σ and the composites, fitted to forecasts of the last decades before the cut-off, each made from what lay before it.</summary>
    public FittedNumber[] Fitted { get; }

    public TiltFit Fit { get; }

    /// <summary>η: mean of the posterior given that it is not negative, since the game cannot be wrong in sign and still be meant.</summary>
    public double Exponent => TruncatedMean(Fitted[0].Estimate, Fitted[0].Deviation);

    public double Discrepancy => Math.Exp(Fitted[1].Estimate);

    public static Method Before(IReadOnlyList<PastCase> cases, int cutOff, GameTilts tilts) => new(cases, cutOff, tilts);

    /// <summary>The steps of the method, the last being the whole of it.</summary>
    public Line[] Lines =>
    [
        new("class", c => Shifted(c, null, 0)),
        new("class + date", c => Shifted(c, _dates, 0)),
        new("class + covariates", c => Shifted(c, Covariates, 0)),
        new("class + covariates + game", c => Shifted(c, Covariates, Exponent)),
    ];

    /// <summary>A case with the covariates of another.</summary>
    public Line Swapped(Func<PastCase, double[]> covariates) => new("covariates swapped", c => Shifted(c, Covariates, 0, covariates(c)));

    private Prediction Shifted(PastCase @case, CovariateModel? model, double eta, double[]? covariates = null)
    {
        var (shares, hazards) = Plain(_classes, model, @case, covariates);
        var tilt = _tilts.Of(@case).Tilt;
        var (outcome, _) = Fit.Predict(shares, [.. tilt.Outcome, 0], eta, model is null ? 0 : Discrepancy);
        var sigma = model is null ? 0 : Discrepancy;
        return Prediction.Of(outcome, hazards.Select((h, f) => -Math.Log(1 - Fit.Reached(h * Math.Exp(eta * tilt.Force[f]), sigma))));
    }

    private static (double[] LogShares, double[] Hazards) Plain(ClassModel classes, CovariateModel? model, PastCase @case, double[]? covariates = null)
    {
        var shares = classes.Of(@case);
        if (model is null) return ([.. shares.Outcome.Select(p => Math.Log(p))], shares.Hazards);
        var (outcome, force) = model.Shifts(covariates is null ? @case : @case with { Covariates = covariates }, shares.Means);
        var logs = shares.Outcome.Zip(outcome, (p, shift) => Math.Log(p) + shift).ToArray();
        return ([.. RidgeMultinomial.Softmax(logs).Select(p => Math.Log(p))], [.. shares.Hazards.Zip(force, (h, shift) => h * Math.Exp(shift))]);
    }

    private static IEnumerable<Sight> Sights(PastCase[] before, PastCase[] within, Penalties penalties, GameTilts tilts)
    {
        var (classes, model) = (ClassModel.Fit(before), CovariateModel.Fit(before, penalties, _ => true));
        var actors = within.GroupBy(c => c.Crisis).ToDictionary(g => g.Key, g => g.Count());
        foreach (var @case in within)
        {
            var (shares, hazards) = Plain(classes, model, @case);
            var (tilt, slopes) = tilts.Of(@case);
            double[] Told(double[] all) => [.. all[..PastCase.Outcomes.Length], all[PastCase.Outcomes.Length + PastCase.Serious - 1]];
            yield return new(shares, hazards[PastCase.Serious - 1], @case.Outcome, @case.Force is { } force ? force >= PastCase.Serious : null,
                Told(tilt.All), [.. slopes.Select(Told)], 1.0 / actors[@case.Crisis]);
        }
    }

    private static double TruncatedMean(double mean, double deviation)
    {
        var z = -mean / deviation;
        return mean + (deviation * NormalDistribution.Density(z) / (1 - NormalDistribution.Cumulative(z)));
    }
}
