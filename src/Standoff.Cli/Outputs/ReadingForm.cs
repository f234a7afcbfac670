using System.Collections.Immutable;
using System.Text;
using Standoff.Envelopes;
using Standoff.Reading.Attributions;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.Cli.Outputs;

/// <summary>A form in which the reading of one document is written. Any thread may ask for its bytes.</summary>
/// <param name="Ending">The ending of a file in this form, with its dot.</param>
/// <param name="Bytes">The reading in this form.</param>
internal sealed record ReadingForm(string Ending, Func<Standoff.Reading.Claims.Reading, ReadOnlyMemory<byte>> Bytes)
{
    /// <summary>Claims, one a line.</summary>
    /// <param name="why">Whether to add the rule that set each field.</param>
    public static ReadingForm Claims(bool why) => new(".jsonl", r => ClaimJsonLines.WriteUtf8(r, why));

    /// <summary>Attributions as a brat file; the reading must have been asked for them.</summary>
    public static ReadingForm Annotations { get; } = new(".ann", r => Encoding.UTF8.GetBytes(BratFile.Write(r.Document.Text, r.Attributions)));

    /// <summary>Political events, one a line; the reading must have been asked for them.</summary>
    public static ReadingForm Events { get; } = new(".jsonl", r => Encoding.UTF8.GetBytes(EventJsonLines.Write(r.Document.Name, r.Events)));

    /// <summary>An envelope of the one document.</summary>
    public static ReadingForm Envelopes { get; } = new(".json", r => EnvelopeJson.Write(new Envelope { Documents = [r.Document], Readings = ImmutableArray.Create(r) }));
}
