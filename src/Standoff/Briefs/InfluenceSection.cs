using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>What would change the forecast: claims, sources, assumptions, and what to find out next.</summary>
internal static class InfluenceSection
{
    private const int Most = 10;
    private const int MostColumns = 5;
    private const int MostBars = 8;
    private const double HalfPoint = NumberText.HalfPoint;

    public static Section Write(BriefMaterial material)
    {
        var forecast = material.Forecast;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.AddRange(Table("claim", "Claim", forecast.Influences.Where(i => i.Kind == "claim"), "Claims: what withdrawing each would change", material));
        blocks.AddRange(Table("source", "Source", forecast.Influences.Where(i => i.Kind == "source"), "Sources: what withdrawing each would change", material));
        if (!forecast.Assumptions.IsDefaultOrEmpty) blocks.AddRange(Table("assumption", "Assumption", forecast.Assumptions, "Assumptions: what leaving each out would change", material));
        if (Tornado(material) is { } tornado) blocks.Add(new Block.Picture(tornado));
        blocks.AddRange(FlipProse.Write(material));
        blocks.AddRange(FindOutProse.Write(material));
        return new Section("what-would-change-this", "What would change this", blocks.ToImmutable());
    }

    public static string OutcomeName(BriefMaterial material, string key) => material.Forecast.Headline.FirstOrDefault(o => o.Key == key)?.Name ?? key;

    public static NumberNode Change(BriefMaterial material, Influence influence, OutcomeChange change) => material.Numbers.Once($"influence {influence.Kind} {influence.Key} {change.Outcome}", () =>
        new($"Change of “{OutcomeName(material, change.Outcome)}” without {influence.Key}", NumberText.RoundPoints(change.Change), Grounds.Computed, "The outcome’s mean without it minus with it, on the same draws.")
        {
            Inputs = [.. material.Forecast.Headline.Where(o => o.Key == change.Outcome).Select(material.Chance), .. influence.Kind is "claim" or "source" ? (NumberNode[])[material.InfluenceDraws] : []],
            Claims = material.Known(influence.Claims),
            Place = "influence",
        });

    private static IEnumerable<Block> Table(string kind, string head, IEnumerable<Influence> all, string caption, BriefMaterial material)
    {
        var ranked = all.OrderByDescending(i => i.Largest).ToList();
        var some = ranked.Where(i => i.Largest >= HalfPoint).Take(Most).ToList();
        if (some.Count == 0)
        {
            yield return new Block.Paragraph(Prose.Words($"No single {kind}, {(kind == "assumption" ? "left out" : "if withdrawn")}, changes an outcome by half a point."));
            yield break;
        }
        // The outcomes that some row moves most, so that no row is empty.
        var outcomes = some.Select(i => i.Changes.MaxBy(c => Math.Abs(c.Change))!.Outcome).Concat(some.SelectMany(i => i.Changes).Where(c => Math.Abs(c.Change) >= HalfPoint).OrderByDescending(c => Math.Abs(c.Change)).Select(c => c.Outcome))
            .Distinct(StringComparer.Ordinal).Take(MostColumns).ToList();
        yield return new Block.Table(new Grid(caption, [new(head), .. outcomes.Select(o => new Column(OutcomeName(material, o), true))],
            [.. some.Select(i => Row([Subject(i, material), .. outcomes.Select(o => Cell(i, o, material))]))]));
        if (ranked.Skip(some.Count).Where(i => i.Largest < HalfPoint).ToList() is { Count: > 0 } rest)
            yield return new Block.Paragraph(Prose.Of($"Under half a point each, and not shown: {Rest(rest, material)}."));
    }

    private static Prose Rest(List<Influence> rest, BriefMaterial material)
    {
        var named = rest.Take(Most).Select(i => material.Claim(i.Key) is not null ? material.Links([i.Key]) : Prose.Words(NameOf(i).TrimEnd('.')));
        var more = rest.Count > Most ? " and others" : "";
        return Prose.Of($"{named.Aggregate((a, b) => Prose.Of($"{a}, {b}"))}{more}");
    }

    private static Prose Subject(Influence influence, BriefMaterial material) => material.Claim(influence.Key) is { } claim
        ? Prose.Of($"{new Inline.Claim(claim.Alias)} {new Inline.Quote(claim.Claim.Exact)}")
        : influence.Kind is "claim" or "source" ? Prose.Words(influence.Name) : Prose.Of($"{BriefMaterial.Capital(NameOf(influence))} {material.Links(influence.Claims)}");

    /// <summary>What is left out, as a person would say it.</summary>
    private static string NameOf(Influence influence) => influence.Kind switch
    {
        "class" => $"the class “{influence.Name}”",
        "parameter" => $"what moved {BriefMaterial.Named(influence.Key)}",
        "flag" => Whether.Stated(influence.Key),
        "rung" => $"where the crisis stands: {influence.Name}",
        "covariate" => $"what is known of {Whether.Of(influence.Key)}",
        "game" => "the game",
        _ => influence.Name,
    };

    private static Prose Cell(Influence influence, string outcome, BriefMaterial material) =>
        influence.Changes.FirstOrDefault(c => c.Outcome == outcome) is { } change ? Prose.Number(Change(material, influence, change)) : Prose.Words("–");

    private static Figure? Tornado(BriefMaterial material)
    {
        var first = material.Forecast.Sensitivities.Where(s => s.Share >= HalfPoint).OrderByDescending(s => s.Share).ToList();
        var outcome = first.Count == 0 ? null : material.Forecast.Headline.FirstOrDefault(o => o.Key == first[0].Outcome);
        if (outcome is null) return null;
        var shown = first.Where(s => s.Outcome == outcome.Key).Take(MostBars).ToList();
        return new Figure.Tornado
        {
            Id = "f-tornado",
            Title = $"Which assumptions move “{outcome.Name}”",
            Description = $"Bars from the outcome with each parameter at its 5th percentile to that with it at its 95th; the forecast is {NumberText.Percent(outcome.Estimate.Mean)}.",
            Caption = Prose.Words("A bar runs from the outcome with the parameter at its 5th percentile (hollow end) to that at its 95th (filled end), all else as it is. The line is the forecast."),
            Middle = outcome.Estimate.Mean,
            Bars = [.. shown.Select(s => new TornadoBar(BriefMaterial.Named(s.Parameter), s.AtLow, s.AtHigh, End(s, s.AtLow, "5th", material), End(s, s.AtHigh, "95th", material)))],
            Twin = new Grid("Outcome at the ends of each parameter", [new("Parameter"), new("Grounds"), new("At its 5th percentile", true), new("At its 95th", true), new("Share", true)],
                [.. shown.Select(s => Row(Prose.Words(BriefMaterial.Named(s.Parameter)), GroundsOf(s, material), Prose.Number(End(s, s.AtLow, "5th", material)), Prose.Number(End(s, s.AtHigh, "95th", material)), Prose.Number(Share(s, material))))]),
        };
    }

    public static NumberNode Share(Sensitivity sensitivity, BriefMaterial material) => material.Numbers.Once($"share {sensitivity.Parameter} {sensitivity.Outcome}", () =>
        new($"Share of {BriefMaterial.Named(sensitivity.Parameter)} in what the parameters move of “{OutcomeName(material, sensitivity.Outcome)}”", NumberText.Percent(sensitivity.Share), Grounds.Computed, "Its squared difference over the sum of all parameters’, moved one at a time between their 5th and 95th percentiles.") { Inputs = [.. Values(sensitivity, material), material.Draws] });

    private static NumberNode End(Sensitivity sensitivity, double value, string percentile, BriefMaterial material) => material.Numbers.Once($"end {sensitivity.Parameter} {sensitivity.Outcome} {percentile}", () =>
        new($"“{OutcomeName(material, sensitivity.Outcome)}” with {BriefMaterial.Named(sensitivity.Parameter)} at its {percentile} percentile", NumberText.Percent(value), Grounds.Computed, $"The outcome with the parameter at its {percentile} percentile and all else as it is.") { Inputs = [.. Values(sensitivity, material), material.Draws] });

    private static IEnumerable<NumberNode> Values(Sensitivity sensitivity, BriefMaterial material) => material.Crisis.Parameters.Where(p => p.Name == sensitivity.Parameter).Select(material.Value);

    private static Prose GroundsOf(Sensitivity sensitivity, BriefMaterial material) =>
        Prose.Words(material.Crisis.Parameters.FirstOrDefault(p => p.Name == sensitivity.Parameter)?.Grounds.ToString().ToLowerInvariant() ?? "–");
}
