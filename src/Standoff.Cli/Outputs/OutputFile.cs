using System.Text;
using Standoff.Cli.Faults;
using Standoff.Storage;

namespace Standoff.Cli.Outputs;

/// <summary>A file that the program writes: whole or not at all, and never over what it did not write itself.</summary>
internal static class OutputFile
{
    /// <summary>Ends a Markdown file: it has no place for a program's name that readers would not see.</summary>
    public const string MarkdownMark = $"\n{Comment}\n";

    private const string Comment = "<!-- standoff/1 -->";

    // What the first or last bytes of each form carry when standoff wrote it.
    private static readonly string[] Marks =
        ["<meta name=\"generator\" content=\"Standoff", "\"schema\":\"standoff/", "\"schema\":\"standoff-recording/", Comment, "standoff/1 ·", "# standoff/1", "\"sourceFactuality\":", "\"cameo\":"];

    /// <summary>Says early that a file could not be written, before hours of work are spent on it.</summary>
    /// <exception cref="FaultException">It is a folder, its folder is missing, or it is somebody else's.</exception>
    public static void Check(string path, bool force)
    {
        if (Directory.Exists(path)) throw new FaultException(Fault.IsFolder(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new FaultException(Fault.CannotWrite(path, "its folder does not exist — create it first"));
        if (!force && File.Exists(path) && !IsOurs(path)) throw new FaultException(Fault.NotOurs(path));
    }

    /// <summary>Writes through a file beside it and a rename, so that nothing half written is ever seen.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool force)
    {
        Check(path, force);
        try
        {
            if (File.Exists(path) && !IsRegular(path))
            {
                using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                device.Write(bytes);
                return;
            }
            AtomicFile.Write(path, bytes);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FaultException(Fault.CannotWrite(path, "its folder takes no new files — choose another"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The file beside it is nothing that anybody has named.
            throw new FaultException(Fault.CannotWrite(path, fault.Message.Replace(".part'", "'", StringComparison.Ordinal)));
        }
    }

    // A device such as /dev/null has no length and must not be renamed over.
    private static bool IsRegular(string path) => !File.GetAttributes(path).HasFlag(FileAttributes.Device) && !path.StartsWith("/dev/", StringComparison.Ordinal);

    private static bool IsOurs(string path)
    {
        if (!IsRegular(path)) return true;
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length == 0) return true;
            var head = ReadPart(file, 0, 4096);
            var tail = ReadPart(file, Math.Max(0, file.Length - 4096), 4096);
            return Marks.Any(m => head.Contains(m, StringComparison.Ordinal) || tail.Contains(m, StringComparison.Ordinal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotWrite(path, fault.Message));
        }
    }

    private static string ReadPart(FileStream file, long from, int length)
    {
        var bytes = new byte[Math.Min(length, file.Length - from)];
        file.Position = from;
        file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
