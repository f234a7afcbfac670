using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Tests.Claims;

namespace Standoff.Tests.Crises;

/// <summary>A made-up crisis: Northland tells Southland's ruler, Otto Grand, to go.</summary>
internal static class NorthlandCase
{
    public static CastList Cast { get; } = new(
    [
        new CastMember("Northland", MentionKind.State, "Northland", ["North Port"]),
        new CastMember("Southland", MentionKind.State, "Southland", ["South Port"]),
        new CastMember("Eastland", MentionKind.State, "Eastland", []),
        new CastMember("Ann Head", MentionKind.Person, "Northland", ["Head"]),
        new CastMember("Otto Grand", MentionKind.Person, "Southland", ["Grand"]),
    ]);

    public static MadeClaim Demand { get; } = new("Otto Grand must give up power", ClaimKind.Demand)
    {
        Sources = [Made.Person("Ann Head")],
        Factuality = Factuality.Uncommitted,
        SourceFactuality = Factuality.Certain,
        Actors = ["Otto Grand", "Southland"],
        Verb = "give",
        Patients = ["Otto Grand"],
    };

    public static MadeClaim Ultimatum { get; } = new("Northland gave Otto Grand an ultimatum", ClaimKind.Event) { Actors = ["Northland", "Otto Grand"], Verb = "give", Agents = ["Northland"], Patients = ["Otto Grand"] };

    public static MadeClaim Fleet { get; } = new("Northland has deployed nine warships off the coast of Southland")
    {
        Actors = ["Northland", "Southland"],
        Verb = "deploy",
        Agents = ["Northland"],
        Quantities = [new Quantity(9, "warship", Approximate: false)],
    };

    public static MadeClaim Indictment { get; } = new("Otto Grand was indicted in Northland for smuggling") { Actors = ["Northland", "Otto Grand"], Verb = "indict", Agents = ["Northland"], Patients = ["Otto Grand"] };

    public static MadeClaim Distraction { get; } = new("Eastland is preoccupied with a war of its own", ClaimKind.State) { Actors = ["Eastland"], Verb = "preoccupy" };

    public static MadeClaim Opinion { get; } = new("backing down now would make Northland look weak", ClaimKind.Assessment) { Actors = ["Northland"] };

    public static MadeClaim[] Story { get; } = [Demand, Ultimatum, Fleet, Indictment, Distraction, Opinion];

    public static Ledger Ledger(params MadeClaim[] claims) => LedgerBuilder.Build([Document("a", claims)]);

    public static Standoff.Reading.Claims.Reading Document(string name, params MadeClaim[] claims) =>
        Made.Document(new MadeDocument(name, "Jo Writer", "Harbour Times", Genre.News, new DateOnly(2030, 5, 1)), claims);

    public static Crisis Crisis(params MadeClaim[] claims) => Crisis(Ledger(claims));

    public static Crisis Crisis(Ledger ledger, string? challenger = null, string? target = null) =>
        ((CrisisResult.Found)CrisisProposal.Propose(ledger, new ProposalOptions { Cast = Cast, Challenger = challenger, Target = target })).Crisis;

    public static ItemUse UseOf(this Crisis crisis, MadeClaim claim, Ledger ledger) =>
        crisis.Uses.Single(u => u.Item == ledger.Items.Single(i => i.Statement == claim.Text).Alias);

    public static ImmutableArray<double> Means(this Crisis crisis) => [.. crisis.Parameters.Select(p => p.Value.Mean)];
}
