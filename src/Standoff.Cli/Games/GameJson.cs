using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Standoff.Cli.Games;

/// <summary>A solution as JSON: ordered keys, shortest numbers that read back the same.</summary>
internal static class GameJson
{
    public static ReadOnlySpan<byte> Write(LoadedGame game, GameSolution solution)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "standoff/1");
            WriteGame(json, game);
            json.WriteString("method", solution.Method);
            json.WriteBoolean("complete", solution.IsComplete);
            json.WriteNumber("iterations", solution.Iterations);
            Strings(json, "notes", solution.Notes);
            json.WriteStartArray("choices");
            foreach (var choice in solution.Choices) WriteChoice(json, choice);
            json.WriteEndArray();
            json.WriteStartArray("profiles");
            foreach (var profile in solution.Profiles) WriteProfile(json, profile);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteGame(Utf8JsonWriter json, LoadedGame game)
    {
        json.WriteStartObject("game");
        json.WriteString("form", game switch { LoadedGame.Extensive => "extensive", LoadedGame.Normal => "normal", _ => "stochastic" });
        json.WriteString("title", game switch { LoadedGame.Extensive tree => tree.Game.Title, LoadedGame.Normal table => table.Game.Title, _ => "" });
        Strings(json, "players", game switch
        {
            LoadedGame.Extensive tree => tree.Game.Players,
            LoadedGame.Normal table => table.Game.Players.Select(p => p.Name),
            LoadedGame.Stochastic states => Enumerable.Range(1, states.Game.PlayerCount).Select(p => p.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            _ => [],
        });
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, Choice choice)
    {
        json.WriteStartObject();
        json.WriteString("player", choice.Player);
        json.WriteString("at", choice.Name);
        Strings(json, "choices", choice.Choices);
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, SolvedProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("kind", profile.Kind);
        if (profile.Rationality is { } rationality) json.WriteNumber("lambda", rationality);
        json.WriteStartArray("probabilities");
        foreach (var choice in profile.Probabilities) Numbers(json, choice);
        json.WriteEndArray();
        if (profile.Exact.Length > 0)
        {
            json.WriteStartArray("exact");
            foreach (var choice in profile.Exact) Strings(json, null, choice.Select(p => p.ToString()));
            json.WriteEndArray();
        }
        json.WritePropertyName("payoffs");
        Numbers(json, profile.Payoffs);
        json.WriteNumber("regret", profile.Regret);
        json.WriteNumber("residual", profile.Residual);
        Strings(json, "labels", profile.Labels);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, IEnumerable<double> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string? name, IEnumerable<string> strings)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var text in strings) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
