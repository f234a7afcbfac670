using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;
using Xunit;

namespace Standoff.Tests.Envelopes;

public sealed class EnvelopeTests
{
    [Fact]
    public void What_is_written_is_read_and_written_again_to_the_same_bytes()
    {
        var bytes = EnvelopeJson.Write(Sample());
        var read = Assert.IsType<EnvelopeResult.Read>(EnvelopeJson.Read(bytes)).Envelope;
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(EnvelopeJson.Write(read)));
    }

    [Fact]
    public void What_is_written_by_hand_is_what_the_serialiser_writes()
    {
        var full = Sample() with
        {
            Settings = new Settings
            {
                AsOf = new DateOnly(2024, 2, 3),
                Challenger = "A",
                Without = ["k1"],
                Draws = 5,
                Seed = ulong.MaxValue,
                Edited = new EditedCrisis("c.yaml", "a: \"é\"", null),
                Cast = new CastList([new CastMember("The Council", MentionKind.Organisation, null, ["the body"])]),
            },
            Refused = [new RefusedDocument("x", "no text")],
            Warnings = ["<&> ’"],
            Documents = [Sample().Documents[0] with { Extraction = new Extraction("1", "ab", [new MarkupPlace(0, 7), new MarkupPlace(9, 40)]) }],
        };
        var claim = Sample().Readings[0].Claims[0];
        var told = new PoliticalEvent
        {
            Type = EventType.Coerce,
            Context = "military",
            Cameo = "175",
            Actors = [new EventParticipant(new TextSpan(0, 9), "Officials", "officials")],
            Polarity = EventPolarity.Denied,
            Modality = EventModality.Threatened,
            Anchor = claim.Anchor,
            Exact = "left",
            Sentence = 0,
        };
        var coded = Sample().Readings[0] with { Claims = [claim with { Event = told, Time = null, Condition = null }], Affiliations = ImmutableSortedDictionary<string, string>.Empty.Add("é", "B") };
        foreach (var envelope in (Envelope[])[Sample(), full, full with { Readings = [coded] }, new Envelope()])
        {
            var written = Encoding.UTF8.GetString(EnvelopeJson.Write(envelope));
            Assert.Equal(Encoding.UTF8.GetString(EnvelopeJson.WriteBySerialiser(envelope)), written);
        }
    }

    [Fact]
    public void A_claim_comes_back_with_all_its_fields()
    {
        var before = Sample().Readings[0].Claims[0];
        var after = Assert.IsType<EnvelopeResult.Read>(EnvelopeJson.Read(EnvelopeJson.Write(Sample()))).Envelope.Readings[0].Claims[0];
        Assert.Equal(ClaimJsonLines.Write(before, "d", reasons: true), ClaimJsonLines.Write(after, "d", reasons: true));
        Assert.Equal(before.Time, after.Time);
    }

    [Fact]
    public void Unknown_keys_are_passed_over()
    {
        var text = Encoding.UTF8.GetString(EnvelopeJson.Write(Sample())).Replace("{\"schema\":\"standoff/1\",", "{\"schema\":\"standoff/1\",\"later\":{\"a\":[1]},", StringComparison.Ordinal);
        Assert.IsType<EnvelopeResult.Read>(EnvelopeJson.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("\"exact\":\"left the capital\"", "\"exact\":\"left the Capital\"", "does not stand at")]
    [InlineData("\"factuality\":\"UU\"", "\"factuality\":\"XX\"", "A factuality is one of UU, CT+, PR+, PS+, CT-, PR-, PS- (at $.readings[0].claims[0].factuality)")]
    [InlineData("\"span\":[18,34]", "\"span\":[34,18]", "A span is [start, end] with 0 ≤ start ≤ end (at $.readings[0].claims[0].anchor.span)")]
    [InlineData("\"kind\":\"event\"", "\"kind\":3", "$.readings[0].claims[0].kind")]
    [InlineData("\"claim\":\"k1\"", "\"claim\":\"k9\"", "ledger.claims names the claim \"k9\", which the envelope does not hold")]
    [InlineData("\"sentences\":[", "\"sentences\":null,\"x\":[", "sentences")]
    public void A_fault_is_told_with_its_place(string right, string wrong, string reason)
    {
        var text = Encoding.UTF8.GetString(EnvelopeJson.Write(Sample()));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var refused = Assert.IsType<EnvelopeResult.Refused>(EnvelopeJson.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))));
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var good = EnvelopeJson.Write(Sample());
        Prop.ForAll(ArbMap.Default.ArbFor<(int At, byte Value)>(), change =>
        {
            var bytes = good.ToArray();
            bytes[(int)((uint)change.At % bytes.Length)] = change.Value;
            return EnvelopeJson.Read(bytes) is not null && EnvelopeJson.Read(bytes.AsSpan(0, (int)((uint)change.At % bytes.Length))) is EnvelopeResult.Refused;
        }).QuickCheckThrowOnFailure();
    }

    private static Envelope Sample()
    {
        var document = new Document(new DocumentId("d1"), "a", "Officials say he \U0001F600 left\nthe capital.", new DateOnly(2025, 12, 1), "Wire", Genre: Genre.News);
        document = document with { Text = "Officials say he  left the capital." };
        var claim = new Claim
        {
            Id = new ClaimId("k1"),
            Anchor = new Anchor(document.Id, new TextSpan(18, 34)),
            Exact = "left the capital",
            Sentence = 0,
            Sources = [new Source("officials", SourceKind.Anonymous)],
            Cues = [new TextSpan(10, 13)],
            Factuality = Factuality.Uncommitted,
            SourceFactuality = Factuality.Certain,
            Kind = ClaimKind.Event,
            Actors = ["Nicolás"],
            Quantities = [new Quantity(1.50m, "day", true)],
            Time = new Edtf("../2025-12-01", null, new DateOnly(2025, 12, 1)),
            Condition = new TextSpan(0, 9),
            Predicate = new Predicate("leave", ["he"], ["capital"], Negated: false),
            Lemmas = ["leave", "the", "capital"],
            Why = ["kind: past"],
        };
        var reading = new Standoff.Reading.Claims.Reading(document, [new ReadSentence(new TextSpan(0, 35), SentenceStatus.Read)], [claim]);
        var item = new LedgerItem("i-001", "left the capital", ["c-001"], [new Origin("o", "officials", ["c-001"], 0.1)], new AdmiraltyGrade('F', 3), new Probability(1.0 / 3), 0.1, IsOpinion: false);
        return new Envelope
        {
            Settings = new Settings { Challenger = "United States", Seed = ulong.MaxValue },
            Refused = [new RefusedDocument("b.txt", "b.txt: there is no text in it.")],
            Documents = [document],
            Readings = [reading],
            Ledger = new Ledger([new LedgerDocument("s-1", reading)], [new LedgerClaim("c-001", "s-1", claim, "i-001", "o")], [item], [new Contradiction("i-001", "i-001", ContradictionKind.Denial, "No.")], ["c-002"]),
            Crisis = SampleCrisis(),
        };
    }

    private static Crisis SampleCrisis() => new()
    {
        Title = "A crisis",
        Challenger = new Party("A"),
        Target = new Party("B", "C", ["c-001"]),
        Demand = new Demand("leave", DemandKind.LeaderDeparture, null, ["c-001"]),
        Present = new RungEstimate([0.25, 0.75], [], "said"),
        Parameters =
        [
            .. new Distribution[]
            {
                new Distribution.Point(0.1), new Distribution.Uniform(0, 1), new Distribution.Normal(-1, 2), new Distribution.LogNormal(1, 0.4),
                new Distribution.Beta(2, 5), new Distribution.Grid([0.1, 0.2], [0.3, 0.7]), new Distribution.Truncated(new Distribution.Normal(0.9, 0.1), 0, 1),
            }.Select((d, i) => new Parameter { Name = $"p{i}", Prior = d, Value = d, Unit = "share", Grounds = Grounds.Default, Reason = "default" }),
        ],
    };
}
