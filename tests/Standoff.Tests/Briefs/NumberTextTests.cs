using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Briefs;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0_%")]
    [InlineData(0.000001, "under 1_%")]
    [InlineData(0.0049, "under 1_%")]
    [InlineData(0.005, "1_%")]
    [InlineData(0.384, "38_%")]
    [InlineData(0.385, "39_%")]
    [InlineData(0.994, "99_%")]
    [InlineData(0.996, "over 99_%")]
    [InlineData(1, "100_%")]
    public void A_probability_is_a_whole_percent_and_never_0_for_what_may_happen(double probability, string text) =>
        Assert.Equal(Narrow(text), NumberText.Percent(probability));

    [Theory]
    [InlineData(0.27, 0.51, "27–51_%")]
    [InlineData(0.001, 0.05, "<1–5_%")]
    [InlineData(0.001, 0.002, "under 1_%")]
    [InlineData(0.9, 0.999, "90–>99_%")]
    [InlineData(0.301, 0.302, "30_%")]
    public void A_range_keeps_to_the_same_rule_at_both_ends(double low, double high, string text) =>
        Assert.Equal(Narrow(text), NumberText.Range(low, high));

    [Theory]
    [InlineData(0, "no change")]
    [InlineData(0.004, "less than 1_point up")]
    [InlineData(-0.004, "less than 1_point down")]
    [InlineData(0.01, "+1_point")]
    [InlineData(-0.03, "−3_points")]
    public void A_change_is_told_in_points_with_its_sign(double change, string text) => Assert.Equal(Narrow(text), NumberText.Points(change));

    [Theory]
    [InlineData(2000, "2_000")]
    [InlineData(-1234567, "−1_234_567")]
    [InlineData(12, "12")]
    public void Thousands_are_parted_by_narrow_spaces(long count, string text) => Assert.Equal((Narrow(text), Narrow(text)), (NumberText.Count(count), NumberText.Count((double)count)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.3, "0.30")]
    [InlineData(0.0151, "0.015")]
    [InlineData(0.00004, "under 0.0001")]
    [InlineData(-0.02, "−0.02")]
    [InlineData(48.00000000000001, "48")]
    [InlineData(-0.0, "0")]
    public void A_quantity_shows_few_digits(double value, string text) => Assert.Equal(text, NumberText.Quantity(value));

    [Fact]
    public void A_day_does_not_part_from_its_month() => Assert.Equal("5\u00A0June 2026", NumberText.Day(new DateOnly(2026, 6, 5)));

    [Fact]
    public void No_culture_changes_what_is_printed()
    {
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(Narrow("+0.4_points"), NumberText.FinePoints(0.004));
            Assert.Equal("1.5", NumberText.Coordinate(1.5));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before ?? CultureInfo.InvariantCulture;
        }
    }

    [Fact]
    public void What_may_happen_is_never_printed_as_0_nor_what_may_not_as_100() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>().Filter(i => i > 0),
        i =>
        {
            var probability = 1.0 / (i + 1.0);
            return NumberText.Percent(probability) != Narrow("0_%") && NumberText.Percent(1 - probability) != Narrow("100_%");
        }).QuickCheckThrowOnFailure();

    private static string Narrow(string text) => text.Replace('_', '\u202F');
}
