using System.Globalization;

namespace Standoff.Reading.Text;

/// <summary>Tells binary data from text.</summary>
internal static class BinarySigns
{
    private const int Looked = 64 * 1024;
    private const int OneControlIn = 20;

    /// <summary>What shows that the bytes are no text, in words; <see langword="null"/> if nothing does.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return "a ZIP archive or office document";
        if (TextDecoding.IsUtf16(bytes)) return null;
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        var zero = head.IndexOf((byte)0);
        if (zero >= 0) return string.Create(CultureInfo.InvariantCulture, $"binary data (a zero byte at byte {zero})");
        return Controls(head) * OneControlIn > head.Length ? "binary data (more than one byte in twenty is a control code)" : null;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var n = 0;
        foreach (var b in bytes)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')) n++;
        return n;
    }
}
