using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Events;

public sealed class EventReaderTests
{
    private static readonly string[] Words =
        ["Iran", "Iraq", "the", "army", "attacked", "refused", "to", "release", "prisoners", "and", "talks", "with", "said", "that", "will", "not", "sanctions", "on", "by", "was", "accused", "of", "killing", "it", ",", ".", "«", "-", "cease", "fire"];

    [Fact]
    public void Actors_and_recipients_are_the_words_of_the_text_with_plain_names()
    {
        const string Text = "On Monday President Emmanuel Macron met Chancellor Angela Merkel in Berlin.";
        var one = Read(Text)[0];
        Assert.Equal((EventType.Consult, "met"), (one.Type, one.Exact));
        Assert.Equal(("President Emmanuel Macron", "Emmanuel Macron"), (one.Actors[0].Words, one.Actors[0].Name));
        Assert.Equal("Chancellor Angela Merkel", one.Recipients[0].Span.Of(Text));
    }

    [Fact]
    public void A_promise_comes_before_what_is_promised() => Assert.Equal(
        [(EventType.Agree, EventModality.Happened), (EventType.Yield, EventModality.Promised)],
        Read("Kenya promised to release the hostages.").Select(e => (e.Type, e.Modality)));

    [Fact]
    public void Events_of_outer_clauses_come_first() => Assert.Equal(
        [EventType.Accuse, EventType.Assault],
        Read("The soldiers who killed the monk were condemned by Bhutan.").Select(e => e.Type));

    [Fact]
    public void A_claim_carries_the_event_of_its_predicate()
    {
        var claims = ClaimReader.Read(Document("Iran denied that it had attacked a United States warship."), ReaderOptions.Default).Claims;
        var attacked = Assert.Single(claims, c => c.Predicate.Lemma == "attack");
        Assert.Equal((EventType.Assault, EventPolarity.Denied), (attacked.Event?.Type, attacked.Event?.Polarity));
    }

    [Fact]
    public void A_claim_that_tells_no_event_has_none() =>
        Assert.All(ClaimReader.Read(Document("The lake is deep. The bank reported a profit."), ReaderOptions.Default).Claims, c => Assert.Null(c.Event));

    [Fact]
    public void A_document_in_another_language_gives_no_events() =>
        Assert.Empty(EventReader.Read(Document("Der Minister verhaftete die Journalisten.") with { IsEnglish = false }, ReaderOptions.Default));

    [Fact]
    public void Words_in_any_order_give_events_that_stand_in_their_text() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        picks =>
        {
            var text = string.Join(' ', picks.Select(p => Words[(int)((uint)p % (uint)Words.Length)]));
            return Read(text).All(e => e.Anchor.Span.Of(text) == e.Exact && e.Actors.Concat(e.Recipients).All(p => p.Span.Of(text).Length > 0) && e.Actors.Length + e.Recipients.Length > 0);
        }));

    private static System.Collections.Immutable.ImmutableArray<PoliticalEvent> Read(string text) => EventReader.Read(Document(text), ReaderOptions.Default);

    private static Document Document(string text) => new(new DocumentId("d0c"), "text", text);
}
