using FsCheck;
using FsCheck.Fluent;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class ParameterUpdateTests
{
    private static readonly Distribution Prior = new Distribution.Beta(3, 7);
    private static readonly EvidenceRow Up = EvidenceTable.Shipped.Find("indictment")!;
    private static readonly EvidenceRow Down = EvidenceTable.Shipped.Find("guarantor")!;

    [Fact]
    public void No_evidence_leaves_the_prior_itself() => Assert.Same(Prior, ParameterUpdate.Posterior(Prior, []));

    [Fact]
    public void Evidence_without_weight_leaves_the_prior_itself() => Assert.Same(Prior, ParameterUpdate.Posterior(Prior, [Item("i-1", Up, 0)]));

    [Fact]
    public void A_slope_says_which_way_the_parameter_moves()
    {
        Assert.True(Mean(Item("i-1", Up, 2)) > Prior.Mean);
        Assert.True(Mean(Item("i-1", Down, 2)) < Prior.Mean);
        Assert.True(Mean(Item("i-1", Up, -2)) < Prior.Mean);
    }

    [Fact]
    public void A_weaker_report_moves_less()
    {
        var weights = from strong in Gen.Choose(2, 290) from weak in Gen.Choose(1, strong - 1) select (strong / 100.0, weak / 100.0);
        Prop.ForAll(weights.ToArbitrary(), w => Assert.True(Mean(Item("i-1", Up, w.Item2)) < Mean(Item("i-1", Up, w.Item1)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_items_plays_no_part()
    {
        Evidence[] items = [Item("i-1", Up, 2), Item("i-2", Down, 1), Item("i-3", Up, 0.4)];
        var expected = ParameterUpdate.Posterior(Prior, items);
        Prop.ForAll(Gen.Shuffle(items).ToArbitrary(), shuffled => Assert.Equal(expected, ParameterUpdate.Posterior(Prior, shuffled))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void However_sure_a_report_no_slice_of_the_prior_is_ruled_out()
    {
        var grid = Assert.IsType<Distribution.Grid>(ParameterUpdate.Posterior(Prior, [Item("i-1", Up, 50)]));

        Assert.All(grid.Weights, w => Assert.True(w > 0));
        Assert.Equal(1, grid.Weights.Sum(), 1e-12);
    }

    [Fact]
    public void Diagnosticity_has_the_frequency_of_the_class_as_its_mean()
    {
        foreach (var row in EvidenceTable.Shipped.Rows.Where(r => r.Route == Route.Parameter))
            Assert.Equal(row.Frequency, ParameterUpdate.Diagnosticity(row).Average(), 1e-12);
    }

    [Fact]
    public void Two_items_of_one_cause_count_less_than_two_items_would()
    {
        var one = Mean(Item("i-1", Up, 1.5)) - Prior.Mean;
        var two = Mean(Item("i-1", Up, 1.5), Item("i-2", Up, 1.5)) - Prior.Mean;

        Assert.InRange(two, one, 2 * one);
    }

    [Fact]
    public void The_formula_is_the_one_that_the_method_states()
    {
        var group = EvidenceTable.Shipped.FindGroup(Up.Group)!;
        var grid = (Distribution.Grid)ParameterUpdate.Posterior(Prior, [Item("i-1", Up, 1), Item("i-2", Down, 2)]);
        var (a, b) = (ParameterUpdate.Diagnosticity(Up), ParameterUpdate.Diagnosticity(Down));
        var exponent = group.Shrinkage / (1 + group.Correlation);
        var raw = Enumerable.Range(0, a.Length).Select(k => Math.Pow((1 - a[k] + (a[k] * Math.E)) * (1 - b[k] + (b[k] * Math.Exp(2))), exponent)).ToList();

        for (var k = 0; k < raw.Count; k++) Assert.Equal(raw[k] / raw.Sum(), grid.Weights[k], 1e-12);
    }

    [Fact]
    public void Evidence_of_an_unknown_row_is_named()
    {
        var fault = Assert.Throws<UnknownEvidenceException>(() => ParameterUpdate.Posterior(Prior, [new Evidence("i-9", "no-such", Up.Group, 1, [])]));

        Assert.Equal("The evidence of i-9 names the row 'no-such', which the evidence table does not have.", fault.Message);
    }

    [Fact]
    public void Every_row_of_the_table_can_be_used()
    {
        foreach (var row in EvidenceTable.Shipped.Rows)
        {
            if (row.Route == Route.Parameter)
            {
                Assert.Contains(row.Target, StandoffPriors.Names);
                Assert.NotNull(EvidenceTable.Shipped.FindGroup(row.Group));
                Assert.InRange(row.Frequency, 0.01, 0.99);
                Assert.NotEqual(0, row.Slope);
                Assert.IsNotType<Distribution.Point>(StandoffPriors.All.Single(p => p.Name == row.Target).Prior);
            }
            if (row.Route == Route.State) Assert.True(CrisisWords.Find<Rung>(row.Target) is not null || StateFlag.Names.Contains(row.Target) || row.Target == ThirdPartySupport.Target, row.Key);
            if (row.Route == Route.Move) Assert.Contains(row.Target, StateFlag.Names);
        }
        Assert.Equal(EvidenceTable.Shipped.Rows.Length, EvidenceTable.Shipped.Rows.Select(r => r.Key).Distinct().Count());
    }

    private static Evidence Item(string alias, EvidenceRow row, double ratio) => new(alias, row.Key, row.Group, ratio, ["c-" + alias]);

    private static double Mean(params Evidence[] items) => ParameterUpdate.Posterior(Prior, items).Mean;
}
