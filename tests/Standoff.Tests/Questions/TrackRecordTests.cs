using Standoff.Questions;
using Xunit;

namespace Standoff.Tests.Questions;

public sealed class TrackRecordTests
{
    // Sums of two or three products.
    private const double Tolerance = 1e-12;

    private static readonly DateOnly Day = new(2030, 2, 10);

    private static Question Question(string id, QuestionOutcome? answer) => new() { Id = id, Text = "Will it?", Resolved = answer is { } given ? new Resolution(Day.AddDays(10), given, "") : null };

    private static KeptForecast Kept(string id, double probability, int day = 0, double baseRate = 0.5) => new(id, Day.AddDays(day), Day.AddDays(30), "r-1", probability, 0, 1, baseRate);

    [Fact]
    public void Scores_are_means_over_questions()
    {
        var record = TrackRecord.Of([Question("a", QuestionOutcome.Yes), Question("b", QuestionOutcome.No)], [Kept("a", 0.8), Kept("b", 0.1)]);
        Assert.Equal((0.04 + 0.01) / 2, record.Brier, Tolerance);
        Assert.Equal(0.25, record.BaseBrier, Tolerance);
        Assert.Equal(1 - (0.025 / 0.25), record.Skill!.Value, Tolerance);
        Assert.Equal((-Math.Log(0.8) - Math.Log(0.9)) / 2, record.LogScore, Tolerance);
    }

    [Fact]
    public void Of_a_days_forecasts_the_last_counts_and_none_after_the_answer()
    {
        var record = TrackRecord.Of([Question("a", QuestionOutcome.Yes)], [Kept("a", 0.2), Kept("a", 0.6), Kept("a", 0.8, day: 5), Kept("a", 1, day: 11)]);
        Assert.Equal(2, record.Scored[0].Forecasts);
        Assert.Equal(((0.4 * 0.4) + (0.2 * 0.2)) / 2, record.Brier, Tolerance);
    }

    [Fact]
    public void What_was_said_after_the_deadline_is_not_scored_however_late_the_answer_is()
    {
        var late = Question("a", QuestionOutcome.No) with { Resolved = new Resolution(Day.AddDays(40), QuestionOutcome.No, "") };
        var kept = new[] { Kept("a", 0.4), Kept("a", 0.3, day: 30), Kept("a", 0, day: 31), Kept("a", 0, day: 35) };
        Assert.Equal(2, TrackRecord.Of([late], [.. kept]).Scored[0].Forecasts);
        Assert.Equal(1, TrackRecord.Of([late with { Deadline = Day.AddDays(29) }], [.. kept]).Scored[0].Forecasts);
    }

    [Fact]
    public void An_answer_without_a_forecast_before_it_is_counted_as_such()
    {
        var record = TrackRecord.Of([Question("a", QuestionOutcome.Yes), Question("b", QuestionOutcome.Yes)], [Kept("a", 0.5), Kept("b", 0.5, day: 11)]);
        Assert.Equal((1, 1), (record.Scored.Length, record.Unscored));
    }

    [Fact]
    public void Open_and_void_questions_are_counted_and_not_scored()
    {
        var record = TrackRecord.Of([Question("a", null), Question("b", QuestionOutcome.Void), Question("c", QuestionOutcome.No)], [Kept("a", 0.5), Kept("b", 0.5)]);
        Assert.Equal((0, 1, 1), (record.Scored.Length, record.Open, record.Void));
    }

    [Fact]
    public void Calibration_counts_what_was_said()
    {
        var record = TrackRecord.Of([Question("a", QuestionOutcome.Yes), Question("b", QuestionOutcome.No)], [Kept("a", 0.3), Kept("b", 0.4), Kept("a", 0.95, day: 1)]);
        Assert.Equal([(0.25, 2, 0.5), (0.9, 1, 1.0)], record.Calibration.Select(b => (b.From, b.Forecasts, b.CameTrue)));
    }

    [Fact]
    public void A_kept_forecast_reads_back_bit_by_bit()
    {
        var kept = new KeptForecast("q \"1\"", Day, Day.AddDays(3), "r-0a", 0.1 + 0.2, 1e-17, 0.9999999999999999, 1.0 / 3);
        Assert.Equal([kept], KeptForecast.Read(kept.Line() + "\n"));
    }

    [Fact]
    public void A_damaged_line_is_told_by_its_number() =>
        Assert.Equal("line 2 is no kept forecast", Assert.Throws<FormatException>(() => KeptForecast.Read(Kept("a", 0.5).Line() + "{\"question\":\"a\"}\n")).Message);

    [Fact]
    public void A_row_says_when_the_question_resolves_where_the_file_does_not()
    {
        var strike = Question("a", null) with { Text = "Will Spain strike Morocco by 31 March 2030?", Deadline = new DateOnly(2030, 3, 31) };
        string Row(Question question) => QuestionsCsv.Write([question], []).Split("\r\n")[1];
        Assert.StartsWith("a,Will Spain strike Morocco by 31 March 2030?,\"Yes if Spain uses armed force (a strike, a raid or an invasion) on Morocco's soil by the deadline.\",,2030-03-31,", Row(strike), StringComparison.Ordinal);
        Assert.Contains(",No if ", Row(strike with { Text = "Will Spain not strike Morocco by 31 March 2030?" }).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(",as two agencies report,", Row(strike with { Criteria = "as two agencies report" }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_quotes_what_needs_it_and_has_a_row_for_each_question()
    {
        var rows = QuestionsCsv.Write([Question("a", QuestionOutcome.Yes) with { Text = "Will \"it\", too?" }, Question("b", null)], [Kept("a", 0.25)]).Split("\r\n");
        Assert.StartsWith("a,\"Will \"\"it\"\", too?\",As the question says.,,2030-03-12,,other,2030-02-10,0.2500,25,", rows[1], StringComparison.Ordinal);
        Assert.Equal(4, rows.Length);
    }
}
