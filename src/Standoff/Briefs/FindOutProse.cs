using System.Collections.Immutable;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.Briefs;

/// <summary>What to find out next, as a list for those who collect: what it is expected to move, and what it rests on today.</summary>
internal static class FindOutProse
{
    private const int Most = 8;
    private const int Least = 3;
    private const int MostRungs = 3;
    private const double HalfPoint = NumberText.HalfPoint;

    public static IEnumerable<Block> Write(BriefMaterial material)
    {
        var findings = material.Forecast.Findings;
        if (findings.IsDefaultOrEmpty && material.Ledger.Contradictions.IsDefaultOrEmpty) yield break;
        yield return new Block.Heading("What to find out next");
        var worth = findings.IsDefault ? [] : findings.Take(Most).Where((f, i) => i < Least || f.Points >= HalfPoint).ToImmutableArray();
        var open = material.Ledger.Contradictions.Where(c => worth.All(f => f.Key != c.First && f.Key != c.Second)).Take(2)
            .Select(c => Prose.Of($"Find out which of two is so: {material.Links(material.Item(c.First)?.Claims ?? [])} or {material.Links(material.Item(c.Second)?.Claims ?? [])}. {c.Reason}"));
        yield return new Block.Bullets([.. worth.Select(f => Item(f, material)), .. open], Ordered: true);
        if (worth.Any(f => f.Points < HalfPoint)) yield return new Block.Paragraph(Prose.Words("In order of what knowing it is expected to tell. What is not listed would be expected to move no outcome by half a point; the base rates of the classes can't be found out from reports."));
        else yield return new Block.Paragraph(Prose.Words("In order of what knowing it is expected to tell of the outcomes as a whole; the base rates of the classes can't be found out from reports."));
    }

    private static Prose Item(Finding finding, BriefMaterial material) =>
        Prose.Of($"Find out {Question(finding, material)}: it would be expected to move “{InfluenceSection.OutcomeName(material, finding.Outcome)}” by {Points(finding, material)}. {Answers(finding, material)} {Today(finding, material)}");

    private static Prose Question(Finding finding, BriefMaterial material) => finding.Kind == "item"
        ? Prose.Of($"whether this is so: {new Inline.Quote(finding.Name)} {material.Links(finding.Claims)}")
        : Prose.Of($"{new Inline.Strong(Whether.Of(finding.Key))}");

    private static NumberNode Points(Finding finding, BriefMaterial material) => material.Numbers.Once($"finding {finding.Kind} {finding.Key}", () =>
        new($"Expected change of “{InfluenceSection.OutcomeName(material, finding.Outcome)}” once it is known {Subject(finding)}", Size(finding.Points), Grounds.Computed,
            $"Over the possible answers by how likely each is, the absolute change of the outcome; standard error {NumberText.Error(finding.Error)}. The answer and the outcomes share {NumberText.Quantity(finding.Information)} nats.")
        {
            Inputs = [.. Inputs(finding, material), .. material.Forecast.Headline.Where(o => o.Key == finding.Outcome).Select(material.Chance)],
            Claims = material.Known(finding.Claims),
            Place = "value of information",
        });

    private static IEnumerable<NumberNode> Inputs(Finding finding, BriefMaterial material) => finding.Kind switch
    {
        "parameter" => material.Crisis.Parameters.Where(p => p.Name == finding.Key).Select(material.Value),
        "flag" => material.Crisis.Flags.Where(f => f.Name == finding.Key).Select(material.Flag),
        "item" when material.Item(finding.Key) is { } item => [material.Belief(item)],
        _ => [],
    };

    private static string Subject(Finding finding) => finding.Kind == "item" ? $"whether {finding.Key} is so" : Whether.Of(finding.Key);

    private static Prose Answers(Finding finding, BriefMaterial material)
    {
        var answers = finding.Answers;
        return finding.Kind switch
        {
            "parameter" => Prose.Of($"From {Then(finding, answers[0], "low", material)} at the low end of what is thought possible to {Then(finding, answers[^1], "high", material)} at the high end."),
            "rung" => Prose.Of($"{answers.OrderByDescending(a => a.Weight).Take(MostRungs).Select(a => Prose.Of($"{BriefMaterial.Capital(a.Text)}: {Then(finding, a, a.Text, material)}")).Aggregate((a, b) => Prose.Of($"{a}; {b}"))}."),
            _ => Prose.Of($"If so, {Then(finding, answers[0], "so", material)}; if not, {Then(finding, answers[^1], "not so", material)}."),
        };
    }

    private static NumberNode Then(Finding finding, Answer answer, string which, BriefMaterial material) => material.Numbers.Once($"finding {finding.Kind} {finding.Key} {which}", () =>
        new($"“{InfluenceSection.OutcomeName(material, finding.Outcome)}” if the answer is: {which}", NumberText.Percent(answer.Then), Grounds.Computed, "The outcome’s mean on the common draws with the answer in place of what is known now.")
        {
            Inputs = [Points(finding, material)],
        });

    private static Prose Today(Finding finding, BriefMaterial material)
    {
        var claims = material.Known(finding.Claims);
        if (finding.Kind == "covariate") return Prose.Words("No claim tells; it stands at the classes’ mean.");
        if (claims.IsEmpty) return Prose.Words("No claim speaks of it today; it stands at its default.");
        if (finding.Kind == "item") return Prose.Of($"Today it rests on {(finding.Origins == 1 ? "one source" : "sources that others contradict")}.");
        return Prose.Of($"Today it rests on {Prose.Claims(claims)}.");
    }

    private static string Size(double points) => points < HalfPoint ? $"under 1\u202Fpoint" : $"about {NumberText.Points(points).TrimStart('+')}";
}
