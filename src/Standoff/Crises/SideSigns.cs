using System.Collections.Immutable;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>Words that show which two sides a text sets against each other, as <c>side-signs.tsv</c> lists them.</summary>
internal static class SideSigns
{
    private static readonly string[] Phrases = ["forces", "soil", "motion", "arms"];

    private static readonly ImmutableArray<ResourceRow> Rows = ResourceTable.Load("Crises", "side-signs.tsv").Rows;

    /// <summary>What whoever is named before a word does to whoever is named after it.</summary>
    public static ImmutableArray<(string Key, WordPattern Words)> Deeds { get; } =
        [.. Rows.Where(r => !Phrases.Contains(r["key"])).Select(r => (r["key"], new WordPattern(r["words"])))];

    /// <summary>Words of forces.</summary>
    public static WordPattern Forces { get; } = Pattern("forces");

    /// <summary>Words of what belongs to a side.</summary>
    public static WordPattern Soil { get; } = Pattern("soil");

    /// <summary>Words of what forces do to it.</summary>
    public static WordPattern Motion { get; } = Pattern("motion");

    /// <summary>Words of arms and war, whoever's they are.</summary>
    public static WordPattern Arms { get; } = Pattern("arms");

    private static WordPattern Pattern(string key) => new(Rows.Single(r => r["key"] == key)["words"]);
}
