using System.Collections.Immutable;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>How each number comes about: base rate, covariates, claims, game, pool.</summary>
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
            new Block.Table(Rates(material)),
            Classes(material),
            .. Covariates(material),
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

    private static Grid Rates(BriefMaterial material)
    {
        var classes = material.Forecast.Classes;
        var names = classes.SelectMany(c => c.Rates).Select(r => r.Name).Distinct();
        return new Grid("Rates in the reference classes", [new("Ending or force"), .. classes.Select(c => new Column(c.Name, true))],
            [Row([Prose.Words("Weight in the outside view"), .. classes.Select(c => Prose.Number(material.ClassWeight(c)))]),
             Row([Prose.Words("Cases"), .. classes.Select(c => Prose.Number(material.ClassSize(c)))]),
             .. names.Select(n => Row([Prose.Words(BriefMaterial.Capital(n)), .. classes.Select(c => Cell(c, n, material))]))]);
    }

    private static Prose Cell(ClassRate rate, string name, BriefMaterial material) =>
        rate.Rates.FirstOrDefault(r => r.Name == name) is { } row ? Prose.Number(material.Rate(rate, row)) : Prose.Words("–");

    private static Block[] Covariates(BriefMaterial material) => material.Crisis.Covariates.IsDefaultOrEmpty ? [] :
    [
        new Block.Table(new Grid("What sets the case apart from its classes (1 yes, 0 no)", [new("Covariate"), new("Value", true), new("Why")],
            [.. material.Crisis.Covariates.Select(material.Covariate).Zip(material.Crisis.Covariates, (n, c) => Row(Prose.Words(n.Label), Prose.Number(n), Prose.Words(c.Reason)))])),
    ];

    private static Block Classes(BriefMaterial material) => new Block.Fold("What the classes are, why they fit, and their limits",
        [new Block.Facts([.. material.Forecast.Classes.Select(c => new Fact(c.Name, Prose.Words(Described(c))))])]);

    private static string Described(ClassRate rate) => BriefMaterial.Sentences(
        rate.Reason,
        rate.Reason.Contains(rate.Definition, StringComparison.Ordinal) ? "" : rate.Definition,
        rate.Era,
        rate.Citation,
        rate.Warning.Length > 0 ? $"Limits: {rate.Warning}" : "");
}
