using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.Backtest;

/// <summary>Prints one split: scores of every line, what each step of the method gains, reliability, and what was fitted.</summary>
internal sealed class Report(TextWriter output, string what, IReadOnlyList<PastCase> cases, int cutOff, Func<int, Method> methods)
{
    private const int Least = 10;
    private const int Swaps = 20;
    private const int Seed = 5;

    private static readonly (string Name, Func<Prediction, PastCase, double> Loss, Func<PastCase, bool> Knows)[] Measures =
    [
        ("outcome, log loss", Loss.LogOutcome, c => c.Outcome is not null),
        ("outcome, Brier", Loss.BrierOutcome, c => c.Outcome is not null),
        ("serious violence, log loss", Loss.LogSerious, c => c.Force is not null),
        ("serious violence, Brier", Loss.BrierSerious, c => c.Force is not null),
        ("force, ranked score", Loss.RankedForce, c => c.Force is not null),
    ];

    public void Write()
    {
        var before = cases.Where(c => c.Year < cutOff).ToArray();
        var after = cases.Where(c => c.Year >= cutOff).ToArray();
        output.WriteLine($"## {what}: fitted before {cutOff}, scored from {cutOff} on");
        output.WriteLine();
        output.WriteLine($"{before.Length} cases before ({Crises(before)} crises), {after.Length} after ({Crises(after)} crises).");
        output.WriteLine();
        if (before.Length == 0 || after.Length == 0) return;
        var method = methods(cutOff);
        Line[] lines = [Lines.BaseRate(before), Lines.PowerOnly(before), Lines.Forest(before), Lines.Boosting(before), .. method.Lines];
        Scores("All cases", lines, after);
        if (after.Any(c => c.Challenger is null)) Scores("Cases that one state triggered", lines, [.. after.Where(c => c.Challenger is not null)]);
        if (Crises(after) < after.Length) ByCrisis(lines, after);
        Gains(lines, after);
        Placebo(method, after);
        Reliabilities(lines[^1], after);
        Fitted(method);
    }

    private static int Crises(IEnumerable<PastCase> some) => some.Select(c => c.Crisis).Distinct().Count();

    private void Scores(string title, Line[] lines, PastCase[] after)
    {
        output.WriteLine($"### {title}");
        output.WriteLine();
        output.WriteLine($"| line | {string.Join(" | ", Measures.Select(m => m.Name))} |");
        output.WriteLine($"| --- |{string.Concat(Measures.Select(_ => " ---: |"))}");
        foreach (var line in lines)
            output.WriteLine($"| {line.Name} | {string.Join(" | ", Measures.Select(m => Number(after.Where(m.Knows).Select(c => m.Loss(line.Predict(c), c)).DefaultIfEmpty(double.NaN).Average())))} |");
        Print($"Outcome known in {after.Count(c => c.Outcome is not null)} cases, force in {after.Count(c => c.Force is not null)}.");
    }

    /// <summary>The log losses again, as means over crises: a war of coalitions is one crisis, however many states were in it.</summary>
    private void ByCrisis(Line[] lines, PastCase[] after)
    {
        output.WriteLine("### Each crisis counted once");
        output.WriteLine();
        output.WriteLine("| line | outcome, log loss | serious violence, log loss |");
        output.WriteLine("| --- | ---: | ---: |");
        foreach (var line in lines) output.WriteLine($"| {line.Name} | {Number(Loss.ByCrisis(after, line, Loss.LogOutcome, c => c.Outcome is not null))} | {Number(Loss.ByCrisis(after, line, Loss.LogSerious, c => c.Force is not null))} |");
        output.WriteLine();
    }

    /// <summary>Paired differences: each line against the base rate and power alone, each step of the method against the one before.</summary>
    private void Gains(Line[] lines, PastCase[] after)
    {
        output.WriteLine("### Paired differences of log loss, with 90 % intervals over crises (below 0 is better)");
        output.WriteLine();
        output.WriteLine("| line | against | outcome | serious violence |");
        output.WriteLine("| --- | --- | ---: | ---: |");
        var steps = lines[4..];
        foreach (var line in lines[1..]) Gain(line, lines[0], after);
        Gain(steps[^1], lines[1], after);
        Gain(steps[^1], lines[2], after);
        for (var k = 1; k < steps.Length; k++) Gain(steps[k], steps[k - 1], after);
        output.WriteLine();
    }

    private void Gain(Line line, Line other, PastCase[] after) =>
        output.WriteLine($"| {line.Name} | {other.Name} | {Difference(line, other, after, Measures[0])} | {Difference(line, other, after, Measures[2])} |");

    private static string Difference(Line line, Line other, PastCase[] after, (string Name, Func<Prediction, PastCase, double> Loss, Func<PastCase, bool> Knows) measure)
    {
        return Bootstrap.Mean([.. after.Where(measure.Knows).Select(c => (c.Crisis, measure.Loss(line.Predict(c), c) - measure.Loss(other.Predict(c), c)))]).Signed;
    }

    /// <summary>Covariates swapped between the scored cases must gain nothing over the class.</summary>
    private void Placebo(Method method, PastCase[] after)
    {
        var random = new Random(Seed);
        var (outcome, serious) = (0.0, 0.0);
        for (var swap = 0; swap < Swaps; swap++)
        {
            var order = Enumerable.Range(0, after.Length).ToArray();
            random.Shuffle(order);
            var place = new Dictionary<PastCase, int>(ReferenceEqualityComparer.Instance);
            for (var i = 0; i < after.Length; i++) place[after[i]] = i;
            var line = method.Swapped(c => [.. c.Covariates.Select((x, j) => CovariateTable.IsStep(j) ? x : after[order[place[c]]].Covariates[j])]);
            outcome += after.Where(Measures[0].Knows).Average(c => Measures[0].Loss(line.Predict(c), c)) / Swaps;
            serious += after.Where(Measures[2].Knows).Average(c => Measures[2].Loss(line.Predict(c), c)) / Swaps;
        }
        Print($"Placebo: with the covariates of another case of the same years (mean of {Swaps} swaps) log loss is {Number(outcome)} for outcomes and {Number(serious)} for serious violence; class + date is the line that it must not beat.");
    }

    private void Reliabilities(Line line, PastCase[] after)
    {
        Reliable("Reliability, outcomes (each of the four)", after.Where(c => c.Outcome is not null)
            .SelectMany(c => line.Predict(c).Outcome.Select((p, k) => (c.Crisis, p, c.Outcome == k))));
        Reliable("Reliability, serious violence", after.Where(c => c.Force is not null).Select(c => (c.Crisis, line.Predict(c).Serious, c.Force >= PastCase.Serious)));
    }

    private void Reliable(string title, IEnumerable<(int, double, bool)> forecasts)
    {
        output.WriteLine($"### {title}");
        output.WriteLine();
        output.WriteLine("| forecasts | crises | mean forecast | observed | joint 90 % interval | |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var bin in Reliability.Of(forecasts))
        {
            var verdict = bin.N < Least ? "fewer than ten" : bin.Holds ? "" : "excludes the forecast";
            output.WriteLine($"| {bin.N} | {bin.Crises} | {Number(bin.Forecast)} | {Number(bin.Observed)} | {Number(bin.Low)} to {Number(bin.High)} | {verdict} |");
        }
        output.WriteLine();
    }

    /// <summary>What was fitted, with what the data added to the priors.</summary>
    public void Fitted(Method method)
    {
        output.WriteLine("### Fitted forward in time before the cut-off");
        output.WriteLine();
        output.WriteLine("| number | prior | posterior | contraction | |");
        output.WriteLine("| --- | ---: | ---: | ---: | --- |");
        foreach (var number in method.Fitted)
            output.WriteLine($"| {number.Name} | {Number(number.PriorMean)} ± {Number(number.PriorDeviation)} | {Number(number.Estimate)} ± {Number(number.Deviation)} | {Number(number.Contraction)} | {(number.IsIdentified ? "identified" : "prior only")} |");
        var rank = method.Fit.Rank([.. method.Fitted.Select(f => f.Estimate)]);
        Print($"Rank of the information that the data add: {rank} of {TiltFit.Width}. The game enters with exponent {(method.Fitted[0].IsIdentified ? Number(method.Exponent) : "of its prior, as no case tells of its start")}, the discrepancy is {Number(method.Discrepancy)}.");
        output.WriteLine(FormattableString.Invariant($"After the cut-off the level of outcomes may step every {method.Drift.Span} years, with a ridge of {method.Drift.Ridge}."));
        output.WriteLine();
        output.WriteLine("| weight of | outcomes | force |");
        output.WriteLine("| --- | ---: | ---: |");
        var (outcome, force) = (method.Covariates.OutcomeWeights, method.Covariates.ForceWeights);
        output.WriteLine($"| the class alone | {Number(1 - outcome.Sum())} | {Number(1 - force.Sum())} |");
        for (var m = 0; m < ModelGrid.Count; m++) output.WriteLine($"| {ModelGrid.Name(m)} | {Number(outcome[m])} | {Number(force[m])} |");
        output.WriteLine();
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    // A paragraph after a table or a list.
    private void Print(string line)
    {
        output.WriteLine();
        output.WriteLine(line);
        output.WriteLine();
    }
}
