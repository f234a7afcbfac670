using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standoff.Reading.Text;

namespace Standoff.Storage;

/// <summary>What is known of a stored document, for people and other programs; the program itself reads the document again.</summary>
internal static class DocumentMetadata
{
    private static readonly JsonWriterOptions Writing = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Document document, string name)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id.Value);
            json.WriteString("name", name);
            json.WriteString("title", document.Title);
            json.WriteString("outlet", document.Outlet);
            json.WriteString("author", document.Author);
            json.WriteString("date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("genre", document.Genre.ToString().ToLowerInvariant());
            json.WriteNumber("invalidSequences", document.InvalidSequences);
            if (document.Extraction is { } extraction)
            {
                json.WriteString("extraction", extraction.Version);
                json.WriteString("textHash", extraction.TextHash);
            }
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
