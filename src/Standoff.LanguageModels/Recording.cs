using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Standoff.LanguageModels;

/// <summary>
/// What a model was asked and what it answered, as JSON Lines: a header with the model and the instructions, then an exchange a line,
/// ordered by key. A run that is given it again needs no network and gives the same bytes. Keys of providers are not in it.
/// </summary>
public sealed class Recording
{
    private const string Schema = "standoff-recording/1";
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SortedDictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);

    /// <summary>An empty recording of a model.</summary>
    public Recording(string model) => Model = model;

    /// <summary>The model, as it was named.</summary>
    public string Model { get; }

    /// <summary>How many exchanges it holds.</summary>
    public int Count
    {
        get
        {
            lock (_exchanges) return _exchanges.Count;
        }
    }

    /// <summary>The recording as a file's bytes.</summary>
    public byte[] Write()
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        Line(bytes, json =>
        {
            json.WriteString("schema", Schema);
            json.WriteString("model", Model);
            json.WriteString("instructions", Prompt.Instructions);
        });
        lock (_exchanges)
            foreach (var exchange in _exchanges.Values) Line(bytes, exchange.Write);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is no recording; the message says in which line.</exception>
    public static Recording Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Recording? recording = null;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (recording is not null) recording.Keep(Exchange.Read(json.RootElement));
                else if (json.RootElement.GetProperty("schema").GetString() == Schema) recording = new Recording(json.RootElement.GetProperty("model").GetString()!);
                else throw new FormatException("unknown schema");
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException(FormattableString.Invariant($"line {number} is none of a recording"), fault);
            }
        }
        return recording ?? throw new FormatException("it is empty");
    }

    internal void Keep(Exchange exchange)
    {
        lock (_exchanges) _exchanges[exchange.Key] = exchange;
    }

    internal Exchange? Find(string key)
    {
        lock (_exchanges) return _exchanges.GetValueOrDefault(key);
    }

    private static void Line(ArrayBufferWriter<byte> bytes, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
    }
}

/// <summary>One question and what came of it.</summary>
/// <param name="Key">Hash of model, instructions and question.</param>
/// <param name="Data">The question's data.</param>
/// <param name="Answer">The answer, word for word; <see langword="null"/> where none came.</param>
/// <param name="Failure">Why none came.</param>
/// <param name="TokensIn">Tokens sent.</param>
/// <param name="TokensOut">Tokens received.</param>
internal sealed record Exchange(string Key, string Data, string? Answer, ModelFailure? Failure, long TokensIn, long TokensOut)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("key", Key);
        json.WriteString("prompt", Data);
        json.WriteString("answer", Answer);
        json.WriteString("failure", Failure?.Reason);
        json.WriteNumber("tokensIn", TokensIn);
        json.WriteNumber("tokensOut", TokensOut);
    }

    public static Exchange Read(JsonElement json) => new(
        json.GetProperty("key").GetString()!,
        json.GetProperty("prompt").GetString()!,
        json.GetProperty("answer").GetString(),
        json.GetProperty("failure").GetString() is { } told ? new ModelFailure.Recorded(told) : null,
        json.GetProperty("tokensIn").GetInt64(),
        json.GetProperty("tokensOut").GetInt64());
}
