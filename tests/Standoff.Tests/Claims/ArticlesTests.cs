using Standoff.Claims;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Claims;

public sealed class ArticlesTests
{
    [Theory]
    [InlineData("United States", "the United States", "the United States'")]
    [InlineData("Netherlands", "the Netherlands", "the Netherlands'")]
    [InlineData("Soviet Union", "the Soviet Union", "the Soviet Union's")]
    [InlineData("Republic of the Congo", "the Republic of the Congo", "the Republic of the Congo's")]
    [InlineData("Organization of American States", "the Organization of American States", "the Organization of American States'")]
    [InlineData("Houthis", "the Houthis", "the Houthis'")]
    [InlineData("Venezuela", "Venezuela", "Venezuela's")]
    [InlineData("Laos", "Laos", "Laos's")]
    [InlineData("NATO", "NATO", "NATO's")]
    [InlineData("Hezbollah", "Hezbollah", "Hezbollah's")]
    [InlineData("Islamic State", "Islamic State", "Islamic State's")]
    [InlineData("the Union", "the Union", "the Union's")]
    [InlineData("Donald Trump", "Donald Trump", "Donald Trump's")]
    [InlineData("", "", "'s")]
    public void A_name_has_its_article_within_a_sentence(string name, string with, string whose) => Assert.Equal((with, whose), (Articles.With(name), Articles.Whose(name)));

    [Fact]
    public void A_sentence_begins_with_a_capital() =>
        Assert.Equal("The Netherlands' forces hold ground of the United Kingdom.", Articles.Sentence("{agent}'s forces hold ground of {target}.", ("{agent}", "Netherlands"), ("{target}", "United Kingdom")));

    [Theory]
    [InlineData("Will the United States strike the Philippines by 31 March 2030?", "the United States uses armed force (a strike, a raid or an invasion) on the Philippines' soil by the deadline")]
    [InlineData("Will the Netherlands invade Belgium by 31 March 2030?", "the Netherlands holds ground on Belgium's soil for 72 hours or more, begun by the deadline")]
    [InlineData("Will Iran test a missile by 31 March 2030?", "a missile is tested or a satellite launched by the deadline")]
    public void Criteria_of_a_question_are_a_clause(string question, string criteria) => Assert.Equal(criteria, QuestionReader.Read(question, new DateOnly(2030, 1, 1)).Criteria);

    // "The Houthis vows": what is said of a name must fit one that is a plural.
    [Theory]
    [InlineData("evidence.tsv")]
    [InlineData("third-stances.tsv")]
    public void What_is_said_of_a_name_agrees_with_any(string table) => Assert.All(
        ResourceTable.Load("Crises", table).Rows.Select(r => r["reason"]).Where(r => r.StartsWith('{') && r.Contains("} ", StringComparison.Ordinal)).Select(r => r[(r.IndexOf('}', StringComparison.Ordinal) + 1)..].TrimStart().Split(' ')[0]).Where(w => w[0] != '\''),
        verb => Assert.DoesNotMatch("^(is|was|has|\\w+[^s]s\\.?)$", verb));

    // A state whose name is a plural or says what it is must not be forgotten in the table.
    [Fact]
    public void Every_state_of_which_English_says_the_takes_it()
    {
        string[] expected =
        [
            "Bahamas", "Central African Republic", "Comoros", "Czech Republic", "Democratic Republic of the Congo", "Dominican Republic", "Gambia", "Maldives", "Marshall Islands", "Netherlands",
            "Philippines", "Republic of the Congo", "Seychelles", "Solomon Islands", "Soviet Union", "United Arab Emirates", "United Kingdom", "United States",
        ];

        Assert.Equal(expected, Standoff.Reading.Mentions.Gazetteer.Shipped.States.Select(s => s.Name).Where(n => Articles.With(n) != n).Order(StringComparer.Ordinal));
    }
}
