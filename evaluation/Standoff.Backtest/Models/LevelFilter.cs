using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>
/// The level of a year: the drift of the rates goes on after the cut-off as the models have it go on before. From the cut-off on every ten years may step,
/// one shift of the log odds per outcome, normal with mean 0 and a variance that is the weight of the models whose steps persist times that of their steps; the mode
/// of the posterior, given the crises since the cut-off that had ended before the year, is added. Coefficients stay as they were at the cut-off: only the level follows, and only what had happened
/// before the year. Force keeps its level: its rate goes up and down from decade to decade, and to follow it gained nothing in any set.
/// </summary>
internal sealed class LevelFilter(IReadOnlyList<PastCase> cases, ShiftedClasses fixedForecast, int cutOff)
{
    private const int Span = 10;

    // With weight w rates step as the models with persisting steps have it, with the rest not at all: the variance of a step is w times theirs.
    private readonly double _precision = ModelGrid.StepPenalty / ModelGrid.Persisting(fixedForecast.OutcomeWeights);
    private readonly Dictionary<PastCase, double[]> _logShares = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, double[]> _levels = [];

    /// <summary>The forecast at the level of its year.</summary>
    public (double[] LogShares, double[] Hazards) Of(PastCase @case)
    {
        var (logs, hazards) = fixedForecast.Of(@case);
        return ([.. RidgeMultinomial.Softmax([.. logs.Zip(In(@case.Year), (l, u) => l + u)]).Select(p => Math.Log(p))], hazards);
    }

    /// <summary>The shifts of a year.</summary>
    public double[] In(int year)
    {
        if (_levels.TryGetValue(year, out var known)) return known;
        var past = cases.Where(c => c.Outcome is not null && c.EndYear < year && c.Year >= cutOff).ToArray();
        var weights = CovariateModel.Weights(past);
        var steps = Newton.Minimise((s, g, h) => Loss(s, g, h, past, weights), new double[(Step(year) + 1) * PastCase.Outcomes.Length]).Point;
        return _levels[year] = Sum(steps, Step(year));
    }

    private int Step(int year) => (year - cutOff) / Span;

    private static double[] Sum(double[] steps, int last) =>
        [.. Enumerable.Range(0, PastCase.Outcomes.Length).Select(k => Enumerable.Range(0, last + 1).Sum(s => steps[(s * PastCase.Outcomes.Length) + k]))];

    private double[] Plain(PastCase @case) => _logShares.TryGetValue(@case, out var known) ? known : _logShares[@case] = fixedForecast.Of(@case).LogShares;

    private double Loss(double[] steps, double[] gradient, double[,] curvature, PastCase[] past, double[] weights)
    {
        var value = _precision * steps.Sum(x => x * x) / 2;
        for (var i = 0; i < steps.Length; i++)
        {
            gradient[i] += _precision * steps[i];
            curvature[i, i] += _precision;
        }
        for (var i = 0; i < past.Length; i++) value += Add(past[i], weights[i], steps, gradient, curvature);
        return value;
    }

    // A case feels every step up to its year, all alike.
    private double Add(PastCase @case, double weight, double[] steps, double[] gradient, double[,] curvature)
    {
        var (last, outcome, n) = (Step(@case.Year), @case.Outcome!.Value, PastCase.Outcomes.Length);
        var p = RidgeMultinomial.Softmax([.. Plain(@case).Zip(Sum(steps, last), (l, shift) => l + shift)]);
        for (var a = 0; a < (last + 1) * n; a++)
        {
            var k = a % n;
            gradient[a] += weight * (p[k] - (outcome == k ? 1 : 0));
            for (var b = 0; b < (last + 1) * n; b++) curvature[a, b] += weight * ((k == b % n ? p[k] : 0) - (p[k] * p[b % n]));
        }
        return -weight * Math.Log(p[outcome]);
    }
}
