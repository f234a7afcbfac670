using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Times;
using Xunit;

namespace Standoff.Tests.Times;

public sealed class EdtfTests
{
    [Theory]
    [InlineData("2025-12-01", "2025-12-01", "2025-12-01")]
    [InlineData("2025-09", "2025-09-01", "2025-09-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("199X", "1990-01-01", "1999-12-31")]
    [InlineData("2024-02-XX", "2024-02-01", "2024-02-29")]
    [InlineData("2025-07-21/2025-07-31", "2025-07-21", "2025-07-31")]
    [InlineData("1993/1995", "1993-01-01", "1995-12-31")]
    [InlineData("../1994-09-18", null, "1994-09-18")]
    [InlineData("2019/..", "2019-01-01", null)]
    [InlineData("2019/", "2019-01-01", null)]
    [InlineData("2024-21", "2024-03-01", "2024-05-31")]
    [InlineData("2024-24", "2024-12-01", "2025-02-28")]
    [InlineData("9999-24", "9999-12-01", "9999-12-31")]
    [InlineData("2024-33", "2024-01-01", "2024-03-31")]
    [InlineData("2025-12~", "2025-12-01", "2025-12-31")]
    [InlineData("2025?/2026%", "2025-01-01", "2026-12-31")]
    public void A_value_spans_the_days_that_it_may_mean(string text, string? earliest, string? latest)
    {
        var edtf = Assert.IsType<EdtfResult.Parsed>(Edtf.Parse(text)).Edtf;
        Assert.Equal((text, Day(earliest), Day(latest)), (edtf.Value, edtf.Earliest, edtf.Latest));
    }

    [Theory]
    [InlineData("yesterday", 0, "\"yesterday\" is no EDTF date at 0: a date begins with a year of four digits.")]
    [InlineData("2025-13", 5, "\"2025-13\" is no EDTF date at 5: a month is 01 to 12, a season 21 to 28, a quarter 33 to 36.")]
    [InlineData("2025-02-30", 8, "\"2025-02-30\" is no EDTF date at 8: the month has no such day.")]
    [InlineData("2025/2024", 4, "\"2025/2024\" is no EDTF date at 4: the interval ends before it begins.")]
    [InlineData("2023/2024/2025", 9, "\"2023/2024/2025\" is no EDTF date at 9: an interval has one slash.")]
    [InlineData("", 0, "\"\" is no EDTF date at 0: a date begins with a year of four digits.")]
    [InlineData("0000-01", 0, "\"0000-01\" is no EDTF date at 0: years begin at 0001.")]
    public void What_is_no_value_is_said_with_its_place(string text, int position, string reason) =>
        Assert.Equal(new EdtfResult.Failed(position, reason), Edtf.Parse(text));

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() =>
        Prop.ForAll<string>(s => Edtf.Parse(s ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_built_reads_back_the_same() =>
        Prop.ForAll(Gen.Choose(1, 3_000_000).ToArbitrary(), Gen.Choose(0, 600_000).ToArbitrary(), (day, length) =>
        {
            var from = Edtf.Day(DateOnly.FromDayNumber(day));
            var to = Edtf.Month(DateOnly.FromDayNumber(day + length).Year, DateOnly.FromDayNumber(day + length).Month);
            return new[] { from, to, Edtf.Interval(from, to), Edtf.Interval(null, to), Edtf.Interval(from, null) }.All(e => Edtf.Parse(e.Value) == new EdtfResult.Parsed(e));
        }).QuickCheckThrowOnFailure();

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
