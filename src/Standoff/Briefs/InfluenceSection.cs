using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What would change the forecast: claims, sources, assumptions, and what to find out next.</summary>
internal static class InfluenceSection
{
    private const int Most = 10;
    private const double Least = 0.0005;

    public static Section Write(BriefMaterial material)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        AddInfluences(blocks, material, "claim", "Claims: what withdrawing each would change");
        AddInfluences(blocks, material, "source", "Sources: what withdrawing each would change");
        if (Tornado(material) is { } tornado) blocks.Add(new Block.Picture(tornado));
        var next = FindOut(material).Take(6).ToImmutableArray();
        if (!next.IsEmpty)
        {
            blocks.Add(new Block.Heading("What to find out next"));
            blocks.Add(new Block.Bullets(next, Ordered: true));
        }
        return new Section("what-would-change-this", "What would change this", blocks.ToImmutable());
    }

    public static string OutcomeName(BriefMaterial material, string key) => material.Forecast.Headline.FirstOrDefault(o => o.Key == key)?.Name ?? key;

    public static NumberNode Change(BriefMaterial material, Influence influence, OutcomeChange change) => material.Numbers.Once($"influence {influence.Kind} {influence.Key} {change.Outcome}", () =>
        new($"Change of “{OutcomeName(material, change.Outcome)}” without {influence.Key}", NumberText.FinePoints(change.Change), Grounds.Computed, "The outcome’s mean without the claims minus with them, on the same draws.")
        {
            Inputs = [.. material.Forecast.Headline.Where(o => o.Key == change.Outcome).Select(material.Chance), material.InfluenceDraws],
            Claims = material.Known(influence.Claims),
            Place = "influence",
        });

    private static void AddInfluences(ImmutableArray<Block>.Builder blocks, BriefMaterial material, string kind, string caption)
    {
        var some = material.Forecast.Influences.Where(i => i.Kind == kind && i.Largest >= Least).OrderByDescending(i => i.Largest).Take(Most).ToList();
        if (some.Count == 0)
        {
            blocks.Add(new Block.Paragraph(Prose.Words(kind == "claim" ? "No single claim, if withdrawn, changes an outcome by a tenth of a point." : "No single source, if withdrawn, changes an outcome by a tenth of a point.")));
            return;
        }
        var outcomes = some.SelectMany(i => i.Changes).GroupBy(c => c.Outcome).OrderByDescending(g => g.Max(c => Math.Abs(c.Change)))
            .Where((g, i) => i == 0 || g.Any(c => Math.Abs(c.Change) >= Least)).Select(g => g.Key).Take(4).ToList();
        blocks.Add(new Block.Table(new Grid(caption,
            [new(kind == "claim" ? "Claim" : "Source"), .. outcomes.Select(o => new Column(OutcomeName(material, o), true))],
            [.. some.Select(i => Row([Subject(i, material), .. outcomes.Select(o => Cell(i, o, material))]))])));
    }

    private static Prose Subject(Influence influence, BriefMaterial material) => material.Claim(influence.Key) is { } claim
        ? Prose.Of($"{new Inline.Claim(claim.Alias)} {new Inline.Quote(claim.Claim.Exact)}")
        : Prose.Words(influence.Name);

    private static Prose Cell(Influence influence, string outcome, BriefMaterial material) =>
        influence.Changes.FirstOrDefault(c => c.Outcome == outcome) is { } change ? Prose.Number(Change(material, influence, change)) : Prose.Words("–");

    private static Figure? Tornado(BriefMaterial material)
    {
        var first = material.Forecast.Sensitivities.Where(s => s.Share >= 0.005).OrderByDescending(s => s.Share).ToList();
        var outcome = first.Count == 0 ? null : material.Forecast.Headline.FirstOrDefault(o => o.Key == first[0].Outcome);
        if (outcome is null) return null;
        var shown = first.Where(s => s.Outcome == outcome.Key).Take(8).ToList();
        return new Figure.Tornado
        {
            Id = "f-tornado",
            Title = $"Which assumptions move “{outcome.Name}”",
            Description = $"Bars from the outcome with each parameter at its 5th percentile to that with it at its 95th; the forecast is {NumberText.Percent(outcome.Estimate.Mean)}.",
            Caption = Prose.Words("A bar runs from the outcome with the parameter at its 5th percentile (hollow end) to that at its 95th (filled end), all others at their medians. The line is the forecast."),
            Middle = outcome.Estimate.Mean,
            Bars = [.. shown.Select(s => new TornadoBar(BriefMaterial.Named(s.Parameter), s.AtLow, s.AtHigh, End(s, s.AtLow, "5th", material), End(s, s.AtHigh, "95th", material)))],
            Twin = new Grid("Outcome at the ends of each parameter", [new("Parameter"), new("Grounds"), new("At its 5th percentile", true), new("At its 95th", true), new("Share", true)],
                [.. shown.Select(s => Row(Prose.Words(BriefMaterial.Named(s.Parameter)), GroundsOf(s, material), Prose.Number(End(s, s.AtLow, "5th", material)), Prose.Number(End(s, s.AtHigh, "95th", material)), Prose.Number(Share(s, material))))]),
        };
    }

    public static NumberNode Share(Sensitivity sensitivity, BriefMaterial material) => material.Numbers.Once($"share {sensitivity.Parameter} {sensitivity.Outcome}", () =>
        new($"Share of {BriefMaterial.Named(sensitivity.Parameter)} in what the parameters move of “{OutcomeName(material, sensitivity.Outcome)}”", NumberText.Percent(sensitivity.Share), Grounds.Computed, "Its squared difference over the sum of all parameters’, moved one at a time between their 5th and 95th percentiles.") { Inputs = [.. Values(sensitivity, material), material.Draws] });

    private static NumberNode End(Sensitivity sensitivity, double value, string percentile, BriefMaterial material) => material.Numbers.Once($"end {sensitivity.Parameter} {sensitivity.Outcome} {percentile}", () =>
        new($"“{OutcomeName(material, sensitivity.Outcome)}” with {BriefMaterial.Named(sensitivity.Parameter)} at its {percentile} percentile", NumberText.Percent(value), Grounds.Computed, $"The outcome with the parameter at its {percentile} percentile and all others at their medians.") { Inputs = [.. Values(sensitivity, material), material.Draws] });

    private static IEnumerable<NumberNode> Values(Sensitivity sensitivity, BriefMaterial material) => material.Crisis.Parameters.Where(p => p.Name == sensitivity.Parameter).Select(material.Value);

    private static Prose GroundsOf(Sensitivity sensitivity, BriefMaterial material) =>
        Prose.Words(material.Crisis.Parameters.FirstOrDefault(p => p.Name == sensitivity.Parameter)?.Grounds.ToString().ToLowerInvariant() ?? "–");

    private static IEnumerable<Prose> FindOut(BriefMaterial material)
    {
        var unsupported = material.Forecast.Sensitivities
            .Where(s => s.Share >= 0.02 && material.Crisis.Parameters.Any(p => p.Name == s.Parameter && p.Claims.IsDefaultOrEmpty))
            .OrderByDescending(s => s.Share).Take(3)
            .Select(s => Prose.Of($"Anything that speaks to {new Inline.Strong(BriefMaterial.Named(s.Parameter))}: no claim does, and it makes {Share(s, material)} of what the parameters move of “{OutcomeName(material, s.Outcome)}”."));
        var lonely = material.Forecast.Influences
            .Where(i => i.Kind == "claim" && i.Largest >= 0.005 && material.Claim(i.Key) is { } c && material.Item(c.Item) is { Origins.Length: 1 })
            .OrderByDescending(i => i.Largest).Take(3)
            .Select(i => Prose.Of($"A second, independent origin for {new Inline.Claim(i.Key)} {new Inline.Quote(material.Claim(i.Key)!.Claim.Exact)}: withdrawing it changes an outcome by {Change(material, i, i.Changes.MaxBy(c => Math.Abs(c.Change))!)}."));
        var open = material.Ledger.Contradictions.Take(2).Select(c => Prose.Of($"Which of two is so: {material.Links(material.Item(c.First)?.Claims ?? [])} or {material.Links(material.Item(c.Second)?.Claims ?? [])}. {c.Reason}"));
        return unsupported.Concat(lonely).Concat(open);
    }
}
