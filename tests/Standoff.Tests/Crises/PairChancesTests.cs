using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Sides by their chances: what a text without a spoken demand says of who stands against whom.</summary>
public sealed class PairChancesTests
{
    private const string Raid = "Egyptian troops crossed the border of Libya on Monday. Egyptian planes bombed a Libyan airfield. Libya has put its army on alert and Libya protested. Tunisia offered to mediate.";
    private const string Passive = "The Libyan airfield was bombed by Egypt. A Libyan town was attacked by Egypt. Libya mobilised its army. Tunisia offered to mediate.";

    [Theory]
    [InlineData(Raid)]
    [InlineData(Passive)]
    public void Whoever_uses_force_on_the_other_is_the_likelier_challenger(string text)
    {
        var chances = Chances(text);

        Assert.True(chances.Of("Egypt", "Libya") > chances.Of("Libya", "Egypt"), string.Join("; ", chances.Ranked));
        Assert.Equal(("Egypt", "Libya"), (chances.Ranked[0].Challenger, chances.Ranked[0].Target));
    }

    [Theory]
    [InlineData(Raid)]
    [InlineData("Norway and Sweden opened a bridge.")]
    [InlineData("The cat sat on the mat.")]
    [InlineData("")]
    public void All_chances_sum_to_one(string text)
    {
        var chances = Chances(text);

        Assert.Equal(1, chances.Ranked.Sum(p => p.Probability) + chances.None, 1e-12);
        Assert.All(chances.Ranked, p => Assert.InRange(p.Probability, 0, 1));
    }

    [Fact]
    public void A_text_that_names_no_two_sides_is_about_no_crisis() => Assert.Equal(1, Chances("The minister of Egypt resigned.").None);

    [Fact]
    public void The_order_of_the_documents_is_irrelevant()
    {
        var (one, other) = (Read(Raid, "a"), Read(Passive, "b"));

        Assert.Equal(Chances(one, other).None, Chances(other, one).None, 1e-12);
        Assert.Equal(Chances(one, other).Of("Egypt", "Libya"), Chances(other, one).Of("Egypt", "Libya"), 1e-12);
    }

    [Fact]
    public void Sides_that_no_demand_names_are_said_to_be_a_guess()
    {
        var found = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(Raid, "a")])));

        Assert.Equal("Egypt v. Libya", found.Crisis.Title);
        Assert.StartsWith("The two sides are a guess: Egypt against Libya (", found.Doubt!.Message, StringComparison.Ordinal);
        Assert.EndsWith(" To settle it, name them with --challenger \"Egypt\" --target \"Libya\", or with the names that are right.", found.Doubt.Message, StringComparison.Ordinal);
        Assert.Contains("; next likeliest is ", found.Doubt.Message, StringComparison.Ordinal);
    }

    // What is demanded in so many words may stand against what the words make likelier.
    [Theory]
    [InlineData(0.2, "The two sides are a guess: ECOWAS against the Gambia (22 %); next likeliest is Senegal against the Gambia (20 %). To settle it,")]
    [InlineData(0.24, "The two sides are a guess: ECOWAS against the Gambia (22 %), by what the one was read to demand or do; by the words alone, likelier is Senegal against the Gambia (24 %). To settle it,")]
    public void A_pair_that_is_likelier_is_not_called_the_next_likeliest(double other, string message) =>
        Assert.StartsWith(message, new SidesDoubt(new PossibleSides("ECOWAS", "Gambia", 0.22), [new PossibleSides("Senegal", "Gambia", other)]).Message, StringComparison.Ordinal);

    [Fact]
    public void Sides_that_are_given_are_no_guess() =>
        Assert.Null(Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(Raid, "a")]), new ProposalOptions { Challenger = "Libya", Target = "Egypt" })).Doubt);

    [Theory]
    [InlineData("Libya", "Egypt")]
    [InlineData("Egypt", "Libya")]
    public void Of_two_that_are_named_without_a_direction_the_texts_say_who_challenges(string one, string other) =>
        Assert.Equal("Egypt v. Libya", Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(Raid, "a")]), new ProposalOptions { Between = (one, other) })).Crisis.Title);

    [Fact]
    public void Two_that_the_texts_do_not_name_together_make_no_crisis() =>
        Assert.IsType<CrisisResult.NoCrisis>(CrisisProposal.Propose(LedgerBuilder.Build([Read(Raid, "a")]), new ProposalOptions { Between = ("Norway", "Sweden") }));

    [Theory]
    [InlineData("Southern planes bombed Northern towns", "bomb*", "South", "North")]
    [InlineData("Northern towns were bombed by Southern planes", "bomb*", "South", "North")]
    [InlineData("Southern planes bombed the hills", "bomb*", "South", null)]
    public void The_order_of_names_tells_who_does_it(string text, string pattern, string doing, string? suffering)
    {
        List<(int, int, string)> named = [.. new[] { ("Southern", "South"), ("Northern", "North") }.Select(n => (text.IndexOf(n.Item1, StringComparison.Ordinal), n.Item1.Length, n.Item2)).Where(n => n.Item1 >= 0).OrderBy(n => n.Item1)];

        Assert.Equal(new NameOrder(doing, suffering), NameOrder.Of(text, named, new WordPattern(pattern)));
    }

    private static PairChances Chances(string text) => Chances(Read(text, "a"));

    private static PairChances Chances(params Standoff.Reading.Claims.Reading[] readings)
    {
        var ledger = LedgerBuilder.Build(readings);
        var register = new ActorRegister(ledger, null);
        var items = ItemView.Of(ledger, register, new DateOnly(1977, 7, 22));
        return PairChances.Of(new PairSigns(ledger, register, items, [.. items.SelectMany(ActReader.Of)], new DateOnly(1977, 7, 22)));
    }

    private static Standoff.Reading.Claims.Reading Read(string text, string name) => ClaimReader.Read(new Document(new DocumentId(name), name, text, new DateOnly(1977, 7, 22)), ReaderOptions.Default);
}
