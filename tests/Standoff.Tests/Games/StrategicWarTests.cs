using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Models;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class StrategicWarTests
{
    // Kenkel and Signorino 2014: probit link, 282 disputes of 1817 to the 1980s.
    [Fact]
    public void The_published_coefficients_give_the_published_log_likelihood()
    {
        var coefficients = Table("strategic-war/games_egame12_probit_coefs.csv").ToDictionary(row => row["name"], row => Number(row["est"]));
        // The authors leave out disputes whose regimes are unknown.
        var disputes = Table("strategic-war/games_war1800.csv").Where(row => !row.ContainsValue("NA")).ToList();
        var logLikelihood = disputes.Sum(dispute =>
        {
            double Of(string utility, params string[] terms) => coefficients[$"{utility}:(Intercept)"] + terms.Sum(term => coefficients[$"{utility}:{term}"] * Value(dispute, term));
            var outcome = new StrategicWar(
                Of("u1(~esc)", "s_wt_re1", "revis1"),
                0,
                Of("u1(esc,war)", "regime1dem", "regime1mixed"),
                Of("u2(esc,war)", "balanc", "regime2dem", "regime2mixed")).Outcome();
            return Math.Log(dispute["esc"] == "0" ? outcome.StatusQuo : dispute["war"] == "0" ? outcome.Capitulation : outcome.War);
        });
        Assert.Equal(282, disputes.Count);
        Assert.Equal(-286.1238, logLikelihood, 1e-4);
    }

    [Fact]
    public void Maximum_likelihood_finds_the_published_coefficients_and_standard_errors()
    {
        var published = Table("strategic-war/games_egame12_probit_coefs.csv");
        var disputes = Table("strategic-war/games_war1800.csv").Where(row => !row.ContainsValue("NA")).Select(dispute =>
        {
            ImmutableArray<double> Of(params string[] terms) => [1, .. terms.Select(term => Value(dispute, term))];
            return new StrategicWarObservation(
                [Of("s_wt_re1", "revis1"), Of("regime1dem", "regime1mixed"), Of("balanc", "regime2dem", "regime2mixed")],
                dispute["esc"] != "0",
                dispute["war"] != "0");
        }).ToImmutableArray();
        var fit = StrategicWarEstimation.Fit(disputes);
        Assert.True(fit.HasConverged);
        Assert.Equal(-286.1238, fit.LogLikelihood, 1e-4);
        Assert.All(published.Zip(fit.Coefficients.SelectMany(c => c)), pair => Assert.Equal(Number(pair.First["est"]), pair.Second, 1e-3));
        Assert.All(published.Zip(fit.StandardErrors.SelectMany(e => e)), pair => Assert.Equal(1, pair.Second / Number(pair.First["se"]), 1e-2));
    }

    [Fact]
    public void Outcomes_sum_to_one_and_a_sure_fighter_deters()
    {
        var (weak, strong) = (new StrategicWar(0, 1, -1, -3).Outcome(), new StrategicWar(0, 1, -1, 3).Outcome());
        Assert.Equal(1, weak.StatusQuo + weak.Capitulation + weak.War, 1e-14);
        Assert.True(strong.StatusQuo > weak.StatusQuo);
    }

    // A factor such as regime1dem is 1 where the column regime1 says "dem".
    private static double Value(Dictionary<string, string> dispute, string term) => term.StartsWith("regime", StringComparison.Ordinal)
        ? dispute[term[..7]].StartsWith(term[7..], StringComparison.Ordinal) ? 1 : 0
        : Number(dispute[term]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Table(string path)
    {
        var lines = ReferenceGames.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    // Commas inside quotes belong to the cell.
    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                cells.Add("");
            else
                cells[^1] += c;
        }

        return cells;
    }
}
