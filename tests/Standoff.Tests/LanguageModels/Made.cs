using System.Text;
using System.Text.Json.Nodes;
using Standoff.LanguageModels;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;
using Xunit;

namespace Standoff.Tests.LanguageModels;

/// <summary>A document, proposals about it, and a reader that asks a server of the test.</summary>
internal static class Made
{
    public const string Wire = """
        DATE: 2026-03-02
        OUTLET: Meridian Wire

        General Oduya said on Monday that 4,000 troops would leave the island.
        The ministry denied that any ship had been sunk.
        No agreement had been reached. Talks may resume.
        If the blockade is lifted, Norland will sign the accord.
        The port is closed. The road is closed.

        """;

    public static LanguageModelOptions Hasty { get; } = new() { Timeout = TimeSpan.FromSeconds(10), Wait = TimeSpan.Zero };

    public static Document Document(string text = Wire) =>
        ((DocumentResult.Read)DocumentReader.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), "wire.txt")).Document;

    public static ModelReading Read(ModelServer server, string text = Wire, LanguageModelOptions? options = null)
    {
        using var reader = Reader(server, options);
        return ReadBy(reader, text);
    }

    public static ModelReading ReadBy(LanguageModelReader reader, string text = Wire) =>
        reader.ReadAsync(Document(text), ReaderOptions.Default, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    public static LanguageModelReader Reader(ModelServer server, LanguageModelOptions? options = null) =>
        LanguageModelReader.Connect(((ModelNameResult.Parsed)ModelName.Parse(server.Model)).Model, options ?? Hasty, _ => null);

    /// <summary>A reading where the model answers every question with the same proposals.</summary>
    public static ModelReading ReadWith(params JsonObject[] proposals)
    {
        using var server = new ModelServer(_ => ServerAnswer.OpenAI(Answer(proposals)));
        return Read(server, options: Hasty with { LeastShare = 0 });
    }

    public static string Answer(params JsonObject[] proposals) => new JsonObject { ["claims"] = new JsonArray([.. proposals]) }.ToJsonString();

    public static JsonObject Proposal(int sentence, string quote, Action<JsonObject>? change = null)
    {
        var proposal = new JsonObject
        {
            ["sentence"] = sentence,
            ["quote"] = quote,
            ["source"] = new JsonArray(),
            ["cues"] = new JsonArray(),
            ["factuality"] = "CT+",
            ["sourceFactuality"] = "CT+",
            ["kind"] = "event",
            ["actors"] = new JsonArray(),
            ["quantities"] = new JsonArray(),
            ["time"] = null,
            ["condition"] = null,
        };
        change?.Invoke(proposal);
        return proposal;
    }

    public static JsonObject Named(string name, string kind) => new() { ["name"] = name, ["kind"] = kind };

    public static JsonObject Number(double value, string unit) => new() { ["value"] = value, ["unit"] = unit, ["approximate"] = false };

    /// <summary>The claims that came from the model.</summary>
    public static Claim[] Proposed(ModelReading reading) => [.. reading.Reading.Claims.Where(c => c.Why[0].StartsWith("language model ", StringComparison.Ordinal))];
}
