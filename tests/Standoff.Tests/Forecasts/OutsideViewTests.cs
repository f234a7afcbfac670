using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class OutsideViewTests
{
    [Fact]
    public void Every_class_has_a_parent_in_the_table_and_counts_under_both_readings()
    {
        foreach (var item in ReferenceClass.All)
        {
            if (item.Parent.Length > 0) Assert.Contains(ReferenceClass.All, c => c.Key == item.Parent);
            foreach (var demand in new[] { DemandKind.PolicyChange, DemandKind.LeaderDeparture })
                Assert.Contains(Enum.GetValues<Channel>(), c => item.InformsOn(c) && ClassCounts.Of(item.Key, demand).Weeks(c, 0).Sum() > 0);
        }
    }

    [Fact]
    public void No_class_counts_more_endings_than_cases()
    {
        foreach (var item in ReferenceClass.All)
            foreach (var demand in new[] { DemandKind.PolicyChange, DemandKind.LeaderDeparture })
                Assert.True(Enum.GetNames<Ending>().Sum(ClassCounts.Of(item.Key, demand).Total) <= item.N, item.Key);
    }

    /// <summary>A half event in each cell of a small class, without weeks of its own, would inflate hazards threefold.</summary>
    [Fact]
    public void A_small_class_does_not_inflate_the_hazard_of_its_parent()
    {
        var small = Hazards("us-minor");
        var broad = Hazards("major-minor");
        Assert.InRange(small / broad, 0.5, 2);
    }

    [Fact]
    public void Exits_of_leaders_come_back_at_the_published_rate()
    {
        // Irregular or foreign removal of a minor state's leader: 3.4 % a year; natural deaths are counted here besides.
        var model = new ClassHazards([new("leader-minor", 1, "")], DemandKind.PolicyChange, default, 52, ForecastSettings.Shipped);
        var hazards = new double[Channels.Count * Channels.States * 52];
        model.Fill(hazards, []);
        var year = new[] { Channel.InternalExit, Channel.RemovalByRaid, Channel.RemovalByInvasion }.Sum(c => Enumerable.Range(0, 52).Sum(w => hazards[((int)c * 2 * 52) + w]));
        Assert.InRange(1 - Math.Exp(-year), 0.03, 0.07);
    }

    [Fact]
    public void Gamma_quantiles_invert_the_distribution_function() =>
        Prop.ForAll(Gen.Choose(4, 400).Select(a => a / 8.0).ToArbitrary(), Gen.Choose(1, 999).Select(p => p / 1000.0).ToArbitrary(), (shape, p) =>
        {
            var x = new GammaDistribution(shape, 2).Quantile(p);
            return Math.Abs(GammaFunctions.GammaP(shape, 2 * x) - p) < 1e-3; // the table's steps are a tenth in log x at the smallest shape
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.5, 1, 0.842700792949715)]
    [InlineData(1, 1, 0.632120558828558)]
    [InlineData(10, 12, 0.757607838329091)]
    public void The_gamma_distribution_function_has_its_tabulated_values(double a, double x, double p) => Assert.Equal(p, GammaFunctions.GammaP(a, x), 1e-12);

    [Fact]
    public void Points_are_evenly_spread_in_any_prefix()
    {
        var points = new QuasiRandom(42, 2048, 150);
        foreach (var dimension in new[] { 0, 1, 40, 149 })
            foreach (var prefix in new[] { 512, 2048 })
            {
                var sorted = points[dimension][..prefix].ToArray().Order().ToArray();
                var gap = sorted.Select((u, i) => Math.Abs(u - ((i + 0.5) / prefix))).Max();
                Assert.True(gap < 0.06, $"dimension {dimension}, prefix {prefix}: {gap}");
            }
        Assert.Equal(points[17][..512].ToArray(), new QuasiRandom(42, 512, 150)[17].ToArray());
    }

    [Fact]
    public void Hazards_follow_the_days_that_a_crisis_has_lasted_and_do_not_jump()
    {
        // Six weeks after the trigger rates change; the week that lies across has the mean of both.
        double At(double weeks) => First("any-crisis", new(weeks, weeks));
        Assert.NotEqual(At(5), At(6));
        Assert.Equal((At(5) + At(6)) / 2, At(5.5), 1e-12);
        Assert.Equal((At(5) * 6 / 7) + (At(6) / 7), At(5 + (1 / 7.0)), 1e-12);
        Assert.Equal(At(300), At(104), 1e-12);
    }

    [Fact]
    public void Classes_of_ultimatums_count_from_the_ultimatum_and_others_from_the_beginning()
    {
        Assert.Equal(First("ultimatum", new(30, 1)), First("ultimatum", new(1, 1)), 1e-12);
        Assert.NotEqual(First("ultimatum", new(30, 30)), First("ultimatum", new(30, 1)));
        Assert.Equal(First("us-minor", new(30, 1)), First("us-minor", new(30, 30)), 1e-12);
    }

    [Fact]
    public void The_age_of_a_crisis_is_told_by_its_days_and_else_by_default()
    {
        var crisis = Made.Bare() with { AsOf = new(2030, 3, 1) };
        Assert.Equal(new(4, 4), CrisisAge.Of(crisis));
        Assert.Equal(new(3.0 / 7, 3.0 / 7), CrisisAge.Of(crisis with { Began = new(2030, 2, 26) }));
        Assert.Equal(new(59 / 7.0, 1), CrisisAge.Of(crisis with { Began = new(2030, 1, 1), UltimatumOn = new(2030, 2, 22) }));
        Assert.Equal(new(0, 0), CrisisAge.Of(crisis with { Began = new(2030, 4, 1) }));
        Assert.Equal(new(4, 4), CrisisAge.Of(crisis with { Began = new(2030, 1, 1), AsOf = null }));
    }

    private static double First(string key, CrisisAge age)
    {
        var hazards = new double[Channels.Count * Channels.States * 13];
        new ClassHazards([new(key, 1, "")], DemandKind.PolicyChange, age, 13, ForecastSettings.Shipped).Fill(hazards, []);
        return hazards[(int)Channel.Compliance * Channels.States * 13];
    }

    private static double Hazards(string key)
    {
        var model = new ClassHazards([new(key, 1, "")], DemandKind.LeaderDeparture, default, 13, ForecastSettings.Shipped);
        var hazards = new double[Channels.Count * Channels.States * 13];
        model.Fill(hazards, []);
        return Enumerable.Range(0, Channels.EndingCount).Sum(c => hazards[c * 2 * 13]);
    }

    [Fact]
    public void Sides_that_are_no_states_and_a_crisis_without_a_day_are_said_to_be_that()
    {
        var few = new ForecastOptions { Draws = 64, InfluenceDraws = 32, Explain = false };
        var strange = Forecaster.Forecast(Made.Bare(), options: few).Warnings;
        Assert.Contains(strange, w => w.StartsWith("Arland and Borland are no states or bodies", StringComparison.Ordinal));
        Assert.Contains(strange, w => w.StartsWith("No day is known", StringComparison.Ordinal));
        var known = Forecaster.Forecast(Made.Bare() with { Challenger = new("NATO"), Target = new("Serbia"), AsOf = new(1999, 2, 1) }, options: few).Warnings;
        Assert.DoesNotContain(known, w => w.Contains("no state", StringComparison.Ordinal) || w.StartsWith("No day", StringComparison.Ordinal));
    }
}
