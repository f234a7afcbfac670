using System.Text.RegularExpressions;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed partial class ExplanationSectionTests
{
    private static readonly string Text = BriefMarkdown.Write(SampleBrief.Brief);

    [Fact]
    public void An_expert_finds_the_cases_of_the_class_by_name_before_any_tilt()
    {
        Assert.True(Text.IndexOf("Harbour of Sel", StringComparison.Ordinal) is > 0 and var cases && cases < Text.IndexOf("## Where the numbers come from", StringComparison.Ordinal));
        // A crisis of both classes stands once, with both letters, and first.
        Assert.Single(Regex.Matches(Text, @"\| Two Islands, 1978 \|"));
        Assert.Contains("| A B |", Text, StringComparison.Ordinal);
        Assert.True(Text.IndexOf("| Two Islands, 1978 |", StringComparison.Ordinal) < Text.IndexOf("| Harbour of Sel, 1961 |", StringComparison.Ordinal));
    }

    [Fact]
    public void What_would_turn_the_order_is_said_with_how_far_off_it_is()
    {
        Assert.Contains("the class “Leaders offered a safe exit” weighed [83", Text, StringComparison.Ordinal);
        Assert.Contains("sure that the leader was offered a way out, not", Text, StringComparison.Ordinal);
        Assert.Contains("target resolve were [0.08]", Text, StringComparison.Ordinal);
        Assert.Contains("its [6th]", Text, StringComparison.Ordinal);
        Assert.Contains("standard deviations would, chiefly audience cost at its [3rd]", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_turns_the_order_the_brief_says_so() =>
        Assert.Contains("nothing within its range would do it, none of [61]", Text, StringComparison.Ordinal);

    [Fact]
    public void What_to_find_out_says_what_it_moves_and_what_it_rests_on_today()
    {
        var list = Text[Text.IndexOf("### What to find out next", StringComparison.Ordinal)..Text.IndexOf("## Evidence that moves nothing", StringComparison.Ordinal)];
        Assert.Contains("1. Find out **how far the escalation has gone", list, StringComparison.Ordinal);
        Assert.Contains("[about 2\u202Fpoints]", list, StringComparison.Ordinal);
        Assert.Contains("Today it rests on one source.", list, StringComparison.Ordinal);
        Assert.Contains("No claim speaks of it today; it stands at its default.", list, StringComparison.Ordinal);
        Assert.Contains("No claim tells; it stands at the classes’ mean.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("raid would cost", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_whole_since_the_draws_bear_no_more()
    {
        var explained = Text[Text.IndexOf("## Where the numbers come from", StringComparison.Ordinal)..Text.IndexOf("## Actors", StringComparison.Ordinal)];
        Assert.Empty(FinePoints().Matches(explained));
    }

    [Fact]
    public void What_made_a_change_stands_beside_it_with_its_claims()
    {
        Assert.Contains("New: “Arvenia has given Tolmark a week” [", Text, StringComparison.Ordinal);
        Assert.Contains("Under half a point each: Elapsed time: 1 day.", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_uncertain_input_has_a_question_in_plain_words()
    {
        var keys = Whether.Keys.ToHashSet();
        Assert.Empty(StandoffPriors.All.Where(p => p.Prior is not Distribution.Point && !keys.Contains(p.Name)).Select(p => p.Name));
        Assert.Empty(StateFlag.Names.Where(n => !keys.Contains(n)));
        Assert.Empty(CovariateTable.All.Where(n => CovariateTable.IsTrait(n) && !keys.Contains(n)));
    }

    /// <summary>The brief's figures are those that the back-test published, failures included.</summary>
    [Fact]
    public void The_track_record_is_that_of_the_backtest()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "evaluation", "backtest", "README.md"));
        var lines = ResourceTable.Load("Briefs", "backtest-lines.tsv");
        Assert.All(lines.Rows, r => Assert.Contains($"| {r["line"]} | {string.Join(" | ", lines.Columns.Skip(2).Select(c => r[c]))} |", readme, StringComparison.Ordinal));
    }

    /// <summary>What is said of articles is what their evaluation printed, and follows from it.</summary>
    [Fact]
    public void The_track_record_of_texts_is_that_of_the_articles()
    {
        var results = File.ReadAllText(Path.Combine(Repository.Root, "evaluation", "articles", "results.md"));
        var lines = ResourceTable.Load("Briefs", "article-lines.tsv");

        Assert.All(lines.Rows, r => Assert.Contains($"| {string.Join(" | ", lines.Columns.Select(c => r[c]))} | ", results, StringComparison.Ordinal));
        Assert.Contains($"hardly better than its classes (log score {lines.Rows[0]["forecast"]} against {lines.Rows[0]["class"]} and {lines.Rows[1]["forecast"]} against {lines.Rows[1]["class"]} in the two halves)", Text, StringComparison.Ordinal);
        // What "hardly" and "little" may mean.
        Assert.InRange(lines.Rows.Average(r => r.Number("forecast") - r.Number("class")), -0.02, 0.005);
        Assert.InRange(lines.Rows.Average(r => r.Number("placebo") - r.Number("forecast")), 0, 0.04);
    }

    [Fact]
    public void Where_the_method_was_no_better_than_the_base_rate_is_said() => Assert.Contains("It failed here, no better than the base rate: ", Text, StringComparison.Ordinal);

    [GeneratedRegex(@"\d\.\d\u202Fpoint")]
    private static partial Regex FinePoints();
}
