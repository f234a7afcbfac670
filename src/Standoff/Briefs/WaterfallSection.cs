using System.Collections.Immutable;
using Standoff.Crises;
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
            .. Shares(falls, material),
            .. Covariates(material),
        ]);
    }

    /// <summary>From the classes to the forecast in two tilts, small as they are.</summary>
    public static IEnumerable<Block> Tilts(BriefMaterial material)
    {
        var falls = material.Ranked.Select(o => material.Forecast.Waterfalls.FirstOrDefault(w => w.Outcome == o.Key)).OfType<Waterfall>().Where(w => w.Steps.Length > 2 && w.Steps[1].Key == "covariates").ToList();
        if (falls.Count == 0) yield break;
        yield return new Block.Table(new Grid($"From the classes to this case, {material.ByTheEnd}; tilts in points",
            [new("Outcome"), new("The classes’ rate", true), new("Names, date and acts", true), new("Claims and where it stands, through the game", true), new("Forecast", true)],
            [.. falls.Select(f => Row(Prose.Words(InfluenceSection.OutcomeName(material, f.Outcome)), Prose.Number(material.Step(f, 0)), Prose.Number(Tilt(f, 0, 1, material)), Prose.Number(Tilt(f, 1, f.Steps.Length - 1, material)), Prose.Number(material.Step(f, f.Steps.Length - 1))))])
        { IsDense = true });
    }

    private static NumberNode Tilt(Waterfall fall, int from, int to, BriefMaterial material) => material.Numbers.Once($"tilt {fall.Outcome} {fall.Steps[to].Key}", () =>
        new($"“{InfluenceSection.OutcomeName(material, fall.Outcome)}”: what comes after “{fall.Steps[from].Name}” until “{fall.Steps[to].Name}”", NumberText.BarePoints(fall.Steps[to].Value - fall.Steps[from].Value), Grounds.Computed, "The later step less the earlier.")
        {
            Inputs = [material.Step(fall, from), material.Step(fall, to)],
            Claims = material.Known([.. fall.Steps[(from + 1)..(to + 1)].SelectMany(s => s.Claims.IsDefault ? [] : s.Claims)]),
        });

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

    /// <summary>What each group of inputs adds, whatever the order in which they came in.</summary>
    private static IEnumerable<Block> Shares(List<Waterfall> falls, BriefMaterial material)
    {
        var shared = falls.Select(f => material.Forecast.Decompositions.FirstOrDefault(d => d.Outcome == f.Outcome)).OfType<Decomposition>().ToList();
        if (shared.Count == 0) yield break;
        yield return new Block.Paragraph(Prose.Words("In the steps a part's worth depends on what came before it. Averaged over all orders in which the parts could have come (Shapley shares), they add to the rate of all crises:"));
        yield return new Block.Table(new Grid("What each part adds or takes, in points",
            [new("Outcome"), new("All crises", true), .. shared[0].Parts.Select(p => new Column(p.Name, true)), new("Forecast", true)],
            [.. shared.Select(d => Row([Prose.Words(InfluenceSection.OutcomeName(material, d.Outcome)), Prose.Number(material.Broadest(d)), .. d.Parts.Select(p => Prose.Number(material.Share(d, p))), Prose.Number(material.Chance(material.Forecast.Headline.First(o => o.Key == d.Outcome)))]))]));
    }

    private static Block[] Covariates(BriefMaterial material) => material.Crisis.Covariates.IsDefaultOrEmpty ? [] :
    [
        new Block.Table(new Grid("What sets the case apart from its classes (1 yes, 0 no)", [new("Covariate"), new("Value", true), new("Why")],
            [.. material.Crisis.Covariates.Select(material.Covariate).Zip(material.Crisis.Covariates, (n, c) => Row(Prose.Words(n.Label), Prose.Number(n), Prose.Words(c.Reason)))])),
    ];
}
