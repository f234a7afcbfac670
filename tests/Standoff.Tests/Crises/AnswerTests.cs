using Standoff.Crises;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Tests.Claims;
using Xunit;

namespace Standoff.Tests.Crises;

/// <summary>A demand and its refusal are a crisis, even if nobody is named in the refusal.</summary>
public sealed class AnswerTests
{
    private static readonly MadeClaim Withdraw = Demand("Westland withdraw its troops from the valley", "demanded that", "withdraw");
    private static readonly MadeClaim Refusal = new("Westland refused", ClaimKind.Position) { Actors = ["Westland"], Verb = "refuse", Agents = ["Westland"] };

    [Fact]
    public void A_demand_that_is_refused_in_the_next_sentence_is_a_crisis()
    {
        var crisis = Assert.IsType<CrisisResult.Found>(Propose(Withdraw, Refusal)).Crisis;
        Assert.Equal(("Northland", "Westland", DemandKind.Withdrawal), (crisis.Challenger.Name, crisis.Target.Name, crisis.Demand.Kind));
    }

    [Fact]
    public void A_demand_to_leave_another_state_is_a_withdrawal()
    {
        var leave = Demand("Westland leave Eastland", "demanded that", "leave") with { Actors = ["Westland", "Eastland"], Patients = ["Eastland"] };
        Assert.Equal(DemandKind.Withdrawal, Assert.IsType<CrisisResult.Found>(Propose(leave, Refusal)).Crisis.Demand.Kind);
    }

    [Fact]
    public void What_the_target_says_it_will_not_do_is_a_refusal()
    {
        var own = new MadeClaim("Westland would not withdraw", ClaimKind.Prediction) { Actors = ["Westland"], Verb = "withdraw", Agents = ["Westland"], Factuality = Factuality.CertainNot };
        Assert.IsType<CrisisResult.Found>(Propose(Withdraw, own));
    }

    [Fact]
    public void A_demand_for_forces_out_by_a_day_is_an_ultimatum() =>
        Assert.IsType<CrisisResult.Found>(Propose(Withdraw with { Time = EdtfText.Read("../2030-05-09") }));

    [Fact]
    public void A_demand_alone_is_none() => Assert.IsType<CrisisResult.NoCrisis>(Propose(Withdraw));

    [Fact]
    public void A_wish_for_another_policy_that_is_refused_is_none() =>
        Assert.IsType<CrisisResult.NoCrisis>(Propose(Demand("Westland to lower its tariffs", "asked", "lower"), Refusal));

    [Fact]
    public void A_refusal_far_behind_answers_something_else() =>
        Assert.IsType<CrisisResult.NoCrisis>(Propose([Withdraw, .. Enumerable.Range(0, 6).Select(i => new MadeClaim($"Ship {i} sailed", ClaimKind.Event)), Refusal]));

    [Fact]
    public void A_refusal_by_somebody_else_answers_nothing() =>
        Assert.IsType<CrisisResult.NoCrisis>(Propose(Withdraw, new MadeClaim("Eastland refused", ClaimKind.Position) { Actors = ["Eastland"], Verb = "refuse", Agents = ["Eastland"] }));

    private static MadeClaim Demand(string text, string cue, string verb) => new(text, ClaimKind.Demand)
    {
        Sources = [Made.State("Northland")],
        Cues = [cue],
        Factuality = Factuality.Uncommitted,
        SourceFactuality = Factuality.Certain,
        Actors = ["Westland"],
        Verb = verb,
        Agents = ["Westland"],
    };

    private static CrisisResult Propose(params MadeClaim[] claims) =>
        CrisisProposal.Propose(NorthlandCase.Ledger(claims), new ProposalOptions { Cast = new CastList([.. NorthlandCase.Cast.Entries, new CastMember("Westland", MentionKind.State, "Westland", [])]) });
}
