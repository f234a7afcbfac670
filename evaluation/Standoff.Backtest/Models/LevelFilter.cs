using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>How fast the level may drift after the cut-off: years between its steps, and the ridge on a step.</summary>
/// <param name="Span">Years.</param>
/// <param name="Ridge">One over the variance of a step of the log odds.</param>
internal sealed record LevelDrift(int Span, double Ridge)
{
    private static readonly LevelDrift[] All = [.. from span in new[] { 10, 5, 2 } from ridge in new[] { 1.0, 3, 10, 30 } select new LevelDrift(span, ridge)];

    /// <summary>The drift that would have followed the past windows best, by log score, each crisis counted once.</summary>
    public static LevelDrift Of(IReadOnlyList<PastCase> before, IReadOnlyList<(PastWindow Window, ShiftedClasses Forecast)> windows) =>
        All.MinBy(drift => windows.Sum(w => drift.Loss(before, w.Window, w.Forecast)))!;

    private double Loss(IReadOnlyList<PastCase> before, PastWindow window, ShiftedClasses forecast)
    {
        var level = new LevelFilter(before, forecast, window.From, this);
        return window.Within.Zip(window.Weights).Where(c => c.First.Outcome is not null).Sum(c => -c.Second * level.Of(c.First).LogShares[c.First.Outcome!.Value]);
    }
}

/// <summary>
/// The level of a year: rates go on drifting after the cut-off. From then on every few years may step, one shift of the log odds per outcome, normal with
/// mean 0; the mode of the posterior, given the crises since the cut-off that had ended before the year, is added. Coefficients stay as they were
/// at the cut-off: only the level follows, and only what had happened before the year. Force keeps its level: its rate goes up and down from decade to
/// decade, and to follow it gained nothing in any set.
/// </summary>
internal sealed class LevelFilter(IReadOnlyList<PastCase> cases, ShiftedClasses fixedForecast, int cutOff, LevelDrift drift)
{
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

    private int Step(int year) => (year - cutOff) / drift.Span;

    private static double[] Sum(double[] steps, int last) =>
        [.. Enumerable.Range(0, PastCase.Outcomes.Length).Select(k => Enumerable.Range(0, last + 1).Sum(s => steps[(s * PastCase.Outcomes.Length) + k]))];

    private double[] Plain(PastCase @case) => _logShares.TryGetValue(@case, out var known) ? known : _logShares[@case] = fixedForecast.Of(@case).LogShares;

    private double Loss(double[] steps, double[] gradient, double[,] curvature, PastCase[] past, double[] weights)
    {
        var value = drift.Ridge * steps.Sum(x => x * x) / 2;
        for (var i = 0; i < steps.Length; i++)
        {
            gradient[i] += drift.Ridge * steps[i];
            curvature[i, i] += drift.Ridge;
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
