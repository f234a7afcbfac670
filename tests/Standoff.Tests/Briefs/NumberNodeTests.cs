using Standoff.Briefs;
using Standoff.Crises;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed class NumberNodeTests
{
    [Theory]
    [InlineData(Grounds.Sourced)]
    [InlineData(Grounds.Inferred)]
    [InlineData(Grounds.Analyst)]
    [InlineData(Grounds.Default)]
    [InlineData(Grounds.Computed)]
    public void A_number_without_lineage_does_not_construct(Grounds grounds)
    {
        var fault = Assert.Throws<NumberWithoutLineageException>(() => new NumberNode("n-001", "Audience cost", "0.38", grounds, new Lineage("It is what it is.", [], [])));
        Assert.Equal($"The number n-001 (Audience cost) says that it is {grounds.ToString().ToLowerInvariant()}, but nothing that it could come from is named.", fault.Message);
    }

    [Fact]
    public void A_number_without_a_formula_does_not_construct() =>
        Assert.Throws<NumberWithoutLineageException>(() => new NumberNode("n-001", "Audience cost", "0.38", Grounds.Sourced, new Lineage(" ", [], ["c-001"])));

    [Theory]
    [InlineData(Grounds.Sourced, false)]
    [InlineData(Grounds.Inferred, false)]
    [InlineData(Grounds.Analyst, true)]
    [InlineData(Grounds.Default, true)]
    [InlineData(Grounds.Computed, true)]
    public void A_place_alone_supports_what_was_set_or_counted_but_not_what_a_text_is_said_to_say(Grounds grounds, bool supported)
    {
        var lineage = new Lineage("From the table.", [], [], "parameter table, row 3");
        if (supported) Assert.Equal("0.38", new NumberNode("n-001", "Audience cost", "0.38", grounds, lineage).Text);
        else Assert.Throws<NumberWithoutLineageException>(() => new NumberNode("n-001", "Audience cost", "0.38", grounds, lineage));
    }

    [Theory]
    [InlineData(Grounds.Analyst)]
    [InlineData(Grounds.Default)]
    public void Claims_alone_do_not_support_what_an_analyst_or_a_table_set(Grounds grounds) =>
        Assert.Throws<NumberWithoutLineageException>(() => new NumberNode("n-001", "Audience cost", "0.38", grounds, new Lineage("Set.", [], ["c-001"])));

    [Fact]
    public void No_bare_number_fits_into_running_text()
    {
        Type[] holes = [.. typeof(ProseBuilder).GetMethods().Where(m => m.Name == nameof(ProseBuilder.AppendFormatted)).Select(m => m.GetParameters()[0].ParameterType)];
        Assert.Equal(["Inline", "NumberNode", "Prose", "String"], holes.Select(h => h.Name).Order(StringComparer.Ordinal));
    }
}
