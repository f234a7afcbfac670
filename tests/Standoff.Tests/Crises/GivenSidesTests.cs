using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Sides that the user names and no table knows.</summary>
public sealed class GivenSidesTests
{
    [Fact]
    public void Texts_are_read_for_a_named_side_that_no_table_knows()
    {
        var cast = GivenSides.AddedTo(null, "Peru", "Zarovia");
        var document = new Document(new DocumentId("a"), "a", "Peru has demanded that Zarovia hand over the two pilots by Friday. Zarovia refused.", new DateOnly(2030, 5, 1));
        var ledger = LedgerBuilder.Build([ClaimReader.Read(document, ReaderOptions.Default with { Cast = cast })]);

        var crisis = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(ledger, new ProposalOptions { Challenger = "Peru", Target = "Zarovia", Cast = cast })).Crisis;

        Assert.Contains("hand over the two pilots", crisis.Demand.Text, StringComparison.Ordinal);
        Assert.Equal("../2030-05-03", crisis.Demand.Deadline?.Value);
        Assert.NotEmpty(crisis.Target.Claims);
    }

    [Fact]
    public void Sides_that_are_known_leave_the_cast_as_it_is()
    {
        var cast = new CastList([new CastMember("Zarovia", MentionKind.State, "Zarovia", ["the Z."])]);
        Assert.Same(cast, GivenSides.AddedTo(cast, "Peru", "the Z.", "NATO", "Hezbollah", "Putin", "Vladimir Putin", "the Kremlin", "the rebels", "Donetsk", "Peru (", ".*", null, " "));
        Assert.Null(GivenSides.AddedTo(null, "Peru", null));
        Assert.Equal(2, GivenSides.AddedTo(cast, "Norlund")!.Entries.Length);
    }
}
