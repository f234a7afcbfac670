using Standoff.Backtest.Sources;

namespace Standoff.NarrativeEvaluation;

/// <summary>Prints what the program makes of the narratives.</summary>
internal static class NarrativeReport
{
    public static void Write(TextWriter output, string data, bool isListed)
    {
        var scores = Narrative.All(data).Select(PairScore.Of).ToList();
        if (isListed)
            foreach (var s in scores.Where(s => s.Narrative.IsForDevelopment))
                output.WriteLine($"## {s.Narrative.Number} {s.Narrative.Name} {s.Narrative.Day:yyyy-MM-dd} {s.Verdict}: {s.Crisis?.Title} ({string.Join("; ", s.Narrative.Pairs.Select(p => $"{p.Challenger.Name} > {p.Target.Name}"))})\n{s.Narrative.Text}\n");
        foreach (var half in scores.GroupBy(s => s.Narrative.IsForDevelopment).OrderByDescending(g => g.Key))
            output.WriteLine($"{(half.Key ? "develop" : "report")}: {half.Count()} crises; {string.Join(", ", Enum.GetValues<PairVerdict>().Select(v => $"{v} {half.Count(s => s.Verdict == v)}"))}");
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

    private static readonly int[] CutOffs = [1960, 1975];
}
