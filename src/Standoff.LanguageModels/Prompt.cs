using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.LanguageModels;

/// <summary>One question to a model: the instructions, which are always the same, and the text as data.</summary>
/// <param name="First">Index of the first sentence that it asks about.</param>
/// <param name="Count">How many.</param>
/// <param name="Data">One JSON object; the text stands in its strings, so that nothing in it can end them.</param>
internal sealed record Prompt(int First, int Count, string Data)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of an answer.</summary>
    public static string Schema { get; } = Resource("claims.schema.json");

    /// <summary>What the model is told to do.</summary>
    public static string Instructions { get; } = Resource("instructions.txt").Trim() + "\n\n" + Schema.Trim() + "\n";

    /// <summary>The questions about a document, in the order of its text.</summary>
    public static IEnumerable<Prompt> Of(SpanReader spans, LanguageModelOptions options)
    {
        var sentences = spans.Sentences;
        for (var first = 0; first < sentences.Length;)
        {
            var (count, length) = (0, 0);
            while (first + count < sentences.Length && count < options.SentencesPerQuestion && (count == 0 || length + sentences[first + count].Length <= options.LengthOfQuestion))
                length += sentences[first + count++].Length;
            yield return new Prompt(first, count, DataOf(spans.Document, sentences, first, count, options.Context));
            first += count;
        }
    }

    /// <summary>The hash under which the answer to the question is kept.</summary>
    public string KeyFor(string model) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{Instructions}\n{Data}")));

    private static string DataOf(Document document, ImmutableArray<TextSpan> sentences, int first, int count, int context)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteString("document", document.Name);
            json.WriteString("title", document.Title);
            json.WriteString("outlet", document.Outlet);
            json.WriteString("date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("context");
            for (var i = Math.Max(0, first - context); i < first; i++) json.WriteStringValue(Folded.Of(document.Text, sentences[i]).Text);
            json.WriteEndArray();
            json.WriteStartArray("sentences");
            for (var i = first; i < first + count; i++) WriteSentence(json, i, Folded.Of(document.Text, sentences[i]).Text);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteSentence(Utf8JsonWriter json, int number, string text)
    {
        json.WriteStartObject();
        json.WriteNumber("sentence", number);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream("Standoff.LanguageModels.Resources." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
