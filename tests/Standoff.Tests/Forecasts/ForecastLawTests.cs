using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class ForecastLawTests
{
    private static readonly ForecastOptions Few = new() { Draws = 64, InfluenceDraws = 32, Explain = false };

    public static TheoryData<string> Cases => ["bare", "departure", "moved", "standing"];

    private static readonly Dictionary<string, Lazy<Forecast>> Forecasts = Cases.Select(c => c.Data).ToDictionary(name => name, name => new Lazy<Forecast>(() => Forecaster.Forecast(Case(name), options: Few)));

    private static readonly Lazy<Forecast> Bare = new(() => Forecaster.Forecast(Made.Bare(), options: Few));

    private static Crisis Case(string name) => name switch
    {
        "bare" => Made.Bare(),
        "departure" => Made.Bare(DemandKind.LeaderDeparture),
        "moved" => Made.Bare().Moved("audience-cost", 4),
        _ => Made.Bare(DemandKind.LeaderDeparture).Moved("guarantee-broken", 3) with { Present = Made.At(Rung.Closure, "c-002") },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Headline_outcomes_partition_the_cells(string name)
    {
        var forecast = Forecasts[name].Value;
        Assert.Equal(1, forecast.Headline.Sum(o => o.Estimate.Mean), 1e-12);
        Assert.Equal(1, forecast.Cells.Sum(c => c.Mean), 1e-12);
        Assert.Equal(32, HeadlineOutcome.For(Case(name).Demand.Kind).SelectMany(o => o.Cells).Distinct().Count());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Endings_and_force_never_fall_over_time(string name)
    {
        var forecast = Forecasts[name].Value;
        var curves = forecast.Endings.Where(c => c.Key != Ending.None).Select(c => c.Weeks).Concat(forecast.Force.Select(c => c.Weeks));
        foreach (var (before, after) in curves.SelectMany(c => c.Zip(c.Skip(1))))
        {
            Assert.True(after.Mean >= before.Mean - 1e-15 && after.Low >= before.Low - 1e-15 && after.High >= before.High - 1e-15);
            Assert.InRange(after.Mean, after.Low - 0.2, 1);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_waterfall_ends_at_the_headline(string name)
    {
        var forecast = Forecasts[name].Value;
        foreach (var (outcome, waterfall) in forecast.Headline.Zip(forecast.Waterfalls))
        {
            Assert.Equal(outcome.Key, waterfall.Outcome);
            Assert.Equal(outcome.Estimate.Mean, waterfall.Steps[^1].Value);
        }
    }

    [Theory]
    [InlineData(DemandKind.PolicyChange)]
    [InlineData(DemandKind.LeaderDeparture)]
    public void Without_information_the_class_comes_back(DemandKind demand)
    {
        var forecast = Forecaster.Forecast(Made.Bare(demand).OfAverageDecade(), options: Few);
        Assert.All(forecast.Waterfalls, w => Assert.All(w.Steps, s => Assert.Equal(w.Steps[0].Value, s.Value, 0.003)));
        Assert.All(forecast.Headline, o => Assert.Equal((1.0, 0.0, 0.0), (Math.Round(o.ClassShare, 1), Math.Round(o.ParameterShare, 1), Math.Round(o.DiscrepancyShare, 1))));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_with_one_thread_or_two()
    {
        var one = Forecaster.Forecast(Case("standing"), options: Few with { Explain = true, Jobs = 1 });
        var two = Forecaster.Forecast(Case("standing"), options: Few with { Explain = true, Jobs = 2 });
        Assert.Equal(one.Headline, two.Headline);
        Assert.Equal(one.Cells, two.Cells);
        Assert.Equal(one.Endings.SelectMany(c => c.Weeks), two.Endings.SelectMany(c => c.Weeks));
        Assert.Equal(one.Sensitivities, two.Sensitivities);
        Assert.NotEqual(one.Headline, Forecaster.Forecast(Case("standing"), options: Few with { Seed = 43 }).Headline);
    }

    [Fact]
    public void Weaker_evidence_moves_less()
    {
        var distances = new[] { 0, 1.0, 2, 4 }.Select(s => Distance(Made.Bare().Moved("audience-cost", s))).ToArray();
        Assert.Equal(0, distances[0], 1e-9);
        Assert.True(distances[1] > 1e-4 && distances[1] < distances[2] && distances[2] < distances[3], string.Join(' ', distances));
    }

    [Fact]
    public void Force_that_may_have_begun_already_is_a_probability_and_not_a_coin_for_each_draw()
    {
        var rungs = ImmutableArray.Create(0, 0, 0, 0.7, 0, 0.3, 0, 0);
        var forecast = Forecaster.Forecast(Made.Bare() with { Present = new(rungs, ["c-003"], "made") }, options: Few);
        var limited = forecast.Force.Single(c => c.Key == Force.Limited).Weeks;
        Assert.Equal(0.3, forecast.ForceBefore, 1e-12);
        Assert.Equal(new Estimate(0, 0, 0), limited[0]);
        Assert.True(limited[^1].High < 0.99);
        Assert.Contains(forecast.Warnings, w => w.Contains("has been used already (probability 0.30)", StringComparison.Ordinal));
    }

    /// <summary>What an analyst sets of the beginning and what was told of it are the same thing.</summary>
    [Fact]
    public void Where_force_was_used_before_new_force_comes_at_the_rates_of_crises_that_began_with_it()
    {
        double Chance(Crisis crisis) => Forecaster.Forecast(crisis, options: Few).Force.Single(c => c.Key == Force.Limited).Weeks[^1].Mean;
        var quiet = Chance(Made.Bare());
        Assert.InRange(Chance(Made.Bare() with { Covariates = [new("violent-act", 0, Grounds.Analyst, "made")] }), quiet, quiet);
        Assert.True(Chance(Made.Bare() with { Covariates = [new("violent-act", 1, Grounds.Analyst, "made")] }) > quiet + 0.1);
        Assert.True(Chance(Made.Bare() with { Present = Made.At(Rung.LimitedStrikes, "c-003") }) > quiet + 0.1);
    }

    [Fact]
    public void What_to_find_out_next_is_listed_even_where_nothing_is_known()
    {
        var sensitivities = Forecaster.Forecast(Made.Bare(), options: Few with { Explain = true }).Sensitivities;
        Assert.InRange(sensitivities.Sum(s => s.Share), 0.9, 1 + 1e-12);
        Assert.True(sensitivities.Zip(sensitivities.Skip(1)).All(p => p.First.Share >= p.Second.Share));
        Assert.All(sensitivities, s => Assert.NotEqual(s.AtLow, s.AtHigh));
    }

    [Fact]
    public void A_faint_report_of_a_deployment_moves_the_forecast_faintly()
    {
        var weights = ImmutableArray.Create(0, 0.99, 0.01, 0, 0, 0, 0, 0);
        Assert.InRange(Distance(Made.Bare() with { Present = new(weights, ["c-001"], "made") }), 1e-6, 0.02);
    }

    [Fact]
    public void Where_types_are_known_a_mixture_of_starts_is_the_weighted_sum_of_its_paths()
    {
        var known = StandoffParameters.Default with { ChallengerDetermined = 1, LeaderResolute = 1 };
        var states = new[] { (State: new StandoffState(Rung.ShowOfForce), Weight: 0.3), (State: new StandoffState(Rung.Closure, true, true), Weight: 0.7) };
        var mixed = StandoffGame.SolveAll([known with { Start = states[1].State }], new StandoffStart([.. states]))[0];
        var apart = states.Select(s => (s.Weight, Paths: StandoffGame.Solve(known with { Start = s.State }))).ToList();
        foreach (var ending in Enum.GetValues<Ending>())
            Assert.Equal(apart.Sum(a => a.Weight * a.Paths.Cumulative(ending, 26)), mixed.Cumulative(ending, 26), 1e-12);
    }

    /// <summary>Any parameter moved by any strength of evidence, any mixture of rungs, either demand.</summary>
    [Fact]
    public void Outcomes_sum_to_one_and_curves_rise_in_any_crisis()
    {
        var cases = from name in Gen.Elements(StandoffParameters.Names.Where(n => StandoffPriors.All[StandoffParameters.IndexOf(n)].Prior is not Distribution.Point))
                    from strength in Gen.Choose(-50, 50)
                    from rungs in Gen.Choose(0, 9).ArrayOf(7)
                    from demand in Gen.Elements(DemandKind.PolicyChange, DemandKind.LeaderDeparture)
                    select Made.Bare(demand).Moved(name, strength / 10.0) with { Present = Mixture(rungs) };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(cases.ToArbitrary(), crisis =>
        {
            var forecast = Forecaster.Forecast(crisis, options: new() { Draws = 32, InfluenceDraws = 8, Explain = false });
            var rising = forecast.Force.Select(c => c.Weeks).Concat(forecast.Endings.Where(c => c.Key != Ending.None).Select(c => c.Weeks))
                .All(c => c.Zip(c.Skip(1)).All(p => p.Second.Mean >= p.First.Mean - 1e-15));
            return rising && Math.Abs(forecast.Headline.Sum(o => o.Estimate.Mean) - 1) < 1e-12 && forecast.Headline.All(o => o.Estimate.Low >= 0);
        }));

        static RungEstimate Mixture(int[] rungs)
        {
            var sum = rungs.Sum() + 1.0;
            return new([rungs[0] / sum, 1 / sum, .. rungs[1..].Select(r => r / sum)], ["c-002"], "made");
        }
    }

    [Fact]
    public void A_cancelled_forecast_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Forecaster.Forecast(Made.Bare(), options: Few, cancellation: new CancellationToken(true)));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_forecast_that_is_cancelled_on_the_way_stops_as_cancelled(int jobs)
    {
        using var stop = new CancellationTokenSource();
        Crisis Without(ImmutableSortedSet<string> withdrawn)
        {
            stop.Cancel();
            return Made.Bare();
        }
        var options = Few with { Explain = true, Jobs = jobs, Without = Without };
        Assert.ThrowsAny<OperationCanceledException>(() => Forecaster.Forecast(Made.Bare().Moved("guarantee-broken", 4, "c-001"), InfluenceTests.Ledger, options, cancellation: stop.Token));
    }

    [Fact]
    public void An_unknown_class_is_named()
    {
        var thrown = Assert.Throws<UnknownReferenceClassException>(() => Forecaster.Forecast(Made.Bare(DemandKind.PolicyChange, "no-such-class"), options: Few));
        Assert.StartsWith("There is no reference class 'no-such-class'. Known: any-crisis, major-minor", thrown.Message, StringComparison.Ordinal);
    }

    private static double Distance(Crisis crisis) => Bare.Value.Headline
        .Zip(Forecaster.Forecast(crisis, options: Few).Headline, (a, b) => Math.Abs(a.Estimate.Mean - b.Estimate.Mean)).Sum();
}
