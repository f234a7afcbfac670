using System.Collections.Immutable;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>How each number comes about: base rate, claims, game, pool.</summary>
internal static class WaterfallSection
{
    public static Section? Write(BriefMaterial material)
    {
        var falls = material.Ranked.Select(o => material.Forecast.Waterfalls.FirstOrDefault(w => w.Outcome == o.Key)).OfType<Waterfall>().Where(w => !w.Steps.IsDefaultOrEmpty).ToList();
        if (falls.Count == 0) return null;
        var most = falls.MaxBy(w => w.Steps.Zip(w.Steps.Skip(1), (a, b) => Math.Abs(a.Value - b.Value)).Sum())!;
        return new Section("waterfall", "Where the numbers come from",
        [
            new Block.Paragraph(Prose.Words("The outside view says how crises of this kind ended; the claims and the game say how this one differs. Each step starts where the one before ended.")),
            new Block.Picture(Picture(most, material)),
            new Block.Table(Steps(falls, material)),
            new Block.Table(Classes(material)),
            .. material.Forecast.Classes.Where(c => c.Warning.Length > 0).Select(c => new Block.Caution(Prose.Words($"{c.Name}: {c.Warning}"))),
        ]);
    }

    private static Figure Picture(Waterfall fall, BriefMaterial material)
    {
        var name = InfluenceSection.OutcomeName(material, fall.Outcome);
        ImmutableArray<StepPoint> points = [.. fall.Steps.Select((s, i) => new StepPoint(s.Name, s.Value, material.Step(fall, i)))];
        return new Figure.Steps
        {
            Id = "f-waterfall",
            Title = $"“{name}”, step by step",
            Description = $"From the base rate to the forecast of {name}: {string.Join(", ", points.Select(p => $"{p.Name} {p.Number.Value}"))}.",
            Caption = Prose.Words("The outcome that the steps move most. A bar shows what its step adds or takes."),
            Points = points,
            Twin = new Grid("Value after each step", [new("Step"), new("Probability", true)], [.. points.Select(p => Row(Prose.Words(p.Name), Prose.Number(p.Number)))]),
        };
    }

    private static Grid Steps(List<Waterfall> falls, BriefMaterial material)
    {
        var names = falls.MaxBy(f => f.Steps.Length)!.Steps.Select(s => new Column(s.Name, true));
        return new Grid("Every outcome after each step", [new("Outcome"), .. names],
            [.. falls.Select(f => Row([Prose.Words(InfluenceSection.OutcomeName(material, f.Outcome)), .. f.Steps.Select((_, i) => Prose.Number(material.Step(f, i)))]))]);
    }

    private static Grid Classes(BriefMaterial material) => new(
        "Reference classes of the outside view",
        [new("Class"), new("Weight", true), new("Cases", true), new("Rates"), new("Why it fits, and where it comes from")],
        [.. material.Forecast.Classes.Select(c => Row(Prose.Words(c.Name), Prose.Number(material.ClassWeight(c)), Prose.Number(material.ClassSize(c)), Rates(c, material), Prose.Words($"{c.Reason} {c.Definition} {c.Era}. {c.Citation}")))]);

    private static Prose Rates(ClassRate rate, BriefMaterial material)
    {
        var all = Prose.Empty;
        foreach (var row in rate.Rates)
            all = Prose.Of($"{all}{(all.IsEmpty ? "" : "; ")}{row.Name} {material.Rate(rate, row)}");
        return all;
    }
}
