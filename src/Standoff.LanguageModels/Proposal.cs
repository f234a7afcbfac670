using System.Collections.Immutable;
using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Quantities;

namespace Standoff.LanguageModels;

/// <summary>A claim as a model proposes it; nothing of it has been held to the text yet.</summary>
internal sealed record Proposal
{
    public required int? Sentence { get; init; }
    public required string Quote { get; init; }
    public ImmutableArray<Source> Sources { get; init; } = [];
    public ImmutableArray<string> Cues { get; init; } = [];
    public required Factuality Factuality { get; init; }
    public required Factuality SourceFactuality { get; init; }
    public required ClaimKind Kind { get; init; }
    public ImmutableArray<string> Actors { get; init; } = [];
    public ImmutableArray<Quantity> Quantities { get; init; } = [];
    public string? Time { get; init; }
    public string? Condition { get; init; }
}

/// <summary>The proposals of an answer, and how many more there were that are none.</summary>
/// <param name="Given">The proposals in the order given.</param>
/// <param name="Malformed">Entries that are no proposal, or use a word that is none of the guide's.</param>
/// <param name="Surplus">Entries beyond the limit, which were not looked at.</param>
internal sealed record Proposals(ImmutableArray<Proposal> Given, int Malformed, int Surplus)
{
    // Far deeper than the schema; a hostile answer may nest without end.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 16 };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="LanguageModelException">It is no JSON object with a list of claims.</exception>
    public static Proposals Parse(string answer, int most)
    {
        try
        {
            using var json = JsonDocument.Parse(Bare(answer), Reading);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array)
                throw Unreadable("it has no list of claims");
            var entries = claims.EnumerateArray().Take(most).Select(Read).ToList();
            return new Proposals([.. entries.OfType<Proposal>()], entries.Count(e => e is null), Math.Max(0, claims.GetArrayLength() - most));
        }
        catch (JsonException)
        {
            throw Unreadable(string.IsNullOrWhiteSpace(answer) ? "it is empty" : "it is no JSON");
        }
    }

    private static LanguageModelException Unreadable(string what) => new(new ModelFailure.Unreadable(what));

    // Some models put their answer into a fence, whatever they are told.
    private static string Bare(string answer)
    {
        var text = answer.Trim();
        if (!text.StartsWith("```", StringComparison.Ordinal) || !text.EndsWith("```", StringComparison.Ordinal) || text.IndexOf('\n', StringComparison.Ordinal) is var line && line < 0) return text;
        return text[(line + 1)..^3];
    }

    private static Proposal? Read(JsonElement json)
    {
        try
        {
            if (ClaimTerms.FactualityOf(Text(json, "factuality")) is not { } factuality || ClaimTerms.FactualityOf(Text(json, "sourceFactuality")) is not { } own) return null;
            if (ClaimTerms.KindOf(Text(json, "kind")) is not { } kind || Text(json, "quote") is not { } quote) return null;
            return new Proposal
            {
                Sentence = json.TryGetProperty("sentence", out var number) && number.TryGetInt32(out var sentence) ? sentence : null,
                Quote = quote,
                Sources = List(json, "source", s => new Source(Text(s, "name") ?? "", ClaimTerms.SourceKindOf(Text(s, "kind")) ?? throw new FormatException())),
                Cues = List(json, "cues", c => c.GetString()!),
                Factuality = factuality,
                SourceFactuality = own,
                Kind = kind,
                Actors = List(json, "actors", a => a.GetString()!),
                Quantities = List(json, "quantities", q => new Quantity(q.GetProperty("value").GetDecimal(), Text(q, "unit") ?? "", q.TryGetProperty("approximate", out var a) && a.ValueKind == JsonValueKind.True)),
                Time = Text(json, "time"),
                Condition = Text(json, "condition"),
            };
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            // A value of another type than the schema's, a number out of range, half a surrogate pair.
            return null;
        }
    }

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    private static ImmutableArray<T> List<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        json.TryGetProperty(key, out var list) && list.ValueKind != JsonValueKind.Null ? [.. list.EnumerateArray().Select(read)] : [];
}
