using Standoff.NarrativeEvaluation;
using Xunit;

namespace Standoff.Tests.Narratives;

/// <summary>A narrative must not tell its end to who forecasts it.</summary>
public sealed class NarrativeCutTests
{
    private static readonly DateOnly Day = new(1935, 3, 2);

    [Theory]
    [InlineData("On 2 March Northland's army crossed the river. The crisis ended on 9 May.", "On 2 March Northland's army crossed the river.")]
    [InlineData("On 2 March Northland's army crossed the river. Southland responded at once.", "On 2 March Northland's army crossed the river.")]
    [InlineData("On 2 March Northland's army crossed the river. On 20 March it was joined by Westland.", "On 2 March Northland's army crossed the river.")]
    [InlineData("On 2 March Northland's army crossed the river. On 5 March it took a town.", "On 2 March Northland's army crossed the river. On 5 March it took a town.")]
    public void What_came_after_the_trigger_is_cut(string summary, string kept) => Assert.Equal(kept, NarrativeCut.AsOf("", summary, Day));

    [Fact]
    public void Paragraphs_behind_that_of_the_trigger_are_left_out() =>
        Assert.Equal("They had quarrelled for years.\n\nThere was a note.\n\nA raid on 2 March triggered the crisis.", NarrativeCut.AsOf("They had quarrelled for years.", "There was a note.\n\nA raid on 2 March triggered the crisis.\n\nWestland looked on.", Day));
}
