using System.IO.Compression;
using System.Text;

namespace Standoff.Histories;

/// <summary>The text of a file of data: packed or not, in UTF-8, else in Windows-1252's Latin letters, as older releases are.</summary>
internal static class HistoryText
{
    private const long MostBytes = 512L << 20;

    private static readonly Dictionary<string, string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xlsx"] = "a workbook",
        [".xls"] = "a workbook",
        [".ods"] = "a workbook",
        [".dta"] = "a Stata file",
        [".sav"] = "an SPSS file",
        [".rds"] = "an R file",
        [".rda"] = "an R file",
        [".rdata"] = "an R file",
        [".zip"] = "a ZIP archive",
    };

    // Bytes that no text holds, packed as gzip's next member: they come out of a packed file that is whole, and of no other.
    private static readonly byte[] Mark = [0, 0xFF, 0, 0xFE, .. "standoff-end"u8, 0, 0xFF];
    private static readonly byte[] PackedMark = Packed(Mark);

    /// <summary>Endings of forms that publishers offer and that are not read.</summary>
    public static IEnumerable<string> UnreadForms => Unread.Keys;

    /// <summary>What a file is by its ending, where that is not read; <see langword="null"/> else.</summary>
    public static string? UnreadFormOf(string path) => Unread.GetValueOrDefault(Path.GetExtension(path));

    /// <summary>The text, and whether it was not in UTF-8.</summary>
    /// <exception cref="HistoryFault">It is no text.</exception>
    public static (string Text, bool IsLatin) Of(string path, string name)
    {
        var bytes = Bytes(path, name);
        if (StartsAsUtf16(bytes)) throw new HistoryFault(name, 1, 0, "is in UTF-16; save it as UTF-8.");
        if (Array.IndexOf(bytes, (byte)0) is >= 0 and var zero)
            throw new HistoryFault(name, 1 + bytes.AsSpan(0, zero).Count((byte)'\n'), 0, "holds bytes that no text has; it may be a workbook or a Stata file: save it as text with commas.");
        try
        {
            return (new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF'), false);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.Latin1.GetString(bytes), true);
        }
    }

    private static bool StartsAsUtf16(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static byte[] Bytes(string path, string name)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > MostBytes) throw TooLong(name);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Unpacked(stream, name) : Whole(stream, name);
    }

    // A stream that ends between two blocks is taken for whole by the unpacking; behind its true end alone the mark is read as what it is.
    private static byte[] Unpacked(FileStream stream, string name)
    {
        var packed = Whole(stream, name);
        try
        {
            using var plain = new GZipStream(new MemoryStream([.. packed, .. PackedMark]), CompressionMode.Decompress);
            var bytes = Whole(plain, name);
            if (bytes.AsSpan().EndsWith(Mark)) return bytes[..^Mark.Length];
        }
        catch (InvalidDataException)
        {
            // Told below: what is wrong with it shows in its first bytes.
        }
        throw new HistoryFault(name, 0, 0, packed is [0x1F, 0x8B, ..] ? "is cut off or damaged; fetch it again." : "is not packed as its ending .gz says; unpack it or fetch it again.");
    }

    private static byte[] Whole(Stream stream, string name)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > MostBytes) throw TooLong(name);
        }
        return memory.ToArray();
    }

    private static HistoryFault TooLong(string name) => new(name, 0, 0, "is over 512 MB unpacked; give the publisher's file.");

    private static byte[] Packed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Fastest)) zip.Write(bytes);
        return memory.ToArray();
    }
}
