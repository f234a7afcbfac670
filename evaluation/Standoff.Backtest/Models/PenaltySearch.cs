using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>Chooses the penalties forward in time: fitted to what lay before each of the last decades, scored on that decade. Nothing after the cut-off is seen.</summary>
internal static class PenaltySearch
{
    private const int Decades = 3;
    private const int Decade = 10;

    private static readonly double[] Ridges = [10, 30, 100];
    private static readonly double[] Steps = [30, 100, CovariateModel.None];

    public static Penalties Choose(IReadOnlyList<PastCase> cases, int cutOff)
    {
        var grid = Ridges.SelectMany(ridge => Steps.Select(step => (Ridge: ridge, Step: step))).ToArray();
        var losses = grid.Select(g => Losses(cases, cutOff, new Penalties(g.Ridge, g.Step, g.Ridge, g.Step))).ToArray();
        var outcome = grid[Array.IndexOf(losses, losses.MinBy(l => l.Outcome))];
        var force = grid[Array.IndexOf(losses, losses.MinBy(l => l.Serious))];
        return new(outcome.Ridge, outcome.Step, force.Ridge, force.Step);
    }

    /// <summary>The last decades before a year, each with what lay before it.</summary>
    public static IEnumerable<(PastCase[] Before, PastCase[] Within)> Windows(IReadOnlyList<PastCase> cases, int cutOff) =>
        Enumerable.Range(1, Decades).Select(k => cutOff - (k * Decade))
            .Select(from => (cases.Where(c => c.Year < from).ToArray(), cases.Where(c => c.Year >= from && c.Year < from + Decade).ToArray()));

    private static (double Outcome, double Serious) Losses(IReadOnlyList<PastCase> cases, int cutOff, Penalties penalties)
    {
        var (outcome, serious) = (0.0, 0.0);
        foreach (var (before, within) in Windows(cases, cutOff))
        {
            var model = CovariateModel.Fit(before, penalties, _ => true);
            outcome += within.Where(c => c.Outcome is not null).Select(c => -Math.Log(model.Predict(c).Outcome[c.Outcome!.Value])).DefaultIfEmpty(0).Average();
            serious += within.Where(c => c.Force is not null).Select(c => Scores.Loss.Log(model.Predict(c).Serious, c.Force >= PastCase.Serious)).DefaultIfEmpty(0).Average();
        }
        return (outcome, serious);
    }
}
