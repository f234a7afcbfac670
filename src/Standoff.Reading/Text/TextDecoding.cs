using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Standoff.Reading.Text;

/// <summary>Decoded text and how many invalid byte sequences U+FFFD stands for in it.</summary>
internal readonly record struct DecodedText(string Text, int InvalidSequences);

/// <summary>
/// Bytes to text: UTF-16 where a byte order mark says so, windows-1252 where an HTML page declares it, else UTF-8. No
/// character is dropped, the byte order mark included.
/// </summary>
internal static class TextDecoding
{
    private const int DeclarationWithin = 1024;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, bool isHtml)
    {
        if (IsUtf16(bytes)) return DecodeUtf16(bytes, bigEndian: bytes[0] == 0xFE);
        if (Utf8.IsValid(bytes)) return new DecodedText(Encoding.UTF8.GetString(bytes), 0);
        if (isHtml && DeclaresLatin(bytes)) return new DecodedText(Latin.GetString(bytes), 0);
        return DecodeBrokenUtf8(bytes);
    }

    public static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && bytes[0] + bytes[1] == 0xFE + 0xFF && bytes[0] is 0xFE or 0xFF;

    private static Encoding Latin => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static bool DeclaresLatin(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        var at = head.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var value = head.AsSpan(at + "charset".Length).TrimStart(" \t\r\n='\"");
        return value.StartsWith("windows-1252", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("latin1", StringComparison.OrdinalIgnoreCase);
    }

    private static DecodedText DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var encoding = bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var marks = CountMarks(bytes, bigEndian);
        var text = encoding.GetString(bytes);
        return new DecodedText(text, text.AsSpan().Count('\uFFFD') - marks);
    }

    /// <summary>Replacement characters that the bytes themselves hold, which stand for nothing lost here.</summary>
    private static int CountMarks(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var (first, second) = bigEndian ? (0xFF, 0xFD) : (0xFD, 0xFF);
        var n = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
            if (bytes[i] == first && bytes[i + 1] == second) n++;
        return n;
    }

    private static DecodedText DecodeBrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var invalid = 0;
        Span<char> chars = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) != OperationStatus.Done) invalid++;
            text.Append(chars[..rune.EncodeToUtf16(chars)]);
            bytes = bytes[used..];
        }

        return new DecodedText(text.ToString(), invalid);
    }
}
