using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Syntax;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("We can’t and won’t.", "We|ca|n’t|and|wo|n’t|.")]
    [InlineData("Iran's and the envoys' view", "Iran|'s|and|the|envoys|'|view")]
    [InlineData("I'm sure they'll say we've won", "I|'m|sure|they|'ll|say|we|'ve|won")]
    [InlineData("It cannot be", "It|can|not|be")]
    [InlineData("15,000 troops, 3.5% and $1.2bn", "15,000|troops|,|3.5|%|and|$|1.2|bn")]
    [InlineData("a Moscow-based, long-range missile", "a|Moscow|-|based|,|long|-|range|missile")]
    [InlineData("anti-missile pro-Western e-mail", "anti-missile|pro-Western|e-mail")]
    [InlineData("U.S.-led forces met Mr. Bose at 5 p.m. today.", "U.S.|-|led|forces|met|Mr.|Bose|at|5|p.m.|today|.")]
    [InlineData("“No,” he said…", "“|No|,|”|he|said|…")]
    [InlineData("Write to a.b@c.org, or see https://example.org/a?b=1.", "Write|to|a.b@c.org|,|or|see|https://example.org/a?b=1|.")]
    [InlineData("At 10:30 on 9/11 (Tuesday)", "At|10:30|on|9/11|(|Tuesday|)")]
    [InlineData("1990-91 was—he said--bad", "1990|-|91|was|—|he|said|--|bad")]
    [InlineData("O'Brien of al-Qa'ida", "O'Brien|of|al|-|Qa'ida")]
    [InlineData("and/or", "and|/|or")]
    [InlineData("US$5m at 5pm", "US$|5|m|at|5|pm")]
    public void Words_are_cut_as_the_treebanks_cut_them(string text, string expected)
    {
        var words = Tokenizer.Tokenize(text, new TextSpan(0, text.Length)).Select(s => s.Of(text));
        Assert.Equal(expected, string.Join('|', words));
    }

    [Fact]
    public void Words_cover_every_sign_but_space_and_never_overlap()
    {
        Prop.ForAll(AnyText.Arbitrary, text =>
        {
            var end = 0;
            foreach (var word in Tokenizer.Tokenize(text, new TextSpan(0, text.Length)))
            {
                Assert.True(word.Start >= end && word.Length > 0);
                Assert.True(AnyText.IsBlank(text.AsSpan(end, word.Start - end)));
                Assert.False(AnyText.SplitsPair(text, word.Start) || AnyText.SplitsPair(text, word.End));
                end = word.End;
            }

            Assert.True(AnyText.IsBlank(text.AsSpan(end)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a'")]
    [InlineData("(a@")]
    [InlineData("1-")]
    [InlineData("www.")]
    [InlineData("a.")]
    public void Many_repetitions_are_cut_in_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Tokenizer.Tokenize(text, new TextSpan(0, text.Length)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
