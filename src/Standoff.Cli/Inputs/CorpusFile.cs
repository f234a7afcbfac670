using System.Globalization;
using System.Text;
using System.Text.Json;
using Standoff.Cli.Faults;
using Standoff.Reading.Text;

namespace Standoff.Cli.Inputs;

/// <summary>
/// A corpus: JSON Lines with a document a line. <c>text</c> is what is read; <c>date</c> (or <c>pubDate</c>, <c>published</c>),
/// <c>title</c>, <c>outlet</c> and <c>url</c> say what is known of it; other fields are passed over.
/// </summary>
internal static class CorpusFile
{
    // Escaped, a document may take six times the room of its text.
    private const int MaxLineBytes = 6 * DocumentReader.MaxBytes;
    private static readonly string[] Endings = [".jsonl", ".ndjson"];
    private static readonly string[] DateFormats = ["d MMM yyyy", "d MMMM yyyy", "MMMM d yyyy", "MMM d yyyy"];

    /// <summary>Whether a file is a corpus by its ending.</summary>
    public static bool IsCorpus(string path) => Endings.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>The documents of a corpus, a line read at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">How much of all inputs lies before it.</param>
    /// <param name="share">How much of all inputs it is.</param>
    public static IEnumerable<InputItem> Read(InputPath path, double before, double share)
    {
        FileStream? file = null;
        InputItem? fault = null;
        try
        {
            file = new FileStream(path.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            fault = new InputItem.LeftOut(Fault.CannotRead(path.Path, failed.Message));
        }
        if (fault is not null) yield return fault;
        if (file is null) yield break;
        using (file)
            foreach (var item in Lines(file, path, before, share)) yield return item;
    }

    private static IEnumerable<InputItem> Lines(FileStream file, InputPath path, double before, double share)
    {
        var line = new MemoryStream();
        var any = false;
        for (var number = 1; ReadLine(file, line); number++)
        {
            if (line.Length == 0) continue;
            var item = ItemOf(line, path, number, before + share * file.Position / Math.Max(1, file.Length));
            any = true;
            yield return item;
            // A file whose first line is no document is none of ours, and its other lines would be as many complaints.
            if (number == 1 && item is InputItem.LeftOut) yield break;
        }
        if (!any) yield return new InputItem.LeftOut(Fault.NoCorpusLine(path.Path));
    }

    // False at the end of the file. What is over the limit is passed over, and the line is one byte too long.
    private static bool ReadLine(FileStream file, MemoryStream line)
    {
        line.SetLength(0);
        int next;
        while ((next = file.ReadByte()) >= 0 && next != '\n')
            if (line.Length <= MaxLineBytes) line.WriteByte((byte)next);
        if (line.Length > 0 && line.GetBuffer()[line.Length - 1] == '\r') line.SetLength(line.Length - 1);
        return next >= 0 || line.Length > 0;
    }

    private static InputItem ItemOf(MemoryStream line, InputPath path, int number, double share)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{path.Path}:{number}");
        if (line.Length > MaxLineBytes) return new InputItem.LeftOut(Fault.TooLong(name, line.Length));
        try
        {
            using var json = JsonDocument.Parse(line.GetBuffer().AsMemory(0, (int)line.Length));
            if (json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "text") is { } text)
                return new InputItem.Loaded(FileOf(json.RootElement, text, name, path, number) with { Share = share });
        }
        catch (JsonException)
        {
            // Said below: what stands in the line is no document.
        }
        return new InputItem.LeftOut(Fault.NoCorpusLine(name));
    }

    private static InputFile FileOf(JsonElement json, string text, string name, InputPath path, int number)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new InputFile(name, bytes.Length, bytes)
        {
            Relative = string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(path.Relative, null)}-{number:00000}.txt"),
            Options = new DocumentOptions
            {
                Date = DateOf(Text(json, "date") ?? Text(json, "pubDate") ?? Text(json, "published")),
                Outlet = Text(json, "outlet") ?? HostOf(Text(json, "url")),
                MediaType = "text/plain",
            },
            Title = Text(json, "title"),
        };
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host
            : null;

    // "2022-08-03T19:49:23Z", "Wed, 03 Aug 2022 19:49:23 +0000", "3 August 2022", "August 3, 2022": the day as written.
    private static DateOnly? DateOf(string? written)
    {
        if (written is null) return null;
        var text = written.Trim();
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)) return iso;
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length > 3 && !char.IsAsciiDigit(words[0][0]) && char.IsAsciiDigit(words[1][0]) && !char.IsAsciiDigit(words[2][0]) ? 1 : 0;
        var day = string.Join(' ', words.Skip(from).Take(3));
        return DateOnly.TryParseExact(day, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
