using System.Text.Json.Nodes;
using Xunit;

namespace Standoff.Tests.Cli;

/// <summary>What must hold from text to model, whatever the words: the program run on sentences that differ in one thing.</summary>
public sealed class LawTests : IDisposable
{
    private const string Wire = """
        DATE: 2026-03-02
        OUTLET: Meridian Wire
        GENRE: news

        Spain demanded that Morocco withdraw its troops from the island.
        """;

    private const string Flat = "Spain has staked its credibility on the withdrawal.";

    private readonly ProgramTexts _texts = new("standoff-laws-");

    public void Dispose() => _texts.Dispose();

    [Fact]
    public void A_flat_sentence_moves_its_parameter() => Assert.True(Shift(Model(Wire + " " + Flat)) > 0.001);

    [Theory]
    [InlineData("Spain has reportedly staked its credibility on the withdrawal.")]
    [InlineData("Spain may have staked its credibility on the withdrawal.")]
    [InlineData("Spain has allegedly staked its credibility on the withdrawal.")]
    public void A_hedged_sentence_moves_its_parameter_less_than_the_flat_one(string hedged)
    {
        var (less, more) = (Shift(Model(Wire + " " + hedged)), Shift(Model(Wire + " " + Flat)));
        Assert.True(less < more, $"{hedged} moves by {less}, the flat sentence by {more}.");
    }

    [Fact]
    public void An_echo_of_a_sentence_by_the_same_origin_moves_nothing()
    {
        var once = Model(Wire + " " + Flat);
        var twice = Model(Wire + " " + Flat, $"DATE: 2026-03-03\nOUTLET: The Evening Courier\nGENRE: news\n\nSpain has staked its credibility on the withdrawal, Meridian Wire reported.");
        Assert.Equal(Parameter(once, "audience-cost")["value"]!.ToJsonString(), Parameter(twice, "audience-cost")["value"]!.ToJsonString());
    }

    [Fact]
    public void A_short_text_printed_again_counts_once()
    {
        const string report = "DATE: 2026-03-02\n\nSpain demanded that Morocco leave the island. Morocco rejected the ultimatum. Spanish warships surrounded the island.\n";
        var (once, twice) = (Model(report), Model(report, report.Replace("2026-03-02", "2026-03-03", StringComparison.Ordinal) + "\n"));
        Assert.Equal(once["crisis"]!["present"]!["weights"]!.ToJsonString(), twice["crisis"]!["present"]!["weights"]!.ToJsonString());
        Assert.Equal(Values(once), Values(twice));
    }

    [Fact]
    public void A_demand_to_lift_a_blockade_closes_nothing()
    {
        var rung = Model("DATE: 2026-03-02\n\nSpain demanded that Morocco lift the blockade of the port. Morocco rejected the demand.\n")["crisis"]!["uses"]!;
        Assert.DoesNotContain(rung.AsArray(), use => use!["row"]!.GetValue<string>() == "closure");
    }

    [Fact]
    public void A_commentators_opinion_moves_nothing()
    {
        var without = Model(Wire + " " + Flat);
        var with = Model(Wire + " " + Flat, """
            DATE: 2026-03-03
            OUTLET: The Harbour Review
            GENRE: opinion

            Spain will surely never back down. In my view its credibility is at stake, and a war would probably follow.
            """);
        Assert.Equal(Values(without), Values(with));
    }

    [Fact]
    public void Withdrawing_a_claim_changes_only_what_names_it()
    {
        var text = Wire + " " + Flat + " Spain's parliament voted against a war over the island.";
        var with = Model(text);
        var claim = with["ledger"]!["claims"]!.AsArray().Single(c => Exact(with, c!).Contains("credibility", StringComparison.Ordinal))!["alias"]!.GetValue<string>();
        var without = Model([text], "--without", claim);
        Assert.NotEqual(Parameter(with, "audience-cost")["value"]!.ToJsonString(), Parameter(without, "audience-cost")["value"]!.ToJsonString());
        Assert.Equal(Without(with, claim, "parameters"), Without(without, claim, "parameters"));
        Assert.Equal(Items(with, claim), Items(without, claim));
        Assert.Equal(with["crisis"]!["classes"]!.ToJsonString(), without["crisis"]!["classes"]!.ToJsonString());
    }

    [Fact]
    public void With_two_names_and_nothing_else_the_reference_classes_lie_within_the_forecast()
    {
        var forecast = _texts.Json("forecast", ["DATE: 2026-03-02\n\nThe weather was fine.\n"], "--challenger", "Spain", "--target", "Morocco", "--draws", "64")["forecast"]!;
        Assert.All(forecast["waterfalls"]!.AsArray().Zip(forecast["headline"]!.AsArray()), w =>
        {
            var steps = w.First!["steps"]!.AsArray().Select(s => s!["value"]!.GetValue<double>()).ToList();
            var estimate = w.Second!["estimate"]!;
            Assert.InRange(steps[0], estimate["low"]!.GetValue<double>(), estimate["high"]!.GetValue<double>());
            // Past what the names tell, no claim and no game moves anything; the steps go through the same sums in another order.
            Assert.All(steps[1..^1], s => Assert.Equal(steps[1], s, 1e-9));
            Assert.Equal(steps[1], steps[^1], 0.01);
        });
        Assert.Empty(forecast["influences"]!.AsArray());
    }

    private JsonNode Model(params string[] texts) => Model(texts, []);

    private JsonNode Model(string[] texts, params string[] more) => _texts.Json("model", texts, ["--challenger", "Spain", "--target", "Morocco", .. more]);

    private static JsonNode Parameter(JsonNode envelope, string name) =>
        envelope["crisis"]!["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == name)!;

    private static string[] Values(JsonNode envelope) =>
        [.. envelope["crisis"]!["parameters"]!.AsArray().Select(p => $"{p!["name"]} {p["value"]!.ToJsonString()}")];

    // How far the mean went from the prior's, which every grid starts from.
    private static double Shift(JsonNode envelope)
    {
        if (Parameter(envelope, "audience-cost")["value"]!["grid"] is not JsonArray grid) return 0;
        var (points, weights) = (Numbers(grid[0]!), Numbers(grid[1]!));
        return Math.Abs(points.Zip(weights, (p, w) => p * w).Sum() - points.Average());
    }

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(n => n!.GetValue<double>())];

    private static string Exact(JsonNode envelope, JsonNode claim) => envelope["readings"]!.AsArray()
        .SelectMany(r => r!["claims"]!.AsArray()).Single(c => c!["id"]!.GetValue<string>() == claim["claim"]!.GetValue<string>())!["exact"]!.GetValue<string>();

    private static string[] Without(JsonNode envelope, string claim, string section) =>
        [.. envelope["crisis"]![section]!.AsArray().Where(p => p!["name"]!.GetValue<string>() != "audience-cost").Select(p => p!.ToJsonString()).Where(p => !p.Contains($"\"{claim}\"", StringComparison.Ordinal))];

    private static string[] Items(JsonNode envelope, string claim) =>
        [.. envelope["ledger"]!["items"]!.AsArray().Select(i => i!.ToJsonString()).Where(i => !i.Contains($"\"{claim}\"", StringComparison.Ordinal))];
}
