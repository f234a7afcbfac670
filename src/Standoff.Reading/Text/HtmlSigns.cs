using System.Text;

namespace Standoff.Reading.Text;

/// <summary>Tells HTML from plain text.</summary>
internal static class HtmlSigns
{
    private const int SniffedBytes = 1024;
    private static readonly string[] s_endings = [".html", ".htm", ".xhtml"];
    private static readonly string[] s_openings = ["<!doctype html", "<html", "<head", "<body", "<article"];

    public static bool IsHtml(ReadOnlySpan<byte> bytes, string fileName, string? mediaType)
    {
        if (mediaType is not null) return mediaType.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (Array.Exists(s_endings, e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase))) return true;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SniffedBytes)])
            .Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        return Array.Exists(s_openings, o => head.StartsWith(o, StringComparison.OrdinalIgnoreCase));
    }
}
