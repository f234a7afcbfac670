using System.Globalization;
using System.Runtime.CompilerServices;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

/// <summary>More than a hundred questions as forecasting sites word them, with and without criteria.</summary>
public sealed class WordingTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 10);

    public static TheoryData<string, string, string, string, string> Wordings()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "wordings.tsv")).Skip(2))
            if (line.Split('\t') is [var question, var kind, var opposite, var actor, var deadline]) data.Add(question, kind, opposite, actor, deadline);
        return data;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Specifications");

    [Theory]
    [MemberData(nameof(Wordings))]
    public void A_question_in_the_words_of_a_site_is_understood(string question, string kind, string opposite, string actor, string deadline)
    {
        var asked = QuestionReader.Read(question, AsOf);
        Assert.Equal((kind, opposite == "yes", actor), (asked.Kind.Key, asked.IsNegated, asked.Actor ?? "-"));
        Assert.Equal(DateOnly.ParseExact(deadline, "yyyy-MM-dd", CultureInfo.InvariantCulture), asked.Deadline);
        Assert.False(asked.IsDeadlineAssumed);
    }

    [Fact]
    public void There_are_more_than_a_hundred() => Assert.True(Wordings().Count > 100);

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Each_gets_an_answer_that_is_a_probability_with_room_for_doubt(string question, string kind, string opposite, string actor, string deadline)
    {
        var answer = QuestionAnswerer.Answer(QuestionReader.Read(question, AsOf), Asked.Page(""), new QuestionOptions { Jobs = 1 });
        Assert.InRange(answer.Probability.Mean, 0.00001, 0.99999);
        Assert.True(answer.Probability.High > answer.Probability.Low, $"{kind} {opposite} {actor} {deadline}");
    }

    [Theory]
    [InlineData("Will Iran strike Israel by March 31?", "Will Iran strike Israel by March 31? This market will resolve to \"Yes\" if Iran launches missiles before 2028. Otherwise \"No\". No strike at sea will count.")]
    [InlineData("Will Iran strike Israel by March 31?", "Background: In June 2025 Israel struck Iran. Will Iran strike Israel by March 31? For the purposes of this question drones that are shot down do not count.")]
    [InlineData("Will Iran strike Israel by March 31?", "Title: Will Iran strike Israel by March 31?\nFine print: a strike that is not acknowledged will not count.")]
    public void Background_and_criteria_change_nothing(string bare, string dressed)
    {
        var (one, other) = (QuestionReader.Read(bare, AsOf), QuestionReader.Read(dressed, AsOf));
        Assert.Equal((one.Kind, one.IsNegated, one.Actor, one.Target, one.Opens, one.Deadline), (other.Kind, other.IsNegated, other.Actor, other.Target, other.Opens, other.Deadline));
    }

    [Fact]
    public void Where_the_question_names_no_day_the_criteria_do() =>
        Assert.Equal(new DateOnly(2026, 6, 30), QuestionReader.Read("Will Russia capture Sloviansk? This market will resolve to Yes if Russia captures the city by June 30, 2026.", AsOf).Deadline);

    [Theory]
    [InlineData("Will Russia capture all of Sloviansk by June 30?", "Sloviansk")]
    [InlineData("Will Pokrovsk fall to Russia by April 30?", "Pokrovsk")]
    [InlineData("Will US forces take control of Kharg Island by April 30?", "Kharg Island")]
    public void The_place_that_would_be_taken_is_read(string question, string place) => Assert.Equal(place, QuestionReader.Read(question, AsOf).Place);

    [Theory]
    [InlineData("Will at least 100 US soldiers be killed in Iran by April 30?", 100)]
    [InlineData("Will more than 2.5 million people be displaced in Lebanon by April 30?", 2_500_000)]
    [InlineData("Will 200 or more US soldiers be killed in Iran by April 30?", 200)]
    [InlineData("Will 1.5 million or more people be displaced in Lebanon by April 30?", 1_500_000)]
    [InlineData("Will 12,000 or more people be displaced in Lebanon by April 30?", 12_000)]
    public void The_count_that_must_be_reached_is_read(string question, int least) => Assert.Equal(least, QuestionReader.Read(question, AsOf).Least);
}
