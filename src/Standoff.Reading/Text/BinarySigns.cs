using System.Globalization;

namespace Standoff.Reading.Text;

/// <summary>Tells binary data, and data meant for programs, from text.</summary>
internal static class BinarySigns
{
    private const int Looked = 64 * 1024;
    private const int OneControlIn = 20;

    /// <summary>What shows that the bytes are no text, in words; <see langword="null"/> if nothing does.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return "a ZIP archive or office document";
        if (IsJson(bytes)) return "JSON";
        if (TextDecoding.IsUtf16(bytes)) return null;
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        var zero = head.IndexOf((byte)0);
        if (zero >= 0) return string.Create(CultureInfo.InvariantCulture, $"binary data (a zero byte at byte {zero})");
        return Controls(head) * OneControlIn > head.Length ? "binary data (more than one byte in twenty is a control code)" : null;
    }

    // No report begins so, and reading the names and numbers of a data file as prose would invent a crisis.
    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.TrimStart(" \t\r\n"u8);
        return first.Length > 1 && first[0] is (byte)'{' or (byte)'[' && first[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'{', ..];
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var n = 0;
        foreach (var b in bytes)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) n++;
        return n;
    }
}
