using System.Buffers;
using System.Text.Json;
using Standoff.Forecasts;

namespace Standoff.Envelopes;

/// <summary>A comparison as one JSON document: schema, version and the section <c>comparison</c>, as canonical as an envelope.</summary>
public static class ComparisonJson
{
    /// <summary>The bytes of a comparison.</summary>
    public static byte[] Write(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, EnvelopeContext.Writing))
        {
            json.WriteStartObject();
            json.WriteString("schema", Envelope.Schema);
            json.WriteString("version", EnvelopeJson.Version);
            json.WritePropertyName("comparison");
            JsonSerializer.Serialize(json, comparison, EnvelopeContext.Canonical.Comparison);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The comparison that a document holds; <see langword="null"/> if it holds none.</summary>
    /// <exception cref="JsonException">It cannot be understood.</exception>
    public static Comparison? Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, EnvelopeContext.Canonical.ComparisonFile)?.Comparison;
}

/// <summary>What a comparison's file holds beside schema and version.</summary>
internal sealed record ComparisonFile
{
    public Comparison? Comparison { get; init; }
}
