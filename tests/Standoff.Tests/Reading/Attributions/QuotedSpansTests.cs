using Standoff.Reading.Attributions;
using Xunit;

namespace Standoff.Tests.Reading.Attributions;

public sealed class QuotedSpansTests
{
    [Theory]
    [InlineData("He said “go” and left.", "“go”")]
    [InlineData("He said \"go\" and \"stay\".", "\"go\"|\"stay\"")]
    [InlineData("He said ''go'' and left.", "''go''")]
    [InlineData("“First.\n\n“Second.” Third.", "“First.|“Second.”")]
    [InlineData("“First\nline.” Second.", "“First\nline.”")]
    [InlineData("It is Jones’s and the ministers’ plan.", "")]
    [InlineData("“Never closed.", "“Never closed.")]
    public void A_quotation_runs_to_its_closing_mark_or_the_end_of_its_paragraph(string text, string quotations) =>
        Assert.Equal(quotations, string.Join('|', QuotedSpans.Of(text).Select(q => q.Of(text))));
}
