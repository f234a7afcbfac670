using System.Globalization;
using System.Text;
using Standoff.Forecasts;

namespace Standoff.CaseEvaluation;

/// <summary>The table of steps by case, and what each step gains over all of them.</summary>
internal static class AblationReport
{
    private const int Samples = 4000;
    private const int Seed = 17;
    private const double Least = 1e-4;

    // Of many cases a few others each tell as much as all.
    private const int Many = 20;
    private const int FewOthers = 4;

    private static readonly double[] ForceBounds = [0, 0.2, 0.3, 0.4, 1];

    public static string Of(IReadOnlyList<WorkedCase> cases, string folder)
    {
        var told = cases.Select(Ablation.Of).ToArray();
        var steps = told.Select(t => t.Steps).ToArray();
        var placebo = cases.Select((c, i) => Others(cases, i).Select(o => Ablation.Swapped(c, o)).ToArray()).ToArray();
        var text = new StringBuilder($"""
            # What each step gains

            Written by `dotnet run -c Release --project evaluation/Standoff.CaseEvaluation -- {folder}`. Log score of what came about within 26 weeks, −ln p; lower is better.
            *Class*: the reference classes alone. *Covariates*: what names, demand and date set apart. *Claims*: what else shifts the classes
            by what was reported. *Game*: the parameters that claims moved, through the game, with its own error, and where the crisis stands; this is the forecast. *Placebo*: the forecast with the claims of
            another case, mean over {(cases.Count > Many ? $"{FewOthers} others" : "all others")}; claims that tell nothing of a case's own ending score no worse.

            The {cases.Count} cases were chosen by hand and their reports written for the purpose: the intervals, over resampled cases, are wide, and the cases are no sample of anything.

            | case | what came | {string.Join(" | ", Ablation.Steps)} | placebo |
            | --- | --- |{string.Concat(Ablation.Steps.Select(_ => " ---: |"))} ---: |

            """.ReplaceLineEndings("\n"));
        for (var i = 0; i < cases.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"| {cases[i].Key} | {cases[i].Outcome} | {string.Join(" | ", steps[i].Select(s => Number(Score(s))))} | {Number(placebo[i].Average(Score))} |\n");
        var columns = Ablation.Steps.Select((_, k) => steps.Select(s => Score(s[k])).ToArray()).ToArray();
        var swapped = placebo.Select(p => p.Average(Score)).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"| **mean** | | {string.Join(" | ", columns.Select(c => Number(c.Average())))} | {Number(swapped.Average())} |\n\n");
        text.Append("| step | against | mean difference (below 0 is better) | 90 % interval over cases |\n| --- | --- | ---: | --- |\n");
        for (var k = 1; k < columns.Length; k++) Gain(text, Ablation.Steps[k], Ablation.Steps[k - 1], columns[k], columns[k - 1]);
        Gain(text, "the whole", "class", columns[^1], columns[0]);
        Gain(text, "the whole", "placebo", columns[^1], swapped);
        Gain(text, "placebo", "+ covariates", swapped, columns[1]);
        var shares = cases.CountBy(c => c.Outcome).Sum(g => -g.Value * Math.Log((double)g.Value / cases.Count)) / cases.Count;
        text.Append(CultureInfo.InvariantCulture, $"\nA forecast of every case by how often each outcome came in these very cases would score {Number(shares)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"\nForce on the target's soil by then, Brier score: {Number(cases.Zip(steps, (c, s) => Brier(s[^1], c)).Average())} with the case's own claims, {Number(cases.Zip(placebo, (c, p) => p.Average(t => Brier(t, c))).Average())} with another's.\n");
        Outcomes(text, cases, told.SelectMany(t => t.All));
        text.Append("\n| force, said | cases | on average | came |\n| --- | ---: | ---: | ---: |\n");
        for (var k = 1; k < ForceBounds.Length; k++) Reliability(text, ForceBounds[k - 1], ForceBounds[k], [.. cases.Zip(steps, (c, s) => (s[^1].Force, c.IsForce))]);
        return text.ToString();
    }

    // How often each came, and in how many of the cases it was forecast to come.
    private static void Outcomes(StringBuilder text, IReadOnlyList<WorkedCase> cases, IEnumerable<Outcome> all)
    {
        text.Append("\n| outcome | forecast in | came in |\n| --- | ---: | ---: |\n");
        foreach (var outcome in all.GroupBy(o => o.Key))
            text.Append(CultureInfo.InvariantCulture, $"| {outcome.Key} | {outcome.Sum(o => o.Estimate.Mean):0.0} | {cases.Count(c => c.Outcome == outcome.Key)} |\n");
    }

    private static void Reliability(StringBuilder text, double low, double high, IReadOnlyList<(double Said, bool Came)> all)
    {
        var within = all.Where(f => low <= f.Said && f.Said < high).ToList();
        if (within.Count > 0) text.Append(CultureInfo.InvariantCulture, $"| {low:0%} to {high:0%} | {within.Count} | {Number(within.Average(f => f.Said))} | {within.Count(f => f.Came)} |\n");
    }

    // All other cases, or as many as are enough, evenly spread.
    private static IEnumerable<WorkedCase> Others(IReadOnlyList<WorkedCase> cases, int own)
    {
        var count = cases.Count > Many ? FewOthers : cases.Count - 1;
        return Enumerable.Range(0, count).Select(k => cases[(own + 1 + (k * (cases.Count - 1) / count)) % cases.Count]);
    }

    private static void Gain(StringBuilder text, string step, string against, double[] one, double[] other)
    {
        var differences = one.Zip(other, (a, b) => a - b).ToArray();
        var random = new Random(Seed);
        var means = Enumerable.Range(0, Samples).Select(_ => Enumerable.Range(0, differences.Length).Average(_ => differences[random.Next(differences.Length)])).Order().ToArray();
        text.Append(CultureInfo.InvariantCulture, $"| {step} | {against} | {Signed(differences.Average())} | {Signed(means[Samples / 20])} to {Signed(means[^(Samples / 20)])} |\n");
    }

    private static double Score(Told told) => -Math.Log(Math.Max(Least, told.Outcome));

    private static double Brier(Told told, WorkedCase item) => Math.Pow(told.Force - (item.IsForce ? 1 : 0), 2);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Signed(double value) => Math.Round(value, 2).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}
