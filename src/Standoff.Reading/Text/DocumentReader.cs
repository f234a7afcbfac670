using System.Globalization;
using System.Security.Cryptography;

namespace Standoff.Reading.Text;

/// <summary>Makes a document of bytes: decodes, extracts, dates; refuses by name what cannot be read.</summary>
public static class DocumentReader
{
    /// <summary>The largest document that is read, in bytes (20 MB).</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>The deepest nesting of HTML elements that is read.</summary>
    public const int MaxHtmlDepth = 512;

    /// <summary>Whether a day can be that of a report, and leaves room to count weeks and years from it.</summary>
    public static bool IsPlausible(DateOnly day) => day.Year is >= 1800 and < 2200;

    /// <summary>Reads one document.</summary>
    /// <param name="bytes">The bytes as they came.</param>
    /// <param name="fileName">File name with ending, or "stdin"; the refusal names it as given.</param>
    /// <param name="options">What is known of it from outside.</param>
    public static DocumentResult Read(ReadOnlySpan<byte> bytes, string fileName, DocumentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (bytes.Length > MaxBytes) return TooLarge(fileName, bytes.Length);
        if (BinarySigns.Find(bytes) is { } sign) return Refuse(fileName, $"{sign}, not text; give plain text or HTML.");
        options ??= new DocumentOptions();
        var isHtml = HtmlSigns.IsHtml(bytes, fileName, options.MediaType);
        var decoded = TextDecoding.Decode(bytes, isHtml);
        var id = new DocumentId(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var blank = new Document(id, NameOf(fileName), decoded.Text, InvalidSequences: decoded.InvalidSequences);
        return isHtml ? ReadHtml(blank, fileName, options) : ReadPlain(blank, fileName, options);
    }

    private static DocumentResult ReadPlain(Document raw, string fileName, DocumentOptions options)
    {
        if (!HasText(raw.Text)) return Refuse(fileName, "there is no text in it; give a file that holds the report's text.");
        var header = HeaderLines.Read(raw.Text);
        var dateLine = DateLine.Find(raw.Text, header.Length);
        return new DocumentResult.Read(raw with
        {
            Date = Plausible(options.Date ?? header.Date ?? dateLine?.Date),
            Outlet = options.Outlet ?? header.Outlet,
            Author = header.Author,
            Title = header.Title,
            Genre = options.Genre ?? header.Genre ?? GenreSigns.Guess(raw.Text, header.Length),
            Prologue = Math.Max(header.Length, dateLine is { IsFirstLine: true } ? dateLine.End : 0),
            IsEnglish = LanguageCheck.IsEnglish(raw.Text),
        });
    }

    private static DocumentResult ReadHtml(Document raw, string fileName, DocumentOptions options)
    {
        if (HtmlNesting.FindTooDeep(raw.Text, MaxHtmlDepth) is { } place)
            return new DocumentResult.Refused(string.Create(CultureInfo.InvariantCulture, $"{fileName}:{LineAndColumn(raw.Text, place)}: HTML nested deeper than {MaxHtmlDepth} elements; give the article's text instead."));
        var page = HtmlExtraction.Extract(raw.Text);
        if (!HasText(page.Text)) return Refuse(fileName, "there is no readable text in the HTML; give the article's text instead.");
        return new DocumentResult.Read(raw with
        {
            Text = page.Text,
            Date = Plausible(options.Date ?? page.Date ?? DateLine.Find(page.Text, 0)?.Date),
            Outlet = options.Outlet ?? page.Outlet,
            Author = page.Author,
            Title = page.Title,
            Genre = options.Genre ?? (page.IsOpinion ? Genre.Opinion : GenreSigns.Guess(page.Text, 0)),
            IsEnglish = LanguageCheck.IsEnglish(page.Text),
            Extraction = page.Extraction,
        });
    }

    private static DateOnly? Plausible(DateOnly? day) => day is { } known && IsPlausible(known) ? known : null;

    private static DocumentResult.Refused TooLarge(string fileName, int length) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{fileName}: {length:N0} bytes, over the limit of {MaxBytes:N0} (20 MB) for one document; split it or give only the report."));

    private static DocumentResult.Refused Refuse(string fileName, string why) => new($"{fileName}: {why}");

    private static bool HasText(string text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) return true;
        return false;
    }

    private static string LineAndColumn(string text, int place)
    {
        var before = text.AsSpan(0, place);
        var line = before.Count('\n') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{place - before.LastIndexOf('\n')}");
    }

    private static string NameOf(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return name.Length == 0 ? fileName : name;
    }
}
