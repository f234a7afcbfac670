using System.Collections.Frozen;

namespace Standoff.Claims;

/// <summary>Names as an English sentence has them: "the United States", "the Netherlands", "Venezuela".</summary>
internal static class Articles
{
    private static readonly ResourceTable Table = ResourceTable.Load("Claims", "articles.tsv");
    private static readonly FrozenSet<string> Whole = Of("name");
    private static readonly FrozenSet<string> Heads = Of("word");

    // What follows tells more of the head before it.
    private static readonly string[] Joints = [" of ", " for ", " in ", " to "];

    /// <summary>A name within a sentence.</summary>
    public static string With(string name) => Takes(name) ? "the " + name : name;

    /// <summary>Whose something is, within a sentence: "the United States' soil", "Laos's soil".</summary>
    public static string Whose(string name) => With(name) + (Takes(name) && name.EndsWith('s') ? "'" : "'s");

    /// <summary>A sentence with names put in for marks such as <c>{agent}</c>, each with its article where it takes one; it begins with a capital.</summary>
    public static string Sentence(string pattern, params ReadOnlySpan<(string Mark, string Name)> names)
    {
        foreach (var (mark, name) in names) pattern = pattern.Replace(mark + "'s", Whose(name), StringComparison.Ordinal).Replace(mark, With(name), StringComparison.Ordinal);
        return pattern.Length == 0 ? pattern : char.ToUpperInvariant(pattern[0]) + pattern[1..];
    }

    private static bool Takes(string name)
    {
        if (Whole.Contains(name)) return true;
        var head = Joints.Select(j => name.IndexOf(j, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(name.Length).Min();
        return name.Contains(' ') && Heads.Contains(name[(name.LastIndexOf(' ', head - 1) + 1)..head]) && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenSet<string> Of(string kind) => Table.Rows.Where(r => r["kind"] == kind).Select(r => r["text"]).ToFrozenSet(StringComparer.Ordinal);
}
