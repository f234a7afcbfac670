using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Attributions;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Attributions;

public sealed class AttributionReaderTests
{
    // What the reader has rules for, and what text is made of when nobody wrote it.
    private static readonly string[] Words =
    [
        "the", "minister", "Prado", "said", "says", "told", "that", "army", "left", "will", "leave", "to", "wants", "was", "accused", "of", "by", "according", "to", "claim", "is", "certain", "adding", "and", "who",
        "“", "”", "\"", "''", ":", ",", ".", "?", "\n", "\n\n", "🚢", "\ud83d", "ANN LEE:", "(", ")", "—", "reportedly", "it", "called", "on", "for", "a", "bluff", "whether", "",
    ];

    [Fact]
    public void No_text_makes_it_throw_and_every_fragment_stands_in_order_in_the_text() =>
        Prop.ForAll(Gen.Elements(Words).ArrayOf().ToArbitrary(), words => Check(string.Join(' ', words))).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_in_other_languages_have_none() =>
        Assert.Empty(AttributionReader.Read(new Document(new DocumentId("d"), "d", "The minister said that it rains.", IsEnglish: false), ReaderOptions.Default));

    [Fact]
    public void A_reading_holds_them_only_if_asked()
    {
        var document = new Document(new DocumentId("d"), "d", "The minister said that the army would leave.");
        Assert.Empty(ClaimReader.Read(document, ReaderOptions.Default).Attributions);
        Assert.Equal(Said.In(document.Text), ClaimReader.Read(document, new ReaderOptions { Attributions = true }).Attributions, (a, b) => a.Content[0] == b.Content[0] && a.Cue[0] == b.Cue[0]);
    }

    [Fact]
    public void A_quotation_that_is_left_open_at_the_end_of_its_paragraph_goes_on_in_the_next()
    {
        const string text = "“We held the port for a week,” the general said. “Nobody helped us.\n\n“Now we leave it to others.”";
        var said = Assert.Single(Said.In(text));
        Assert.Equal(["“We held the port for a week,”", "“Nobody helped us.", "“Now we leave it to others.”"], said.Content.Select(c => c.Of(text)));
    }

    [Fact]
    public void A_dateline_is_no_part_of_a_content()
    {
        const string text = "TARSA, May 6 (Meridian Wire) - The army has left the port, the minister said.";
        Assert.Equal("The army has left the port", Assert.Single(Said.In(text)).Content[0].Of(text));
    }

    [Fact]
    public void Header_lines_are_nobodys_turns()
    {
        const string header = "DATE: 2024-05-06\nOUTLET: Meridian Wire\nGENRE: news\nTITLE: The port is empty\n\n";
        var document = new Document(new DocumentId("d"), "d", header + "The army has left the port, the minister said.", new DateOnly(2024, 5, 6), Prologue: header.Length);
        Assert.Equal("The army has left the port", Assert.Single(AttributionReader.Read(document, ReaderOptions.Default)).Content[0].Of(document.Text));
    }

    private static bool Check(string text)
    {
        foreach (var attribution in Said.In(text))
        {
            if (attribution.Cue.IsEmpty || attribution.Content.IsEmpty) return false;
            foreach (var fragments in new[] { attribution.Source, attribution.Cue, attribution.Content })
                if (!fragments.All(f => f.Length > 0 && f.End <= text.Length && !Splits(text, f.Start) && !Splits(text, f.End)) || !InOrder(fragments)) return false;
        }
        return true;
    }

    private static bool InOrder(ImmutableArray<TextSpan> fragments) => fragments.Zip(fragments.Skip(1)).All(p => p.First.End <= p.Second.Start);

    private static bool Splits(string text, int place) => place > 0 && place < text.Length && char.IsHighSurrogate(text[place - 1]) && char.IsLowSurrogate(text[place]);
}
