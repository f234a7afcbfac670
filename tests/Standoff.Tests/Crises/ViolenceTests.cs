using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Violence that was done, whose doer or place is named by a force, an adjective or the clause beside it, or by nobody.</summary>
public sealed class ViolenceTests
{
    [Theory]
    [InlineData("Peruvian aircraft bombed a post in the valley at dawn on Tuesday. Ecuador said that nobody was hurt.")]
    [InlineData("Ecuador called up reservists on Monday. The Peruvian army shelled the town of Loja during the night.")]
    [InlineData("A village that had been held by Ecuadorian soldiers since the rains, and from which most of the people had fled to the hills with their cattle, was shelled by Peruvian guns on Monday.")]
    [InlineData("Ecuador claims that a Peruvian patrol fired on a customs post near Huaquillas on May 6.")]
    [InlineData("Peruvian troops captured the post at Tiwinza, the government in Quito said. Ecuador's president promised that it would be retaken.")]
    [InlineData("Armed men raided two houses near Loja and killed nine people. Ecuador says it was a Peruvian unit.")]
    public void What_the_challengers_forces_do_to_the_target_puts_the_crisis_on_strikes(string text)
    {
        var crisis = Crisis(text);
        Assert.True(Force(crisis) > 0.5, Uses(crisis));
    }

    [Theory]
    [InlineData("The Peruvian patrol was on the river on Monday when it was caught in the fire of an Ecuadorian gendarme boat.")]
    [InlineData("Peru has rejected a note from Ecuador on the deaths of five Peruvian soldiers who were killed on a river patrol last week.")]
    [InlineData("Ecuadorian gunners shot down a Peruvian helicopter over the Cenepa on Friday.")]
    [InlineData("Peruvian and Ecuadorian posts have exchanged fire on most of the days since Thursday.")]
    [InlineData("Peru and Ecuador have both sent more men to the ridge. Shelling went on around Tiwinza.")]
    [InlineData("Peru has sent more men to the river, and there was shooting by the Huaquillas post last week. Ecuador has protested.")]
    [InlineData("Firing was heard in the upper valley overnight. Peru and Ecuador accuse each other of having begun it.")]
    [InlineData("Two villages on the Ecuadorian side of the border were bombed on Tuesday, and Peru denies that it knows of it.")]
    [InlineData("An exchange of fire killed three soldiers near Tiwinza. Peru demanded that Ecuador leave the post.")]
    [InlineData("Artillery had fallen on the road to Loja, the radio said. Ecuador says that Peru is massing an army.")]
    [InlineData("It is five days since a party of Ecuadorian troops was fired on near the bridge. Peru declines an inquiry.")]
    public void What_nobody_or_the_target_is_said_to_do_is_violence_between_the_two_and_no_strike_of_the_challengers(string text)
    {
        var crisis = Crisis(text);
        Assert.True(Violence(crisis) > 0.5 && Force(crisis) < 0.1, Uses(crisis));
    }

    [Theory]
    [InlineData("Peruvian police fired on protesters in Lima and killed two students. Ecuador called for calm.")]
    [InlineData("The Peruvian army shelled a camp of the rebels in the south of Peru. Ecuador has closed its border.")]
    [InlineData("Guerrillas have been raiding farms in the province since Christmas. Peru says that they come from Ecuador.")]
    [InlineData("Five Ecuadorian soldiers were killed when their helicopter crashed in bad weather near the border with Peru.")]
    [InlineData("In 1941 the Peruvian army attacked Ecuador and took the province.")]
    [InlineData("If Peru attacked, Ecuador would answer. Peruvian aircraft could bomb Quito within the hour.")]
    [InlineData("Peruvian tanks fired shells on Tuesday in an exercise that Ecuador called a provocation.")]
    [InlineData("A film in which Peruvian aircraft bombed Quito has angered Ecuador.")]
    [InlineData("The Peruvian press has continued to attack the government of Ecuador.")]
    [InlineData("Shelling went on around Donetsk on Tuesday, Ukraine said. Peru and Ecuador voted for the resolution.")]
    [InlineData("The prospect of fighting has gone down a little, diplomats in Peru and Ecuador say.")]
    [InlineData("A mob attacked the consulate in Guayaquil on Tuesday. Peru has demanded an apology from Ecuador.")]
    [InlineData("Public employees in Peru struck last year, and those in Ecuador have not forgotten it.")]
    [InlineData("Peruvian troops have not fired on anybody, and no shot has been heard, Ecuador said.")]
    [InlineData("Two men were killed in a bar in Guayaquil on Friday. Peru has demanded that Ecuador leave the post.")]
    [InlineData("Peruvian paratroopers occupied a bridge without a shot. Ecuador protested.")]
    public void Crime_and_crowds_accidents_history_and_what_did_not_happen_are_no_violence_between_states(string text)
    {
        var crisis = Crisis(text);
        Assert.True(Violence(crisis) == 0 && Force(crisis) < 0.1, Uses(crisis));
    }

    [Fact]
    public void Shots_that_nobody_is_said_to_have_fired_are_read_between_neighbours_alone()
    {
        const string text = "Canada and Peru have both sent more men to the camp. Shelling went on around Tiwinza.";
        var crisis = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(text)]), new ProposalOptions { Challenger = "Canada", Target = "Peru" })).Crisis;
        Assert.Equal(0, Violence(crisis));
    }

    [Fact]
    public void To_tell_of_it_again_in_the_same_report_changes_nothing()
    {
        const string text = "Peru and Ecuador have both sent more men to the ridge. Shelling went on around Tiwinza.";
        Assert.Equal(Violence(Crisis(text)), Violence(Crisis(text + " Firing went on around Tiwinza, in Peru's reports as in Ecuador's.")));
    }

    [Fact]
    public void An_army_that_the_names_know_acts_for_its_state()
    {
        const string text = "Sudan said that its army was at the outskirts of the town. The SPLA took Heglig on April 10.";
        var crisis = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(text, new(2012, 4, 15))]), new ProposalOptions { Challenger = "Sudan", Target = "South Sudan", AsOf = new(2012, 4, 15) })).Crisis;
        Assert.True(Violence(crisis) > 0.5 && Force(crisis) < 0.1, Uses(crisis));
    }

    private static double Violence(Crisis crisis) => crisis.Covariates.FirstOrDefault(c => c.Name == "violent-act")?.Value ?? 0;

    private static double Force(Crisis crisis) => crisis.Present.Weights[(int)Rung.LimitedStrikes..].Sum();

    private static string Uses(Crisis crisis) => $"force {Force(crisis):0.00}, violence {Violence(crisis):0.00}: " + string.Join(" | ", crisis.Uses.Select(u => $"{u.Item} {u.Row}"));

    private static Crisis Crisis(string text) =>
        Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Read(text)]), new ProposalOptions { Challenger = "Peru", Target = "Ecuador", AsOf = new(1995, 2, 10) })).Crisis;

    private static Standoff.Reading.Claims.Reading Read(string text, DateOnly? day = null) => ClaimReader.Read(new Document(new DocumentId("a"), "a", text, day ?? new DateOnly(1995, 2, 10)), ReaderOptions.Default);
}
