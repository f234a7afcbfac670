using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class EvidenceTests
{
    private const string Strike = "Will Spain strike Morocco by 31 March?";
    private const string Truce = "Spain x Morocco ceasefire by 31 March?";
    private const string Fall = "Will Vladimir Putin cease to be president of Russia by 31 May?";
    private const string Neutral = "The foreign ministers of Spain and Morocco spoke about fish. Morocco and Spain share a border.";

    public static TheoryData<string, string, string> Pairs() => new()
    {
        { Strike, "Spain said that it would respond to Morocco with force. Spanish warships were sent to the strait and reservists were called up.", "Spain said that it has no plans to attack Morocco and ruled out military action. Spain wants a diplomatic solution." },
        { Strike, "Spanish aircraft bombed Tangier in Morocco again on Friday, for the third day.", "Moroccan aircraft bombed Malaga in Spain again on Friday, for the third day." },
        { Strike, "The Spanish cabinet has approved an attack on Morocco.", "The Spanish cabinet has not approved an attack on Morocco." },
        { Truce, "Spain and Morocco accepted the truce that France proposed and will meet on Monday to sign the final text.", "Spain rejected the truce that France proposed. Talks broke down and Morocco said that there can be no truce." },
        { Truce, "Fighting between Spain and Morocco went on for a fourth day.", "The war between Spain and Morocco, in its third year, went on." },
        { "Will Spain and Morocco meet by 31 March?", "Spain and Morocco agreed to meet in Lisbon on 20 February.", "Spain cancelled its meeting with Morocco. No date has been set." },
        { Fall, "Generals demanded that Vladimir Putin resign. His ministers quit and crowds stormed the palace.", "The army remained loyal to Vladimir Putin. The protest was put down and its leaders were arrested." },
        { "Will Spain capture Tangier by 31 March?", "Spanish troops entered the outskirts of Tangier on Friday. Its defenders fled.", "Moroccan troops hold Tangier and have beaten back the Spanish army, which is 200 kilometres away." },
        { "Will Spain withdraw its troops from Morocco by 31 March?", "Spain announced that it will withdraw its troops from Morocco by 15 March.", "Spain refused to withdraw its troops from Morocco." },
        { "Will more than 1,000 people be killed in Morocco by 31 March?", "The number of people killed in Morocco has passed 1,200.", "Some 90 people have been killed in Morocco." },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_points_to_it_makes_it_likelier_than_what_points_away(string question, string toward, string away)
    {
        Assert.True(Asked.Mean(question, toward) > Asked.Mean(question, away) + 0.05, $"{Asked.Mean(question, toward)} {Asked.Mean(question, away)}");
    }

    [Fact]
    public void Who_would_act_decides_whose_denial_counts() =>
        Assert.True(Asked.Mean(Strike, "Spain ruled out military action against Morocco.") < Asked.Mean(Strike, "Morocco ruled out military action against Spain."));

    [Fact]
    public void A_hedge_counts_for_less() =>
        Assert.True(Asked.Mean("Will Spain withdraw its troops from Morocco by 31 March?", "Spain announced that it will withdraw its troops from Morocco.")
            > Asked.Mean("Will Spain withdraw its troops from Morocco by 31 March?", "Spain may perhaps announce that it will withdraw its troops from Morocco."));

    [Fact]
    public void A_day_after_the_deadline_counts_against_it() =>
        Assert.True(Asked.Mean("Will Spain withdraw its troops from Morocco by 31 March?", "Spain announced that it will withdraw its troops from Morocco on 15 March 2030.")
            > Asked.Mean("Will Spain withdraw its troops from Morocco by 31 March?", "Spain announced that it will withdraw its troops from Morocco on 15 July 2030."));

    [Theory]
    [InlineData(Strike)]
    [InlineData(Truce)]
    public void No_page_makes_sure(string question)
    {
        var shouting = string.Join(' ', Enumerable.Repeat("Spain bombed Morocco again on Friday and will strike Morocco again. Spain and Morocco agreed to a truce and signed the final text.", 30));
        Assert.InRange(Asked.Mean(question, shouting), 0.05, 0.97);
    }

    [Fact]
    public void What_moved_the_answer_is_told_with_its_sentence_heaviest_first()
    {
        const string page = "Spanish warships were sent to the strait. Spain said that it would strike Morocco. Spain bombed Tangier in Morocco on Friday.";
        var moves = Asked.Of(Strike, page).Moves;
        Assert.NotEmpty(moves);
        Assert.Equal(moves.OrderByDescending(m => Math.Abs(m.LogRatio)).Select(m => m.Sign), moves.Select(m => m.Sign));
        Assert.All(moves, m => Assert.True(m.Words.Length == 0 || page.Contains(m.Words.Trim(), StringComparison.Ordinal)));
    }

    [Fact]
    public void Signs_of_one_group_cannot_count_without_end()
    {
        var moves = Asked.Of(Fall, "Generals demanded that Vladimir Putin resign. His ministers resigned. Soldiers mutinied. Rebels near the capital seized towns. He was given an ultimatum to go.").Moves;
        Assert.True(moves.Where(m => m.LogRatio > 0).Sum(m => m.LogRatio) < 6);
    }

    [Fact]
    public void A_page_about_nothing_of_the_kind_leaves_less_than_the_usual_share() =>
        Assert.True(Asked.Mean(Strike, Neutral) < QuestionKind.Of("strike")!.Asked);
}
