using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
using Standoff.Backtest.Sources;

namespace Standoff.Backtest;

/// <summary>
/// Decade by decade: fitted before each, scored on that decade alone. A change of the method is judged by the mean over these, not by the last. Losses are
/// of outcome and of serious violence, over cases and with each crisis counted once.
/// </summary>
internal sealed class DecadeReport(TextWriter output, string what, IReadOnlyList<PastCase> cases, Func<int, Method> methods)
{
    private const int First = 1950;
    private const int Decade = 10;

    public void Write()
    {
        var decades = Enumerable.Range(0, ((cases.Max(c => c.Year) - First) / Decade) + 1).Select(k => First + (k * Decade)).Where(d => Within(d).Length > 0 && cases.Any(c => c.Year < d)).ToArray();
        var lines = decades.Select(LinesOf).ToArray();
        output.WriteLine($"## {what}, decade by decade");
        output.WriteLine();
        var single = cases.DistinctBy(c => c.Crisis).Count() == cases.Count;
        foreach (var (title, score) in new (string Title, Func<Line, int, double>)[]
        {
            ("Outcome, over cases", (line, d) => Average(line, d, Loss.LogOutcome, c => c.Outcome is not null)),
            ("Outcome, each crisis counted once", (line, d) => Loss.ByCrisis(Within(d), line, Loss.LogOutcome, c => c.Outcome is not null)),
            ("Serious violence, over cases", (line, d) => Average(line, d, Loss.LogSerious, c => c.Force is not null)),
            ("Serious violence, each crisis counted once", (line, d) => Loss.ByCrisis(Within(d), line, Loss.LogSerious, c => c.Force is not null)),
        }.Where((_, measure) => !single || measure % 2 == 0)) Table(title, decades, lines, score);
    }

    private void Table(string title, int[] decades, Line[][] lines, Func<Line, int, double> score)
    {
        output.WriteLine($"| {title} | {string.Join(" | ", decades.Select(d => d.ToString(CultureInfo.InvariantCulture)))} | mean |");
        output.WriteLine($"| --- |{string.Concat(decades.Select(_ => " ---: |"))} ---: |");
        for (var l = 0; l < lines[0].Length; l++)
        {
            var scores = decades.Select((d, k) => score(lines[k][l], d)).ToArray();
            output.WriteLine($"| {lines[0][l].Name} | {string.Join(" | ", scores.Append(scores.Average()).Select(s => s.ToString("0.000", CultureInfo.InvariantCulture)))} |");
        }
        output.WriteLine();
    }

    private Line[] LinesOf(int decade) => [Lines.BaseRate([.. cases.Where(c => c.Year < decade)]), .. methods(decade).Lines];

    private PastCase[] Within(int decade) => [.. cases.Where(c => c.Year >= decade && c.Year < decade + Decade)];

    private double Average(Line line, int decade, Func<Prediction, PastCase, double> loss, Func<PastCase, bool> knows) =>
        Within(decade).Where(knows).Select(c => loss(line.Predict(c), c)).DefaultIfEmpty(double.NaN).Average();
}
