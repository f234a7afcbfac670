using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.Backtest.Models;

/// <summary>
/// The covariate model: outcomes by a multinomial logit, each level of force by proportional hazards, both with a ridge and a drift over the
/// years. Every crisis counts once, however many states were in it.
/// </summary>
internal sealed class CovariateModel
{
    /// <summary>A penalty that leaves nothing of a coefficient.</summary>
    public const double None = 1e9;

    private static readonly int[] Columns = [.. Enumerable.Range(0, CovariateTable.All.Length).Where(j => !CovariateTable.IsStep(j))];

    private readonly double[] _means;
    private readonly Calendar _calendar;
    private readonly int[] _starts;
    private readonly RidgeMultinomial _outcome;
    private readonly RidgeHazard[] _force;

    // Share of the cases before each step.
    private readonly double[] _beforeStep;

    private CovariateModel(double[] means, Calendar calendar, int[] starts, double[] beforeStep, RidgeMultinomial outcome, RidgeHazard[] force) =>
        (_means, _calendar, _starts, _beforeStep, _outcome, _force) = (means, calendar, starts, beforeStep, outcome, force);

    /// <summary>Fits to cases; <paramref name="uses"/> says which covariates may speak, <paramref name="byCrisis"/> whether a crisis or a case counts once.</summary>
    public static CovariateModel Fit(IReadOnlyList<PastCase> cases, double ridge, Calendar calendar, Func<int, bool> uses, bool byCrisis = true)
    {
        var means = Columns.Select(j => cases.Select(c => c.Covariates[j]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(0).Average()).ToArray();
        var starts = calendar.Starts(cases.Min(c => c.Year), cases.Max(c => c.Year));
        double[] Penalties(double drift) => [.. Columns.Select(j => uses(j) ? ridge : None), .. starts.Select(_ => drift)];
        var (ended, known) = (cases.Where(c => c.Outcome is not null).ToArray(), cases.Where(c => c.Force is not null).ToArray());
        double[] Row(PastCase c) => [.. Filled(c.Covariates, means), .. calendar.Row(c.Year, starts)];
        var outcome = RidgeMultinomial.Fit([.. ended.Select(Row)], [.. ended.Select(c => c.Outcome!.Value)], Weights(ended, byCrisis), PastCase.Outcomes.Length, Penalties(calendar.Penalty));
        var (rows, weights) = (known.Select(Row).ToArray(), Weights(known, byCrisis));
        return new(means, calendar, starts, [.. starts.Select(s => cases.Average(c => c.Year < s ? 1.0 : 0))], outcome,
            [.. Enumerable.Range(1, PastCase.Levels - 1).Select(f => RidgeHazard.Fit(rows, [.. known.Select(c => c.Force >= f)], weights, Penalties(calendar.ForcePenalty)))]);
    }

    /// <summary>The model by itself.</summary>
    public Prediction Predict(PastCase @case)
    {
        double[] row = [.. Filled(@case.Covariates, _means), .. _calendar.Row(@case.Year, _starts)];
        return Prediction.Of(_outcome.Predict(row), _force.Select(f => -Math.Log(1 - f.Predict(row))));
    }

    /// <summary>
    /// The class shifted by what sets the case apart from it: log odds by β·(x − x̄), hazards of force by e^{γ·(x − x̄)}, x̄ the class's
    /// means. A covariate that is unknown stands at x̄: with none known, the class comes back but for the drift.
    /// </summary>
    public (double[] Outcome, double[] Force) Shifts(PastCase @case, ClassShares @class)
    {
        var covariates = Columns.Select(j => double.IsNaN(@case.Covariates[j]) ? 0 : @case.Covariates[j] - @class.Means[j]);
        double[] apart = [.. covariates, .. Drift(@case.Year, @class)];
        return (_outcome.Shift(apart), [.. _force.Select(f => f.Shift(apart))]);
    }

    /// <summary>β of an outcome by covariate or persisting step, with its standard deviation; zero where the model has none.</summary>
    public (double Coefficient, double Deviation) OnOutcome(int outcome, int covariate) => Place(covariate) is not (>= 0 and var at) ? (0, 0)
        : (_outcome.Coefficient(outcome, at), _outcome.Deviation(outcome, at) * Scale(at, row => _outcome.Deviation(outcome, row), step => _outcome.Deviation(outcome, step)));

    /// <summary>The same for a level of force, from 1 on.</summary>
    public (double Coefficient, double Deviation) OnForce(int level, int covariate) => Place(covariate) is not (>= 0 and var at) ? (0, 0)
        : (_force[level - 1].Coefficient(at), _force[level - 1].Deviation(at) * Scale(at, _force[level - 1].Deviation, _force[level - 1].Deviation));

    // Steps that follow one another err in turns. Their deviations are scaled so that, taken as independent, they add up to that of the whole
    // drift from the average case to the years after the last.
    private double Scale(int at, Func<double[], double> together, Func<int, double> apart)
    {
        if (at < Columns.Length) return 1;
        double[] row = [.. Columns.Select(_ => 0.0), .. _beforeStep];
        var alone = Math.Sqrt(_beforeStep.Select((d, s) => Math.Pow(d * apart(Columns.Length + s), 2)).Sum());
        return alone > 0 ? together(row) / alone : 1;
    }

    // Effects of decades have mean 0: a class stands at the mean, whatever its years, and so does a year that was not seen.
    private double[] Drift(int year, ClassShares @class)
    {
        var row = _calendar.Row(year, _starts);
        if (!_calendar.Persists) return row;
        foreach (var (seen, share) in @class.Years)
            for (var s = 0; s < row.Length; s++)
                if (seen >= _starts[s]) row[s] -= share;
        return row;
    }

    private int Place(int covariate)
    {
        if (!CovariateTable.IsStep(covariate)) return Array.IndexOf(Columns, covariate);
        var start = _calendar.Persists ? Array.IndexOf(_starts, CovariateTable.Steps.First(s => s.Name == CovariateTable.All[covariate]).From) : -1;
        return start < 0 ? -1 : Columns.Length + start;
    }

    private static IEnumerable<double> Filled(double[] row, double[] means) => Columns.Select((j, at) => double.IsNaN(row[j]) ? means[at] : row[j]);

    /// <summary>One over the number of actors of each case's crisis.</summary>
    public static double[] Weights(IReadOnlyList<PastCase> cases, bool byCrisis = true)
    {
        var actors = cases.GroupBy(c => c.Crisis).ToDictionary(g => g.Key, g => g.Count());
        return [.. cases.Select(c => byCrisis ? 1.0 / actors[c.Crisis] : 1)];
    }
}
