using FsCheck;
using FsCheck.Fluent;
using Standoff.Claims;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class CrisisRevisionTests
{
    private static readonly Ledger Full = NorthlandCase.Ledger(NorthlandCase.Story);
    private static readonly Crisis Crisis = NorthlandCase.Crisis(Full);

    [Fact]
    public void Withdrawing_an_item_restores_what_was_before_it()
    {
        var less = CrisisRevision.Without(Crisis, Full, [Alias("indicted")]);
        var parameter = less["guarantee-broken"];

        Assert.Same(parameter.Prior, parameter.Value);
        Assert.Equal(Grounds.Default, parameter.Grounds);
    }

    [Fact]
    public void Withdrawing_a_claim_changes_only_the_numbers_that_name_it()
    {
        Prop.ForAll(Gen.Elements(Full.Claims.Select(c => c.Alias).ToArray()).ToArbitrary(), alias =>
        {
            var less = CrisisRevision.Without(Crisis, Full, [alias]);
            foreach (var parameter in Crisis.Parameters)
                if (!parameter.Claims.Contains(alias)) Assert.Same(parameter.Value, less[parameter.Name].Value);
            if (!Crisis.Present.Claims.Contains(alias)) Assert.Equal(Crisis.Present.Weights, less.Present.Weights);
            Assert.Equal(Crisis.Classes, less.Classes);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_the_only_report_of_a_rung_the_crisis_stands_lower()
    {
        var less = CrisisRevision.Without(Crisis, Full, [Alias("deployed")]);

        Assert.Equal(Rung.ShowOfForce, Crisis.Present.Mode);
        Assert.Equal(Rung.Measures, less.Present.Mode);
    }

    [Fact]
    public void What_an_analyst_set_is_not_moved()
    {
        var set = new Distribution.Point(0.9);
        var edited = Crisis with { Parameters = [.. Crisis.Parameters.Select(p => p.Name == "guarantee-broken" ? p with { Value = set, Grounds = Grounds.Analyst } : p)] };

        Assert.Same(set, CrisisRevision.Without(edited, Full, [Alias("indicted")])["guarantee-broken"].Value);
    }

    [Fact]
    public void Withdrawing_nothing_known_leaves_the_crisis_itself() => Assert.Same(Crisis, CrisisRevision.Without(Crisis, Full, ["c-999"]));

    [Fact]
    public void Withdrawing_agrees_with_proposing_from_the_shorter_ledger()
    {
        var less = CrisisRevision.Without(Crisis, Full, [Alias("indicted")]);
        var again = NorthlandCase.Crisis(LedgerBuilder.Withdraw(Full, [Alias("indicted")]), "Northland", "Southland");

        Assert.Equal(again.Means(), less.Means());
        Assert.Equal(again.Present.Weights, less.Present.Weights);
    }

    private static string Alias(string word) => Full.Claims.Single(c => c.Claim.Exact.Contains(word, StringComparison.Ordinal)).Alias;
}
