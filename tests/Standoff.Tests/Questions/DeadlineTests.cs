using System.Diagnostics;
using System.Globalization;
using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class DeadlineTests
{
    private static readonly DateOnly AsOf = new(2030, 2, 10);

    [Theory]
    [InlineData("by 31 March 2030", "2030-03-31")]
    [InlineData("by March 31, 2030", "2030-03-31")]
    [InlineData("by March 31st", "2030-03-31")]
    [InlineData("by January 5", "2031-01-05")]
    [InlineData("before 1 April 2030", "2030-03-31")]
    [InlineData("before 2031", "2030-12-31")]
    [InlineData("by 2031", "2030-12-31")]
    [InlineData("in 2030", "2030-12-31")]
    [InlineData("by end of the year", "2030-12-31")]
    [InlineData("before the end of 2030", "2030-12-31")]
    [InlineData("by the end of March", "2030-03-31")]
    [InlineData("by year-end", "2030-12-31")]
    [InlineData("this month", "2030-02-28")]
    [InlineData("this year", "2030-12-31")]
    [InlineData("next month", "2030-03-31")]
    [InlineData("within 90 days", "2030-05-11")]
    [InlineData("in the next three months", "2030-05-10")]
    [InlineData("within two weeks", "2030-02-24")]
    [InlineData("through December 31st, 2030", "2030-12-31")]
    [InlineData("by 2030-04-15", "2030-04-15")]
    [InlineData("by 4/15/2030", "2030-04-15")]
    [InlineData("by the end of Q2 2030", "2030-06-30")]
    [InlineData("in the first half of 2030", "2030-06-30")]
    [InlineData("by summer 2030", "2030-08-31")]
    [InlineData("in May", "2030-05-31")]
    [InlineData("no later than 3 March", "2030-03-03")]
    public void The_last_day_is_read_in_every_form(string words, string last)
    {
        var window = DeadlineReader.Read($"Will Spain strike Morocco {words}?", AsOf);
        Assert.Equal((DateOnly.Parse(last, CultureInfo.InvariantCulture), false), (window.Last, window.IsAssumed));
    }

    [Theory]
    [InlineData("Will Spain strike Morocco?")]
    [InlineData("Will the ceasefire hold for at least six months?")]
    [InlineData("Will Spain return what it took in 2012?")]
    public void Without_a_deadline_the_forecasts_own_horizon_stands_in_and_is_said_to(string question)
    {
        var window = DeadlineReader.Read(question, AsOf);
        Assert.Equal((AsOf.AddDays(182), true), (window.Last, window.IsAssumed));
    }

    [Fact]
    public void A_year_that_has_not_begun_opens_with_its_first_day() =>
        Assert.Equal(new QuestionWindow(new DateOnly(2031, 1, 1), new DateOnly(2031, 12, 31), false), DeadlineReader.Read("Will Spain strike Morocco in 2031?", AsOf));

    [Fact]
    public void Of_two_days_the_later_is_the_deadline() =>
        Assert.Equal(new DateOnly(2030, 6, 30), DeadlineReader.Read("Will the truce of 1 February 2030 be broken by 30 June 2030?", AsOf).Last);

    [Theory]
    [InlineData("between 11 and 20 March 2030", "2030-02-10", "2030-03-20")]
    [InlineData("between 7 February and 10 April 2030", "2030-02-10", "2030-04-10")]
    [InlineData("between 11 December and 10 February 2030", "2030-01-05", "2030-02-10")]
    [InlineData("between 20 December and 10 January", "2030-12-15", "2031-01-10")]
    [InlineData("between 20 December and 10 January", "2030-12-25", "2031-01-10")]
    [InlineData("from 20 December through 10 January", "2030-12-25", "2031-01-10")]
    public void A_range_ends_with_its_second_day_also_over_the_turn_of_the_year(string words, string asOf, string last) =>
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), DeadlineReader.Read($"Will Spain strike Morocco {words}?", DateOnly.Parse(asOf, CultureInfo.InvariantCulture)).Last);

    [Theory]
    [InlineData("Will Pedro Ruiz meet Theresa May before 1 March 2030?")]
    [InlineData("Will Theresa May resign before 1 March 2030?")]
    [InlineData("Will Mrs. May resign before 1 March 2030?")]
    [InlineData("Will PM May resign before 1 March 2030?")]
    [InlineData("Will May resign before 1 March 2030?")]
    [InlineData("Will Justice August resign before 1 March 2030?")]
    public void A_name_is_no_month(string question) => Assert.Equal(new DateOnly(2030, 2, 28), DeadlineReader.Read(question, AsOf).Last);

    [Theory]
    [InlineData("Anna May ")]
    [InlineData("7 February and 10 April, ")]
    [InlineData("in 2012 ")]
    public void A_sentence_of_any_length_is_read_in_a_moment(string part)
    {
        var clock = Stopwatch.StartNew();
        _ = DeadlineReader.Read(string.Concat(Enumerable.Repeat(part, 200_000 / part.Length)), AsOf);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), clock.Elapsed.ToString());
    }
}
