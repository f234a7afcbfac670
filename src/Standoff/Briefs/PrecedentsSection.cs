using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;
using Standoff.Forecasts;
using static Standoff.Briefs.OutcomesSection;

namespace Standoff.Briefs;

/// <summary>Past crises of the kind, by name, and how often they ended which way: what the forecast starts from.</summary>
internal static class PrecedentsSection
{
    private const int Most = 12;
    private const int MostAtOnce = 6;

    public static Section Write(BriefMaterial material)
    {
        var nearest = Nearest(material);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Block.Paragraph(Prose.Words("The forecast starts from how crises of this kind ended. What names, dates, claims and the game say of this one only tilts it.")));
        if (!nearest.IsEmpty) blocks.AddRange(new Block.Paragraph(Tally(nearest, material)), new Block.Table(Crises(nearest, material)));
        blocks.Add(new Block.Table(Rates(material)));
        blocks.Add(new Block.Paragraph(Prose.Words("Force in these crises is the severity of violence that International Crisis Behavior codes: minor clashes and most serious clashes count as limited strikes, a third of the serious ones as a raid, war, or a removal by force after serious clashes, as an invasion. “Invasion or war” means the same in the forecast; ended and used force are counted apart, so that one crisis may stand in both.")));
        blocks.Add(new Block.Fold("What the classes are, why they fit, and their limits", [new Block.Facts([.. Letters(material).Select(c => new Fact($"{c.Letter} {c.Class.Name}", Prose.Words(Described(c.Class))))])]));
        return new Section("precedents", "Crises like this one", blocks.ToImmutable());
    }

    /// <summary>The same at a glance: how many cases, how they ended, and which are most like this one.</summary>
    public static IEnumerable<Block> AtOnce(BriefMaterial material)
    {
        var classes = Letters(material).ToList();
        if (classes.Count == 0) yield break;
        yield return new Block.Table(new Grid("How crises like this one ended: cases of each reference class, with the 90\u202F% interval of the rate",
            [new("They ended so"), .. classes.Select(c => new Column($"{c.Letter} {c.Class.Name}: {NumberText.Count((long)c.Class.N)} cases", true))],
            [
                .. Ended(classes, r => r.N == 0, material),
                Row([Prose.Words("None of these endings"), .. classes.Select(c => Left(c.Class) >= 1 ? Prose.Number(TalliedRest(c.Class, material)) : Prose.Words("–"))]),
                .. Ended(classes, r => r.N > 0, material),
            ])
        { IsDense = true });
        if (Nearest(material) is { IsEmpty: false } nearest)
            yield return new Block.Paragraph(Prose.Words($"Most like this one: {string.Join("; ", nearest.Take(MostAtOnce).Select(c => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Crisis.Name}, {c.Crisis.Year} ({BriefMaterial.EndingName(c.Crisis.Ending).ToLowerInvariant()})")))}. The forecast starts from these classes; what names, dates, claims and the game say of this case tilts it."));
    }

    // A line for each ending, or for each way to force, of any class.
    private static IEnumerable<ImmutableArray<Prose>> Ended(IReadOnlyList<(string Letter, ClassRate Class)> classes, Func<ClassRateRow, bool> holds, BriefMaterial material) =>
        classes.SelectMany(c => Gravest(c.Class)).Where(holds).Select(r => r.Name).Distinct().Select(n =>
            Row([Prose.Words(BriefMaterial.Capital(Short(n))), .. classes.Select(c => Gravest(c.Class).FirstOrDefault(r => r.Name == n) is { } row ? Prose.Number(Tallied(c.Class, row, material)) : Prose.Words("–"))]));

    /// <summary>How the crises of each class ended, a line each.</summary>
    public static IEnumerable<string> Lines(BriefMaterial material) => material.Forecast.Classes.Where(c => c.Weight > 0).Select(c =>
        $"{c.Name}, {NumberText.Count((long)c.N)} cases: {string.Join(", ", c.Rates.Where(r => r.N == 0 && r.Count > 0).OrderByDescending(r => r.Count).Select(r => $"{r.Name} {NumberText.Count(r.Count)}").Concat(None(c)))}");

    // What the class does not count as an ending, or had none of.
    private static IEnumerable<string> None(ClassRate rate)
    {
        if (Left(rate) is >= 1 and var left) yield return $"none of these {NumberText.Count(left)}";
    }

    private static double Left(ClassRate rate) => rate.N - rate.Rates.Where(r => r.N == 0).Sum(r => r.Count);

    private static NumberNode TalliedRest(ClassRate rate, BriefMaterial material) => material.Numbers.Once($"tally {rate.Key} rest", () =>
        new($"None of these endings: cases in “{rate.Name}”", $"{NumberText.Count(Left(rate))} of {NumberText.Count((long)rate.N)}", Grounds.Default, "What the endings counted in this class leave: other endings, and none within two years.") { Inputs = [.. rate.Rates.Where(r => r.N == 0).Select(r => material.Rate(rate, r))], Place = rate.Citation });

    // Endings, and of force the gravest level alone.
    private static IEnumerable<ClassRateRow> Gravest(ClassRate rate) => rate.Rates.Where(r => r.N == 0).Concat(rate.Rates.Where(r => r.N > 0 && r.Key.EndsWith(nameof(Force.Invasion), StringComparison.Ordinal)));

    private static string Short(string name) => name.Replace("greatest force after it ", "then ", StringComparison.Ordinal);

    private static NumberNode Tallied(ClassRate rate, ClassRateRow row, BriefMaterial material) => material.Numbers.Once($"tally {rate.Key} {row.Key}", () =>
        new($"{BriefMaterial.Capital(row.Name)}: cases in “{rate.Name}”", $"{NumberText.Count(row.Count)} of {NumberText.Count((long)(row.N > 0 ? row.N : rate.N))}", Grounds.Default, "Counted; the interval is that of the rate (Jeffreys).") { Interval = NumberText.Interval(row.Rate), Inputs = [material.Rate(rate, row)], Place = rate.Citation });

    private static IEnumerable<(string Letter, ClassRate Class)> Letters(BriefMaterial material) => material.Forecast.Classes.Select((c, i) => (((char)('A' + i)).ToString(), c));

    // A crisis of several classes stands once, with the letters of all of them; what belongs to more of the outside view comes first.
    private static ImmutableArray<(PastCrisis Crisis, string Classes, string Citation)> Nearest(BriefMaterial material) =>
        [.. Letters(material).Where(c => c.Class.Weight > 0 && !c.Class.Nearest.IsDefault).SelectMany(c => c.Class.Nearest.Select(p => (Crisis: p, c.Letter, c.Class))).GroupBy(c => c.Crisis)
            .OrderByDescending(g => Math.Round(100 * g.Sum(c => c.Class.Weight))).ThenBy(g => g.Key.Distance).ThenByDescending(g => g.Key.Year).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Target, StringComparer.Ordinal).Take(Most)
            .Select(g => (g.Key, string.Join(' ', g.Select(c => c.Letter)), g.First().Class.Citation))];

    private static Prose Tally(ImmutableArray<(PastCrisis Crisis, string Classes, string Citation)> nearest, BriefMaterial material)
    {
        var endings = nearest.GroupBy(c => c.Crisis.Ending).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => Prose.Of($"{BriefMaterial.EndingName(g.Key).ToLowerInvariant()} {Counted($"ended {g.Key}", $"Listed crises that ended in {BriefMaterial.EndingName(g.Key).ToLowerInvariant()}", g.Count(), material)}"));
        var violent = Counted("violent", "Listed crises with serious clashes or war", nearest.Count(c => c.Crisis.Violence is "serious clashes" or "war"), material);
        return Prose.Of($"Of the {Counted("all", "Past crises listed by name", nearest.Length, material)} listed here: {Joined(endings)}. Serious clashes or war: {violent}. First come those that belong to most of the classes, then those most alike in what shifts the rates; how they ended is as the classes count it.");
    }

    private static Prose Joined(IEnumerable<Prose> parts) => parts.Aggregate((a, b) => Prose.Of($"{a}, {b}"));

    private static NumberNode Counted(string key, string label, int count, BriefMaterial material) =>
        material.Count($"precedents {key}", label, count, "Rows of the table of past crises.", [], "table of past crises");

    private static Grid Crises(ImmutableArray<(PastCrisis Crisis, string Classes, string Citation)> nearest, BriefMaterial material) => new(
        "The past crises most like this one",
        [new("Crisis"), new("Sides"), new("Counted as"), new("Violence"), new("Weeks", true), new("Class")],
        [.. nearest.Select(c => Row(Prose.Words(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{c.Crisis.Name}, {c.Crisis.Year}")), Prose.Words($"{c.Crisis.Challenger} v. {c.Crisis.Target}"),
            Prose.Words(BriefMaterial.EndingName(c.Crisis.Ending)), Prose.Words(c.Crisis.Violence), Prose.Number(Weeks(c.Crisis, c.Citation, material)), Prose.Words(c.Classes)))]);

    private static NumberNode Weeks(PastCrisis crisis, string citation, BriefMaterial material) => material.Numbers.Once($"weeks {crisis.Name} {crisis.Year} {crisis.Target}", () =>
        new($"Weeks of “{crisis.Name}” for {Articles.With(crisis.Target)}", NumberText.Count(Math.Max(1, (long)Math.Round(crisis.Weeks, MidpointRounding.AwayFromZero))), Grounds.Default, "From its trigger to its end.") { Place = citation });

    private static Grid Rates(BriefMaterial material)
    {
        var classes = Letters(material).ToList();
        var names = classes.SelectMany(c => c.Class.Rates).Select(r => r.Name).Distinct();
        return new Grid("How often it ended which way in the reference classes", [new("Ending or force"), .. classes.Select(c => new Column($"{c.Letter} {c.Class.Name}", true))],
            [Row([Prose.Words("Weight in the outside view"), .. classes.Select(c => Prose.Number(material.ClassWeight(c.Class)))]),
             Row([Prose.Words("Cases"), .. classes.Select(c => Prose.Number(material.ClassSize(c.Class)))]),
             .. names.Select(n => Row([Prose.Words(BriefMaterial.Capital(n)), .. classes.Select(c => Cell(c.Class, n, material))]))]);
    }

    private static Prose Cell(ClassRate rate, string name, BriefMaterial material) =>
        rate.Rates.FirstOrDefault(r => r.Name == name) is { } row ? Prose.Number(material.Rate(rate, row)) : Prose.Words("–");

    private static string Described(ClassRate rate) => BriefMaterial.Sentences(
        rate.Reason.StartsWith(rate.Name + ": ", StringComparison.Ordinal) ? rate.Reason[(rate.Name.Length + 2)..] : rate.Reason,
        rate.Reason.Contains(rate.Definition, StringComparison.Ordinal) ? "" : rate.Definition,
        rate.Era,
        Named(rate),
        rate.Citation,
        rate.Warning.Length > 0 ? $"Limits: {rate.Warning}" : "");

    private static string Named(ClassRate rate) => rate.Named == 0 ? "" : rate.Named < rate.N ? $"The latest {NumberText.Count((long)rate.Named)} are known by name" : "All are known by name";
}
