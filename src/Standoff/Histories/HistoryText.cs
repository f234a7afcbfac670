using System.IO.Compression;
using System.Text;

namespace Standoff.Histories;

/// <summary>The text of a file of data: packed or not, in UTF-8, else in Windows-1252's Latin letters, as older releases are.</summary>
internal static class HistoryText
{
    private const long MostBytes = 512L << 20;

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
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? (Stream)new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = plain.Read(buffer)) > 0;)
            {
                memory.Write(buffer, 0, read);
                if (memory.Length > MostBytes) throw new HistoryFault(name, 0, 0, "is over 512 MB unpacked; give the publisher's file.");
            }
        }
        catch (InvalidDataException)
        {
            throw new HistoryFault(name, 0, 0, "is not packed as its ending .gz says; unpack it or fetch it again.");
        }
        return memory.ToArray();
    }
}
