using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>Events as JSON Lines (<c>docs/formats/events.md</c>): LF, UTF-8, keys in a fixed order, nothing escaped that need not be.</summary>
public static class EventJsonLines
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The events of a document, one object a line, each line ended by LF.</summary>
    /// <param name="document">Name of the document.</param>
    /// <param name="events">Its events.</param>
    public static string Write(string document, ImmutableArray<PoliticalEvent> events)
    {
        var lines = new StringBuilder();
        foreach (var one in events)
        {
            lines.Append(Object(json =>
            {
                json.WriteStartObject();
                json.WriteString("doc", document);
                WriteFields(json, one);
                json.WriteEndObject();
            })).Append('\n');
        }
        return lines.ToString();
    }

    /// <summary>The events of one row of a table as one line, without its end: <c>{"id", "events"}</c>.</summary>
    public static string WriteRow(string id, ImmutableArray<PoliticalEvent> events) => Object(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("events");
        foreach (var one in events)
        {
            json.WriteStartObject();
            WriteFields(json, one);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    internal static void WriteFields(Utf8JsonWriter json, PoliticalEvent one)
    {
        json.WriteString("type", EventCode.Word(one.Type));
        json.WriteString("mode", one.Mode);
        json.WriteString("context", one.Context);
        json.WriteString("cameo", one.Cameo);
        WriteParticipants(json, "actors", "actorNames", "actorSpans", one.Actors);
        WriteParticipants(json, "recipients", "recipientNames", "recipientSpans", one.Recipients);
        json.WriteString("polarity", Lower(one.Polarity.ToString()));
        json.WriteString("modality", Lower(one.Modality.ToString()));
        json.WriteNumber("start", one.Anchor.Span.Start);
        json.WriteNumber("end", one.Anchor.Span.End);
        json.WriteString("exact", one.Exact);
        json.WriteNumber("sentence", one.Sentence);
    }

    /// <summary>An event as <see cref="WriteFields"/> writes it.</summary>
    /// <exception cref="FormatException">It has no known type.</exception>
    internal static PoliticalEvent ReadFields(JsonElement json, DocumentId document) => new()
    {
        Type = Enum.TryParse<EventType>(Text(json, "type"), ignoreCase: true, out var type) ? type : throw new FormatException("the event's \"type\" is none of PLOVER's."),
        Mode = Text(json, "mode"),
        Context = Text(json, "context"),
        Cameo = Text(json, "cameo") ?? "",
        Actors = ReadParticipants(json, "actors", "actorNames", "actorSpans"),
        Recipients = ReadParticipants(json, "recipients", "recipientNames", "recipientSpans"),
        Polarity = Enum.TryParse<EventPolarity>(Text(json, "polarity"), ignoreCase: true, out var polarity) ? polarity : EventPolarity.Affirmed,
        Modality = Enum.TryParse<EventModality>(Text(json, "modality"), ignoreCase: true, out var modality) ? modality : EventModality.Happened,
        Anchor = new Anchor(document, new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32())),
        Exact = Text(json, "exact") ?? "",
        Sentence = json.GetProperty("sentence").GetInt32(),
    };

    private static ImmutableArray<EventParticipant> ReadParticipants(JsonElement json, string words, string names, string spans) =>
        [.. json.GetProperty(words).EnumerateArray().Zip(json.GetProperty(names).EnumerateArray(), json.GetProperty(spans).EnumerateArray())
            .Select(p => new EventParticipant(new TextSpan(p.Third[0].GetInt32(), p.Third[1].GetInt32()), p.First.GetString() ?? "", p.Second.GetString() ?? ""))];

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static void WriteParticipants(Utf8JsonWriter json, string words, string names, string spans, ImmutableArray<EventParticipant> participants)
    {
        json.WriteStartArray(words);
        foreach (var p in participants) json.WriteStringValue(p.Words);
        json.WriteEndArray();
        json.WriteStartArray(names);
        foreach (var p in participants) json.WriteStringValue(p.Name);
        json.WriteEndArray();
        json.WriteStartArray(spans);
        foreach (var p in participants) ClaimJsonLines.WriteSpan(json, p.Span);
        json.WriteEndArray();
    }

    private static string Lower(string word) => word.ToLowerInvariant();

    private static string Object(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Canonical)) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
