using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>How likely each outcome is, and how it comes with time.</summary>
internal static class OutcomesSection
{
    private static readonly int[] Weeks = [2, 4, 8, 13];

    public static Section Write(BriefMaterial material)
    {
        var points = Points(material);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Table(Outcomes(material)));
        if (Relation(material) is { } relation) blocks.Add(new Block.Paragraph(relation));
        blocks.AddRange(Definitions(material));
        blocks.Add(new Block.Picture(Dotplots(points, material)));
        if (Endings(material) is { } endings) blocks.Add(new Block.Picture(endings));
        if (Fighting(material) is { } force) blocks.Add(new Block.Picture(force));
        return new Section("outcomes", "Outcomes", blocks.ToImmutable());
    }

    /// <summary>Under which outcomes an invasion stands; <see langword="null"/> where it can stand under one alone.</summary>
    public static Prose? Relation(BriefMaterial material)
    {
        var curve = material.Forecast.Force.FirstOrDefault(c => c.Key == Force.Invasion);
        if (curve is null || curve.Weeks.IsDefaultOrEmpty || Find("invasion") is not { } left || Find("forcible-removal") is not { } removed || material.Forecast.Cells.IsDefaultOrEmpty) return null;
        var all = material.ForceBy(curve, curve.Weeks.Length - 1);
        var both = material.Numbers.Once("invaded and removed", () => new("An invasion or war that removes the leader", NumberText.Percent(material.Forecast.Cells.Where(c => c is { Ending: Ending.ForcibleRemoval, Force: Force.Invasion }).Sum(c => c.Mean)), Grounds.Computed,
            "The share of draws in which new force reached an invasion and the leader was removed by force.")
        { Inputs = [all, material.Chance(removed)] });
        return Prose.Of($"An invasion or war ({all}) may end in more than one way: {both} of futures hold one that removes the leader and are counted under “{removed.Name}”, which goes first; {material.Chance(left)} hold one that does not and are “{left.Name}”.");

        Outcome? Find(string key) => material.Forecast.Headline.FirstOrDefault(o => o.Key == key);
    }

    // The precedence is a part of what the numbers mean.
    private static IEnumerable<Block> Definitions(BriefMaterial material)
    {
        var defined = HeadlineOutcome.For(material.Crisis.Demand.Kind).Where(d => material.Forecast.Headline.Any(o => o.Key == d.Key)).OrderBy(d => d.Order).ToList();
        if (defined.Count == 0) yield break;
        yield return new Block.Heading("What each outcome means, and which goes first");
        yield return new Block.Paragraph(Prose.Words($"Two things are settled {material.ByTheEnd}: how the crisis first ended, and the greatest new force on the target’s soil. What has come about counts under the first outcome of this list that it fits."));
        yield return new Block.Bullets([.. defined.Select(d => Prose.Of($"{new Inline.Strong(d.Name)}: {d.Definition}."))], Ordered: true);
    }

    private static ImmutableArray<OutcomePoint> Points(BriefMaterial material) =>
        [.. material.Ranked.Select(o => new OutcomePoint(o.Key, o.Name, o.Estimate, Quantiles.Fifty(o.Estimate), material.Chance(o)))];

    /// <summary>The picture that opens the brief.</summary>
    public static Figure Futures(BriefMaterial material) => Futures(Points(material), material);

    private static Figure Futures(ImmutableArray<OutcomePoint> points, BriefMaterial material) => new Figure.Futures
    {
        Id = "f-futures",
        Title = "Fifty futures",
        Description = $"Fifty dots, shared out by probability: {string.Join("; ", points.Select(p => $"{p.Name} {p.Number.Value}"))}.",
        Caption = Prose.Words($"Each dot is one of fifty equally likely futures {material.ByTheEnd}."),
        Outcomes = points,
        Twin = new Grid("Fifty futures", [new("Outcome"), new("Probability", true)], [.. points.Select(p => Row(Prose.Words(p.Name), Prose.Number(p.Number)))]),
    };

    private static Figure Dotplots(ImmutableArray<OutcomePoint> points, BriefMaterial material) => new Figure.Dotplots
    {
        Id = "f-dotplots",
        Title = "How sure each number is",
        Description = "For each outcome fifty dots along a scale from 0 to 100 percent; the wider they spread, the less is known.",
        Caption = Prose.Words("Each dot is one of fifty equally likely values of the outcome’s frequency among crises that look like this one. The tick is the mean, the bar the 90\u202F% interval. The dots come from a normal in log-odds fitted to them."),
        Outcomes = points,
        Twin = new Grid("Means and 90\u202F% intervals", [new("Outcome"), new("Mean and interval", true)], [.. points.Select(p => Row(Prose.Words(p.Name), Prose.Number(p.Number)))]),
    };

    private static Grid Outcomes(BriefMaterial material) => new(
        $"Outcomes {material.ByTheEnd}; they exclude each other and leave nothing out",
        [new("Outcome"), new("In words"), new("Probability", true), new("Error of the draws", true)],
        [.. material.Ranked.Select(o => Row(Prose.Words(o.Name), Prose.Words(Likelihood.Words(o.Estimate.Mean)), Prose.Number(material.Chance(o)), Prose.Number(DrawError(o, material))))]);

    private static NumberNode DrawError(Outcome outcome, BriefMaterial material) => material.Numbers.Once($"mc {outcome.Key}", () =>
        new($"Standard error of “{outcome.Name}” from the finite number of draws", NumberText.Error(outcome.MonteCarloError), Grounds.Computed, "Standard error of the mean over the draws.") { Inputs = [material.Chance(outcome), material.Draws] });

    private static Figure? Endings(BriefMaterial material)
    {
        var curves = material.Forecast.Endings.Where(c => c.Key != Ending.None && !c.Weeks.IsDefaultOrEmpty && c.Weeks[^1].High >= NumberText.HalfPoint).OrderByDescending(c => c.Weeks[^1].Mean).ThenBy(c => c.Key).ToList();
        if (curves.Count == 0) return null;
        return new Figure.Curves
        {
            Id = "f-endings",
            Title = "How it may end, week by week",
            Description = $"Cumulative probability of each first ending over {NumberText.Count((long)material.Forecast.HorizonWeeks)} weeks with 90 percent bands; no line falls.",
            Caption = Prose.Words("Cumulative probability that the crisis has first ended so; the bands hold 90\u202F%."),
            Lines = [.. curves.Select(c => new CurveLine(c.Key.ToString(), BriefMaterial.EndingName(c.Key), c.Weeks, material.EndingBy(c, c.Weeks.Length - 1)))],
            Start = material.AsOf,
            Twin = Twin("First endings by week", [.. curves.Select(c => (BriefMaterial.EndingName(c.Key), c.Weeks.Length, (Func<int, NumberNode>)(w => material.EndingBy(c, w))))]),
        };
    }

    private static Figure? Fighting(BriefMaterial material)
    {
        var curves = material.Forecast.Force.Where(c => c.Key != Force.None && !c.Weeks.IsDefaultOrEmpty).OrderBy(c => c.Key).ToList();
        if (curves.Count == 0) return null;
        return new Figure.Curves
        {
            Id = "f-force",
            Title = "New force on the target’s soil, week by week",
            Description = "Cumulative probability that force on the target's soil has reached at least each level, with 90 percent bands.",
            Caption = Prose.Words("Cumulative probability that force on the target’s soil has reached at least the level; the bands hold 90\u202F%."),
            Lines = [.. curves.Select(c => new CurveLine(c.Key.ToString(), BriefMaterial.ForceName(c.Key), c.Weeks, material.ForceBy(c, c.Weeks.Length - 1)))],
            Start = material.AsOf,
            Twin = Twin("Force by week", [.. curves.Select(c => (BriefMaterial.ForceName(c.Key), c.Weeks.Length, (Func<int, NumberNode>)(w => material.ForceBy(c, w))))]),
        };
    }

    private static Grid Twin(string caption, ImmutableArray<(string Name, int Weeks, Func<int, NumberNode> At)> lines)
    {
        var last = lines.Max(l => l.Weeks) - 1;
        int[] weeks = [.. Weeks.Append(last).Where(w => w <= last).Distinct()];
        return new Grid(caption,
            [new("By week"), .. weeks.Select(w => new Column(NumberText.Count((long)w), true))],
            [.. lines.Select(l => Row([Prose.Words(l.Name), .. weeks.Select(w => Prose.Number(l.At(Math.Min(w, l.Weeks - 1))))]))]);
    }

    internal static ImmutableArray<Prose> Row(params ReadOnlySpan<Prose> cells) => [.. cells];
}
