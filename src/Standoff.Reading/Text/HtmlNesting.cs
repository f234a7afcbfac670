namespace Standoff.Reading.Text;

/// <summary>
/// Measures how deep the elements of an HTML page nest, in one pass and without building a tree, so that a page made
/// to exhaust the parser is refused before it is parsed.
/// </summary>
internal static class HtmlNesting
{
    private static readonly HashSet<string> s_void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> s_raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp" };

    /// <summary>Formatting elements: a parser opens them again after a block that they were left open in, until their own end tag.</summary>
    private static readonly HashSet<string> s_formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>Elements that a new one of the key's name ends without an end tag.</summary>
    private static readonly Dictionary<string, string[]> s_ends = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p"] = ["p"],
        ["li"] = ["li", "p"],
        ["dt"] = ["dt", "dd", "p"],
        ["dd"] = ["dt", "dd", "p"],
        ["option"] = ["option"],
        ["tr"] = ["td", "th", "tr"],
        ["td"] = ["td", "th"],
        ["th"] = ["td", "th"],
        ["div"] = ["p"],
        ["ul"] = ["p"],
        ["ol"] = ["p"],
        ["table"] = ["p"],
        ["section"] = ["p"],
        ["article"] = ["p"],
    };

    /// <summary>Offset of the first tag that nests deeper than the limit; <see langword="null"/> if none does.</summary>
    public static int? FindTooDeep(string html, int limit)
    {
        var open = new OpenElements();
        var i = 0;
        while ((i = html.IndexOf('<', i)) >= 0)
        {
            var start = i;
            if (html.AsSpan(i).StartsWith("<!--")) { i = After(html, i + 4, "-->"); continue; }
            var closes = i + 1 < html.Length && html[i + 1] == '/';
            var name = NameAt(html, closes ? i + 2 : i + 1);
            if (name.Length == 0) { i++; continue; }
            i = EndOfTag(html, i);
            if (closes) open.Close(name);
            else if (s_raw.Contains(name)) i = After(html, i, $"</{name}");
            else if (!s_void.Contains(name) && html[Math.Max(0, i - 2)] != '/') open.Open(name, s_ends.GetValueOrDefault(name, []));
            if (open.Count > limit) return start;
        }

        return null;
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 32 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-')) end++;
        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end].ToLowerInvariant() : "";
    }

    /// <summary>One past the tag's closing bracket; brackets inside quoted values do not count.</summary>
    private static int EndOfTag(string html, int start)
    {
        var quote = '\0';
        for (var i = start + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && html[i - 1] == '=') quote = c;
            else if (c == '>') return i + 1;
        }

        return html.Length;
    }

    private static int After(string html, int start, string mark)
    {
        var at = html.IndexOf(mark, Math.Min(start, html.Length), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + mark.Length;
    }

    private sealed class OpenElements
    {
        private readonly Stack<string> _names = new();
        private readonly Dictionary<string, int> _counts = [];
        private int _formatting;

        public int Count => _names.Count + _formatting;

        public void Open(string name, string[] ended)
        {
            while (_names.TryPeek(out var top) && Array.IndexOf(ended, top) >= 0) Pop();
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
            if (s_formatting.Contains(name)) _formatting++;
            else _names.Push(name);
        }

        public void Close(string name)
        {
            if (_counts.GetValueOrDefault(name) == 0) return;
            if (s_formatting.Contains(name))
            {
                _formatting--;
                _counts[name]--;
                return;
            }

            while (Pop() != name) { }
        }

        private string Pop()
        {
            var name = _names.Pop();
            _counts[name]--;
            return name;
        }
    }
}
