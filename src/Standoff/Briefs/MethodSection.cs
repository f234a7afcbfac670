using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Crises;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>How it is done, and what it cannot do.</summary>
internal static class MethodSection
{
    private const string Method = "class + covariates + game";
    private const string BaseRate = "base rate";
    private static readonly ResourceTable Lines = ResourceTable.Load("Briefs", "backtest-lines.tsv");
    private static readonly ResourceTable ArticleLines = ResourceTable.Load("Briefs", "article-lines.tsv");

    public static Section Write(BriefMaterial material) => new("method", "Method, limits and track record",
    [
        new Block.Bullets(
        [
            Prose.Words("Sentences are parsed and claims found with their source, hedge, kind, actors and time; every claim stands word for word at its place in the text."),
            Prose.Words("Claims that tell of the same thing form one item. Independent origins add up; an echo of the same origin does not count twice."),
            Prose.Words("An item moves at most one parameter, through a table of what it speaks for; commentators’ opinions move nothing."),
            Prose.Of($"A game of the two sides is solved for {material.Draws} draws of the parameters over {material.Horizon} weeks; its ratio of this case to the class tilts the class’s hazards, as far as past crises bore it out."),
            Prose.Words("Intervals hold 90\u202F% of the frequency among crises that the model cannot tell from this one."),
        ]),
        new Block.Heading("Track record"),
        new Block.Caution(Prose.Words("Classes and covariates were fitted to crises before a year and scored on those after it: they beat base rate and power alone on how crises end, and mostly on serious violence (evaluation/backtest). The game added nothing there and counts little. Forecasts from texts were scored on narratives of 86 past crises that nothing was learnt from (evaluation/narratives), which are histories and no news: what claims add leaves outcomes as they were (log loss 1.322 against 1.331) and helps on violence (0.733 against 0.831), which the base rate alone foretells no worse (0.691). " + OnArticles() + " On the eleven worked cases (crises) claims did not help. Read it with the base rates beside it.")),
        new Block.Table(Backtest(material)),
        new Block.Paragraph(Failures(material)),
        new Block.Heading("How to read a number"),
        new Block.Paragraph(Prose.Words("The letter after a number names its grounds: S sourced, from claims; I inferred from the text; A set by an analyst; D a default or a rate from past cases; C computed from others. Follow it to its derivation, from there to claims, from claims to sentences.")),
        new Block.Table(Words()),
    ]);

    // Each half by itself: the one was looked at, of the other only totals.
    private static string OnArticles() =>
        $"On {ArticleLines.Rows.Sum(r => r.Number("cases"))} crises told in articles that were written from memory as if on the day (evaluation/articles), the forecast was hardly better than its classes (log score {string.Join(" and ", ArticleLines.Rows.Select(r => $"{r["forecast"]} against {r["class"]}"))} in the two halves) and little better than with another case’s claims ({string.Join(" and ", ArticleLines.Rows.Select(r => r["placebo"]))}).";

    private static ImmutableArray<string> Cuts => [.. Lines.Columns.Skip(2)];

    private static Grid Backtest(BriefMaterial material) => new("Log loss on past crises after a year, fitted to those before it: how it ended / serious violence (less is better)",
        [new("Line"), .. Cuts.Select(c => new Column(BriefMaterial.Capital(c), true))],
        [.. Lines.Rows.Select(r => Row([Prose.Words(r["name"]), .. Cuts.Select(c => Prose.Number(Loss(r, c, material)))]))]);

    private static NumberNode Loss(ResourceRow line, string cut, BriefMaterial material) => material.Numbers.Once($"backtest {line["line"]} {cut}", () =>
        new($"Log loss of “{line["name"]}”, {cut}", line[cut], Grounds.Default, "How it ended, then serious violence; means over the cases after the year.") { Place = "evaluation/backtest" });

    // Where the method was worse than the base rate is said as plainly as where it was better.
    private static Prose Failures(BriefMaterial material)
    {
        var (method, rate) = (Lines.Rows.First(r => r["line"] == Method), Lines.Rows.First(r => r["line"] == BaseRate));
        var lost = Cuts.SelectMany(c => Pair(method[c]).Zip(Pair(rate[c]), (m, b) => m >= b).Select((isWorse, i) => (Cut: c, What: i == 0 ? "how it ended" : "serious violence", isWorse))).Where(f => f.isWorse).ToList();
        if (lost.Count == 0) return Prose.Words("The method was better than the base rate in every column.");
        var where = lost.Select(f => Prose.Of($"{f.What}, {f.Cut} ({Loss(method, f.Cut, material)} against {Loss(rate, f.Cut, material)})")).Aggregate((a, b) => Prose.Of($"{a}; {b}"));
        return Prose.Of($"It failed here, no better than the base rate: {where}.");
    }

    private static double[] Pair(string cell) => [.. cell.Split('/').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];

    private static Grid Words() => new("Likelihood words (ICD 203, first row)",
        [new("Words"), new("Range", true)],
        [.. Likelihood.Bands.Select(b => Row(Prose.Words(b.Words), Prose.Words(NumberText.Range(b.From, b.To))))]);
}
