using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.Reading.Events;

public sealed class EventJsonLinesTests
{
    private static readonly Document Sample = new(new DocumentId("d0c"), "wire", "France expelled five Russian diplomats.");

    [Fact]
    public void An_event_is_written_in_the_fields_and_the_order_of_its_format() => Assert.Equal(
        """{"doc":"wire","type":"SANCTION","mode":"expel","context":"diplomatic","cameo":"166","actors":["France"],"actorNames":["France"],"actorSpans":[[0,6]],"recipients":["five Russian diplomats"],"recipientNames":["Russian diplomats"],"recipientSpans":[[16,38]],"polarity":"affirmed","modality":"happened","start":7,"end":15,"exact":"expelled","sentence":0}""" + "\n",
        EventJsonLines.Write("wire", EventReader.Read(Sample, ReaderOptions.Default)));

    [Fact]
    public void A_row_holds_its_id_and_all_events_of_its_sentence()
    {
        using var row = JsonDocument.Parse(EventJsonLines.WriteRow("4", EventReader.Read(Sample, ReaderOptions.Default)));
        Assert.Equal("4", row.RootElement.GetProperty("id").GetString());
        Assert.Equal(1, row.RootElement.GetProperty("events").GetArrayLength());
        Assert.Equal("""{"id":"5","events":[]}""", EventJsonLines.WriteRow("5", []));
    }

    [Fact]
    public void A_claim_line_with_an_event_reads_back_to_the_same_line()
    {
        var line = ClaimJsonLines.Write(ClaimReader.Read(Sample, ReaderOptions.Default));
        Assert.Contains("\"event\":{\"type\":\"SANCTION\"", line, StringComparison.Ordinal);
        var back = ClaimJsonLines.Read(line);
        Assert.Empty(back.Faults);
        Assert.Equal(line, string.Concat(back.Claims.Select(c => ClaimJsonLines.Write(c.Claim, c.Document) + "\n")));
    }

    [Fact]
    public void A_claim_line_with_an_event_of_no_known_type_is_named()
    {
        var line = ClaimJsonLines.Write(ClaimReader.Read(Sample, ReaderOptions.Default)).Replace("SANCTION", "HUG", StringComparison.Ordinal);
        Assert.Equal("Line 1 is no claim: the event's \"type\" is none of PLOVER's.", ClaimJsonLines.Read(line).Faults[0].Reason);
    }
}
