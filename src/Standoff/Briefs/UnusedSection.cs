using System.Collections.Immutable;

namespace Standoff.Briefs;

/// <summary>Evidence that moves nothing, item by item, and why.</summary>
internal static class UnusedSection
{
    private const int MostReasons = 4;

    public static Section Write(BriefMaterial material)
    {
        var unused = material.Items.Where(i => !material.IsUsed(i)).ToImmutableArray();
        if (unused.IsEmpty) return new Section("unused", "Evidence that moves nothing", [new Block.Paragraph(Prose.Words("Every claim has a use in the model."))]);
        var count = material.Count("unused", "Claims without use", unused.Sum(i => i.Claims.Length), "Claims whose item has no route into the model.", [.. unused.SelectMany(i => i.Claims)]);
        var all = material.Count("claims", "Claims of the ledger", material.Ledger.Claims.Length, "All claims that are not withdrawn.", [.. material.Ledger.Claims.Select(c => c.Alias)]);
        return new Section("unused", "Evidence that moves nothing",
        [
            new Block.Paragraph(Prose.Of($"{count} of {all} {(material.Ledger.Claims.Length == 1 ? "claim has" : "claims have")} no use in the model. {Reasons(unused, material)}")),
            new Block.Fold("Each of them, and why",
                [new Block.Bullets([.. unused.Select(i => Prose.Of($"{material.Links(i.Claims)} {new Inline.Quote(i.Statement)}. {Reason(i.Alias, material)}"))])]),
        ]);
    }

    // The reasons with how many items each holds, the commonest first.
    private static Prose Reasons(ImmutableArray<Claims.LedgerItem> unused, BriefMaterial material) => unused.GroupBy(i => Reason(i.Alias, material), StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostReasons)
        .Select(g => Prose.Of($"{g.Key.TrimEnd('.')} ({material.Count($"unused {g.Key}", $"Items without use: {g.Key}", g.Count(), "Items with this reason.", [.. g.SelectMany(i => i.Claims)])} {(g.Count() == 1 ? "item" : "items")})"))
        .Aggregate((a, b) => Prose.Of($"{a}. {b}")) is var reasons ? Prose.Of($"{reasons}.") : Prose.Empty;

    private static string Reason(string item, BriefMaterial material) => material.Use(item)?.Reason ?? "No route was proposed for it.";
}
