using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Standoff.Tests.Cli;

/// <summary>Past crises after the years that the rates were counted in: the forecast from documents written before the end, the end, the score.</summary>
public sealed class WorkedCaseTests
{
    private const string Heading = """
        # Worked cases, scored

        The forecast of each case from its documents, how it ended within 26 weeks, and the score of that. Nothing was fitted to these cases; the five are
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
        var run = ProgramRun.Of(["forecast", .. documents, "--challenger", ending[4], "--target", ending[5], "--draws", "512", "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var forecast = JsonNode.Parse(run.Output)!["forecast"]!;
        var headline = forecast["headline"]!.AsArray().ToDictionary(o => o!["key"]!.GetValue<string>(), o => o!["estimate"]!["mean"]!.GetValue<double>());
        var first = forecast["waterfalls"]!.AsArray().Single(w => w!["outcome"]!.GetValue<string>() == outcome)!["steps"]![0]!["value"]!.GetValue<double>();
        var brier = headline.Sum(o => Math.Pow(o.Value - (o.Key == outcome ? 1 : 0), 2));
        var forced = forecast["force"]![0]!["weeks"]!.AsArray()[^1]!["mean"]!.GetValue<double>();
        return string.Create(CultureInfo.InvariantCulture, $"| [{ending[0]}]({ending[0]}/documents) | {forecast["asOf"]} | {outcome}: {ending[3]} | {headline[outcome]:0.00} | {first:0.00} | {-Math.Log(headline[outcome]):0.00} | {-Math.Log(first):0.00} | {brier:0.00} | {forced:0.00} | {(force == "None" ? "no" : "yes")} |");
    }

    private static IEnumerable<string[]> Endings() =>
        File.ReadLines(Repository.In("crises", "endings.tsv")).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));
}
