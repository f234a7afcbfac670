using System.Globalization;
using System.Text;
using Standoff.Envelopes;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Cli;

/// <summary>Past crises after the years that the rates were counted in: the forecast from documents written before the end, the end, the score.</summary>
public sealed class WorkedCaseTests
{
    private const string Heading = """
        # Worked cases, scored

        The forecast of each case from its documents, how it ended within 26 weeks, and the score of that. Nothing was fitted to these cases; they are
        demonstrations and validate nothing. *Base rate* is the first step of the waterfall: the classes alone. Log score is −ln of the
        probability of what happened, Brier the sum of squares over all outcomes (0 to 2); lower is better.

        | case | as of | what happened | forecast | base rate | log score | base rate's | Brier | force on the soil, limited or more | it came |
        | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |

        """;

    [Fact]
    public void The_scores_are_those_that_were_accepted()
    {
        var text = new StringBuilder(Heading.ReplaceLineEndings("\n"));
        foreach (var ending in Endings()) text.Append(Row(ending)).Append('\n');
        GoldenFile.Verify(text.ToString(), "crises", "scores.md");
    }

    private static string Row(string[] ending)
    {
        var (outcome, force) = (ending[1], ending[2]);
        var documents = Directory.GetFiles(Repository.In("crises", ending[0], "documents")).Order(StringComparer.Ordinal).ToArray();
        var run = ProgramRun.Of(["model", .. documents, "--challenger", ending[4], "--target", ending[5], "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var crisis = Assert.IsType<EnvelopeResult.Read>(EnvelopeJson.Read(Encoding.UTF8.GetBytes(run.Output))).Envelope.Crisis!;
        var forecast = Forecaster.Forecast(crisis, options: new ForecastOptions { Draws = 512, InfluenceDraws = 32, Explain = false });
        var headline = forecast.Headline.ToDictionary(o => o.Key, o => o.Estimate.Mean);
        var first = forecast.Waterfalls.Single(w => w.Outcome == outcome).Steps[0].Value;
        var brier = headline.Sum(o => Math.Pow(o.Value - (o.Key == outcome ? 1 : 0), 2));
        var forced = forecast.Force[0].Weeks[^1].Mean;
        return string.Create(CultureInfo.InvariantCulture, $"| [{ending[0]}]({ending[0]}/documents) | {forecast.AsOf:yyyy-MM-dd} | {outcome}: {ending[3]} | {headline[outcome]:0.00} | {first:0.00} | {-Math.Log(headline[outcome]):0.00} | {-Math.Log(first):0.00} | {brier:0.00} | {forced:0.00} | {(force == "None" ? "no" : "yes")} |");
    }

    private static IEnumerable<string[]> Endings() =>
        File.ReadLines(Repository.In("crises", "endings.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));
}
