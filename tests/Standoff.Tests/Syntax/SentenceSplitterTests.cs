using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Syntax;

public sealed class SentenceSplitterTests
{
    /// <summary>Each text with a bar where a sentence must end.</summary>
    [Theory]
    [InlineData("The talks failed.| Both sides blamed the other.")]
    [InlineData("Gen. Kovac met Sen. Ruiz on Nov. 4 in Geneva.| No one spoke afterwards.")]
    [InlineData("The U.S. Navy sent two ships.| The U.S. They left at 5 p.m. on Friday.", "The U.S. Navy sent two ships.| The U.S.| They left at 5 p.m. on Friday.")]
    [InlineData("“We will not yield.”| The minister then left.")]
    [InlineData("\"We will not yield.\"| The minister then left.")]
    [InlineData("\"Will you yield?\" he was asked.| He shrugged.")]
    [InlineData("“Will you yield?” Minister Orlova asked.| He shrugged.")]
    [InlineData("J. R. Petrov wrote it.| Nobody read it.")]
    [InlineData("Prices rose 3.5 percent to $1.2 billion.| That was new.")]
    [InlineData("TALKS COLLAPSE\n\n|The envoys left.| No date was set.")]
    [InlineData("Envoys leave the capital\n|The talks were over by noon, and the two delegations had nothing left to say to one another after that.")]
    [InlineData("The demands:\n|- a full withdrawal\n|- the return of prisoners\n|- an apology")]
    [InlineData("1. Troops leave.\n|2. Sanctions end.")]
    [InlineData("He paused … and went on.| Then silence…| The hall emptied.")]
    [InlineData("The council, e.g. its envoy, agreed.| So did others (in part).| Fine!")]
    [InlineData("The army left in May. [12]| The city stayed calm.")]
    [InlineData("Acme Inc. (founded in 1990) closed.| The U.S. “No comment,” he said.", "Acme Inc. (founded in 1990) closed.| The U.S.| “No comment,” he said.")]
    [InlineData("It is No. 7 on the list.| Is it?| No.| It was.")]
    [InlineData("The president warned that the country would answer any attack, and that\nno one should doubt it. The ministry declined to say more about when or\nhow it would do so.",
        "The president warned that the country would answer any attack, and that\nno one should doubt it.| The ministry declined to say more about when or\nhow it would do so.")]
    public void Sentences_end_where_the_bars_stand(string text, string? expected = null)
    {
        var marked = expected ?? text;
        var plain = marked.Replace("|", "", StringComparison.Ordinal);
        var sentences = SentenceSplitter.Split(plain, new TextSpan(0, plain.Length)).Select(s => s.Of(plain));
        Assert.Equal(marked.Split('|').Select(s => s.Trim()), sentences);
    }

    [Fact]
    public void Any_text_is_covered_in_order_without_overlap()
    {
        Prop.ForAll(AnyText.Arbitrary, text =>
        {
            var end = 0;
            foreach (var sentence in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
            {
                Assert.True(sentence.Start >= end && sentence.Length > 0);
                Assert.True(AnyText.IsBlank(text.AsSpan(end, sentence.Start - end)));
                Assert.False(AnyText.SplitsPair(text, sentence.Start) || AnyText.SplitsPair(text, sentence.End));
                end = sentence.End;
            }

            Assert.True(AnyText.IsBlank(text.AsSpan(end)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_span_bounds_what_is_split()
    {
        const string text = "One ends. Two ends. Three ends.";
        Assert.Equal(["Two ends."], SentenceSplitter.Split(text, new TextSpan(9, 20)).Select(s => s.Of(text)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SentenceSplitter.Split(text, new TextSpan(0, 99)));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("a. b")]
    [InlineData("(\"")]
    [InlineData("' ")]
    [InlineData("\n")]
    public void Many_repetitions_are_split_in_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.All(SentenceSplitter.Split(text, new TextSpan(0, text.Length)), s => Assert.True(s.Length <= 2400));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
