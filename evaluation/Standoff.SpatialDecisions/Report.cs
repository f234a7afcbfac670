using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Games.Models;

namespace Standoff.SpatialDecisions;

/// <summary>The tables of errors, as Markdown.</summary>
internal static class Report
{
    public static string Of(string path, IReadOnlyList<Issue> issues)
    {
        var text = new StringBuilder();
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16];
        text.Append(CultureInfo.InvariantCulture, $"{issues.Count} issues of {issues.Select(i => i.Proposal).Distinct(StringComparer.Ordinal).Count()} proposals; `{Path.GetFileName(path)}`, SHA-256 {hash}.\n");
        var (plain, weighted) = (Lines.PlainMean(issues), Lines.PowerSalienceMean(issues));
        var (small, large) = (new CrossValidation(issues, Lines.TwoExponents(issues)), new CrossValidation(issues, Lines.FourExponents(issues)));
        var unfitted = Lines.Fixed(issues).ToList();
        text.Append("\nMean absolute error on 0 to 100; then the paired difference from both means, negative where the line is better, with 95 % intervals over\nresampled proposals.\n\n");
        text.Append("| line | error | less plain mean | less mean by power and salience |\n| --- | ---: | ---: | ---: |\n");
        foreach (var line in unfitted.Prepend(weighted).Prepend(plain))
            Row(line.Name, line.Errors(issues));
        Row("combination, four exponents chosen on other proposals", large.LeftOut());
        Row("combination, two exponents chosen on other proposals", small.LeftOut());
        foreach (var (name, other) in Others(unfitted))
            Row($"the same and a share of {name}", new CrossValidation(issues, Lines.Blends(issues, other)).LeftOut());
        Row("combination as shipped, fitted to these issues", Lines.Combined(SpatialCombination.Fitted, issues).Errors(issues));
        ByCamps(text, issues, plain, weighted);
        Choices(text, "Two exponents", small);
        Choices(text, "Four exponents", large);
        return text.ToString();

        void Row(string name, double[] errors) => text.Append(CultureInfo.InvariantCulture,
            $"| {name} | {errors.Average():F2} | {Cell(PairedDifference.Of(errors, plain.Errors(issues), issues))} | {Cell(PairedDifference.Of(errors, weighted.Errors(issues), issues))} |\n");
    }

    private static string Cell(PairedDifference d) => string.Create(CultureInfo.InvariantCulture, $"{d.Mean:+0.00;−0.00} [{d.Low:+0.00;−0.00}, {d.High:+0.00;−0.00}]");

    private static void ByCamps(StringBuilder text, IReadOnlyList<Issue> issues, Line plain, Line weighted)
    {
        text.Append("\nBy number of camps, the shipped exponents:\n\n| issues | number | plain mean | mean by power and salience | combination |\n| --- | ---: | ---: | ---: | ---: |\n");
        var shipped = Lines.Combined(SpatialCombination.Fitted, issues);
        foreach (var (name, belongs) in new (string, Func<int, bool>)[] { ("two camps", n => n == 2), ("three camps", n => n == 3), ("four or more", n => n > 3) })
        {
            int[] chosen = [.. Enumerable.Range(0, issues.Count).Where(i => belongs(issues[i].Actors.Select(a => a.Position[0]).Distinct().Count()))];
            double Error(Line line) => chosen.Average(i => line.Errors(issues)[i]);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {chosen.Length} | {Error(plain):F2} | {Error(weighted):F2} | {Error(shipped):F2} |\n");
        }
    }

    private static IEnumerable<(string Name, Func<Issue, int, double?> Other)> Others(List<Line> lines)
    {
        yield return ("the reference point, where known", (issue, _) => issue.Reference);
        foreach (var line in lines.Where(l => l.Name is "50" or "median by power and salience" or "spatial bargaining, settled"))
            yield return (line.Name == "50" ? "the middle of the scale" : line.Name, (_, i) => line.Forecasts[i]);
    }

    private static void Choices(StringBuilder text, string name, CrossValidation validation)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{name} (power, salience, two camps, more), on all issues: {validation.OnAll}. In folds:");
        foreach (var (chosen, times) in validation.Chosen.OrderByDescending(p => p.Value).Take(3))
            text.Append(CultureInfo.InvariantCulture, $" {chosen} in {times} of {validation.Chosen.Values.Sum()};");
        text.Length--;
        text.Append(".\n");
    }
}
