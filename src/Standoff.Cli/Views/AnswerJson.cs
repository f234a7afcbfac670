using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Questions;

namespace Standoff.Cli.Views;

/// <summary>Answers and scores as JSON: ordered keys, shortest numbers that read back the same.</summary>
internal static class AnswerJson
{
    /// <summary>Answers with the ids of their questions; an empty id is left out.</summary>
    public static ReadOnlySpan<byte> Write(IEnumerable<(string Id, QuestionAnswer Answer)> answers, string run) => Document("standoff-answers/1", json =>
    {
        json.WriteString("run", run);
        json.WriteStartArray("answers");
        foreach (var (id, answer) in answers) WriteAnswer(json, id, answer);
        json.WriteEndArray();
    });

    /// <summary>The record of a case.</summary>
    public static ReadOnlySpan<byte> Write(TrackRecord record) => Document("standoff-track-record/1", json =>
    {
        json.WriteNumber("resolved", record.Scored.Length);
        json.WriteNumber("open", record.Open);
        json.WriteNumber("void", record.Void);
        json.WriteNumber("unscored", record.Unscored);
        if (record.Scored.IsEmpty) return;
        json.WriteNumber("brier", record.Brier);
        json.WriteNumber("base-brier", record.BaseBrier);
        json.WriteNumber("log-score", record.LogScore);
        if (record.Skill is { } skill) json.WriteNumber("skill", skill);
        json.WriteStartArray("calibration");
        foreach (var bin in record.Calibration) Object(json, ("from", bin.From), ("to", bin.To), ("n", bin.Forecasts), ("mean", bin.Mean), ("came-true", bin.CameTrue));
        json.WriteEndArray();
    });

    private static ReadOnlySpan<byte> Document(string schema, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            write(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static void WriteAnswer(Utf8JsonWriter json, string id, QuestionAnswer answer)
    {
        json.WriteStartObject();
        if (id.Length > 0) json.WriteString("id", id);
        WriteAsked(json, answer.Asked);
        json.WriteNumber("probability", answer.Probability.Mean);
        json.WriteNumber("p5", answer.Probability.Low);
        json.WriteNumber("p95", answer.Probability.High);
        json.WriteNumber("base-rate", answer.BaseRate);
        if (answer is { Cells: { } cells, CellProbability: { } alone })
        {
            json.WriteString("cells", cells);
            json.WriteNumber("cell-probability", alone);
        }
        WriteGrounds(json, answer);
        Strings(json, "warnings", answer.Warnings);
        json.WriteEndObject();
    }

    private static void WriteAsked(Utf8JsonWriter json, AskedQuestion asked)
    {
        json.WriteString("question", asked.Text);
        json.WriteString("kind", asked.Kind.Key);
        json.WriteBoolean("negated", asked.IsNegated);
        if (asked.Actor is not null) json.WriteString("actor", asked.Actor);
        if (asked.Target is not null) json.WriteString("target", asked.Target);
        if (asked.Person is not null) json.WriteString("person", asked.Person);
        json.WriteString("criteria", asked.Criteria);
        json.WriteString("as-of", Day(asked.AsOf));
        json.WriteString("opens", Day(asked.Opens));
        json.WriteString("deadline", Day(asked.Deadline));
        json.WriteBoolean("deadline-assumed", asked.IsDeadlineAssumed);
    }

    private static void WriteGrounds(Utf8JsonWriter json, QuestionAnswer answer)
    {
        Objects(json, "rates", answer.Rates, rate =>
        {
            json.WriteString("key", rate.Key);
            json.WriteString("name", rate.Name);
            json.WriteNumber("hazard", rate.Hazard);
            json.WriteNumber("weight", rate.Weight);
            json.WriteString("grounds", rate.Grounds);
        });
        Objects(json, "moves", answer.Moves, move =>
        {
            json.WriteString("sign", move.Sign);
            json.WriteNumber("log-ratio", move.LogRatio);
            Strings(json, "claims", move.Claims);
            json.WriteString("words", move.Words);
            json.WriteString("grounds", move.Grounds);
        });
        Objects(json, "signs", answer.Signs, sign =>
        {
            json.WriteString("sign", sign.Name);
            json.WriteNumber("belief", sign.Belief);
            Strings(json, "claims", sign.Claims);
            json.WriteString("words", sign.Words);
        });
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, params ReadOnlySpan<(string Key, double Value)> numbers)
    {
        json.WriteStartObject();
        foreach (var (key, value) in numbers) json.WriteNumber(key, value);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
