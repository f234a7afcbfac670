using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;

namespace Standoff.Reading.Text;

/// <summary>Collects the text of elements block by block, with the place of each block in the markup.</summary>
internal sealed class HtmlBlocks
{
    private static readonly FrozenSet<string> s_blocks = new[]
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }.ToFrozenSet();

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _block = new();
    private readonly ImmutableArray<MarkupPlace>.Builder _map = ImmutableArray.CreateBuilder<MarkupPlace>();
    private int _linked;
    private int _markup;

    /// <summary>All blocks, a blank line between them.</summary>
    public string Text => _text.ToString();

    /// <summary>Where each block began.</summary>
    public ImmutableArray<MarkupPlace> Map => _map.ToImmutable();

    /// <summary>Adds an element with all that is readable in it.</summary>
    public void Add(IElement element)
    {
        EndBlock();
        Walk(element, inLink: false);
        EndBlock();
    }

    private void Walk(IElement element, bool inLink)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text) Append(text.Data, element, inLink);
            else if (node is IElement child && !Boilerplate.Is(child)) Enter(child, inLink);
        }
    }

    private void Enter(IElement child, bool inLink)
    {
        if (child.LocalName == "br") { _block.Append('\n'); return; }
        var isBlock = s_blocks.Contains(child.LocalName);
        if (isBlock) EndBlock();
        Walk(child, inLink || child.LocalName == "a");
        if (isBlock) EndBlock();
    }

    /// <summary>White space of the markup collapses as a browser collapses it; every other character stays.</summary>
    private void Append(string data, IElement owner, bool inLink)
    {
        foreach (var c in data)
        {
            var isSpace = c is ' ' or '\t' or '\r' or '\n' or '\f';
            if (isSpace && (_block.Length == 0 || _block[^1] is ' ' or '\n')) continue;
            if (_block.Length == 0) _markup = owner.SourceReference?.Position.Index ?? _markup;
            _block.Append(isSpace ? ' ' : c);
            if (inLink) _linked++;
        }
    }

    private void EndBlock()
    {
        var mostlyLinks = _linked * 10 > _block.Length * 8;
        var paragraphs = _block.ToString().Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!mostlyLinks || _block.Length > 200)
            foreach (var paragraph in paragraphs) AddParagraph(paragraph);
        _block.Clear();
        _linked = 0;
    }

    private void AddParagraph(string paragraph)
    {
        if (!paragraph.Any(char.IsLetterOrDigit)) return;
        if (_text.Length > 0) _text.Append("\n\n");
        _map.Add(new MarkupPlace(_text.Length, Math.Max(0, _markup)));
        _text.Append(paragraph);
    }
}
