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

    private const string Withdrawal = "Will Spain withdraw its troops from Morocco by 31 March?";
    private const string Override = "Will the parliament of Georgia override the president's veto of the press law by 31 March?";

    private static IEnumerable<string> Signs(string question, string page) => Asked.Of(question, page).Signs.Select(s => s.Name);

    [Theory]
    [InlineData("France promised that it will withdraw its ambassador from Chad.", "promised")]
    [InlineData("France promised that it will withdraw its ambassador from Chad.", "promised-of")]
    [InlineData("France refused to leave Chad.", "refused-act")]
    public void What_others_do_about_other_things_says_nothing(string page, string sign) => Assert.DoesNotContain(sign, Signs(Withdrawal, "The king of Spain is in Morocco. " + page));

    [Fact]
    public void A_pronoun_stands_for_whom_the_sentence_before_names() =>
        Assert.Contains("promised-of", Signs(Withdrawal, "The cabinet of Spain met on Friday. It promised that it will withdraw by the spring."));

    [Fact]
    public void Whether_a_majority_is_there_is_told_by_a_count()
    {
        Assert.Contains("majority", Signs(Override, "The parliament of Georgia will vote to override the veto; the governing party has 84 votes."));
        Assert.DoesNotContain("majority", Signs(Override, "Thousands marched in Georgia against the press law, and parliament has seen no such majority of the young."));
        Assert.DoesNotContain("majority", Signs(Override, "The parliament of Georgia fell short of the 76 votes that are needed to override the veto."));
    }

    [Fact]
    public void What_is_put_off_is_not_refused() => Assert.DoesNotContain("meeting-refused", Signs("Will Spain and Morocco hold talks by 31 March?", "The talks between Spain and Morocco were put off by a week."));

    [Fact]
    public void Who_would_not_say_has_not_refused() => Assert.DoesNotContain("refused-act", Signs(Withdrawal, "The government of Spain would not say whether it will withdraw."));

    [Fact]
    public void What_decides_it_on_a_day_within_the_term_counts()
    {
        Assert.Contains("event-dated", Signs(Override, "The parliament of Georgia will hold a session on 20 March to override the veto of the press law."));
        Assert.DoesNotContain("event-dated", Signs(Override, "The parliament of Georgia will hold a session on 20 April to override the veto of the press law."));
    }

    [Fact]
    public void The_day_on_which_somebody_spoke_is_no_day_ahead()
    {
        Assert.DoesNotContain("promise-dated", Signs(Withdrawal, "Spain said on Thursday that it will withdraw its troops from Morocco."));
        Assert.Contains("promise-dated", Signs(Withdrawal, "Spain said that it will withdraw its troops from Morocco on Thursday."));
    }

    [Fact]
    public void A_pause_with_a_stated_end_is_no_open_ended_truce() =>
        Assert.Contains("term-within", Signs("Will the ceasefire between Spain and Morocco break down by 31 March?", "The ceasefire between Spain and Morocco will last until 20 February."));

    [Theory]
    [InlineData("Some 600 people have been killed in Morocco in ten days.", "count-on-course")]
    [InlineData("Some 300 people have been killed in Morocco in six months.", "count-off-course")]
    public void A_count_is_carried_on_at_its_pace(string page, string sign) => Assert.Contains(sign, Signs("Will more than 1,000 people be killed in Morocco by 31 March?", page));

    [Theory]
    [InlineData("Will Spain withdraw its troops this time?")]
    [InlineData("Rules. Resolves Yes if Spain announces that it will withdraw its troops from Morocco.")]
    [InlineData("Comments (12)\n\nSpain will withdraw its troops from Morocco, I am told.")]
    public void Questions_rules_and_comments_are_no_news(string block)
    {
        const string news = "Spain and Morocco share a border, at which troops stand.";
        Assert.Equal(Asked.Mean(Withdrawal, news), Asked.Mean(Withdrawal, news + "\n\n" + block), 12);
    }

    [Fact]
    public void A_page_that_names_the_thing_is_not_silent()
    {
        const string question = "Will Spain sell its shipyards to Morocco by 31 March?";
        Assert.Contains("unmentioned", Signs(question, "The king of Spain is in Morocco."));
        Assert.DoesNotContain("unmentioned", Signs(question, "The king of Spain saw the shipyards with guests from Morocco."));
    }

    [Fact]
    public void Marks_over_letters_make_no_difference() =>
        Assert.Contains("going", Signs("Will Nicolás Maduro cease to be president of Venezuela by 31 March?", "Nicolas Maduro agreed to step down as president of Venezuela."));

    [Theory]
    [InlineData("Will the press be freed from censorship by 31 March?", "president")]
    [InlineData("Will Spain send less fish to Morocco by 31 March?", "lesson")]
    [InlineData("Will five million people happen to leave Morocco by 31 March?", "millions")]
    [InlineData("Will the prime minister of Spain fail to win the vote on salt by 31 March?", "minister")]
    public void Common_words_and_short_stems_are_no_things(string question, string word) =>
        Assert.DoesNotContain(QuestionReader.Read(question, Asked.Day).Things, t => word.StartsWith(t, StringComparison.Ordinal));

    private const string Kim = "Will Kim Jong Un cease to be leader of North Korea by 31 March?";
    private const string Fujimori = "Will Keiko Fujimori cease to be president of Peru by 31 March?";

    [Theory]
    [InlineData(Kim, "The UN agreed to step down its mission in North Korea.")]
    [InlineData(Fujimori, "Ana Fujimori agreed to step down from the board of a club in Peru.")]
    public void A_name_that_is_only_spelt_alike_is_somebody_elses(string question, string page) => Assert.DoesNotContain("going", Signs(question, page));

    [Theory]
    [InlineData(Kim, "Kim Jong Un agreed to step down as leader of North Korea.")]
    [InlineData(Kim, "KIM JONG UN AGREED TO STEP DOWN")]
    [InlineData(Fujimori, "President Fujimori of Peru agreed to step down.")]
    public void A_person_is_known_by_the_surname(string question, string page) => Assert.Contains("going", Signs(question, page));

    [Fact]
    public void Who_is_meant_does_not_hang_on_the_order_of_the_files()
    {
        string[] pages = ["The cabinet of Spain met on Friday.", "It promised that it will withdraw by the spring.", "The king opened a museum in Morocco. They refused to leave.", "Troops of Spain are in Morocco."];
        var answers = new[] { pages, [.. pages.Reverse()], [pages[1], pages[0], pages[3], pages[2]] }.Select(p => Asked.Of(Withdrawal, Asked.Pages(p)).Probability.Mean).ToList();
        Assert.All(answers, a => Assert.Equal(answers[0], a, 12));
    }

    [Theory]
    [InlineData("Comments (12)\n\n")]
    [InlineData("Comments (12)\n")]
    public void A_count_of_comments_under_a_headline_does_not_end_the_page(string line) =>
        Assert.Contains("promised-of", Signs(Withdrawal, "Spain and Morocco\n\n" + line + "The cabinet of Spain met in Madrid. Spain promised that it will withdraw its troops from Morocco."));

    [Theory]
    [InlineData("Spain promised that it will withdraw its troops from Morocco and that this question will be closed for good, the minister said.")]
    [InlineData("Spain promised that it will withdraw its troops from Morocco, so that this question will be resolved.")]
    public void What_somebody_says_of_a_question_is_no_rule(string page) => Assert.Contains("promised-of", Signs(Withdrawal, page));

    [Theory]
    [InlineData("This question will resolve to No if Spain bombed Morocco.")]
    [InlineData("Resolves Yes if Spain invades Morocco. Spain demanded that Morocco withdraw its troops from the island by 1 March or face an attack.")]
    [InlineData("Will Spain strike Morocco? Has Spain bombed Tangier in Morocco?")]
    public void A_page_of_which_nothing_is_left_is_none(string page) => Assert.Equal(Asked.Mean(Strike), Asked.Mean(Strike, page), 12);

    [Fact]
    public void Rules_move_no_crisis_forecast()
    {
        const string demand = "Spain demanded that Morocco withdraw its troops from the island by 1 March or face an attack. Morocco refused.";
        Assert.NotNull(Asked.Of(Strike, Neutral + "\n\n" + demand).CellProbability);
        Assert.Null(Asked.Of(Strike, Neutral + "\n\nRules. Resolves Yes if Spain strikes Morocco. " + demand).CellProbability);
    }

    [Fact]
    public void Rates_alone_are_told_of_only_where_no_crisis_answers()
    {
        const string crisis = "Spain demanded that Morocco withdraw its troops from the island by 1 March or face the consequences. Morocco refused.";
        var cells = new CellSet([Standoff.Crises.Ending.Compliance], null);
        var asked = QuestionReader.Read("Will it end well by 31 March?", Asked.Day) with { Cells = cells, Actor = "Spain", Target = "Morocco" };
        var (with, without) = (QuestionAnswerer.Answer(asked, Asked.Page(crisis), new QuestionOptions { Draws = 64, Jobs = 1 }), QuestionAnswerer.Answer(asked, Asked.Page(""), new QuestionOptions { Jobs = 1 }));
        Assert.NotNull(with.CellProbability);
        Assert.DoesNotContain(with.Warnings, w => w.Contains("rates", StringComparison.Ordinal));
        Assert.Contains(without.Warnings, w => w.Contains("mapped to cells", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Some 600 people have been killed in Morocco, and the talks will resume in two weeks.")]
    [InlineData("Some 600 people have been killed in Morocco, where aid is expected within days.")]
    [InlineData("Some 600 people were killed in Morocco in days.")]
    public void A_span_ahead_is_no_pace(string page) => Assert.DoesNotContain("count-on-course", Signs(Count, page));

    [Theory]
    [InlineData("Some 600 people have been killed in Morocco over the past two weeks.")]
    [InlineData("Some 600 people have been killed in Morocco in the last month.")]
    [InlineData("Some 600 people have been killed in Morocco in just nine days.")]
    public void A_span_that_is_past_is_a_pace(string page) => Assert.Contains("count-on-course", Signs(Count, page));

    private const string Count = "Will more than 1,000 people be killed in Morocco by 31 March?";

    [Theory]
    [InlineData("Speaking on Thursday, the minister of Spain promised that it will withdraw its troops from Morocco.")]
    [InlineData("In a letter seen on Thursday Spain promised that it will withdraw its troops from Morocco.")]
    [InlineData("The minister of Spain left Seville on Thursday and promised that Spain will withdraw its troops from Morocco.")]
    [InlineData("On Thursday the minister of Spain promised that it will withdraw its troops from Morocco.")]
    public void A_day_on_which_something_was_done_is_no_day_ahead(string page) => Assert.DoesNotContain("promise-dated", Signs(Withdrawal, page));

    [Theory]
    [InlineData("Spain promised that it will withdraw its troops from Morocco by Thursday.")]
    [InlineData("On Thursday Spain will withdraw its troops from Morocco, it promised.")]
    [InlineData("Spain promised that its withdrawal, set for Thursday, will bring its troops from Morocco.")]
    public void A_day_for_which_something_is_set_is_ahead(string page) => Assert.Contains("promise-dated", Signs(Withdrawal, page));
}
