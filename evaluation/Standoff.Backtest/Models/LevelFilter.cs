using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>
/// The level of a year: how the crises of the ten years before that had ended by then were forecast too high or too low, one shift of the log odds per
/// outcome, normal with mean 0 before the data; the mode of its posterior is added. Coefficients stay as they were at the cut-off: only the level
/// follows, and only what had happened before the year. Force keeps its level: its rate goes up and down from decade to decade, and to follow it gained nothing in any set.
/// </summary>
internal sealed class LevelFilter(IReadOnlyList<PastCase> cases, ShiftedClasses fixedForecast)
{
    private const int Years = 10;

    // Log odds of an outcome in a decade against those before it differ by about so much.
    private const double Deviation = 0.4;

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
        var past = cases.Where(c => c.Outcome is not null && c.EndYear < year && c.Year >= year - Years).ToArray();
        var weights = CovariateModel.Weights(past);
        return _levels[year] = Newton.Minimise((u, g, h) => Loss(u, g, h, past, weights), new double[PastCase.Outcomes.Length]).Point;
    }

    private double[] Plain(PastCase @case) => _logShares.TryGetValue(@case, out var known) ? known : _logShares[@case] = fixedForecast.Of(@case).LogShares;

    private double Loss(double[] u, double[] gradient, double[,] curvature, PastCase[] past, double[] weights)
    {
        const double Precision = 1 / (Deviation * Deviation);
        var value = Precision * u.Sum(x => x * x) / 2;
        for (var k = 0; k < u.Length; k++)
        {
            gradient[k] += Precision * u[k];
            curvature[k, k] += Precision;
        }
        for (var i = 0; i < past.Length; i++)
        {
            var (p, outcome) = (RidgeMultinomial.Softmax([.. Plain(past[i]).Zip(u, (l, shift) => l + shift)]), past[i].Outcome!.Value);
            value -= weights[i] * Math.Log(p[outcome]);
            for (var k = 0; k < p.Length; k++)
            {
                gradient[k] += weights[i] * (p[k] - (outcome == k ? 1 : 0));
                for (var l = 0; l < p.Length; l++) curvature[k, l] += weights[i] * ((k == l ? p[k] : 0) - (p[k] * p[l]));
            }
        }
        return value;
    }
}
