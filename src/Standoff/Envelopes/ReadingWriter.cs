using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Envelopes;

/// <summary>
/// What an envelope of readings holds, as JSON: the bytes that the serialiser would give (a test holds the two together).
/// Written by hand, since the serialiser takes longer to prepare these types than reading an article takes.
/// </summary>
internal static class ReadingWriter
{
    public static void Write(Utf8JsonWriter json, ImmutableArray<Document> documents) => List(json, documents, Write);

    public static void Write(Utf8JsonWriter json, ImmutableArray<ReadingEntry> readings) => List(json, readings, Write);

    public static void Write(Utf8JsonWriter json, ImmutableArray<RefusedDocument> refused) => List(json, refused, Write);

    public static void Write(Utf8JsonWriter json, Settings? settings)
    {
        if (settings is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        Date(json, "asOf", settings.AsOf);
        json.WriteString("challenger", settings.Challenger);
        json.WriteString("target", settings.Target);
        Words(json, "without", settings.Without);
        if (settings.Draws is { } draws) json.WriteNumber("draws", draws);
        else json.WriteNull("draws");
        if (settings.Seed is { } seed) json.WriteNumber("seed", seed);
        else json.WriteNull("seed");
        if (settings.Weeks is { } weeks) json.WriteNumber("weeks", weeks);
        else json.WriteNull("weeks");
        Given(json, "edited", settings.Edited, Write);
        Given(json, "cast", settings.Cast, Write);
        json.WriteEndObject();
    }

    public static void Words(Utf8JsonWriter json, string name, ImmutableArray<string> words)
    {
        json.WriteStartArray(name);
        if (!words.IsDefault)
            foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RefusedDocument refused)
    {
        json.WriteStartObject();
        json.WriteString("name", refused.Name);
        json.WriteString("reason", refused.Reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EditedCrisis edited)
    {
        json.WriteStartObject();
        json.WriteString("file", edited.File);
        json.WriteString("text", edited.Text);
        json.WriteString("base", edited.Base);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CastList cast)
    {
        json.WriteStartObject();
        json.WritePropertyName("entries");
        List(json, cast.Entries, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CastMember member)
    {
        json.WriteStartObject();
        json.WriteString("name", member.Name);
        Word(json, "kind", member.Kind);
        json.WriteString("state", member.State);
        Words(json, "aliases", member.Aliases);
        json.WriteEndObject();
    }

    private static void Given<T>(Utf8JsonWriter json, string name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else write(json, value);
    }

    private static void Write(Utf8JsonWriter json, Document document)
    {
        json.WriteStartObject();
        json.WriteString("id", document.Id.Value);
        json.WriteString("name", document.Name);
        json.WriteString("text", document.Text);
        Date(json, "date", document.Date);
        json.WriteString("outlet", document.Outlet);
        json.WriteString("author", document.Author);
        json.WriteString("title", document.Title);
        Word(json, "genre", document.Genre);
        json.WriteNumber("invalidSequences", document.InvalidSequences);
        json.WriteNumber("prologue", document.Prologue);
        json.WriteBoolean("isEnglish", document.IsEnglish);
        Given(json, "extraction", document.Extraction, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Extraction extraction)
    {
        json.WriteStartObject();
        json.WriteString("version", extraction.Version);
        json.WriteString("textHash", extraction.TextHash);
        json.WriteStartArray("map");
        foreach (var place in extraction.Map)
        {
            json.WriteStartObject();
            json.WriteNumber("text", place.Text);
            json.WriteNumber("markup", place.Markup);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadingEntry reading)
    {
        json.WriteStartObject();
        json.WriteString("document", reading.Document.Value);
        json.WritePropertyName("sentences");
        List(json, reading.Sentences, Write);
        json.WritePropertyName("claims");
        List(json, reading.Claims, Write);
        json.WriteStartObject("affiliations");
        foreach (var (name, state) in reading.Affiliations) json.WriteString(name, state);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadSentence sentence)
    {
        json.WriteStartObject();
        json.WritePropertyName("span");
        Span(json, sentence.Span);
        Word(json, "status", sentence.Status);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id.Value);
        Write(json, claim.Anchor);
        json.WriteString("exact", claim.Exact);
        json.WriteNumber("sentence", claim.Sentence);
        json.WritePropertyName("sources");
        List(json, claim.Sources, Write);
        json.WriteStartArray("cues");
        foreach (var cue in claim.Cues) Span(json, cue);
        json.WriteEndArray();
        json.WriteString("factuality", claim.Factuality.Code());
        json.WriteString("sourceFactuality", claim.SourceFactuality.Code());
        Word(json, "kind", claim.Kind);
        Content(json, claim);
        json.WriteEndObject();
    }

    private static void Content(Utf8JsonWriter json, Claim claim)
    {
        Words(json, "actors", claim.Actors);
        Quantities(json, claim);
        Given(json, "time", claim.Time, Write);
        json.WritePropertyName("condition");
        if (claim.Condition is { } condition) Span(json, condition);
        else json.WriteNullValue();
        json.WriteStartObject("predicate");
        json.WriteString("lemma", claim.Predicate.Lemma);
        Words(json, "agents", claim.Predicate.Agents);
        Words(json, "patients", claim.Predicate.Patients);
        json.WriteBoolean("negated", claim.Predicate.Negated);
        json.WriteEndObject();
        Given(json, "event", claim.Event, Write);
        Words(json, "lemmas", claim.Lemmas);
        Words(json, "why", claim.Why);
    }

    private static void Write(Utf8JsonWriter json, PoliticalEvent told)
    {
        json.WriteStartObject();
        Word(json, "type", told.Type);
        json.WriteString("mode", told.Mode);
        json.WriteString("context", told.Context);
        json.WriteString("cameo", told.Cameo);
        json.WritePropertyName("actors");
        List(json, told.Actors, Write);
        json.WritePropertyName("recipients");
        List(json, told.Recipients, Write);
        Word(json, "polarity", told.Polarity);
        Word(json, "modality", told.Modality);
        Write(json, told.Anchor);
        json.WriteString("exact", told.Exact);
        json.WriteNumber("sentence", told.Sentence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventParticipant participant)
    {
        json.WriteStartObject();
        json.WritePropertyName("span");
        Span(json, participant.Span);
        json.WriteString("words", participant.Words);
        json.WriteString("name", participant.Name);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Anchor anchor)
    {
        json.WriteStartObject("anchor");
        json.WriteString("document", anchor.Document.Value);
        json.WritePropertyName("span");
        Span(json, anchor.Span);
        json.WriteEndObject();
    }

    private static void Quantities(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartArray("quantities");
        foreach (var quantity in claim.Quantities)
        {
            json.WriteStartObject();
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unit", quantity.Unit);
            json.WriteBoolean("approximate", quantity.Approximate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Edtf time)
    {
        json.WriteStartObject();
        json.WriteString("value", time.Value);
        Date(json, "earliest", time.Earliest);
        Date(json, "latest", time.Latest);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteStartObject();
        json.WriteString("name", source.Name);
        Word(json, "kind", source.Kind);
        if (source.Unnamed is { } unnamed) Write(json, unnamed);
        else json.WriteNull("unnamed");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnnamedSource unnamed)
    {
        json.WriteStartObject("unnamed");
        if (unnamed.Number is { } number) json.WriteNumber("number", number);
        else json.WriteNull("number");
        json.WriteString("words", unnamed.Words);
        json.WriteString("reason", unnamed.Reason);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        json.WriteStartArray();
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void Span(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day) json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }

    private static void Word(Utf8JsonWriter json, string name, Enum value) =>
        json.WriteString(name, JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
}
