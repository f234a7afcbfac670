using Standoff.Briefs;
using Standoff.Cli.Views;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class SummaryTests
{
    [Fact]
    public void Whoever_stops_a_run_is_told_how_far_it_came()
    {
        using var error = new StringWriter();
        using var host = new Standoff.Cli.Hosting.Host { Input = Stream.Null, Output = Stream.Null, Error = error, InputIsTerminal = true, OutputIsTerminal = false, ErrorIsTerminal = false, Environment = _ => null };
        using var progress = new Standoff.Cli.Hosting.Progress(host, new Standoff.Cli.Options.Request());
        progress.Report(new Standoff.Forecasts.ForecastProgress("solving the game", 0.4));
        Assert.Equal("after 0 s, solving the game: 40 % done; no result was written", host.HowFar!());
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_summary_fits_its_terminal_and_reads_as_accepted(int width)
    {
        var text = SummaryView.Render(Sample(), Forecast(), width, new Ink(IsOn: false));
        Assert.All(text.Split('\n'), line => Assert.True(TextLayout.Columns(line) <= width, line));
        GoldenFile.Verify(text, "tests", "Standoff.Tests", "Cli", "Golden", FormattableString.Invariant($"summary-{width}.txt"));
    }

    [Fact]
    public void Colours_add_no_width()
    {
        var plain = SummaryView.Render(Sample(), Forecast(), 80, new Ink(IsOn: false));
        var coloured = SummaryView.Render(Sample(), Forecast(), 80, new Ink(IsOn: true));
        Assert.Contains('\u001b', coloured);
        Assert.Equal(Lines(plain), Lines(System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "")));
    }

    [Theory]
    [InlineData("plain", 5)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001F600", 2)]
    public void Columns_are_counted_as_a_terminal_shows_them(string text, int columns) => Assert.Equal(columns, TextLayout.Columns(text));

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd())];

    private static Summary Sample() => new()
    {
        Title = "Freedonia v. Sylvania",
        AsOf = new DateOnly(2026, 3, 2),
        Until = new DateOnly(2026, 8, 31),
        HorizonWeeks = 26,
        Run = "r-01234567",
        Outcomes = [Row("compromise", "A part of the demand is met", 0.46, 0.28, 0.66), Row("none", "It goes on without new force", 0.3, 0.2, 0.41), Row("exit", "The leader leaves by agreement", 0.004, 0.001, 0.009)],
        Force = [Row("limited", "Limited strikes or more", 0.2, 0.1, 0.3)],
        Documents = 1,
        Read = 12,
        Unread = 1,
        NoClaim = 3,
        Claims = 20,
        ClaimsWithoutUse = 7,
        Changes = [new SummaryChange("compromise", "A part of the demand is met", 0.4, 0.46, "40 % → 46 % (+6 points)")],
        Warnings = ["The class is thin: 28 cases, pooled towards the wider class of all crises that a major power triggers for a minor state."],
    };

    private static SummaryRow Row(string key, string name, double mean, double low, double high)
    {
        var estimate = new Estimate(mean, low, high);
        return new SummaryRow(key, name, estimate, "unlikely", NumberText.Of(estimate));
    }

    private static Forecast Forecast() => new()
    {
        HorizonWeeks = 26,
        Endings = [],
        Force = [],
        Cells = [],
        Headline = [new Outcome("compromise", "A part of the demand is met", new Estimate(0.46, 0.28, 0.66), 0.3, 0.3, 0.4, 0.001)],
        Waterfalls = [],
        Influences = [new Influence("claim", "c-011", "eleven warships and about fifteen thousand troops are now in the region, among them marines", ["c-011"], [new OutcomeChange("compromise", -0.021)]), new Influence("source", "wire", "Meridian Wire", ["c-011"], [new OutcomeChange("compromise", 0.012)])],
        Classes = [],
        Moves = [],
        Sensitivities = [],
        DayAfter = [],
        Draws = 64,
        InfluenceDraws = 64,
        Seed = 1,
    };
}
