using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class QuestionReaderTests
{
    private static readonly DateOnly AsOf = new(2030, 2, 10);

    [Theory]
    [InlineData("Will the United States strike Iran by 31 March?", "strike", "United States", "Iran")]
    [InlineData("US strikes Iran by March 31?", "strike", "United States", "Iran")]
    [InlineData("Will Iran be attacked by the United States before April?", "strike", "United States", "Iran")]
    [InlineData("Will there be American military action against Iran by March 31?", "strike", "United States", "Iran")]
    [InlineData("Will Israel bomb Iran in 2030?", "strike", "Israel", "Iran")]
    [InlineData("US forces in Cuba by June 30?", "raid", "United States", "Cuba")]
    [InlineData("Will Russia send ground troops into Georgia by May?", "raid", "Russia", "Georgia")]
    [InlineData("Will China invade Taiwan in 2030?", "invasion", "China", "Taiwan")]
    [InlineData("Will Taiwan be invaded by China in 2030?", "invasion", "China", "Taiwan")]
    [InlineData("NATO x Russia military clash by June 30?", "clash", "NATO", "Russia")]
    [InlineData("Will India and Pakistan be at war by June?", "war", "India", "Pakistan")]
    [InlineData("Russia x Ukraine ceasefire by June 30?", "ceasefire", "Russia", "Ukraine")]
    [InlineData("Israel x Iran ceasefire broken by June 30?", "ceasefire-broken", "Iran", "Israel")]
    [InlineData("Will Russia and Ukraine sign a peace agreement in 2030?", "peace-deal", "Russia", "Ukraine")]
    [InlineData("US-Iran nuclear deal in 2030?", "agreement", "Iran", "United States")]
    [InlineData("Will Iran agree to halt enrichment by May?", "concession", "Iran", null)]
    [InlineData("Will Israel withdraw its troops from Lebanon by May?", "forces-withdrawn", "Israel", "Lebanon")]
    [InlineData("Will the EU impose new sanctions on Georgia by May?", "sanctions-imposed", "European Union", "Georgia")]
    [InlineData("Will the United States lift sanctions on Syria by May?", "sanctions-lifted", "United States", "Syria")]
    [InlineData("Will Iran close the Strait of Hormuz by June?", "closure", "Iran", null)]
    [InlineData("Will Iran reopen the Strait of Hormuz by June?", "reopening", "Iran", null)]
    [InlineData("Will North Korea conduct a nuclear test in 2030?", "nuclear-test", "North Korea", null)]
    [InlineData("Will Hamas release all hostages by April?", "release", null, null)]
    [InlineData("Will the UN Security Council adopt a resolution on Sudan by April?", "un-resolution", null, null)]
    [InlineData("Will elections be held in Libya by December 2030?", "election", null, null)]
    [InlineData("Will Turkey declare war on Syria in 2030?", "declares-war", "Turkey", "Syria")]
    [InlineData("Will Russia annex South Ossetia in 2030?", "annexation", "Russia", null)]
    [InlineData("Will Poland mobilise reservists by June?", "mobilisation", "Poland", null)]
    [InlineData("Will the price of wheat rise in 2030?", "other", null, null)]
    public void What_is_asked_of_whom_is_read(string text, string kind, string? actor, string? target)
    {
        var asked = QuestionReader.Read(text, AsOf);
        Assert.Equal(kind, asked.Kind.Key);
        Assert.False(asked.IsNegated);
        if (actor is not null) Assert.Equal(actor, asked.Actor);
        if (target is not null) Assert.Equal(target, asked.Target);
    }

    [Theory]
    [InlineData("Will Vladimir Putin cease to be president of Russia in 2030?", "leader-out", false)]
    [InlineData("Vladimir Putin out by June 30?", "leader-out", false)]
    [InlineData("Will Vladimir Putin resign by June 30?", "leader-out", false)]
    [InlineData("Will Vladimir Putin remain president of Russia through June 30?", "leader-out", true)]
    [InlineData("Will Vladimir Putin still be president at the end of the year?", "leader-out", true)]
    [InlineData("Will Vladimir Putin be overthrown by June 30?", "leader-ousted", false)]
    [InlineData("Will Vladimir Putin go into exile by June 30?", "leader-leaves", false)]
    [InlineData("Will Vladimir Putin die in 2030?", "leader-dies", false)]
    public void What_is_asked_of_a_leader_is_read(string text, string kind, bool negated)
    {
        var asked = QuestionReader.Read(text, AsOf);
        Assert.Equal((kind, negated, "Russia", "Vladimir Putin"), (asked.Kind.Key, asked.IsNegated, asked.Actor, asked.Person));
    }

    [Theory]
    [InlineData("Will the United States not strike Iran by 31 March?", "strike")]
    [InlineData("Will the United States refrain from an attack on Iran until 31 March?", "strike")]
    [InlineData("Will the ceasefire between Israel and Iran hold through June?", "ceasefire-broken")]
    [InlineData("Won't Russia invade Georgia in 2030?", "invasion")]
    [InlineData("Will India and Pakistan avoid war in 2030?", "war")]
    public void The_opposite_is_recognised(string text, string kind)
    {
        var asked = QuestionReader.Read(text, AsOf);
        Assert.Equal((kind, true), (asked.Kind.Key, asked.IsNegated));
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        foreach (var text in new[] { "", "?", " ", "by by by", "\u0000\ud800", new string('a', 3000), "Will ) ( * [ be 99 February 99999?", "side1 person1 in 2030" })
            Assert.NotNull(QuestionReader.Read(text, AsOf).Kind);
    }

    [Fact]
    public void What_troops_enter_is_acted_on_whoever_is_named_before()
    {
        var asked = QuestionReader.Read("Will Saudi or other GCC troops enter Bahrain by 31 March 2030?", new DateOnly(2030, 2, 1));
        Assert.Equal(("Saudi Arabia", "Bahrain"), (asked.Actor, asked.Target));
    }
}
