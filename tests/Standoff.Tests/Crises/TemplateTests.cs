using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Tests.Claims;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>Coalitions, templates and priors that depend on who challenges.</summary>
public sealed class TemplateTests
{
    private static readonly MadeClaim Closure = new("Northland has closed the strait to ships from Southland") { Actors = ["Northland", "Southland"], Verb = "close", Agents = ["Northland"] };
    private static readonly MadeClaim Massing = new("Northland has massed its army at the border of Southland") { Actors = ["Northland", "Southland"], Verb = "mass", Agents = ["Northland"] };
    private static readonly MadeClaim Protest = new("Southland condemned the step", ClaimKind.Position) { Actors = ["Southland"], Verb = "condemn", Agents = ["Southland"] };

    [Fact]
    public void Ways_closed_without_a_demand_are_a_blockade_that_says_so()
    {
        var crisis = Found(Closure, Protest);

        Assert.Equal(("blockade", Rung.Closure, DemandKind.PolicyChange), (crisis.Template, crisis.Present.Mode, crisis.Demand.Kind));
        Assert.StartsWith("No demand was spoken. It is taken that Southland is to give way in what the closure by Northland is about.", crisis.Demand.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_army_massed_without_a_word_is_a_build_up()
    {
        var crisis = Found(Massing with { Text = "Northland has massed soldiers and tanks at the border of Southland" }, Protest);

        Assert.Equal(("border-buildup", Rung.ShowOfForce), (crisis.Template, crisis.Present.Mode));
        Assert.True(crisis["weight-invade"].Prior.Median > StandoffPriors.All.Single(p => p.Name == "weight-invade").Prior.Median);
        Assert.Contains("border-buildup", crisis["weight-invade"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ultimatum_beside_a_closure_stays_an_ultimatum() => Assert.Equal("ultimatum", Found(NorthlandCase.Ultimatum, NorthlandCase.Demand, Closure).Template);

    [Fact]
    public void Who_demands_together_is_a_coalition()
    {
        var demand = new MadeClaim("Northland, Eastland and Westland demanded that Southland withdraw its troops at once", ClaimKind.Demand)
        {
            Actors = ["Northland", "Eastland", "Westland", "Southland"],
            Verb = "demand",
            Agents = ["Northland", "Eastland", "Westland"],
            Patients = ["Southland"],
        };
        var crisis = Found(demand, NorthlandCase.Fleet, Protest);

        Assert.Equal(("Northland", "Southland"), (crisis.Challenger.Name, crisis.Target.Name));
        Assert.Equal(["Eastland", "Westland"], crisis.Challenger.Members);
        Assert.Empty(crisis.ThirdParties);
    }

    [Fact]
    public void Members_stand_in_the_file_and_come_back()
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story);
        crisis = crisis with { Challenger = crisis.Challenger with { Members = ["Eastland", "West, the Republic of"] } };

        var read = CrisisYaml.Read(CrisisYaml.Write(crisis), "crisis.yaml");

        Assert.Empty(read.Faults);
        Assert.Equal(["Eastland", "West, the Republic of"], read.Crisis!.Challenger.Members);
        Assert.Empty(read.Crisis.Target.Members);
    }

    [Fact]
    public void Of_two_pairs_of_equal_strength_one_is_a_guess_and_the_other_is_named_beside_it()
    {
        var other = NorthlandCase.Ultimatum with { Text = "Eastland gave Westland an ultimatum", Actors = ["Eastland", "Westland"], Agents = ["Eastland"], Patients = ["Westland"] };

        var found = Assert.IsType<CrisisResult.Found>(Propose(NorthlandCase.Ultimatum with { Text = "Northland gave Southland an ultimatum", Actors = ["Northland", "Southland"], Patients = ["Southland"] }, other));

        Assert.Equal([("Eastland", "Westland"), ("Northland", "Southland")], found.Doubt!.Others.Prepend(found.Doubt.Sides).Take(2).Select(s => (s.Challenger, s.Target)).Order());
    }

    [Fact]
    public void The_audience_cost_is_transported_by_the_estimate_for_the_challenger()
    {
        var prior = (Distribution.LogNormal)StandoffPriors.All.Single(p => p.Name == "audience-cost").Prior;
        var cost = NorthlandCase.Crisis(Standoff.Claims.LedgerBuilder.Build([]), "United States", "Venezuela")["audience-cost"];
        var pull = AudienceCosts.PullDeviation * AudienceCosts.Standing(AudienceCosts.Of("United States"));

        var transported = Assert.IsType<Distribution.LogNormal>(cost.Prior);
        Assert.Equal((prior.Median, Grounds.Computed), (transported.Median, cost.Grounds));
        Assert.Equal((prior.LogDeviation * prior.LogDeviation) + (pull * pull), transported.LogDeviation * transported.LogDeviation, 1e-12);
        Assert.Contains("Crisman-Cox & Gibilisco 2018", cost.Reason, StringComparison.Ordinal);
        Assert.Same(StandoffPriors.All.Single(p => p.Name == "audience-cost").Prior, NorthlandCase.Crisis(NorthlandCase.Story)["audience-cost"].Prior);
    }

    [Fact]
    public void A_file_that_names_a_template_has_its_priors_where_it_says_nothing()
    {
        var crisis = Written("template: blockade\nparameters:\n  ladder-cost:\n    prior: lognormal(0.1, 0.4)\n  audience-cost: 0.4");
        var proposed = Found(Closure, Protest);

        Assert.Equal(("blockade", "blockade"), (proposed.Template, crisis.Template));
        Assert.All(["retreat-base", "ladder-pressure"], name => Assert.Equal((proposed[name].Prior, proposed[name].Prior, proposed[name].Reason), (crisis[name].Prior, crisis[name].Value, crisis[name].Reason)));
        Assert.NotEqual(Written("")["retreat-base"].Prior, crisis["retreat-base"].Prior);
        Assert.Equal((new Distribution.LogNormal(0.1, 0.4), Grounds.Analyst), (crisis["ladder-cost"].Prior, crisis["ladder-cost"].Grounds));
        Assert.Equal(crisis["audience-cost"].Prior, Written("")["audience-cost"].Prior);
    }

    // A challenger of whom there is an estimate has the same prior whoever writes the file.
    [Fact]
    public void A_file_by_hand_has_the_prior_of_its_challenger()
    {
        var (proposed, written) = (NorthlandCase.Crisis(Standoff.Claims.LedgerBuilder.Build([]), "United States", "Venezuela")["audience-cost"], Written("", "United States")["audience-cost"]);

        Assert.Equal((proposed.Prior, proposed.Value, proposed.Grounds, proposed.Reason), (written.Prior, written.Value, written.Grounds, written.Reason));
    }

    private static Crisis Written(string added, string challenger = "Northland") =>
        CrisisYaml.Read($"title: t\nchallenger:\n  name: {challenger}\ntarget:\n  name: Southland\ndemand:\n  text: give way\n  kind: policy-change\n{added}", "crisis.yaml").Crisis!;

    private static Crisis Found(params MadeClaim[] claims) => Assert.IsType<CrisisResult.Found>(Propose(claims)).Crisis;

    private static CrisisResult Propose(params MadeClaim[] claims) =>
        CrisisProposal.Propose(NorthlandCase.Ledger(claims), new ProposalOptions { Cast = new CastList([.. NorthlandCase.Cast.Entries, new CastMember("Westland", MentionKind.State, "Westland", [])]) });
}
