using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>Prints what the program makes of the narratives.</summary>
internal static class NarrativeReport
{
    private static readonly int[] CutOffs = [1960, 1975];

    /// <summary>Which sides are found in texts that name none to the program.</summary>
    /// <param name="output">Takes the tables.</param>
    /// <param name="data">Folder of the data.</param>
    /// <param name="isListed">Whether to print the half for development case by case instead.</param>
    public static void WriteSides(TextWriter output, string data, bool isListed)
    {
        var scores = Narrative.All(data).Select(PairScore.Of).ToList();
        if (isListed)
        {
            foreach (var s in scores.Where(s => s.Narrative.IsForDevelopment))
                output.WriteLine($"## {s.Narrative.Number} {s.Narrative.Name} {s.Narrative.Day:yyyy-MM-dd} {s.Verdict}: {s.Crisis?.Title} ({string.Join("; ", s.Narrative.Pairs.Select(p => $"{p.Challenger.Name} > {p.Target.Name}"))})\n{s.Narrative.Text}\n");
            return;
        }
        output.WriteLine("| half | crises | both names in the text | right | reversed | wrong | none | right, no guess | reversed or wrong, no guess |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, half) in Halves(scores))
            output.WriteLine($"| {name} | {half.Count} | {half.Count(s => s.IsReachable)} | {string.Join(" | ", Enum.GetValues<PairVerdict>().Select(v => half.Count(s => s.Verdict == v)))} | {half.Count(s => s.Verdict == PairVerdict.Right && !s.IsGuess)} | {half.Count(s => s.Verdict is PairVerdict.Reversed or PairVerdict.Wrong && !s.IsGuess)} |");
    }

    /// <summary>What the forecasts of crises are worth whose two sides were found.</summary>
    /// <param name="output">Takes the tables.</param>
    /// <param name="data">Folder of the data.</param>
    /// <param name="isForDevelopment">Whether to score the half for development alone.</param>
    public static void WriteForecasts(TextWriter output, string data, bool isForDevelopment)
    {
        var files = new DataFiles(data);
        var coded = IcbCases.Read(files, new CovariateSources(new States(files)));
        foreach (var (name, half) in Halves([.. Narrative.All(data).Where(n => n.IsForDevelopment || !isForDevelopment).Select(PairScore.Of)]))
        {
            output.WriteLine($"\n### Half for {name}");
            ForecastScores.Write(output, [.. half.Where(s => s.Verdict == PairVerdict.Right).Select(s => (s, CodedOf(s, coded))).Where(c => c.Item2 is not null).Select(c => (c.s, c.Item2!))], coded);
        }
    }

    private static IEnumerable<(string Name, List<PairScore> Scores)> Halves(List<PairScore> scores) =>
        scores.GroupBy(s => s.Narrative.IsForDevelopment).OrderByDescending(g => g.Key).Select(g => (g.Key ? "development" : "the report", g.ToList()));

    private static PastCase? CodedOf(PairScore score, List<PastCase> coded) => score.Pair is { } pair
        ? coded.FirstOrDefault(c => c.Crisis == score.Narrative.Number && c.Target == pair.Target.Cow && c.Challenger == pair.Challenger.Cow) : null;

    /// <summary>The half that rules may be made on, case by case: the act that is coded, the rung that was read, and what was read of acts.</summary>
    public static void WriteActs(TextWriter output, string data)
    {
        var files = new DataFiles(data);
        var coded = IcbCases.Read(files, new CovariateSources(new States(files))).ToLookup(c => c.Crisis);
        foreach (var c in Narrative.All(data).Where(n => n.IsForDevelopment).Select(n => ReadCase.Of(n, coded)).OfType<ReadCase>())
        {
            output.WriteLine($"## {c.Narrative.Number} {c.Narrative.Name} {c.Narrative.Day:yyyy-MM-dd} {c.Crisis.Title}, coded {c.Coded.Rung}, read {c.Crisis.Present.Mode} {c.Crisis.Present.Weights[(int)c.Crisis.Present.Mode]:0.00}\n{c.Narrative.Text}");
            foreach (var use in c.Crisis.Uses.Where(u => u.Route == Route.State || u.Target == "violent-act")) output.WriteLine($"- {use.Target} by {use.Row}: {c.Ledger.Items.First(i => i.Alias == use.Item).Statement}");
            output.WriteLine();
        }
    }

    /// <summary>What is read of a case whose two sides are named, against what is coded, and what it is worth.</summary>
    public static void WriteReading(TextWriter output, string data)
    {
        var files = new DataFiles(data);
        var coded = IcbCases.Read(files, new CovariateSources(new States(files)));
        var byCrisis = coded.ToLookup(c => c.Crisis);
        var cases = Narrative.All(data).Select(n => ReadCase.Of(n, byCrisis)).OfType<ReadCase>().ToList();
        foreach (var half in cases.GroupBy(s => s.Narrative.IsForDevelopment).OrderByDescending(g => g.Key))
        {
            output.WriteLine($"\n## {(half.Key ? "Half for development" : "Half for the report")}: {half.Count()} crises\n");
            Agreement.Write(output, [.. half]);
            foreach (var cutOff in CutOffs) new ForwardScores(output, coded, [.. half]).Write(cutOff);
        }
        output.WriteLine("\n## Both halves");
        foreach (var cutOff in CutOffs) new ForwardScores(output, coded, cases).Write(cutOff);
    }

}
