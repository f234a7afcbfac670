using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class CovariateShiftTests
{
    private static readonly ForecastOptions Few = new() { Draws = 64, InfluenceDraws = 32, Explain = false };

    [Fact]
    public void With_nothing_known_there_is_no_shift_but_the_error_of_a_day_that_nobody_knows()
    {
        var crisis = Made.Bare();
        var shift = CovariateShift.Of(crisis, crisis.Classes);
        Assert.All(ClassHazards.Cells, c => Assert.Equal(1, shift.Factor((int)c.Channel, c.State, null)));
        Assert.NotEqual(1, shift.Factor((int)Channel.Withdrawal, 0, 1));
    }

    [Theory]
    [InlineData(1914)]
    [InlineData(1938)]
    [InlineData(1962)]
    [InlineData(1991)]
    [InlineData(2030)]
    public void No_day_gives_a_wider_error_than_one_that_is_not_known(int year)
    {
        var crisis = Made.Bare();
        var (any, known) = (CovariateShift.Of(crisis, crisis.Classes), CovariateShift.Of(crisis with { AsOf = new(year, 7, 1) }, crisis.Classes));
        static double Spread(CovariateShift shift, Channel channel, int state) => shift.Factor((int)channel, state, 1) / shift.Factor((int)channel, state, -1);

        Assert.True(any.Largest >= known.Largest);
        Assert.All(ClassHazards.Cells, c => Assert.True(Spread(any, c.Channel, c.State) >= Spread(known, c.Channel, c.State) - 1e-12));
    }

    [Theory]
    [InlineData(1962)]
    [InlineData(2030)]
    public void An_unknown_day_never_narrows_a_forecast(int year)
    {
        var options = new ForecastOptions { Draws = 512, InfluenceDraws = 32, Explain = false };
        var (any, known) = (Forecaster.Forecast(Made.Bare(), options: options), Forecaster.Forecast(Made.Bare() with { AsOf = new(year, 7, 1) }, options: options));
        foreach (var outcome in known.Headline.Where(o => o.Estimate.Mean > 0.1))
        {
            var other = any.Headline.First(o => o.Key == outcome.Key).Estimate;
            Assert.True(other.High - other.Low >= outcome.Estimate.High - outcome.Estimate.Low, outcome.Key);
        }
    }

    // Of new force after force the mean is that of crises that began with a violent act.
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void A_covariate_at_the_mean_of_its_class_shifts_nothing(int column, int state)
    {
        var mean = double.Parse(Table("covariate-means.tsv").First(l => l[0] == "any-crisis" && l[1] == "neighbours")[column], System.Globalization.CultureInfo.InvariantCulture);
        var crisis = With(Made.Bare(classes: "any-crisis"), "neighbours", mean);
        var shift = CovariateShift.Of(crisis, crisis.Classes);
        Assert.All(Enum.GetValues<Channel>().Where(c => state == 0 || c >= Channel.Limited), c => Assert.Equal(1, shift.Factor((int)c, state, null), 1e-12));
        Assert.NotEqual(1, shift.Factor((int)Channel.Invasion, 1 - state, null));
    }

    [Fact]
    public void Shifts_of_several_covariates_add_up_in_the_logarithm()
    {
        double Log(params (string, double)[] known)
        {
            var crisis = known.Aggregate(Made.Bare(classes: "any-crisis"), (c, k) => With(c, k.Item1, k.Item2));
            return Math.Log(CovariateShift.Of(crisis, crisis.Classes).Factor((int)Channel.Invasion, 0, null));
        }
        Assert.Equal(Log(("protracted", 1)) + Log(("power-ratio", -1)), Log(("protracted", 1), ("power-ratio", -1)), 1e-9);
        Assert.True(Log(("protracted", 1)) > Log(("protracted", 0)));
    }

    [Fact]
    public void The_first_step_is_the_class_whatever_sets_the_case_apart()
    {
        var bare = Forecaster.Forecast(Made.Bare(), options: Few);
        var apart = Forecaster.Forecast(With(With(Made.Bare(), "neighbours", 1), "protracted", 1), options: Few);
        foreach (var (before, after) in bare.Waterfalls.Zip(apart.Waterfalls)) Assert.Equal(before.Steps[0], after.Steps[0]);
        Assert.Contains(apart.Waterfalls, w => w.Steps[1].Value != w.Steps[0].Value);
    }

    /// <summary>Any covariates at all: outcomes still partition, and no forecast is a certainty.</summary>
    [Fact]
    public void No_mixture_of_covariates_makes_a_forecast_certain()
    {
        var cases = from values in Gen.Choose(-20, 20).ArrayOf(CovariateTable.All.Length)
                    from demand in Gen.Elements(DemandKind.PolicyChange, DemandKind.LeaderDeparture)
                    select Made.Bare(demand) with { Covariates = [.. CovariateTable.All.Select((n, i) => new Covariate(n, n == "power-ratio" ? values[i] / 10.0 : values[i] > 0 ? 1 : 0, Grounds.Analyst, "made"))] };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(8), Prop.ForAll(cases.ToArbitrary(), crisis =>
        {
            var headline = Forecaster.Forecast(crisis, options: new() { Draws = 32, InfluenceDraws = 8, Explain = false }).Headline;
            return Math.Abs(headline.Sum(o => o.Estimate.Mean) - 1) < 1e-12 && headline.All(o => o.Estimate.Mean is > 0 and < 0.9);
        }));
    }

    [Theory]
    [InlineData("covariate-effects.tsv", 7)]
    public void Every_covariate_has_its_effects_and_a_standard_error(string table, int effects)
    {
        foreach (var name in CovariateTable.All) Assert.Equal(effects, Table(table).Count(l => l[0] == name));
        Assert.All(Table(table), l => Assert.True(double.Parse(l[3], System.Globalization.CultureInfo.InvariantCulture) >= 0));
    }

    private static Crisis With(Crisis crisis, string name, double value) => crisis with { Covariates = [.. crisis.Covariates, new Covariate(name, value, Grounds.Analyst, "made")] };

    private static List<string[]> Table(string name) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "src", "Standoff", "Forecasts", "Resources", name)).Where(l => l[0] != '#').Skip(1).Select(l => l.Split('\t'))];
}
