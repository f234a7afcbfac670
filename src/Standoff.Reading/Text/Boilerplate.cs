using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Standoff.Reading.Text;

/// <summary>Which elements of a page are not its article: by element name, role, or a word of its class or id.</summary>
internal static class Boilerplate
{
    private static readonly FrozenSet<string> s_elements = Load("element");
    private static readonly FrozenSet<string> s_roles = Load("role");
    private static readonly FrozenSet<string> s_words = Load("word");

    public static bool Is(IElement element) =>
        s_elements.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("role") is { } role && s_roles.Contains(role))
        || (element.LocalName is not ("body" or "article" or "main") && (HasWord(element.ClassName) || HasWord(element.Id)));

    public static bool IsInside(IElement element)
    {
        for (var e = element; e is not null; e = e.ParentElement)
            if (Is(e)) return true;
        return false;
    }

    private static bool HasWord(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var word in names.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries))
            if (s_words.Contains(word.ToLowerInvariant())) return true;
        return false;
    }

    private static FrozenSet<string> Load(string kind) =>
        ResourceTable.Read("Text.Resources.Boilerplate.tsv").Where(r => r[1] == kind).Select(r => r[0]).ToFrozenSet();
}
