using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Claims;

public sealed class ClaimReaderTests
{
    private static readonly string[] Words =
    [
        "the", "general", "said", "that", "if", "not", "\"", "“", "”", ",", ".", ";", ":", "Iran", "denied", "which", "who", "may", "and", "it", "is", "unclear", "whether",
        "according", "to", "of", "them", "(", ")", "?", "\n", "\n\n", "🚢", "\ud83d", "مرحبا", "don't", "–", "11", "warships", "was", "accused", "by", "reportedly", "\u0000", "\u2028",
    ];

    [Fact]
    public void Every_claim_stands_in_the_text_byte_for_byte_whatever_the_text_is() =>
        Prop.ForAll(Texts().ToArbitrary(), text => HoldsItsAnchors(Read(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_gives_the_same_lines() =>
        Prop.ForAll(Texts().ToArbitrary(), text => ClaimJsonLines.Write(Read(text), reasons: true) == ClaimJsonLines.Write(Read(text), reasons: true)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("said ")]
    [InlineData("if the army that the king who the ")]
    [InlineData("(")]
    [InlineData("\"He said, ")]
    [InlineData("and attacked and ")]
    public void Endless_repetition_is_read_in_time_that_grows_with_its_length(string unit)
    {
        var reading = Read(string.Concat(Enumerable.Repeat(unit, 4000)));
        Assert.True(HoldsItsAnchors(reading));
    }

    [Fact]
    public void A_text_in_another_language_is_kept_and_said_to_be_unread()
    {
        var reading = ClaimReader.Read(new Document(new DocumentId("x"), "x", "Der Minister trat zurück.", IsEnglish: false), ReaderOptions.Default);
        Assert.Empty(reading.Claims);
        Assert.All(reading.Sentences, s => Assert.Equal(SentenceStatus.Unread, s.Status));
        Assert.NotEmpty(reading.Sentences);
    }

    private static Standoff.Reading.Claims.Reading Read(string text) =>
        ClaimReader.Read(new Document(new DocumentId("x"), "x", text, new DateOnly(2014, 5, 12)), ReaderOptions.Default);

    private static bool HoldsItsAnchors(Standoff.Reading.Claims.Reading reading) => reading.Claims.All(c =>
        c.Anchor.Span.Of(reading.Document.Text) == c.Exact && c.Exact.Length > 0 && c.Why.Length > 0
        && c.Cues.All(q => q.End <= reading.Document.Text.Length) && c.Sentence < reading.Sentences.Length);

    private static Gen<string> Texts() => Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));
}
