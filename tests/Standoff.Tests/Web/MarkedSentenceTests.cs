using FsCheck;
using FsCheck.Fluent;
using Standoff.Briefs;
using Standoff.Reading.Claims;
using Standoff.Web.Pages;
using Xunit;

namespace Standoff.Tests.Web;

public sealed class MarkedSentenceTests
{
    [Fact]
    public void Overlapping_claims_lose_no_letter_and_each_ends_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, byte)[]>(),
        ends =>
        {
            const string text = "Vael is said to have asked for amnesty.";
            var marks = ends.Select((e, i) => new ClaimMark(Math.Min(e.Item1, e.Item2) % text.Length, (Math.Min(e.Item1, e.Item2) % text.Length) + 1, $"c-{i}")).ToList();
            var pieces = MarkedSentence.Pieces(new QuotedSentence("s1-0", 0, text, SentenceStatus.Read, [.. marks], false));
            return string.Concat(pieces.Select(p => p.Text)) == text && pieces.SelectMany(p => p.Closing).Count() == marks.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_under_two_claims_are_marked_twice_as_deep()
    {
        var pieces = MarkedSentence.Pieces(new QuotedSentence("s1-0", 0, "abcdef", SentenceStatus.Read, [new(0, 4, "c-001"), new(2, 6, "c-002")], false));
        Assert.Equal([("ab", 1), ("cd", 2), ("ef", 1)], pieces.Select(p => (p.Text, p.Depth)));
        Assert.Equal(["c-001"], pieces[1].Closing);
    }
}
