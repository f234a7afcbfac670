using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class ExplanationTests
{
    private static readonly ForecastOptions Few = new() { Draws = 64, InfluenceDraws = 64, Jobs = 1 };

    private static readonly ParallelOptions Parallel = Few.Parallel(CancellationToken.None);

    private static readonly Crisis Case = (Made.Bare(DemandKind.LeaderDeparture, "us-minor", "ultimatum") with
    {
        Present = Made.At(Rung.Closure, "c-002"),
        Flags = [new(StateFlag.ExitOffered, 0.6, ["c-003"], "made")],
        Covariates = [new("power-ratio", 1.5, Grounds.Computed, "made"), new("neighbours", 1, Grounds.Computed, "made")],
    }).Moved("guarantee-broken", 4);

    private static readonly Forecast Told = Forecaster.Forecast(Case, options: Few);

    [Fact]
    public void Shares_of_the_groups_and_the_broadest_class_sum_to_the_headline()
    {
        foreach (var (outcome, shares) in Told.Headline.Zip(Told.Decompositions))
            Assert.Equal(outcome.Estimate.Mean, shares.Base + shares.Parts.Sum(p => p.Share), 1e-12);
    }

    [Fact]
    public void The_shares_of_a_group_sum_to_nothing_over_the_outcomes_since_they_leave_nothing_out()
    {
        foreach (var group in Told.Decompositions.SelectMany(d => d.Parts).GroupBy(p => p.Group)) Assert.Equal(0, group.Sum(p => p.Share), 1e-12);
    }

    [Fact]
    public void Groups_that_set_nothing_apart_have_no_share()
    {
        var bare = Forecaster.Forecast((Made.Bare(DemandKind.PolicyChange, "any-crisis") with { Present = Made.At(Rung.Measures) }).OfAverageDecade(), options: Few);
        Assert.All(bare.Decompositions.SelectMany(d => d.Parts), p => Assert.Equal(0, p.Share, 0.003));
        Assert.Equal(["classes", "covariates", "game"], bare.Decompositions[0].Parts.Select(p => p.Group));
    }

    [Fact]
    public void What_an_analyst_set_is_told_apart_from_what_claims_moved()
    {
        var edited = Case with { Parameters = [.. Case.Parameters.Select(p => p.Name == "audience-cost" ? p with { Value = new Distribution.Point(2), Grounds = Grounds.Analyst } : p)] };
        var forecast = Forecaster.Forecast(edited, options: Few);
        Assert.Contains("edits", forecast.Decompositions[0].Parts.Select(p => p.Group));
        foreach (var (outcome, shares) in forecast.Headline.Zip(forecast.Decompositions))
            Assert.Equal(outcome.Estimate.Mean, shares.Base + shares.Parts.Sum(p => p.Share), 1e-12);
    }

    [Fact]
    public void An_assumption_left_out_changes_the_forecast_to_that_of_a_crisis_without_it()
    {
        var left = Told.Assumptions.Single(a => a.Key == "guarantee-broken");
        var without = Forecaster.Forecast(Case with { Parameters = Made.Bare().Parameters }, options: Few with { Explain = false });
        foreach (var ((before, after), change) in Told.Headline.Zip(without.Headline).Zip(left.Changes))
            Assert.Equal(after.Estimate.Mean - before.Estimate.Mean, change.Change, 1e-15);
    }

    [Fact]
    public void A_class_left_out_leaves_the_others_its_weight()
    {
        var left = Told.Assumptions.Single(a => a is { Kind: "class", Key: "ultimatum" });
        var without = Forecaster.Forecast(Case with { Classes = [new("us-minor", 1, "made"), new("ultimatum", 0, "made")] }, options: Few with { Explain = false });
        foreach (var ((before, after), change) in Told.Headline.Zip(without.Headline).Zip(left.Changes))
            Assert.Equal(after.Estimate.Mean - before.Estimate.Mean, change.Change, 1e-15);
    }

    [Fact]
    public void The_game_left_out_is_listed_though_it_counts_little() => Assert.Contains(Told.Assumptions, a => a.Kind == "game");

    [Fact]
    public void Knowledge_never_costs_and_what_does_not_enter_tells_nothing()
    {
        Assert.NotEmpty(Told.Findings);
        Assert.All(Told.Findings, f => Assert.True(f.Information >= 0 && f.Points > 0 && f.Error >= 0));
        Assert.All(Told.Findings, f => Assert.Equal(1, f.Answers.Sum(a => a.Weight), 1e-9));
        // A demand that the leader go cannot be met by accepting a compromise on policy: its size enters nothing here.
        Assert.DoesNotContain(Told.Findings, f => f.Key == "compromise");
    }

    [Fact]
    public void What_is_known_for_sure_needs_no_finding_out()
    {
        var sure = Forecaster.Forecast(Case with { Flags = [new(StateFlag.ExitOffered, 1, [], "made")], Present = Made.At(Rung.Closure) }, options: Few);
        Assert.DoesNotContain(sure.Findings, f => f.Kind is "flag" or "rung");
    }

    [Fact]
    public void Information_is_that_of_a_channel_between_answer_and_outcome()
    {
        // A sure answer about an even chance is worth ln 2; one that does not depend on the outcome is worth nothing.
        Assert.Equal(Math.Log(2), Findings.Information([[1, 0], [0, 1]], [0.5, 0.5]), 1e-12);
        Assert.Equal(0, Findings.Information([[0.3, 0.7], [0.3, 0.7]], [0.2, 0.8]), 1e-15);
    }

    [Fact]
    public void The_nodes_of_a_parameter_average_polynomials_exactly()
    {
        for (var degree = 0; degree <= 9; degree++)
            Assert.Equal(1.0 / (degree + 1), Findings.NodeWeights.Zip(Probe.ParameterLevels[1..^1]).Sum(n => n.First * Math.Pow(n.Second, degree)), 1e-13);
    }

    /// <summary>The game is solved at the medians and the tilt of every draw moved: near what solving every draw again gives.</summary>
    [Fact]
    public void A_question_is_answered_about_as_the_whole_forecast_would()
    {
        var probe = new Probe(ForecastModel.Of(Case, Few, Parallel, Few.Draws), Few, Parallel);
        var other = Case with { Flags = [new(StateFlag.ExitOffered, 1, [], "made")], Present = Made.At(Rung.ForceOffSoil) };
        var asked = probe.MeansOf([new WhatIf { Crisis = other }])[0];
        var whole = Forecaster.Forecast(other, options: Few with { Explain = false }).Headline;
        // A point: the game's part in the forecast is small, and the question shares the draws; types make the medians speak less for the draws.
        Assert.All(asked.Zip(whole), p => Assert.InRange(Math.Abs(p.First - p.Second.Estimate.Mean), 0, 0.01));
    }

    [Theory]
    [InlineData("us-minor", "ultimatum")]
    [InlineData("us-minor", "dispute-threat")]
    [InlineData("ultimatum", "show-of-force-trigger")]
    [InlineData("dispute-display", "major-minor")]
    public void Where_a_class_is_said_to_turn_the_order_the_whole_forecast_turns_there(params string[] classes)
    {
        var crisis = Made.Bare(DemandKind.PolicyChange, classes);
        foreach (var flip in Flips.Of(new Probe(ForecastModel.Of(crisis, Few, Parallel, Few.Draws), Few, Parallel)))
            foreach (var point in flip.Points.Where(p => p.Kind == "class"))
            {
                Assert.True(Gap(flip, Reweighted(crisis, point, point.Threshold)) <= 0);
                Assert.True(Gap(flip, Reweighted(crisis, point, point.Now + ((point.Threshold - point.Now) * 0.9))) >= 0);
            }
    }

    [Fact]
    public void Two_classes_that_end_otherwise_turn_the_order_between_them() =>
        Assert.Contains(Forecaster.Forecast(Made.Bare(DemandKind.PolicyChange, "dispute-display", "major-minor"), options: Few).Flips.SelectMany(f => f.Points), p => p.Kind == "class");

    [Fact]
    public void Where_nothing_within_its_range_turns_the_order_none_is_named()
    {
        // One class with more than a hundred cases, nothing told: the leader is far ahead of what comes third.
        var bare = Forecaster.Forecast(Made.Bare(DemandKind.PolicyChange, "any-crisis"), options: Few);
        Assert.All(bare.Flips, f => Assert.True(f.Gap > 0 && f.Tried > 40));
        Assert.All(bare.Flips.Where(f => f.Gap > 0.2), f => Assert.DoesNotContain(f.Points, p => p.Kind == "parameter"));
    }

    private static double Gap(Flip flip, Crisis crisis)
    {
        var headline = Forecaster.Forecast(crisis, options: Few with { Explain = false }).Headline;
        return headline.Single(o => o.Key == flip.Leader).Estimate.Mean - headline.Single(o => o.Key == flip.Rival).Estimate.Mean;
    }

    private static Crisis Reweighted(Crisis crisis, FlipPoint point, double weight) =>
        crisis with { Classes = [.. crisis.Classes.Select(c => c with { Weight = c.Name == point.Key ? weight : 1 - weight })] };
}
