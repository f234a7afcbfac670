using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Reading.Events;
using Standoff.Reading.Quantities;
using Standoff.Reading.Text;
using Standoff.Reading.Times;

namespace Standoff.Reading.Claims;

/// <summary>A claim with the name of the document that it was read from.</summary>
/// <param name="Document">The document's file name without folder and ending.</param>
/// <param name="Claim">The claim.</param>
public sealed record ClaimLine(string Document, Claim Claim);

/// <summary>A line that is no claim, and why.</summary>
/// <param name="Line">Line number from 1.</param>
/// <param name="Reason">What is wrong, in one sentence.</param>
public sealed record ClaimLineFault(int Line, string Reason);

/// <summary>What was read from JSON Lines: the claims in their order, and the lines that are none.</summary>
public sealed record ClaimLines(ImmutableArray<ClaimLine> Claims, ImmutableArray<ClaimLineFault> Faults);

/// <summary>
/// Claims as JSON Lines: one object per claim, keys in the order of the annotation guide, then the reader's own
/// (<c>id</c>, <c>document</c>, <c>sentence</c>, <c>predicate</c>, <c>event</c> where it has one, <c>lemmas</c>, on request <c>why</c>); LF, UTF-8, nothing escaped that
/// need not be. Reading accepts unknown keys and lacks of all but <c>doc</c>, <c>start</c>, <c>end</c> and <c>exact</c>.
/// </summary>
public static class ClaimJsonLines
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>All claims of a reading, each line ended by LF.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="reasons">Whether to add <c>why</c>.</param>
    public static string Write(Reading reading, bool reasons = false) => Encoding.UTF8.GetString(WriteUtf8(reading, reasons).Span);

    /// <summary>All claims of a reading in UTF-8, each line ended by LF.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="reasons">Whether to add <c>why</c>.</param>
    public static ReadOnlyMemory<byte> WriteUtf8(Reading reading, bool reasons = false)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var lines = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(lines, Canonical);
        foreach (var claim in reading.Claims)
        {
            WriteObject(json, claim, reading.Document.Name, reasons);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
        }
        return lines.WrittenMemory;
    }

    /// <summary>One claim as one line, without its end.</summary>
    public static string Write(Claim claim, string document, bool reasons = false)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Canonical)) WriteObject(json, claim, document, reasons);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Reads lines as <see cref="Write(Reading, bool)"/> writes them. Empty lines are passed over; a line that is no claim is named as a fault.</summary>
    public static ClaimLines Read(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var claims = ImmutableArray.CreateBuilder<ClaimLine>();
        var faults = ImmutableArray.CreateBuilder<ClaimLineFault>();
        var number = 0;
        foreach (var line in lines.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                claims.Add(ReadObject(json.RootElement));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
            {
                faults.Add(new ClaimLineFault(number, "Line " + number.ToString(System.Globalization.CultureInfo.InvariantCulture) + " is no claim: " + fault.Message));
            }
        }
        return new ClaimLines(claims.ToImmutable(), faults.ToImmutable());
    }

    private static void WriteObject(Utf8JsonWriter json, Claim claim, string document, bool reasons)
    {
        json.WriteStartObject();
        json.WriteString("doc", document);
        json.WriteNumber("start", claim.Anchor.Span.Start);
        json.WriteNumber("end", claim.Anchor.Span.End);
        json.WriteString("exact", claim.Exact);
        WriteSources(json, claim.Sources);
        json.WriteStartArray("cues");
        foreach (var cue in claim.Cues) WriteSpan(json, cue);
        json.WriteEndArray();
        json.WriteString("factuality", claim.Factuality.Code());
        json.WriteString("sourceFactuality", claim.SourceFactuality.Code());
        json.WriteString("kind", claim.Kind.Word());
        WriteStrings(json, "actors", claim.Actors);
        WriteQuantities(json, claim.Quantities);
        json.WriteString("time", claim.Time?.Value);
        json.WritePropertyName("condition");
        if (claim.Condition is { } condition) WriteSpan(json, condition);
        else json.WriteNullValue();
        WriteOwn(json, claim, reasons);
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, Claim claim, bool reasons)
    {
        json.WriteString("id", claim.Id.Value);
        json.WriteString("document", claim.Anchor.Document.Value);
        json.WriteNumber("sentence", claim.Sentence);
        json.WriteStartObject("predicate");
        json.WriteString("lemma", claim.Predicate.Lemma);
        WriteStrings(json, "agents", claim.Predicate.Agents);
        WriteStrings(json, "patients", claim.Predicate.Patients);
        json.WriteBoolean("negated", claim.Predicate.Negated);
        json.WriteEndObject();
        if (claim.Event is { } one)
        {
            json.WriteStartObject("event");
            EventJsonLines.WriteFields(json, one);
            json.WriteEndObject();
        }
        WriteStrings(json, "lemmas", claim.Lemmas);
        if (reasons) WriteStrings(json, "why", claim.Why);
    }

    private static void WriteSources(Utf8JsonWriter json, ImmutableArray<Source> sources)
    {
        json.WriteStartArray("source");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteString("kind", source.Kind.Word());
            if (source.Unnamed is { } unnamed) WriteUnnamed(json, unnamed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteUnnamed(Utf8JsonWriter json, UnnamedSource unnamed)
    {
        if (unnamed.Number is { } number) json.WriteNumber("number", number);
        json.WriteString("words", unnamed.Words);
        if (unnamed.Reason is { } reason) json.WriteString("reason", reason);
    }

    private static void WriteQuantities(Utf8JsonWriter json, ImmutableArray<Quantity> quantities)
    {
        json.WriteStartArray("quantities");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            json.WriteNumber("value", quantity.Value);
            json.WriteString("unit", quantity.Unit);
            json.WriteBoolean("approximate", quantity.Approximate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string key, ImmutableArray<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static ClaimLine ReadObject(JsonElement json)
    {
        var exact = json.GetProperty("exact").GetString() ?? "";
        var span = new TextSpan(json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
        if (span.Length != exact.Length) throw new FormatException("the length of \"exact\" is not end - start.");
        var factuality = ClaimTerms.FactualityOf(Text(json, "factuality")) ?? Factuality.Certain;
        return new ClaimLine(json.GetProperty("doc").GetString() ?? "", new Claim
        {
            Id = new ClaimId(Text(json, "id") ?? ""),
            Anchor = new Anchor(new DocumentId(Text(json, "document") ?? ""), span),
            Exact = exact,
            Sentence = Optional(json, "sentence") is { } sentence ? sentence.GetInt32() : 0,
            Sources = List(json, "source", ReadSource),
            Cues = List(json, "cues", ReadSpan),
            Factuality = factuality,
            SourceFactuality = ClaimTerms.FactualityOf(Text(json, "sourceFactuality")) ?? factuality,
            Kind = ClaimTerms.KindOf(Text(json, "kind")) ?? ClaimKind.Event,
            Actors = Strings(json, "actors"),
            Quantities = List(json, "quantities", ReadQuantity),
            Time = ReadTime(Text(json, "time")),
            Condition = Optional(json, "condition") is { } condition ? ReadSpan(condition) : null,
            Predicate = Optional(json, "predicate") is { } predicate ? ReadPredicate(predicate) : Predicate.None,
            Event = Optional(json, "event") is { } one ? EventJsonLines.ReadFields(one, new DocumentId(Text(json, "document") ?? "")) : null,
            Lemmas = Strings(json, "lemmas"),
            Why = Strings(json, "why"),
        });
    }

    // An EDTF value that came in as text keeps its text; what days it spans is for the time reader to say.
    private static Edtf? ReadTime(string? value) => value is null or "" ? null : new Edtf(value, null, null);

    private static Source ReadSource(JsonElement json) =>
        new(Text(json, "name") ?? "", ClaimTerms.SourceKindOf(Text(json, "kind")) ?? SourceKind.Anonymous)
        {
            Unnamed = Text(json, "words") is { } words ? new UnnamedSource(Optional(json, "number")?.GetDecimal(), words, Text(json, "reason")) : null,
        };

    private static Quantity ReadQuantity(JsonElement json) =>
        new(json.GetProperty("value").GetDecimal(), Text(json, "unit") ?? "", Optional(json, "approximate")?.GetBoolean() ?? false);

    private static Predicate ReadPredicate(JsonElement json) =>
        new(Text(json, "lemma") ?? "", Strings(json, "agents"), Strings(json, "patients"), Optional(json, "negated")?.GetBoolean() ?? false);

    private static TextSpan ReadSpan(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32());

    private static string? Text(JsonElement json, string key) => Optional(json, key)?.GetString();

    private static ImmutableArray<string> Strings(JsonElement json, string key) => List(json, key, e => e.GetString() ?? "");

    private static JsonElement? Optional(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static ImmutableArray<T> List<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        Optional(json, key) is { } list ? [.. list.EnumerateArray().Select(read)] : [];
}
