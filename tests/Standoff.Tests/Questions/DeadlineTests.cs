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
    [InlineData("by 1 June 2131", "2131-06-01")]
    [InlineData("by June 2131", "2131-06-30")]
    [InlineData("by 2131", "2130-12-31")]
    [InlineData("by 1 June 2531", "2531-06-01")]
    [InlineData("by 1 June 1200 GMT", "2030-06-01")]
    [InlineData("by 15/4/2030", "2030-04-15")]
    [InlineData("by Friday", "2030-02-15")]
    [InlineData("on Friday", "2030-02-15")]
    [InlineData("by Sunday", "2030-02-17")]
    [InlineData("by next Friday", "2030-02-15")]
    [InlineData("before Friday, 10 January 2031", "2031-01-09")]
    [InlineData("before Christmas", "2030-12-24")]
    [InlineData("by Christmas Eve", "2030-12-24")]
    [InlineData("by Christmas 2031", "2031-12-25")]
    [InlineData("before the new year", "2030-12-31")]
    [InlineData("by New Year's Eve", "2030-12-31")]
    [InlineData("by Easter", "2030-04-21")]
    [InlineData("by Easter 2031", "2031-04-13")]
    [InlineData("this summer", "2030-08-31")]
    [InlineData("before summer", "2030-05-31")]
    [InlineData("by the end of summer", "2030-08-31")]
    [InlineData("this winter", "2030-02-28")]
    [InlineData("next winter", "2031-02-28")]
    [InlineData("by year's end", "2030-12-31")]
    [InlineData("by the end of next month", "2030-03-31")]
    [InlineData("June 1-30, 2031", "2031-06-30")]
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
    [InlineData("Will Spain strike Morocco between 1 June and 30 June 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco between June 1 and June 30, 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco between 1 and 30 June 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco from the 1st to the 30th of June 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco 1-30 June 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco June 1 30, 2031?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco between 2031-06-01 and 2031-06-30?", "2031-06-01", "2031-06-30")]
    [InlineData("Will Spain strike Morocco between 2031 and 2033?", "2031-01-01", "2033-12-31")]
    [InlineData("Will Spain strike Morocco between December and February 2032?", "2031-12-01", "2032-02-29")]
    [InlineData("Will Spain strike Morocco after 1 June 2031?", "2031-06-02", "2031-12-01")]
    [InlineData("Will Spain strike Morocco from 1 June 2031?", "2031-06-01", "2031-11-30")]
    [InlineData("Will Spain strike Morocco after 1 June 2031 and before 1 July 2031?", "2031-06-02", "2031-06-30")]
    [InlineData("Will Spain free by 1 May 2030 whom it seized after 1 June 2031?", "2030-02-10", "2030-05-01")]
    [InlineData("Will Spain free whom it seized after 1 January?", "2030-02-10", "2030-08-11")]
    [InlineData("Will Spain strike Morocco next month?", "2030-03-01", "2030-03-31")]
    [InlineData("Will Spain strike Morocco this summer?", "2030-06-01", "2030-08-31")]
    public void A_window_opens_on_its_first_day(string question, string opens, string last)
    {
        var asked = QuestionReader.Read(question, AsOf);
        Assert.Equal((Date(opens), Date(last)), (asked.Opens, asked.Deadline));
    }

    [Theory]
    [InlineData("Will Spain strike Morocco by 31 February 2031?", "31 February 2031")]
    [InlineData("Will Spain strike Morocco by 29 February?", "29 February")]
    [InlineData("Will Spain strike Morocco by June 31?", "June 31")]
    [InlineData("Will Spain strike Morocco by 45 March 2031?", "45 March 2031")]
    [InlineData("Will Spain strike Morocco by 2031-02-30?", "2031-02-30")]
    [InlineData("Will Spain strike Morocco by 13/13/2031?", "13/13/2031")]
    [InlineData("Will Spain strike Morocco by 1 June 2531?", "1 June 2531")]
    [InlineData("Will Spain strike Morocco by 1 June 20311?", "1 June 20311")]
    [InlineData("Will Spain strike Morocco by 1 June 20300000000?", "1 June 20300000000")]
    [InlineData("Will Spain strike Morocco by June 1, 99999999999999999999?", "June 1, 99999999999999999999")]
    [InlineData("Will Spain strike Morocco? Resolves on 31 June 2030.", "31 June 2030")]
    [InlineData("Will Spain strike Morocco by 1 June 2030? Resolves as of 31 June 2030.", null)]
    [InlineData("Will Spain break the treaty of 24 October 1648 by 1 June 2030?", null)]
    [InlineData("Will Spain strike Morocco by 29 February 2032?", null)]
    [InlineData("Will Theresa May resign?", null)]
    public void A_day_that_the_calendar_does_not_have_is_named(string question, string? words) => Assert.Equal(words, DeadlineReader.NoDay(question, AsOf));

    [Theory]
    [InlineData("Spain said on Friday that it would strike before Christmas.")]
    [InlineData("Will the city fall?")]
    [InlineData("Will Spain take Easter Island and the fall of Ceuta be before the fall of Melilla?")]
    public void News_and_names_tell_no_weekday_feast_or_season(string text) => Assert.True(DeadlineReader.Read(text, AsOf).IsAssumed);

    [Fact]
    public void An_hour_ends_no_question()
    {
        var asked = QuestionReader.Read("Will Spain strike Morocco by 2 a.m. on 1 June 2031?", AsOf);
        Assert.Equal(("strike", "Spain", "Morocco", new DateOnly(2031, 6, 1)), (asked.Kind.Key, asked.Actor, asked.Target, asked.Deadline));
    }

    private static DateOnly Date(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

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
    [InlineData("between 1 and 3 May, ")]
    [InlineData("by Friday ")]
    [InlineData("31 June ")]
    public void A_sentence_of_any_length_is_read_in_a_moment(string part)
    {
        var clock = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        _ = DeadlineReader.Read(text + "?", AsOf);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("Will Spain strike Morocco within 200 years?", "within 200 years")]
    [InlineData("Will Spain strike Morocco within 99999999999999999999 days?", "within 99999999999999999999 days")]
    [InlineData("Will Spain strike Morocco within 99999999 days?", "within 99999999 days")]
    public void What_nobody_lives_to_see_is_no_day(string question, string words) => Assert.Contains(words, DeadlineReader.NoDay(question, new DateOnly(2030, 2, 10)), StringComparison.Ordinal);
}
