using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Envelopes;

/// <summary>
/// The envelope as one JSON document (<c>docs/formats/envelope.md</c>): keys in a fixed order, shortest round-trip
/// numbers, UTF-8, one final line feed and no time of writing. The same envelope gives the same bytes.
/// </summary>
public static class EnvelopeJson
{
    /// <summary>The version that is written beside the schema.</summary>
    public static string Version { get; } = typeof(EnvelopeJson).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>The bytes of an envelope.</summary>
    public static byte[] Write(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, EnvelopeContext.Writing))
            Write(json, FileOf(envelope));
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    // Section by section: what the serialiser must know of the types of a section costs the start of a run more than writing it.
    private static void Write(Utf8JsonWriter json, EnvelopeFile file)
    {
        json.WriteStartObject();
        json.WriteString("schema", file.Schema);
        json.WriteString("version", file.Version);
        json.WritePropertyName("settings");
        ReadingWriter.Write(json, file.Settings);
        json.WritePropertyName("refused");
        ReadingWriter.Write(json, file.Refused);
        ReadingWriter.Words(json, "warnings", file.Warnings);
        json.WritePropertyName("documents");
        ReadingWriter.Write(json, file.Documents);
        json.WritePropertyName("readings");
        ReadingWriter.Write(json, file.Readings);
        if (file.Ledger is not null || file.Crisis is not null || file.Solution is not null || file.Forecast is not null || file.Brief is not null) Later(json, file, EnvelopeContext.Canonical);
        json.WriteEndObject();
    }

    private static void Later(Utf8JsonWriter json, EnvelopeFile file, EnvelopeContext types)
    {
        if (file.Ledger is { } ledger) Section("ledger", ledger, types.LedgerSection);
        if (file.Crisis is { } crisis) Section("crisis", crisis, types.Crisis);
        if (file.Solution is { } solution) Section("solution", solution, types.GameSolution);
        if (file.Forecast is { } forecast) Section("forecast", forecast, types.Forecast);
        if (file.Brief is { } brief) Section("brief", brief, types.BriefSection);

        void Section<T>(string name, T section, JsonTypeInfo<T> type)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, section, type);
        }
    }

    /// <summary>The same bytes, made from the types alone: what tests hold <see cref="Write(Envelope)"/> against.</summary>
    internal static byte[] WriteBySerialiser(Envelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, EnvelopeContext.Writing)) JsonSerializer.Serialize(json, FileOf(envelope), EnvelopeContext.Canonical.EnvelopeFile);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether the bytes look like an envelope: a JSON object that names a Standoff schema near its start.</summary>
    public static bool IsEnvelope(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n\uFEFF"u8);
        return start.StartsWith("{"u8) && start[..Math.Min(start.Length, 256)].IndexOf("\"standoff/"u8) >= 0;
    }

    /// <summary>Reads an envelope; unknown keys are passed over.</summary>
    public static EnvelopeResult Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        try
        {
            var file = JsonSerializer.Deserialize(bytes, EnvelopeContext.Canonical.EnvelopeFile);
            return file is null ? new EnvelopeResult.Refused(1, 1, "the document is null, not an envelope") : Resolve(file);
        }
        catch (JsonException fault)
        {
            var line = (int)(fault.LineNumber ?? 0) + 1;
            var column = (int)(fault.BytePositionInLine ?? 0) + 1;
            return new EnvelopeResult.Refused(line, column, Reason(fault));
        }
    }

    private static string Reason(JsonException fault)
    {
        var end = fault.Message.IndexOf(" Path:", StringComparison.Ordinal);
        var what = (end < 0 ? fault.Message : fault.Message[..end]).TrimEnd('.');
        return fault.Path is { Length: > 1 } path ? $"{what} (at {path})" : what;
    }

    private static EnvelopeFile FileOf(Envelope envelope) => new()
    {
        Schema = Envelope.Schema,
        Version = Version,
        Settings = envelope.Settings,
        Refused = envelope.Refused,
        Warnings = envelope.Warnings,
        Documents = envelope.Documents,
        Readings = [.. envelope.Readings.Select(r => new ReadingEntry(r.Document.Id, r.Sentences, r.Claims, r.Affiliations))],
        Ledger = envelope.Ledger is { } ledger ? SectionOf(ledger) : null,
        Crisis = envelope.Crisis,
        Solution = envelope.Solution,
        Forecast = envelope.Forecast,
        Brief = envelope.Brief is { } brief ? SectionOf(brief) : null,
    };

    private static BriefSection SectionOf(Brief brief) => new(
        brief.Title,
        brief.Question,
        brief.Run,
        brief.Summary,
        [.. brief.Trace.Numbers.Select(n => new NumberEntry(n.Id, n.Label, n.Value, n.Interval, n.Grounds, n.Lineage.Formula, n.Lineage.Place, n.Lineage.Inputs, n.Lineage.Claims))],
        BriefMarkdown.Write(brief));

    private static LedgerSection SectionOf(Ledger ledger) => new(
        [.. ledger.Documents.Select(d => new LedgerDocumentEntry(d.Alias, d.Document.Id))],
        [.. ledger.Claims.Select(c => new LedgerClaimEntry(c.Alias, c.Document, c.Claim.Id, c.Item, c.Origin))],
        ledger.Items,
        ledger.Contradictions,
        ledger.Withdrawn);

    private static EnvelopeResult Resolve(EnvelopeFile file)
    {
        if (file.Schema != Envelope.Schema)
            return new EnvelopeResult.Refused(1, 1, $"the schema is \"{file.Schema}\"; this version reads \"{Envelope.Schema}\"");
        if (ResolveReadings(file, out var readings) is { } fault) return fault;
        Ledger? ledger = null;
        if (file.Ledger is { } section && ResolveLedger(section, readings, out ledger) is { } refused) return refused;
        return new EnvelopeResult.Read(new Envelope
        {
            Settings = file.Settings ?? new Settings(),
            Refused = file.Refused,
            Warnings = file.Warnings,
            Documents = file.Documents,
            Readings = readings,
            Ledger = ledger,
            Crisis = file.Crisis,
            Solution = file.Solution,
            Forecast = file.Forecast,
        });
    }

    private static EnvelopeResult.Refused? ResolveReadings(EnvelopeFile file, out ImmutableArray<Standoff.Reading.Claims.Reading> readings)
    {
        readings = [];
        var documents = file.Documents.DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        var resolved = ImmutableArray.CreateBuilder<Standoff.Reading.Claims.Reading>(file.Readings.Length);
        foreach (var entry in file.Readings)
        {
            if (!documents.TryGetValue(entry.Document, out var document)) return Missing("readings", "document", entry.Document.Value);
            if (entry.Claims.FirstOrDefault(c => !StandsWhereItSays(c, document.Text)) is { } stray)
                return new EnvelopeResult.Refused(1, 1, $"the claim \"{stray.Id}\" does not stand at {stray.Anchor.Span} of its document");
            if (entry.Sentences.Any(s => s.Span.End > document.Text.Length))
                return new EnvelopeResult.Refused(1, 1, $"a sentence ends beyond the text of the document \"{document.Name}\"");
            resolved.Add(new Standoff.Reading.Claims.Reading(document, entry.Sentences, entry.Claims)
            {
                Affiliations = entry.Affiliations.WithComparers(StringComparer.Ordinal),
            });
        }
        readings = resolved.DrainToImmutable();
        return null;
    }

    private static bool StandsWhereItSays(Claim claim, string text)
    {
        var span = claim.Anchor.Span;
        return span.End <= text.Length && text.AsSpan(span.Start, span.Length).SequenceEqual(claim.Exact);
    }

    private static EnvelopeResult.Refused? ResolveLedger(LedgerSection section, ImmutableArray<Standoff.Reading.Claims.Reading> readings, out Ledger? ledger)
    {
        ledger = null;
        var byDocument = readings.DistinctBy(r => r.Document.Id).ToDictionary(r => r.Document.Id);
        var byAlias = new Dictionary<string, LedgerDocument>();
        foreach (var entry in section.Documents)
        {
            if (!byDocument.TryGetValue(entry.Document, out var reading)) return Missing("ledger.documents", "document", entry.Document.Value);
            byAlias[entry.Alias] = new LedgerDocument(entry.Alias, reading);
        }
        var claims = ImmutableArray.CreateBuilder<LedgerClaim>(section.Claims.Length);
        var byId = new Dictionary<(string, ClaimId), Claim>();
        var outlets = new OutletNames([.. byAlias.Values.Select(d => d.Document)], SourceRegister.Shipped);
        foreach (var document in byAlias.Values)
            foreach (var claim in document.Reading.Claims) byId[(document.Alias, claim.Id)] = outlets.Heard(claim);
        foreach (var entry in section.Claims)
        {
            if (!byId.TryGetValue((entry.Document, entry.Claim), out var claim)) return Missing("ledger.claims", "claim", entry.Claim.Value);
            claims.Add(new LedgerClaim(entry.Alias, entry.Document, claim, entry.Item, entry.Origin));
        }
        ledger = new Ledger([.. section.Documents.Select(d => byAlias[d.Alias])], claims.DrainToImmutable(), section.Items, section.Contradictions, section.Withdrawn);
        return null;
    }

    private static EnvelopeResult.Refused Missing(string section, string what, string id) =>
        new(1, 1, $"{section} names the {what} \"{id}\", which the envelope does not hold");
}

/// <summary>An envelope, or why the bytes are none.</summary>
public abstract record EnvelopeResult
{
    private EnvelopeResult() { }

    /// <summary>It was read.</summary>
    public sealed record Read(Envelope Envelope) : EnvelopeResult;

    /// <summary>It was not.</summary>
    /// <param name="Line">Line from 1.</param>
    /// <param name="Column">Byte in the line, from 1.</param>
    /// <param name="Reason">What is wrong, without a final full stop.</param>
    public sealed record Refused(int Line, int Column, string Reason) : EnvelopeResult;
}
