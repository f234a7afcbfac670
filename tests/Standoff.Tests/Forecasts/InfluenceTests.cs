using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Forecasts;

public sealed class InfluenceTests
{
    private static readonly ForecastOptions Few = new() { Draws = 64, InfluenceDraws = 32, Explain = false };

    // c-001 moves a parameter, c-002 fixes the rung, c-003 has no use; one source stands behind the first and the third.
    internal static readonly Ledger Ledger = LedgerOf(("c-001", "ministry"), ("c-002", "agency"), ("c-003", "ministry"));

    [Fact]
    public void Withdrawing_a_claim_changes_what_rests_on_it_and_a_claim_without_use_changes_nothing()
    {
        var forecast = Forecaster.Forecast(Rebuilt([]), Ledger, Few with { Without = Rebuilt });
        Assert.Equal(["c-001", "c-002"], forecast.Influences.Where(i => i.Kind == "claim").Select(i => i.Key).Order(StringComparer.Ordinal));
        Assert.All(forecast.Influences, i => Assert.Equal(0, i.Changes.Sum(c => c.Change), 1e-12));
        Assert.True(forecast.Influences.Zip(forecast.Influences.Skip(1)).All(p => p.First.Largest >= p.Second.Largest));
    }

    [Fact]
    public void A_source_takes_all_its_claims_with_it()
    {
        var forecast = Forecaster.Forecast(Rebuilt([]), Ledger, Few with { Without = Rebuilt });
        var ministry = forecast.Influences.Single(i => i is { Kind: "source", Key: "ministry" });
        var claim = forecast.Influences.Single(i => i.Key == "c-001");
        Assert.Equal(["c-001", "c-003"], ministry.Claims);
        Assert.Equal(claim.Changes, ministry.Changes);
    }

    [Fact]
    public void Withdrawing_nothing_changes_nothing() =>
        Assert.Empty(Forecaster.Forecast(Rebuilt([]), Ledger, Few with { Without = _ => Rebuilt([]) }).Influences);

    [Fact]
    public void Influences_are_the_same_with_one_thread_or_four()
    {
        ImmutableArray<Influence> With(int jobs) => Forecaster.Forecast(Rebuilt([]), Ledger, Few with { Without = Rebuilt, Explain = true, Jobs = jobs }).Influences;
        var (one, four) = (With(1), With(4));
        Assert.Equal(one.Select(i => i.Key), four.Select(i => i.Key));
        Assert.Equal(one.SelectMany(i => i.Changes), four.SelectMany(i => i.Changes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_rebuilding_the_crisis_throws_is_thrown(int jobs) =>
        Assert.Throws<FormatException>(() => Forecaster.Forecast(Rebuilt([]), Ledger, Few with { Without = _ => throw new FormatException(), Jobs = jobs }));

    [Fact]
    public void The_change_is_that_of_a_forecast_without_the_claim_on_the_same_draws()
    {
        var same = Few with { InfluenceDraws = Few.Draws, Without = Rebuilt };
        var with = Forecaster.Forecast(Rebuilt([]), Ledger, same);
        var without = Forecaster.Forecast(Rebuilt(["c-001"]), Ledger, same);
        var changes = with.Influences.Single(i => i.Key == "c-001").Changes;
        foreach (var ((before, after), change) in with.Headline.Zip(without.Headline).Zip(changes))
            Assert.Equal(after.Estimate.Mean - before.Estimate.Mean, change.Change, 1e-15);
    }

    private static Crisis Rebuilt(ImmutableSortedSet<string> withdrawn)
    {
        var crisis = Made.Bare(DemandKind.LeaderDeparture);
        if (!withdrawn.Contains("c-001")) crisis = crisis.Moved("guarantee-broken", 4, "c-001");
        return withdrawn.Contains("c-002") ? crisis : crisis with { Present = Made.At(Rung.Closure, "c-002") };
    }

    private static Ledger LedgerOf(params (string Alias, string Origin)[] claims)
    {
        var reading = Claims.Made.Document("d", [.. claims.Select(c => new Claims.MadeClaim("Something about " + c.Alias))]);
        var items = claims.Select(c => new LedgerItem("i" + c.Alias[1..], c.Alias, [c.Alias], [new Origin(c.Origin, c.Origin, [c.Alias], 1)], new('B', 2), new(0.7), 1, false));
        return new([new("s-1", reading)], [.. claims.Select((c, k) => new LedgerClaim(c.Alias, "s-1", reading.Claims[k], "i" + c.Alias[1..], c.Origin))], [.. items], [], []);
    }
}
