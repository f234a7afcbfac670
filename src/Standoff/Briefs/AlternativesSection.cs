using System.Collections.Immutable;
using Standoff.Claims;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>Where the sources clash, and how the same evidence could be read otherwise.</summary>
internal static class AlternativesSection
{
    private const int Most = 5;

    public static Section Write(BriefMaterial material) => new("alternatives", "Contradictions and the alternative reading",
    [
        material.Ledger.Contradictions.IsDefaultOrEmpty
            ? new Block.Paragraph(Prose.Words("No two items contradict each other."))
            : new Block.Table(Contradictions(material)),
        .. Alternative(material),
    ]);

    private static Grid Contradictions(BriefMaterial material) => new("Items that cannot both be so",
        [new("One"), new("Other"), new("Why they clash")],
        [.. material.Ledger.Contradictions.Select(c => Row(Side(c.First, material), Side(c.Second, material), Prose.Words($"{Kind(c.Kind)}. {c.Reason}")))]);

    private static Prose Side(string alias, BriefMaterial material) => material.Item(alias) is { } item
        ? Prose.Of($"{new Inline.Quote(item.Statement)} {material.Links(item.Claims)} {material.Belief(item)}")
        : Prose.Words(alias);

    private static string Kind(ContradictionKind kind) => kind switch
    {
        ContradictionKind.Polarity => "One says so, the other not so",
        ContradictionKind.Denial => "A denial",
        ContradictionKind.Quantity => "Numbers that do not meet",
        _ => "Times that do not meet",
    };

    private static IEnumerable<Block> Alternative(BriefMaterial material)
    {
        var ranked = material.Ranked.Take(2).ToList();
        if (ranked.Count < 2) yield break;
        yield return new Block.Heading("The alternative reading");
        yield return new Block.Paragraph(Prose.Of($"If “{ranked[0].Name}” is wrong, “{ranked[1].Name}” is the next likeliest, {material.Chance(ranked[1])} against {material.Chance(ranked[0])}. What speaks for it:"));
        var points = Points(ranked[1].Key, material).Take(Most).ToImmutableArray();
        yield return points.IsEmpty ? new Block.Paragraph(Prose.Words("No single claim favours it by itself.")) : new Block.Bullets(points);
    }

    private static IEnumerable<Prose> Points(string outcome, BriefMaterial material)
    {
        foreach (var influence in material.Forecast.Influences.Where(i => i.Kind == "claim"))
            if (influence.Changes.FirstOrDefault(c => c.Outcome == outcome && c.Change <= -NumberText.HalfPoint) is { } change && material.Claim(influence.Key) is { } claim)
                yield return Prose.Of($"{new Inline.Claim(claim.Alias)} {new Inline.Quote(claim.Claim.Exact)}: without it the outcome changes by {InfluenceSection.Change(material, influence, change)}.");
    }
}
