using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Standoff.Reading.Text;

/// <summary>The readable part of an HTML page and what its markup says of its origin.</summary>
internal sealed record HtmlPage(string Text, Extraction Extraction)
{
    public DateOnly? Date { get; init; }
    public string? Outlet { get; init; }
    public string? Author { get; init; }
    public string? Title { get; init; }
    public bool IsOpinion { get; init; }
}

/// <summary>
/// The readability pass: headline and article body, one blank line between paragraphs, without navigation, scripts,
/// advertising and notices. A change that gives another text needs another <see cref="Version"/>.
/// </summary>
internal static class HtmlExtraction
{
    public const string Version = "html-1";

    private const int ParagraphLength = 40;

    public static HtmlPage Extract(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
        var metadata = PageMetadata.Of(document);
        var blocks = new HtmlBlocks();
        var root = document.Body is { } body ? ArticleOf(body) : null;
        if (root is not null) AddHeadline(blocks, document, root);
        if (root is not null) blocks.Add(root);
        var text = blocks.Text;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return metadata.Describe(new HtmlPage(text, new Extraction(Version, hash, blocks.Map)));
    }

    /// <summary>A headline outside of the article's element belongs to the text all the same.</summary>
    private static void AddHeadline(HtmlBlocks blocks, IDocument document, IElement root)
    {
        if (root.QuerySelector("h1") is null && document.QuerySelector("h1") is { } headline && !Boilerplate.IsInside(headline)) blocks.Add(headline);
    }

    private static IElement ArticleOf(IElement body)
    {
        var paragraphs = body.QuerySelectorAll("p").Where(p => Length(p) >= ParagraphLength && !Boilerplate.IsInside(p)).ToList();
        var total = paragraphs.Sum(Length);
        var marked = Largest(body.QuerySelectorAll("article"), paragraphs) ?? Largest(body.QuerySelectorAll("main,[role=main],[itemprop=articleBody]"), paragraphs);
        if (marked is { } m && m.Length * 4 >= total) return m.Element;
        return Densest(paragraphs) is { } dense && dense.Length * 2 >= total ? dense.Element : body;
    }

    private static (IElement Element, int Length)? Largest(IEnumerable<IElement> candidates, List<IElement> paragraphs)
    {
        (IElement Element, int Length)? best = null;
        foreach (var candidate in candidates.Take(50))
        {
            var length = paragraphs.Where(candidate.Contains).Sum(Length);
            if (length > (best?.Length ?? 0)) best = (candidate, length);
        }

        return best;
    }

    /// <summary>The element whose own paragraphs hold most text.</summary>
    private static (IElement Element, int Length)? Densest(List<IElement> paragraphs)
    {
        var lengths = new Dictionary<IElement, int>();
        foreach (var p in paragraphs)
            if (p.ParentElement is { } parent) lengths[parent] = lengths.GetValueOrDefault(parent) + Length(p);
        return lengths.Count == 0 ? null : lengths.Select(l => (l.Key, l.Value)).MaxBy(l => l.Value);
    }

    private static int Length(IElement element) => element.TextContent.Length;
}
