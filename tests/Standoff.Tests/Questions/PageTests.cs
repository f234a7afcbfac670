using Xunit;

namespace Standoff.Tests.Questions;

public sealed class PageTests
{
    private const string Strike = "Will Spain strike Morocco by 31 March?";
    private const string War = "Spanish aircraft bombed airfields in Morocco on Friday and Saturday. Spain bombed the port of Tangier on Sunday. Morocco fired missiles at Malaga.";
    private const string Quiet = "The foreign ministers of Spain and Morocco opened a museum in Rabat on Friday.";
    private const string Threat = "Spain threatened to bomb Morocco if it did not withdraw its troops from the island. Spain deployed an aircraft carrier to the strait.";

    [Fact]
    public void Where_fighting_is_under_way_a_further_strike_is_likely_and_a_ceasefire_less_so()
    {
        Assert.True(Asked.Mean(Strike, War) > Asked.Mean(Strike, Quiet) + 0.15);
        Assert.True(Asked.Mean("Spain x Morocco ceasefire by 31 March?", War) < Asked.Mean(Strike, War) - 0.05);
    }

    [Fact]
    public void A_threat_with_forces_makes_a_strike_likelier_than_a_quiet_page() =>
        Assert.True(Asked.Mean(Strike, Threat) > Asked.Mean(Strike, Quiet) + 0.05);

    [Fact]
    public void What_the_author_of_a_commentary_thinks_is_no_evidence()
    {
        const string view = "Spanish raids on Morocco could follow.";
        Assert.True(Asked.Mean(Strike, Quiet + " " + view) > Asked.Mean(Strike, Quiet));
        Assert.Equal(Asked.Mean(Strike, "GENRE: opinion\n" + Quiet), Asked.Mean(Strike, "GENRE: opinion\n" + Quiet + " " + view), 12);
    }

    [Theory]
    [InlineData("Analysts expect a Spanish attack on Morocco within weeks.")]
    [InlineData("The chance of a Spanish strike on Morocco is 80 percent, bettors think.")]
    [InlineData("Experts said that Spain would probably bomb Morocco soon.")]
    public void What_others_expect_is_no_evidence(string opinion) =>
        Assert.Equal(Asked.Mean(Strike, Quiet), Asked.Mean(Strike, Quiet + " " + opinion), 12);

    [Fact]
    public void What_happened_long_ago_is_not_fighting_under_way() =>
        Assert.True(Asked.Mean(Strike, "In 1997 Spanish aircraft bombed airfields in Morocco. " + Quiet) < 0.3);

    [Fact]
    public void Talks_that_are_set_make_a_meeting_likelier() =>
        Assert.True(Asked.Mean("Will Spain and Morocco hold talks by 31 March?", "Spain and Morocco agreed to hold talks in Lisbon. Spain and Morocco will hold talks on 20 February in Lisbon.")
            > Asked.Mean("Will Spain and Morocco hold talks by 31 March?", Quiet));

    [Fact]
    public void A_test_that_is_announced_is_likelier_than_one_that_is_not() =>
        Assert.True(Asked.Mean("Will North Korea test a nuclear weapon by 31 March?", "North Korea said that it would conduct a nuclear test.")
            > 1.4 * Asked.Mean("Will North Korea test a nuclear weapon by 31 March?", "North Korea opened a museum on Friday."));

    [Fact]
    public void Every_sign_that_took_part_is_told_with_its_words()
    {
        var answer = Asked.Of(Strike, War);
        Assert.NotEmpty(answer.Signs);
        Assert.All(answer.Signs, s => Assert.Contains(s.Words.Trim(), War, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_understood_is_said()
    {
        var answer = Asked.Of("Will wheat be dear?");
        Assert.Contains(answer.Warnings, w => w.StartsWith("No kind of question", StringComparison.Ordinal));
        Assert.Contains(answer.Warnings, w => w.StartsWith("The question names no deadline", StringComparison.Ordinal));
        Assert.True(answer.Probability.High - answer.Probability.Low > 0.6);
    }

    [Fact]
    public void The_same_page_gives_the_same_bits_again() => Assert.Equal(Asked.Of(Strike, Threat).Probability, Asked.Of(Strike, Threat).Probability);
}
