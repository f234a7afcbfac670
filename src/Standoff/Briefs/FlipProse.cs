using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>What would have to be true for another outcome to be likelier than the leading one, in sentences.</summary>
internal static class FlipProse
{
    private const int Most = 5;
    private const double Only = 0.995;

    public static IEnumerable<Block> Write(BriefMaterial material)
    {
        if (material.Forecast.Flips.IsDefaultOrEmpty) yield break;
        yield return new Block.Heading("What would have to be true");
        foreach (var flip in material.Forecast.Flips)
        {
            yield return new Block.Paragraph(Opening(flip, material));
            if (!flip.Points.IsEmpty) yield return new Block.Bullets([.. flip.Points.Take(Most).Select((p, i) => Prose.Of($"{Point(flip, p, material)}{(i == Math.Min(flip.Points.Length, Most) - 1 ? "." : ";")}"))]);
        }
    }

    private static Prose Opening(Flip flip, BriefMaterial material)
    {
        var (leader, rival) = (Outcome(flip.Leader, material), Outcome(flip.Rival, material));
        var question = Prose.Of($"For “{rival.Name}” ({material.Chance(rival)}) to be likelier than “{leader.Name}” ({material.Chance(leader)})");
        var tried = material.Count("flips tried", "Inputs tried one at a time", flip.Tried, "Parameters, flags, rungs, classes, covariates and the game.", [], "thresholds");
        return (flip.Points.IsEmpty, flip.Together) switch
        {
            (true, null) => Prose.Of($"{question}: nothing within its range would do it, none of {tried} inputs alone and not all parameters together."),
            (true, { } joint) => Prose.Of($"{question}: none of {tried} inputs alone would do it within its range. {Together(flip, joint, material)}"),
            (false, { } joint) => Prose.Of($"{question}, no parameter alone would do it. {Together(flip, joint, material)} Of the rest, any one of these would:"),
            (false, null) => Prose.Of($"{question}, any one of these would do; nothing else among {tried} inputs does, within its range:"),
        };
    }

    private static Outcome Outcome(string key, BriefMaterial material) => material.Forecast.Headline.First(o => o.Key == key);

    private static Prose Together(Flip flip, JointFlip joint, BriefMaterial material)
    {
        var far = Node($"flip {flip.Rival} together", $"Joint move that makes “{InfluenceSection.OutcomeName(material, flip.Rival)}” the likelier", NumberText.Quantity(joint.Deviations), "Standard deviations in normal scores, along the direction in which the gap closes fastest.", flip, material);
        var chief = joint.Largest.Select(m => Prose.Of($"{BriefMaterial.Named(m.Parameter)} at its {Percentile(flip, m, material)} percentile"));
        return Prose.Of($"All parameters moved together by {far} standard deviations would, chiefly {chief.Aggregate((a, b) => Prose.Of($"{a}, {b}"))}.");
    }

    private static NumberNode Percentile(Flip flip, JointMove move, BriefMaterial material) =>
        Node($"flip {flip.Rival} together {move.Parameter}", $"Percentile of {BriefMaterial.Named(move.Parameter)} in the joint move", Ordinal(move.Level), "Its share of the direction.", flip, material);

    private static Prose Point(Flip flip, FlipPoint point, BriefMaterial material)
    {
        NumberNode Value(string which, double value, bool isShare) => Node($"flip {flip.Rival} {point.Kind} {point.Key} {which}", $"{BriefMaterial.Capital(point.Name)}: {which}", isShare ? NumberText.Percent(value) : NumberText.Quantity(value), "Found by halving, all else as it is, on common draws.", flip, material);
        NumberNode At(bool isShare = true) => Value("threshold", point.Threshold, isShare);
        NumberNode Now(bool isShare = true) => Value("now", point.Now, isShare);
        var way = point.Threshold > point.Now ? "more" : "less";
        return point.Kind switch
        {
            "class" when point.Threshold > Only => Prose.Of($"the class “{point.Name}” were the only one, not {Now()} of the outside view"),
            "class" => Prose.Of($"the class “{point.Name}” weighed {At()} of the outside view or {way}, not {Now()}"),
            "parameter" => Prose.Of($"{BriefMaterial.Named(point.Key)} were {At(false)} or {way}, its {Node($"flip {flip.Rival} level {point.Key}", $"Percentile of the threshold of {BriefMaterial.Named(point.Key)}", Ordinal(point.Level ?? 0), "The share of what is known of it that lies below.", flip, material)} percentile; its median is {Now(false)}"),
            "flag" => Prose.Of($"it were {At()} sure {Whether.Stated(point.Key)}, not {Now()}"),
            "rung" => Prose.Of($"the crisis stood at {point.Name} for certain, not {Now()}"),
            "covariate" => Prose.Of($"this were {(point.Threshold > point.Now ? "so" : "not so")}: {point.Name} ({At(false)} or {way}, not {Now(false)})"),
            _ => Prose.Of($"the game counted to the power {At(false)} or {way}, not {Now(false)} as past crises bore out"),
        };
    }

    private static NumberNode Node(string key, string label, string value, string formula, Flip flip, BriefMaterial material) => material.Numbers.Once(key, () =>
        new(label, value, Grounds.Computed, formula) { Inputs = [material.Chance(Outcome(flip.Leader, material)), material.Chance(Outcome(flip.Rival, material))], Place = "thresholds" });

    // "3rd", "97th"; the ends are named as what they are.
    private static string Ordinal(double level)
    {
        var whole = (int)Math.Clamp(Math.Round(level * 100, MidpointRounding.AwayFromZero), 1, 99);
        var ending = (whole % 10, whole / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };
        return $"{NumberText.Count((long)whole)}{ending}";
    }
}
