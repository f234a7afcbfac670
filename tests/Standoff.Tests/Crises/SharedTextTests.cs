using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Annotated texts on four crises, outside the repository: who challenges whom, over what, and how far it has gone.</summary>
public sealed class SharedTextTests
{
    private static readonly CastList Leaders = new(
    [
        Leader("George W. Bush", "United States"), Leader("Barack Obama", "United States"), Leader("Saddam Hussein", "Iraq"),
        Leader("Muammar Gaddafi", "Libya"), Leader("Jiang Zemin", "China"), Leader("Lee Teng-hui", "Taiwan"), Leader("Mohamed Bazoum", "Niger"),
    ]);

    [Theory]
    [InlineData("iraq-2003", "United States", "Iraq", DemandKind.LeaderDeparture, Rung.ShowOfForce)]
    [InlineData("libya-2011", "United States", "Libya", DemandKind.LeaderDeparture, Rung.ShowOfForce)]
    [InlineData("niger-2023", "ECOWAS", "Niger", DemandKind.LeaderDeparture, Rung.Measures)]
    [InlineData("taiwan-1996", "China", "Taiwan", DemandKind.PolicyChange, Rung.ShowOfForce)]
    public void The_crisis_of_a_text_is_found_among_its_third_parties(string name, string challenger, string target, DemandKind demand, Rung rung)
    {
        var crisis = Assert.IsType<CrisisResult.Found>(CrisisProposal.Propose(LedgerBuilder.Build([Annotated(name)]), new ProposalOptions { Cast = Leaders })).Crisis;

        Assert.Equal((challenger, target, demand, rung), (crisis.Challenger.Name, crisis.Target.Name, crisis.Demand.Kind, crisis.Present.Mode));
    }

    [Theory]
    [InlineData("iraq-2003")]
    [InlineData("libya-2011")]
    [InlineData("niger-2023")]
    [InlineData("taiwan-1996")]
    public void No_opinion_is_used_for_more_than_a_check(string name)
    {
        var ledger = LedgerBuilder.Build([Annotated(name)]);
        var crisis = ((CrisisResult.Found)CrisisProposal.Propose(ledger, new ProposalOptions { Cast = Leaders })).Crisis;
        var opinions = ledger.Items.Where(i => i.IsOpinion).Select(i => i.Alias).ToHashSet();

        Assert.NotEmpty(opinions);
        Assert.All(crisis.Uses.Where(u => opinions.Contains(u.Item)), u => Assert.True(u.Route is Route.None or Route.Check, u.ToString()));
    }

    private static CastMember Leader(string name, string state) => new(name, MentionKind.Person, state, []);

    private static Standoff.Reading.Claims.Reading Annotated(string name)
    {
        var folder = Path.Combine(SharedFolder(), "eval", "texts");
        var text = File.ReadAllText(Path.Combine(folder, name + ".txt"));
        var id = new DocumentId(name);
        var claims = ClaimJsonLines.Read(File.ReadAllText(Path.Combine(folder, name + ".gold.jsonl"))).Claims.Select(c => c.Claim);
        return new Standoff.Reading.Claims.Reading(
            new Document(id, name, text, DateOnly.ParseExact(text[6..16], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Genre: Genre.News),
            [],
            [.. claims.Select(c => c with { Id = new ClaimId($"{name}-{c.Anchor.Span.Start}"), Anchor = new Anchor(id, c.Anchor.Span), Sentence = c.Anchor.Span.Start, Time = c.Time is { } t ? EdtfText.Read(t.Value) : null })]);
    }

    private static string SharedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Standoff.slnx"))) continue;
            var shared = Path.Combine(folder.FullName, "..", "shared");
            if (Directory.Exists(Path.Combine(shared, "eval", "texts"))) return shared;
        }
        Assert.Skip("../shared/eval/texts is not here: the annotated texts are kept outside the repository.");
        return "";
    }
}
