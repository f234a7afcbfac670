using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>What is at stake by the words of the texts, and states under the names of their time.</summary>
public sealed class StakeReaderTests
{
    [Theory]
    [InlineData("Peru claims the disputed province. Its troops crossed the frontier into the territory. The boundary was never demarcated.", "territory-threat")]
    [InlineData("Rebels backed by the neighbour vowed to overthrow the regime. Exiles formed a government. The opposition hailed the coup.", "regime-threat")]
    public void The_words_of_a_text_make_a_stake_likelier_than_a_text_on_nothing_does(string text, string stake)
    {
        double Of(string words) => Reader(words).Probabilities().Single(p => p.Stake == stake).Probability;

        Assert.True(Of(text) > Of("The ministers spoke. They will speak again."));
        Assert.Equal(1, Reader(text).Probabilities().Sum(p => p.Probability), 1e-12);
    }

    [Fact]
    public void Without_texts_nothing_is_said_of_the_stake()
    {
        var crisis = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([]), new ProposalOptions { Challenger = "Peru", Target = "Ecuador" })).Crisis;

        Assert.DoesNotContain(crisis.Covariates, c => StakeReader.Stakes.Contains(c.Name));
    }

    [Theory]
    [InlineData("Soviet Union", "Finland", true)]
    [InlineData("Rhodesia", "Mozambique", true)]
    [InlineData("Russia", "Hungary", false)]
    [InlineData("South Yemen", "North Yemen", true)]
    public void Borders_are_those_of_the_name(string one, string other, bool are) => Assert.Equal(are, Neighbours.Are(one, other));

    [Theory]
    [InlineData("Italy", 1935, true)]
    [InlineData("Italy", 1950, false)]
    [InlineData("Russia", 1920, false)]
    [InlineData("Austria-Hungary", 1914, true)]
    public void Major_powers_are_those_of_the_year(string state, int year, bool isMajor) => Assert.Equal(isMajor, MajorPowers.Contains(state, new DateOnly(year, 6, 1)));

    [Fact]
    public void The_power_of_a_state_is_known_by_its_name_of_the_time()
    {
        var covariates = CovariateProposal.Of("Soviet Union", "Finland", null, new DateOnly(1939, 11, 27));

        Assert.True(covariates.Single(c => c.Name == "power-ratio").Value > 1);
    }

    private static StakeReader Reader(string text)
    {
        var day = new DateOnly(1981, 1, 22);
        var ledger = LedgerBuilder.Build([ClaimReader.Read(new Document(new DocumentId("a"), "a", text, day), ReaderOptions.Default)]);
        return new StakeReader(ledger, ItemView.Of(ledger, new ActorRegister(ledger, null), day), "Peru", "Ecuador", day);
    }
}
