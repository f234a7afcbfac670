using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;

namespace Standoff.Reading.Text;

/// <summary>What a page's markup says of its origin: meta elements, JSON-LD, time elements.</summary>
internal sealed class PageMetadata
{
    private static readonly string[] s_dateKeys =
        ["article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date"];

    private readonly IDocument _document;
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _linked = new(StringComparer.OrdinalIgnoreCase);

    private PageMetadata(IDocument document) => _document = document;

    public static PageMetadata Of(IDocument document)
    {
        var metadata = new PageMetadata(document);
        foreach (var meta in document.QuerySelectorAll("meta"))
            metadata.AddMeta(meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop"), meta.GetAttribute("content"));
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']")) metadata.AddLinkedData(script.TextContent);
        return metadata;
    }

    /// <summary>Completes a page with what was found.</summary>
    public HtmlPage Describe(HtmlPage page) => page with
    {
        Title = First(Get("og:title"), Linked("headline"), TextOf("h1"), TextOf("title")),
        Outlet = First(Get("og:site_name"), Linked("publisher"), Get("application-name")),
        Author = First(Linked("author"), Get("author"), TextOf("[rel=author]"), TextOf("[itemprop=author]")),
        Date = PublicationDate(),
        IsOpinion = IsOpinionSection(),
    };

    private DateOnly? PublicationDate()
    {
        foreach (var key in s_dateKeys)
            if (Day(Get(key)) is { } day) return day;
        if (Day(Linked("datePublished")) is { } published) return published;
        var time = _document.QuerySelector("[itemprop=datePublished]") ?? _document.QuerySelector("article time[datetime]") ?? _document.QuerySelector("time[datetime]");
        return Day(time?.GetAttribute("datetime") ?? time?.GetAttribute("content")) ?? Day(time?.TextContent);
    }

    private bool IsOpinionSection() =>
        new[] { Get("article:section"), Linked("@type"), Get("og:type") }
            .Any(s => s is not null && (s.Contains("opinion", StringComparison.OrdinalIgnoreCase) || s.Contains("editorial", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The day as written, in the offset that it was written with.</summary>
    private static DateOnly? Day(string? value)
    {
        if (value is null) return null;
        var iso = value.Trim();
        if (iso.Length >= 10 && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return iso.Length < 200 ? WrittenDate.Read(iso)?.Date : null;
    }

    private void AddMeta(string? key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(key) && !string.IsNullOrWhiteSpace(value)) _meta.TryAdd(key.Trim(), value.Trim());
    }

    private void AddLinkedData(string json)
    {
        try
        {
            using var data = JsonDocument.Parse(json);
            AddLinked(data.RootElement, depth: 0);
        }
        catch (JsonException)
        {
            // Pages carry broken JSON-LD often enough; it is one source of metadata among several.
        }
    }

    private void AddLinked(JsonElement element, int depth)
    {
        if (depth > 3) return;
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) AddLinked(item, depth + 1);
        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("@graph", out var graph)) AddLinked(graph, depth + 1);
        if (!element.TryGetProperty("headline", out _)) return;
        foreach (var key in (string[])["headline", "datePublished", "@type", "author", "publisher"])
            if (element.TryGetProperty(key, out var value) && NameIn(value) is { Length: > 0 } name) _linked.TryAdd(key, name);
    }

    private static string? NameIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => NameIn(name),
        JsonValueKind.Array when value.GetArrayLength() > 0 => NameIn(value[0]),
        _ => null,
    };

    private string? Get(string key) => _meta.GetValueOrDefault(key);

    private string? Linked(string key) => _linked.GetValueOrDefault(key);

    private string? TextOf(string selector) => _document.QuerySelector(selector)?.TextContent;

    private static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value)) return value.Trim();
        return null;
    }
}
