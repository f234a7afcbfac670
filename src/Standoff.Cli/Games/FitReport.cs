using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Cli.Views;

namespace Standoff.Cli.Games;

/// <summary>An estimated number.</summary>
/// <param name="Of">What it belongs to: a payoff, a player; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error; NaN where there is none.</param>
internal sealed record FittedNumber(string Of, string Name, double Value, double StandardError);

/// <summary>What was estimated from data.</summary>
internal sealed record FitReport
{
    /// <summary>What was fitted, such as "signalling".</summary>
    public required string Model { get; init; }

    /// <summary>How, for a person.</summary>
    public required string Title { get; init; }

    /// <summary>What the observations are, such as "disputes", and how many of them there were.</summary>
    public required (double Count, string Unit) Observations { get; init; }

    public required ImmutableArray<FittedNumber> Numbers { get; init; }

    public required double LogLikelihood { get; init; }

    public required int Iterations { get; init; }

    public required bool HasConverged { get; init; }

    /// <summary>What else is to be known, each a sentence.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>As a person reads it.</summary>
    public string Text(int width, Ink ink)
    {
        var text = new StringBuilder(ink.Bold(TextLayout.Cut(Title, width))).Append('\n');
        var label = Numbers.Select(n => Label(n).Length).DefaultIfEmpty(0).Max();
        text.Append(CultureInfo.InvariantCulture, $"{Observations.Count:0.####} {Observations.Unit} · log-likelihood {LogLikelihood:0.0000} · {Iterations} step{(Iterations == 1 ? "" : "s")}{(HasConverged ? "" : " · not converged")}\n\n");
        text.Append(' ', Math.Min(label, width - 26) + 3).Append("  estimate  std. error\n");
        foreach (var number in Numbers)
            text.Append("   ").Append(TextLayout.Cut(Label(number), width - 26).PadRight(Math.Min(label, width - 26))).Append(Short(number.Value).PadLeft(10)).Append(Short(number.StandardError).PadLeft(12)).Append('\n');
        if (Notes.Length > 0) text.Append('\n');
        foreach (var note in Notes) text.AppendJoin('\n', TextLayout.Wrap(note, width)).Append('\n');
        return text.ToString();
    }

    /// <summary>As JSON; what has no number is null.</summary>
    public ReadOnlySpan<byte> Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "standoff/1");
            json.WriteString("fit", Model);
            json.WriteNumber("observations", Observations.Count);
            json.WriteNumber("log_likelihood", LogLikelihood);
            json.WriteNumber("iterations", Iterations);
            json.WriteBoolean("converged", HasConverged);
            json.WriteStartArray("parameters");
            foreach (var number in Numbers) Write(json, number);
            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (var note in Notes) json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, FittedNumber number)
    {
        json.WriteStartObject();
        json.WriteString("of", number.Of);
        json.WriteString("name", number.Name);
        WriteNumber(json, "estimate", number.Value);
        WriteNumber(json, "standard_error", number.StandardError);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static string Label(FittedNumber number) => number.Of.Length > 0 ? $"{number.Of}: {number.Name}" : number.Name;

    private static string Short(double value) => !double.IsFinite(value) ? "-" : value.ToString(Math.Abs(value) is >= 1e5 or (> 0 and < 1e-4) ? "0.##e0" : "0.0000", CultureInfo.InvariantCulture);
}
