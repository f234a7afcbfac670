using System.Globalization;
using Standoff.Games.Models;

namespace Standoff.SpatialDecisions;

/// <summary>A way to forecast, with its forecasts of all issues.</summary>
/// <param name="Name">Name in the tables.</param>
/// <param name="Forecasts">By issue, from 0 to 100.</param>
internal sealed record Line(string Name, double[] Forecasts)
{
    /// <summary>By issue, the absolute error.</summary>
    public double[] Errors(IReadOnlyList<Issue> issues) => [.. Forecasts.Zip(issues, (f, issue) => Math.Abs(f - issue.Outcome))];
}

/// <summary>Forecasts that nothing is fitted for, and the spatial model's.</summary>
internal static class Lines
{
    public static Line PlainMean(IReadOnlyList<Issue> issues) => Mean("plain mean", issues, _ => 1);

    public static Line PowerSalienceMean(IReadOnlyList<Issue> issues) => Mean("mean by power and salience", issues, a => a.Capability * a.Salience[0]);

    public static IEnumerable<Line> Fixed(IReadOnlyList<Issue> issues)
    {
        yield return new Line("50", [.. issues.Select(_ => 50.0)]);
        yield return Median("median", issues, _ => 1);
        yield return Median("median by power and salience", issues, a => a.Capability * a.Salience[0]);
        yield return Mean("mean by power", issues, a => a.Capability);
        yield return Mean("mean by salience", issues, a => a.Salience[0]);
        yield return new Line("midpoint of the outermost positions", [.. issues.Select(i => 50 * (i.Actors.Min(a => a.Position[0]) + i.Actors.Max(a => a.Position[0])))]);
        var runs = issues.Select(i => new SpatialBargaining(i.Actors).Run().Rounds).ToList();
        yield return new Line("spatial bargaining, first vote", [.. runs.Select(r => 100 * r[0].Expected[0])]);
        yield return new Line("spatial bargaining, settled", [.. runs.Select(r => 100 * r[^1].Expected[0])]);
    }

    public static Line Combined(SpatialCombination combination, IReadOnlyList<Issue> issues) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{combination.Power}, {combination.Salience}, {combination.TwoCamps}, {combination.MoreCamps}"), [.. issues.Select(i => 100 * combination.Forecast(i.Actors)[0])]);

    /// <summary>Combinations whose weights are saliences.</summary>
    public static IEnumerable<Line> TwoExponents(IReadOnlyList<Issue> issues) => Exponents(0, 1).Select(c => Combined(c, issues));

    /// <summary>Combinations with any of several exponents of power and salience.</summary>
    public static IEnumerable<Line> FourExponents(IReadOnlyList<Issue> issues) =>
        (from power in new[] { 0, 0.5, 1 } from salience in new[] { 0.0, 1, 2 } from c in Exponents(power, salience) select c).Select(c => Combined(c, issues));

    /// <summary>Combinations with two exponents, moved towards something else by a share from none to 30 %.</summary>
    public static IEnumerable<Line> Blends(IReadOnlyList<Issue> issues, Func<Issue, int, double?> other) =>
        from line in TwoExponents(issues)
        from share in new[] { 0, 0.1, 0.2, 0.3 }
        select new Line(string.Create(CultureInfo.InvariantCulture, $"{line.Name}; {share}"), [.. line.Forecasts.Select((f, i) => f + (share * ((other(issues[i], i) ?? f) - f)))]);

    private static IEnumerable<SpatialCombination> Exponents(double power, double salience) =>
        from two in new[] { 1, 1.5, 2, 2.5 } from more in new[] { 0.25, 0.5, 0.75, 1 } select new SpatialCombination(power, salience, two, more);

    private static Line Mean(string name, IReadOnlyList<Issue> issues, Func<SpatialActor, double> weight) =>
        new(name, [.. issues.Select(i => 100 * i.Actors.Sum(a => weight(a) * a.Position[0]) / i.Actors.Sum(weight))]);

    // The lower of two where the weight is halved between them.
    private static Line Median(string name, IReadOnlyList<Issue> issues, Func<SpatialActor, double> weight) => new(name, [.. issues.Select(issue =>
    {
        var (left, half) = (0.0, issue.Actors.Sum(weight) / 2);
        return 100 * issue.Actors.OrderBy(a => a.Position[0]).First(a => (left += weight(a)) >= half - 1e-12).Position[0];
    })]);
}
