using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Text;
using Standoff.Reading.Times;
using Xunit;

namespace Standoff.Tests.Times;

public sealed class TimeReaderTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly s_date = new(2025, 12, 3);

    private static string Read(string text, DateOnly? date) => string.Join(
        "; ",
        TimeReader.Read(text, new TextSpan(0, text.Length), date).Select(m => $"{m.Span.Of(text)} = {m.Time?.Value ?? "-"}{(m.IsDuration ? " long" : "")}{(m.IsDeadline ? " deadline" : "")}"));

    [Theory]
    [InlineData("The fleet sailed on March 7, 2024.", "March 7, 2024 = 2024-03-07")]
    [InlineData("The fleet sailed on 7 March 2024.", "7 March 2024 = 2024-03-07")]
    [InlineData("The fleet sailed on 2024-03-07.", "2024-03-07 = 2024-03-07")]
    [InlineData("The fleet sailed on Dec. 1.", "Dec. 1 = 2025-12-01")]
    [InlineData("The talks will be held on January 9.", "January 9 = 2026-01-09")]
    [InlineData("The fleet sailed in September.", "September = 2025-09")]
    [InlineData("The vote will be held in September.", "September = 2026-09")]
    [InlineData("In late July the minister resigned.", "late July = 2025-07-21/2025-07-31")]
    [InlineData("In early March the minister resigned.", "early March = 2025-03-01/2025-03-10")]
    [InlineData("In mid-March 2024 the minister resigned.", "mid-March 2024 = 2024-03-11/2024-03-20")]
    [InlineData("Since the start of March it has rained.", "Since the start of March = 2025-03-01/..")]
    [InlineData("Relations soured in late 2024.", "late 2024 = 2024-09/2024-12")]
    [InlineData("They met last October.", "October = 2025-10")]
    [InlineData("They met last December.", "December = 2024-12")]
    [InlineData("They met on Tuesday.", "Tuesday = 2025-12-02")]
    [InlineData("They met on Wednesday night.", "Wednesday night = 2025-12-03")]
    [InlineData("They will meet on Tuesday.", "Tuesday = 2025-12-09")]
    [InlineData("He said on Tuesday that they would meet.", "Tuesday = 2025-12-02")]
    [InlineData("They met yesterday.", "yesterday = 2025-12-02")]
    [InlineData("They met last week.", "last week = 2025-11-24/2025-11-30")]
    [InlineData("They will meet this week.", "this week = 2025-12-03/2025-12-07")]
    [InlineData("They met this week.", "this week = 2025-12-01/2025-12-03")]
    [InlineData("On Monday and Tuesday they met.", "Monday and Tuesday = 2025-12-01/2025-12-02")]
    [InlineData("On December 1 they met; the next morning they left.", "December 1 = 2025-12-01; the next morning = 2025-12-02")]
    [InlineData("They met on November 20 and again two days later.", "November 20 = 2025-11-20; two days later = 2025-11-22")]
    [InlineData("In 1951 they met; by then he was old.", "1951 = 1951; by then = 1951")]
    [InlineData("They met in July 1993. That October they parted.", "July 1993 = 1993-07; That October = 1993-10")]
    [InlineData("In the first week of August they met.", "first week of August = 2025-08-01/2025-08-07")]
    [InlineData("In the 19th century there was peace.", "19th century = 1801/1900")]
    [InlineData("It closed in the mid-1990s.", "mid-1990s = 1994/1996")]
    [InlineData("In the spring the talks began.", "the spring = 2025-21")]
    [InlineData("He must leave by noon on Sunday.", "by noon on Sunday = ../2025-12-07 deadline")]
    [InlineData("They have until Friday to leave.", "until Friday = 2025-12-03/2025-12-05 deadline")]
    [InlineData("They spoke a week earlier.", "a week earlier = 2025-11-26")]
    [InlineData("They spoke two months ago.", "two months ago = 2025-10")]
    [InlineData("They spoke three years ago.", "three years ago = 2022")]
    [InlineData("They will speak next month.", "next month = 2026-01")]
    [InlineData("The past two decades were quiet.", "The past two decades = 2005/2025")]
    [InlineData("He must leave by Sunday.", "by Sunday = ../2025-12-07 deadline")]
    [InlineData("He must leave within 48 hours.", "48 hours = ../2025-12-05 deadline")]
    [InlineData("The exercise will go on until Friday.", "until Friday = 2025-12-03/2025-12-05 deadline")]
    [InlineData("He has ruled since 2019.", "since 2019 = 2019/..")]
    [InlineData("From December 20 any intruder will be fired on.", "From December 20 = 2025-12-20/..")]
    [InlineData("The dispute goes back to the 1950s.", "to the 1950s = 1950/..")]
    [InlineData("They will not arrive before the end of the month.", "before the end of the month = ../2025-12-31 deadline")]
    [InlineData("Hours earlier the ships had left.", "Hours earlier = 2025-12-03")]
    [InlineData("They quarrelled three days before the landing.", "three days before = -")]
    [InlineData("What they would do after March 23 is unknown.", "after March 23 = 2026-03-23/..")]
    [InlineData("Between 1990 and 1995 there was war.", "Between 1990 and 1995 = 1990/1995")]
    [InlineData("From 1993 to 1995 there was war.", "From 1993 to 1995 = 1993/1995")]
    [InlineData("He lost the 2024 presidential election.", "2024 = 2024")]
    [InlineData("The wars of the 1990s are over.", "1990s = 1990/1999")]
    [InlineData("It lasted two weeks.", "two weeks = - long")]
    [InlineData("The peace of 24 October 1648, and what ended it.", "24 October 1648 = -")]
    [InlineData("They must leave by 31 December 20300000000 or fight.", "by 31 December 20300000000 = - deadline")]
    [InlineData("They must leave by March 7, 20300.", "by March 7, 20300 = - deadline")]
    [InlineData("On 7 March 12000 troops crossed the river.", "7 March = 2025-03-07")]
    [InlineData("On 7 March 1200 GMT they crossed it.", "7 March = 2025-03-07")]
    [InlineData("They met over the weekend.", "the weekend = 2025-11-29/2025-11-30")]
    public void Times_resolve_against_the_date_of_the_document(string text, string expected) => Assert.Equal(expected, Read(text, s_date));

    [Theory]
    [InlineData("The army may march on the capital.")]
    [InlineData("May he rest in peace.")]
    [InlineData("The March of the Volunteers was played.")]
    [InlineData("A second strike hit the sun terrace.")]
    [InlineData("It sent 2000 troops and Resolution 1970 was adopted.")]
    [InlineData("Until now nothing was known, now that they are gone.")]
    [InlineData("The troops are now at the border.")]
    public void Words_that_look_like_times_are_none(string text) => Assert.Equal("", Read(text, s_date));

    [Fact]
    public void Without_a_date_relative_times_stay_open() =>
        Assert.Equal("yesterday = -; March 7 = -; 2019 = 2019", Read("Not yesterday, not on March 7, but in 2019.", null));

    [Fact]
    public void Times_lie_inside_the_span_in_order_and_apart() =>
        Prop.ForAll<string, int>((noise, seed) =>
        {
            var text = (noise ?? "") + " by Sunday, May 3, since late July 2024 until " + noise;
            var span = new TextSpan(0, text.Length - (int)((uint)seed % (uint)text.Length));
            var found = TimeReader.Read(text, span, s_date);
            return found.All(m => span.Contains(m.Span)) && found.Zip(found.Skip(1)).All(p => p.First.Span.End <= p.Second.Span.Start);
        }).QuickCheckThrowOnFailure();
}
