using System.Text.Json;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.ReadingEvaluation;

/// <summary>Files as documents.</summary>
internal static class Texts
{
    public static Document Document(string file) => Document(File.ReadAllBytes(file), Path.GetFileName(file));

    public static Standoff.Reading.Claims.Reading Read(string file) => ClaimReader.Read(Document(file), ReaderOptions.Default);

    /// <summary>The documents of files: a text each, or in <c>.jsonl</c> the property <c>text</c> of each line.</summary>
    public static List<Document> Documents(IEnumerable<string> files) =>
        [.. files.SelectMany(f => f.EndsWith(".jsonl", StringComparison.Ordinal) ? Lines(f) : [Document(f)])];

    private static IEnumerable<Document> Lines(string file) =>
        File.ReadLines(file).Select((line, i) => Document(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("text").GetString()!, $"{i}.txt"));

    private static Document Document(string text, string name) => Document(System.Text.Encoding.UTF8.GetBytes(text), name);

    private static Document Document(byte[] bytes, string name) => DocumentReader.Read(bytes, name) switch
    {
        DocumentResult.Read read => read.Document,
        DocumentResult.Refused refused => throw new InvalidDataException(refused.Reason),
        _ => throw new InvalidDataException(name),
    };
}
