using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Xunit;

namespace Standoff.Tests.Claims;

/// <summary>What a paper has from another, where the two name the doer differently.</summary>
public sealed class EchoTests
{
    private const string Threat = " threatened to bomb the airfields of Southland within a week";

    [Theory]
    [InlineData("President Ann Reed", true)]
    [InlineData("Northland's foreign minister, Ann Reed,", true)]
    [InlineData("Ann Reed, the defence minister of Northland,", true)]
    [InlineData("Ann Reed", false)]
    [InlineData("Former president Ann Reed", false)]
    [InlineData("The opposition's candidate for president, Ann Reed,", false)]
    [InlineData("Opposition leader Ann Reed", false)]
    [InlineData("Senator Ann Reed", false)]
    public void An_echo_may_name_the_state_for_whoever_speaks_for_it(string original, bool isOne)
    {
        var told = Told(original, "Ann Reed", Threat);
        var echo = Echo("Northland", "Northland", Threat);

        Assert.Equal(isOne, IsOne(told, echo));
        Assert.Equal(isOne, IsOne(echo, told));
    }

    [Fact]
    public void An_echo_may_name_him_for_the_state() => Assert.True(IsOne(
        Told("Northland", "Northland", Threat),
        Echo("President Ann Reed", "Ann Reed", Threat)));

    [Fact]
    public void Two_of_a_states_officials_stay_two() => Assert.False(IsOne(
        Told("President Ann Reed", "Ann Reed", Threat),
        Echo("Foreign minister Bo Hill", "Bo Hill", Threat)));

    [Fact]
    public void What_an_official_denies_is_not_what_the_state_is_said_to_do() => Assert.False(IsOne(
        Told("President Ann Reed", "Ann Reed", " did not threaten to bomb the airfields of Southland within a week", Factuality.CertainNot),
        Echo("Northland", "Northland", Threat)));

    [Fact]
    public void Another_states_official_stays_another() => Assert.False(IsOne(
        Told("President Ann Reed", "Ann Reed", Threat, state: "Eastland"),
        Echo("Northland", "Northland", Threat)));

    // An echo of two that the original tells apart joins the one that is about the same.
    [Fact]
    public void Of_two_officials_claims_the_likest_is_echoed()
    {
        var told = Document("a", "Harbour Times", [], Claim("President Ann Reed", "Ann Reed", Threat), Claim("Foreign minister Bo Hill", "Bo Hill", " threatened to close the straits to ships of Southland for good"));
        var ledger = LedgerBuilder.Build([told, Echo("Northland", "Northland", " threatened to close the straits to Southland's ships")]);

        Assert.Equal(["i-001", "i-002", "i-002"], ledger.Claims.Select(c => c.Item));
    }

    private static bool IsOne(params Standoff.Reading.Claims.Reading[] readings) => LedgerBuilder.Build(readings).Items.Length == 1;

    private static Standoff.Reading.Claims.Reading Told(string words, string agent, string said, Factuality factuality = Factuality.Certain, string state = "Northland") =>
        Document("a", "Harbour Times", [], state, Claim(words, agent, said) with { Factuality = factuality });

    private static Standoff.Reading.Claims.Reading Echo(string words, string agent, string said) => Document("b", "Coast Courier", [Made.Outlet("Harbour Times")], Claim(words, agent, said));

    private static MadeClaim Claim(string words, string agent, string said) => new(words + said, ClaimKind.Threat) { Actors = [agent, "Southland"], Verb = "threaten", Agents = [agent], Patients = ["Southland"] };

    private static Standoff.Reading.Claims.Reading Document(string name, string outlet, Source[] sources, params MadeClaim[] claims) => Document(name, outlet, sources, "Northland", claims);

    private static Standoff.Reading.Claims.Reading Document(string name, string outlet, Source[] sources, string state, params MadeClaim[] claims) =>
        Made.Document(new MadeDocument(name, Outlet: outlet, Date: new DateOnly(2030, 1, 1)), [.. claims.Select(c => c with { Sources = sources })]) with
        {
            Affiliations = new Dictionary<string, string> { ["Ann Reed"] = state, ["Bo Hill"] = state, ["Northland"] = "Northland", ["Southland"] = "Southland" }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
}
