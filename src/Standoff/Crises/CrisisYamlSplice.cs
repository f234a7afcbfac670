using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>Puts a crisis into a file that a person has edited: only what differs is written anew; order and remarks stay.</summary>
internal static class CrisisYamlSplice
{
    // Their values are mappings whose keys are names: an entry that differs leaves the others as they stand.
    private static readonly ImmutableHashSet<string> Named = ["parameters", "flags", "covariates"];

    /// <summary>The file with the crisis in it.</summary>
    /// <param name="crisis">The crisis.</param>
    /// <param name="edited">The file's text, which reads without fault.</param>
    public static string Write(Crisis crisis, string edited)
    {
        var canonical = CrisisYaml.Write(crisis);
        if (CrisisYaml.Read(edited, "").Crisis is not { } before) return canonical;
        var text = string.Join('\n', Spliced(YamlBlocks.Of(edited), YamlBlocks.Of(CrisisYaml.Write(before)), YamlBlocks.Of(canonical))) + "\n";

        // A file in a style that lines do not follow is written anew as a whole.
        return CrisisYaml.Read(text, "").Crisis is { } after && CrisisYaml.Write(after) == canonical ? text : canonical;
    }

    private static IEnumerable<string> Spliced(YamlBlocks mine, YamlBlocks before, YamlBlocks after)
    {
        var kept = mine.Blocks.SelectMany(b => Kept(b, before[b.Key], after[b.Key], mine.Depth - after.Depth));
        var added = after.Blocks.Where(b => mine[b.Key] is null && !Same(before[b.Key], b)).SelectMany(b => b.Shifted(mine.Depth - after.Depth).Lines);
        return [.. kept, .. added, .. mine.Tail];
    }

    private static IEnumerable<string> Kept(YamlBlock mine, YamlBlock? before, YamlBlock? after, int shift)
    {
        if (Same(before, after)) return mine.Lines;
        if (after is null) return Remarks(mine, before);
        if (before is not null && Named.Contains(mine.Key) && mine.Body.Length > 1)
            return [.. mine.Lead, mine.Body[0], .. Spliced(YamlBlocks.Below(mine), YamlBlocks.Below(before), YamlBlocks.Below(after))];
        return [.. Remarks(mine, before), .. after.Shifted(shift).Body];
    }

    private static bool Same(YamlBlock? one, YamlBlock? other) => one is null ? other is null : other is not null && one.Body.SequenceEqual(other.Body);

    // What a person wrote beside the values; the program's own remarks come with the values.
    private static IEnumerable<string> Remarks(YamlBlock mine, YamlBlock? before)
    {
        var own = before?.Body.Where(YamlBlocks.IsRemark).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal) ?? [];
        return [.. mine.Lead, .. mine.Body.Where(l => YamlBlocks.IsRemark(l) && l.Trim() is { Length: > 0 } remark && !own.Contains(remark))];
    }
}
