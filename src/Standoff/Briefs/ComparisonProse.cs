using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What made the change between two forecasts.</summary>
internal static class ComparisonProse
{
    private const int Most = 12;
    private const int MostOutcomes = 4;
    private const double HalfPoint = NumberText.HalfPoint;

    public static string Question(Comparison? comparison) => comparison is { From: { } from, To: { } to }
        ? $"What changed from {NumberText.Day(from)} to {NumberText.Day(to)}, and what made the change?" : "What changed, and what made the change?";

    public static IEnumerable<Block> Write(Comparison comparison, BriefMaterial material)
    {
        if (comparison.Parts.IsEmpty)
        {
            yield return new Block.Paragraph(Prose.Words("Nothing that the forecast rests on has changed."));
            yield break;
        }
        var shown = comparison.Parts.Where(p => p.Largest >= HalfPoint).Take(Most).ToList();
        var small = comparison.Parts.Except(shown).ToList();
        var outcomes = comparison.Outcomes.Where(o => comparison.Parts.Any(p => Math.Abs(ShareOf(p, o.Key)) >= HalfPoint)).Take(MostOutcomes).ToList();
        if (shown.Count > 0)
            yield return new Block.Table(new Grid("What made the change", [new("Part"), .. outcomes.Select(o => new Column(o.Name, true))],
                [.. shown.Select(p => Row([Subject(p, material), .. outcomes.Select(o => Prose.Number(Share(p, o, comparison, material)))]))]));
        if (small.Count > 0) yield return new Block.Paragraph(Prose.Of($"Under half a point each: {small.Select(p => Subject(p, material)).Aggregate((a, b) => Prose.Of($"{a}; {b}"))}."));
        yield return new Block.Paragraph(Prose.Words($"Shapley shares on {NumberText.Count((long)comparison.Draws)} common draws, {(comparison.IsExact ? "over every order in which the parts could have come" : "over random orders")}. With all parts they sum to the change."));
    }

    private static double ShareOf(ChangePart part, string outcome) => part.Shares.FirstOrDefault(s => s.Outcome == outcome)?.Change ?? 0;

    private static NumberNode Share(ChangePart part, ThenAndNow outcome, Comparison comparison, BriefMaterial material) => material.Numbers.Once($"change {part.Kind} {part.Key} {outcome.Key}", () =>
        new($"Share of “{part.Name}” in the change of “{outcome.Name}”", NumberText.RoundPoints(ShareOf(part, outcome.Key)), Grounds.Computed,
            $"What it adds, averaged over all orders, on {NumberText.Count((long)comparison.Draws)} common draws.{(part.Shares.FirstOrDefault(s => s.Outcome == outcome.Key) is { Error: > 0 } s ? $" Standard error {NumberText.Error(s.Error)}." : "")}")
        {
            Claims = material.Known(part.Claims),
            Place = "comparison",
        });

    private static Prose Said(ChangePart part) => part.Key is "others" or "claims" ? Prose.Words(part.Name) : Prose.Of($"{new Inline.Quote(part.Name)}");

    private static Prose Subject(ChangePart part, BriefMaterial material)
    {
        var claims = material.Links(part.Claims);
        return part.Kind switch
        {
            "added" => Prose.Of($"New: {Said(part)} {claims}"),
            "withdrawn" => Prose.Of($"Gone: {Said(part)}"),
            "revised" => Prose.Of($"Revised: {Said(part)} {claims}"),
            _ => claims.IsEmpty ? Prose.Words(part.Name) : Prose.Of($"{part.Name} {claims}"),
        };
    }
}
