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

    private static Crisis Edit(Crisis crisis, string name) => crisis with
    {
        Parameters = [.. crisis.Parameters.Select(p => p.Name == name ? p with { Value = new Distribution.Point(0.9), Grounds = Grounds.Analyst } : p)],
    };
}
