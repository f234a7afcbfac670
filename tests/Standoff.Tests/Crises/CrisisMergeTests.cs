using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Crises;

public sealed class CrisisMergeTests
{
    private static readonly Crisis Last = NorthlandCase.Crisis(NorthlandCase.Story[..3]);
    private static readonly Crisis Next = NorthlandCase.Crisis(NorthlandCase.Story);

    [Fact]
    public void What_nobody_edited_follows_the_new_proposal()
    {
        var result = CrisisMerge.Merge(Last, Last, Next);

        Assert.Empty(result.Conflicts);
        Assert.Equal(CrisisYaml.Write(Next), CrisisYaml.Write(result.Crisis));
    }

    [Fact]
    public void What_an_analyst_set_stays()
    {
        var edited = Edit(Last, "audience-cost");
        var result = CrisisMerge.Merge(Last, edited, Next);

        Assert.Empty(result.Conflicts);
        Assert.Equal(edited["audience-cost"].Value, result.Crisis["audience-cost"].Value);
        Assert.Equal(Next["guarantee-broken"].Value.Mean, result.Crisis["guarantee-broken"].Value.Mean);
    }

    [Fact]
    public void Where_both_changed_it_the_analysts_stays_and_the_conflict_is_listed()
    {
        var result = CrisisMerge.Merge(Last, Edit(Last, "guarantee-broken"), Next);

        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal("parameters/guarantee-broken", conflict.Path);
        Assert.Contains("value: 0.9", conflict.Kept, StringComparison.Ordinal);
        Assert.Contains("grounds: S", conflict.Proposed, StringComparison.Ordinal);
        Assert.Equal(new Distribution.Point(0.9), result.Crisis["guarantee-broken"].Value);
    }

    [Fact]
    public void A_file_that_was_written_and_read_counts_as_unedited()
    {
        var read = CrisisYaml.Read(CrisisYaml.Write(Last), "crisis.yaml").Crisis!;

        Assert.Equal(CrisisYaml.Write(Next), CrisisYaml.Write(CrisisMerge.Merge(Last, read, Next).Crisis));
    }

    // Less known of the day would only widen the forecast.
    [Fact]
    public void A_file_without_a_day_goes_by_the_documents()
    {
        Assert.NotNull(Next.AsOf);
        Assert.Equal(Next.AsOf, CrisisMerge.Merge(Next, Next with { AsOf = null }, Next).Crisis.AsOf);
    }

    // The sides of the file and third parties of the proposal: what is written reads again.
    [Fact]
    public void No_name_comes_to_play_two_parts()
    {
        var third = Next.ThirdParties.Length > 0 ? Next : Next with { ThirdParties = [new ThirdParty("Eastland", 0.5, 0.5, 0.5, "said", ["c-001"])] };
        var edited = third with { Challenger = new Party(third.ThirdParties[0].Name) };
        var merged = CrisisMerge.Merge(third, edited, third).Crisis;

        Assert.Equal(third.ThirdParties[0].Name, merged.Challenger.Name);
        Assert.Empty(CrisisYaml.Read(CrisisYaml.Write(merged), "crisis.yaml").Faults);

        var swapped = CrisisMerge.Merge(third, edited, third with { Target = new Party(edited.Challenger.Name) }).Crisis;
        Assert.Equal((edited.Challenger.Name, edited.Target.Name), (swapped.Challenger.Name, swapped.Target.Name));
    }

    private static Crisis Edit(Crisis crisis, string name) => crisis with
    {
        Parameters = [.. crisis.Parameters.Select(p => p.Name == name ? p with { Value = new Distribution.Point(0.9), Grounds = Grounds.Analyst } : p)],
    };
}
