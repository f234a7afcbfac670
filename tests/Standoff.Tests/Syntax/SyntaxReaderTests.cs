using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Syntax;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Syntax;

public sealed class SyntaxReaderTests
{
    [Fact]
    public void A_plain_report_is_tagged_and_parsed()
    {
        var sentence = Assert.Single(Read("The minister said that the army would withdraw its weapons."));
        Assert.Equal("said", sentence.Root.Form);
        Assert.Equal("say", sentence.Root.Lemma);
        Assert.Equal(PartOfSpeech.Verb, sentence.Root.Tag);
        Assert.Equal("VBD", sentence.Root.PennTag);
        Assert.Equal("minister", sentence.Root.Child(Relation.Nsubj)?.Form);
        Assert.Equal("withdraw", sentence.Root.Child(Relation.Ccomp)?.Form);
        Assert.Equal("weapon", sentence.Root.Child(Relation.Ccomp)?.Child(Relation.Obj)?.Lemma);
    }

    [Fact]
    public void Offsets_count_in_the_whole_text()
    {
        const string text = "Not read. The army left. Not read either.";
        var sentence = Assert.Single(SyntaxReader.Shipped.Read(text, new TextSpan(10, 24)));
        Assert.All(sentence.Tokens, token => Assert.Equal(token.Form, token.Span.Of(text)));
        Assert.Equal(new TextSpan(10, 24), sentence.Span);
    }

    [Fact]
    public void Any_text_is_read_into_trees_with_one_root()
    {
        Prop.ForAll(AnyText.Arbitrary, text =>
        {
            foreach (var sentence in Read(text))
            {
                Assert.Single(sentence.Tokens, t => t.IsRoot);
                Assert.Equal(Relation.Root, sentence.Root.Relation);
                Assert.All(sentence.Tokens, t => Assert.True(ReachesRoot(t, sentence.Count)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_into_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("war and ", 2000));
        Assert.All(Read(text), s => Assert.InRange(s.Count, 1, 300));
        var crowded = new string('.', 1) + string.Concat(Enumerable.Repeat("(a", 2000));
        Assert.All(Read(crowded), s => Assert.InRange(s.Count, 1, 300));
    }

    /// <summary>Long and short sentences share a batch, more than a window of them.</summary>
    [Fact]
    public void Sentences_read_side_by_side_have_the_trees_that_each_has_alone()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 75).Select(i => $"The minister of state {i} said{string.Concat(Enumerable.Repeat(" that the army left and", i * i % 23))} nothing."));
        var together = Read(text);
        Assert.Equal(75, together.Count);
        Assert.All(together, sentence =>
        {
            var alone = Assert.Single(SyntaxReader.Shipped.Read(text, sentence.Span));
            Assert.Equal(Row(alone), Row(sentence));
        });

        static string Row(Sentence sentence) => string.Join(' ', sentence.Tokens.Select(t => $"{t.Span} {t.Lemma} {t.PennTag} {t.HeadIndex} {t.Relation}"));
    }

    [Fact]
    public void Reading_twice_gives_the_same_trees()
    {
        const string text = "“We will respond,” Deputy Minister Ana Kovac told reporters, adding that talks in Geneva had failed.";
        Assert.Equal(Print(text), Print(text));

        static string Print(string text) => string.Join(' ', Read(text).SelectMany(s => s.Tokens).Select(t => $"{t}:{t.HeadIndex}:{t.Relation}"));
    }

    [Theory]
    [InlineData("countries", "NOUN", "NNS", "country")]
    [InlineData("strikes", "VERB", "VBZ", "strike")]
    [InlineData("withdrew", "VERB", "VBD", "withdraw")]
    [InlineData("denied", "VERB", "VBD", "deny")]
    [InlineData("planning", "VERB", "VBG", "plan")]
    [InlineData("threatening", "VERB", "VBG", "threaten")]
    [InlineData("mobilizing", "VERB", "VBG", "mobilize")]
    [InlineData("deploying", "VERB", "VBG", "deploy")]
    [InlineData("escalated", "VERB", "VBN", "escalate")]
    [InlineData("n’t", "PART", "RB", "not")]
    [InlineData("Russia", "PROPN", "NNP", "Russia")]
    [InlineData("worse", "ADJ", "JJR", "bad")]
    public void Lemmas_follow_the_treebanks(string form, string tag, string penn, string lemma)
    {
        Assert.Equal(lemma, Lemmatizer.Shipped.Lemma(form, Enum.Parse<PartOfSpeech>(tag, ignoreCase: true), penn));
    }

    private static IReadOnlyList<Sentence> Read(string text) => SyntaxReader.Shipped.Read(text, new TextSpan(0, text.Length));

    private static bool ReachesRoot(Token token, int limit)
    {
        for (var steps = 0; steps <= limit; steps++, token = token.Head)
            if (token.IsRoot) return true;
        return false;
    }
}
