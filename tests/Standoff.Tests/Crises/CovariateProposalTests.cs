using Standoff.Crises;
using Standoff.Forecasts;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class CovariateProposalTests
{
    [Fact]
    public void Names_and_a_date_tell_of_power_rank_and_borders()
    {
        var covariates = CovariateProposal.Of("Russia", "Georgia", DemandKind.Withdrawal, new DateOnly(2008, 8, 7)).ToDictionary(c => c.Name, c => c.Value);
        Assert.InRange(covariates["power-ratio"], 1, 2);
        Assert.Equal([1, 0, 1, 1, 0, 0], new[] { "challenger-major", "target-major", "neighbours", "territory-threat", "regime-threat", "many-challengers" }.Select(n => covariates[n]));
        Assert.DoesNotContain("survival-threat", covariates.Keys);
    }

    [Fact]
    public void Unknown_names_tell_nothing()
    {
        Assert.Empty(CovariateProposal.Of("Arland", "Borland", null, null));
        Assert.Equal(["many-challengers", "nonstate-challenger"], CovariateProposal.Of("ECOWAS", "Borland", null, null).Select(c => c.Name));
    }

    [Fact]
    public void A_protracted_conflict_is_known_while_it_lasts()
    {
        bool Told(int year) => CovariateProposal.Of("India", "Pakistan", null, new DateOnly(year, 1, 1)).Any(c => c.Name == "protracted");
        Assert.Equal([false, true, true, false], new[] { 1946, 1971, 2016, 2030 }.Select(Told));
    }

    [Fact]
    public void Every_covariate_says_why_and_stands_in_the_table()
    {
        foreach (var covariate in CovariateProposal.Of("United States", "Cuba", DemandKind.LeaderDeparture, new DateOnly(1962, 10, 20)))
        {
            Assert.Contains(covariate.Name, CovariateTable.All);
            Assert.EndsWith(".", covariate.Reason, StringComparison.Ordinal);
        }
    }

    /// <summary>Names alone say little: the forecast stays within a quarter of the classes' own interval.</summary>
    [Theory]
    [InlineData("United States", "Cuba")]
    [InlineData("Ethiopia", "Eritrea")]
    [InlineData("China", "India")]
    [InlineData("Turkey", "Greece")]
    public void With_names_alone_the_forecast_stays_by_its_classes(string challenger, string target)
    {
        var named = NorthlandCase.Crisis(NorthlandCase.Ledger(), challenger, target) with { AsOf = new DateOnly(2012, 1, 1) };
        var options = new ForecastOptions { Draws = 128, InfluenceDraws = 32, Explain = false };
        var (shifted, plain) = (Forecaster.Forecast(named, options: options).Headline, Forecaster.Forecast(named with { Covariates = [], AsOf = null }, options: options).Headline);
        foreach (var (one, other) in shifted.Zip(plain)) Assert.InRange(one.Estimate.Mean, other.Estimate.Low * 0.75, other.Estimate.High * 1.25);
    }

    [Fact]
    public void Covariates_come_back_from_the_file()
    {
        var crisis = NorthlandCase.Crisis(NorthlandCase.Story) with { Covariates = CovariateProposal.Of("Iran", "Iraq", DemandKind.Withdrawal, new DateOnly(1980, 9, 1)) };
        var read = CrisisYaml.Read(CrisisYaml.Write(crisis), "crisis.yaml").Crisis!;
        Assert.Equal(crisis.Covariates.Select(c => (c.Name, c.Grounds, c.Reason)), read.Covariates.Select(c => (c.Name, c.Grounds, c.Reason)));
        Assert.All(crisis.Covariates.Zip(read.Covariates), p => Assert.Equal(p.First.Value, p.Second.Value, 1e-6));
    }
}
