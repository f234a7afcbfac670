using System.Text.Json.Nodes;
using Xunit;

namespace Standoff.Tests.Cli;

/// <summary>
/// The same things told otherwise give the same model: a move told in two sentences, a claim told again, a passive. Each law runs on
/// several invented crises.
/// </summary>
public sealed class SameWordsTests : IDisposable
{
    private static readonly Quarrel[] Quarrels =
    [
        new("Spain", "Morocco", "Spain demanded that Morocco withdraw its troops from the island", "Spain said that the strait should be regarded as closed"),
        new("Chile", "Peru", "Chile demanded that Peru withdraw its soldiers from the valley", "Chile said that Peruvian ports should be regarded as closed"),
        new("Turkey", "Greece", "Turkey demanded that Greece dismantle its missiles", "Turkey said that Greek waters should be regarded as closed"),
    ];

    private readonly ProgramTexts _texts = new("standoff-same-");

    public static TheoryData<int> All => [.. Enumerable.Range(0, Quarrels.Length)];

    public void Dispose() => _texts.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void An_echo_of_a_lesser_demand_leaves_the_graver_one_where_it_was(int quarrel)
    {
        var q = Quarrels[quarrel];
        var wire = Wire($"{q.Demand}. {q.Lesser}.");
        var once = Model(q, wire);
        foreach (var echo in new[] { $"{q.Lesser}, Meridian Wire reported.", $"According to Meridian Wire, {q.Lesser}.", $"{q.Lesser}, the wire said." })
            Assert.Equal(Numbers(once), Numbers(Model(q, Post(echo), wire)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_echo_of_a_demand_that_the_wire_has_from_somebody_else_counts_once(int quarrel)
    {
        var q = Quarrels[quarrel];
        var wire = Wire($"According to sources cited by the Miami Herald, {q.Demand} and warned of consequences if it refused.");
        Assert.Equal(Numbers(Model(q, wire)), Numbers(Model(q, Post($"According to Meridian Wire, {q.Demand} and warned of consequences if it refused."), wire)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_demand_and_its_threat_are_an_ultimatum_however_they_are_told(int quarrel)
    {
        var q = Quarrels[quarrel];
        var joined = Ultimatum(Model(q, Wire($"{q.Demand} and warned of consequences if it refused.")));
        Assert.InRange(joined, 0.5, 1);
        foreach (var told in new[]
        {
            $"{q.Demand}. {q.Challenger} warned of consequences if {q.Target} refused.",
            $"{q.Challenger} warned {q.Target} of consequences. {q.Demand}.",
            $"{q.Demand}. {q.Target} was warned of consequences by {q.Challenger}.",
            $"{q.Demand}. The weather was fine. {q.Target} was threatened with force by {q.Challenger}.",
        })
            Assert.True(Ultimatum(Model(q, Wire(told))) >= joined - 1e-9, told);
        Assert.Equal(joined, Ultimatum(Model(q, Wire($"{q.Demand}."), Post($"{q.Challenger} warned {q.Target} of consequences if it refused."))), 1e-9);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_threat_to_somebody_else_or_of_measures_or_in_answer_makes_no_ultimatum(int quarrel)
    {
        var q = Quarrels[quarrel];
        foreach (var told in new[]
        {
            $"{q.Challenger} threatened to impose further sanctions on {q.Target}.",
            $"{q.Challenger} said that any attack would be answered by a full blow.",
            $"{q.Target} warned {q.Challenger} of consequences.",
        })
            Assert.True(Ultimatum(Model(q, Wire($"{q.Demand}. {told}"))) == 0, told);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_threat_that_names_what_is_to_be_done_counts_by_itself(int quarrel)
    {
        var q = Quarrels[quarrel];
        var reported = $"According to unnamed officials, {q.Demand} and warned of consequences if it refused.";
        var without = Ultimatum(Model(q, Wire(reported)));
        Assert.True(Ultimatum(Model(q, Wire($"{reported} {q.Challenger} threatened to strike {q.Target} unless it gave way."))) > without + 0.05);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ships_at_sea_and_a_base_ashore_are_two_acts_of_force(int quarrel)
    {
        var q = Quarrels[quarrel];
        var ships = $"{q.Demand}. Forces of {q.Challenger} attacked several vessels off the coast of {q.Target}.";
        var both = Items(Model(q, Wire($"{ships} Forces of {q.Challenger} struck a military base in {q.Target} on Monday.")));
        Assert.Equal(2, both.Count(i => i.Contains("attacked several vessels", StringComparison.Ordinal) || i.Contains("struck a military base", StringComparison.Ordinal)));
        Assert.Equal(Items(Model(q, Wire(ships))).Length + 1, both.Length);
    }

    [Theory]
    [InlineData("opinion", "{0} can offer little more than words. It is unclear what {1} plans for the day after. {1} should prepare an invasion. {2} will surely fight to the last man.")]
    [InlineData("news", "Ann Reed, an analyst at the Harbour Institute, said that {0} can offer little more than words. It is unclear what {1} plans for the day after, Reed said.")]
    [InlineData("news", "Analysts said that {0} can offer little more than words. Experts said that {0} would send troops to {2}.")]
    public void What_only_a_commentator_holds_moves_nothing(string genre, string view)
    {
        foreach (var q in Quarrels)
        {
            var wire = Wire($"{q.Demand}. {q.Challenger} warned {q.Target} of consequences.");
            var held = string.Format(System.Globalization.CultureInfo.InvariantCulture, view, "Cuba", q.Challenger, q.Target);
            Assert.Equal(Numbers(Model(q, wire)), Numbers(Model(q, wire, $"DATE: 2026-03-02\nOUTLET: The Harbour Review\nGENRE: {genre}\n\n{held}\n")));
        }
    }

    [Fact]
    public void What_a_commentary_tells_as_done_still_counts()
    {
        var q = Quarrels[0];
        var wire = Wire($"{q.Demand}.");
        var column = "DATE: 2026-03-02\nOUTLET: The Harbour Review\nGENRE: opinion\n\nSpain has staked its credibility on the withdrawal. Cuba sent troops to Morocco.\n";
        Assert.NotEqual(Numbers(Model(q, wire)), Numbers(Model(q, wire, column)));
    }

    private static string Wire(string text) => $"DATE: 2026-03-02\nOUTLET: Meridian Wire\nGENRE: news\n\n{text}\n";

    private static string Post(string text) => $"DATE: 2026-03-02\nOUTLET: Second Post\nGENRE: news\n\n{text}\n";

    private JsonNode Model(Quarrel quarrel, params string[] texts) => _texts.Json("model", texts, "--challenger", quarrel.Challenger, "--target", quarrel.Target);

    private static double Ultimatum(JsonNode envelope) => envelope["crisis"]!["flags"]!.AsArray()
        .Where(f => f!["name"]!.GetValue<string>() == "ultimatum-given").Select(f => f!["probability"]!.GetValue<double>()).FirstOrDefault();

    private static string[] Items(JsonNode envelope) => [.. envelope["ledger"]!["items"]!.AsArray().Select(i => i!["statement"]!.GetValue<string>())];

    // All that the forecast is made from: the kind of the demand, rung, flags, third parties, classes and parameters.
    private static string[] Numbers(JsonNode envelope)
    {
        var crisis = envelope["crisis"]!;
        return
        [
            crisis["demand"]!["kind"]!.ToJsonString(),
            crisis["present"]!["weights"]!.ToJsonString(),
            .. crisis["flags"]!.AsArray().Select(f => $"{f!["name"]} {f["probability"]}"),
            .. crisis["thirdParties"]!.AsArray().Select(t => $"{t!["name"]} {t["stance"]} {t["availability"]}"),
            crisis["classes"]!.ToJsonString(),
            .. crisis["offers"]!.AsArray().Concat(crisis["threats"]!.AsArray()).Select(s => s!["text"]!.GetValue<string>()),
            .. crisis["parameters"]!.AsArray().Select(p => $"{p!["name"]} {p["value"]!.ToJsonString()}"),
        ];
    }

    private sealed record Quarrel(string Challenger, string Target, string Demand, string Lesser);
}
