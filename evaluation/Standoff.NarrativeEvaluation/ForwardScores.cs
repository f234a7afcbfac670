using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
using Standoff.Backtest.Sources;
using Standoff.Crises;

namespace Standoff.NarrativeEvaluation;

/// <summary>
/// What covariates are worth as they were read: the back-test's method fitted to coded crises before a year, asked of later narratives with
/// covariates as coded, as read, and as names and date alone tell them.
/// </summary>
internal sealed class ForwardScores(TextWriter output, IReadOnlyList<PastCase> coded, IReadOnlyList<ReadCase> read)
{
    private const int Seed = 23;
    private const int Swaps = 20;

    private readonly GameTilts _tilts = new();

    public void Write(int cutOff)
    {
        var before = coded.Where(c => c.Year < cutOff).ToArray();
        var after = read.Where(c => c.Coded.Year >= cutOff).ToArray();
        var method = Method.Before(coded, cutOff, _tilts);
        var (rate, @class, line) = (Lines.BaseRate(before), method.Classes.Line("class"), method.Lines[2]);
        (string Name, Func<ReadCase, Prediction> Of)[] lines =
        [
            ("base rate", c => rate.Predict(c.Coded)), ("class, nothing read", c => @class.Predict(c.Named)), ("class as read", c => @class.Predict(c.Read)), ("class as coded", c => @class.Predict(c.Coded)),
            ("names and date", c => line.Predict(c.Named)), ("as read", c => line.Predict(c.Read)), ("text as coded", c => line.Predict(c.CodedText)), ("all as coded", c => line.Predict(c.Coded)),
        ];
        output.WriteLine($"\nFitted before {cutOff}, {after.Length} narratives from then on.\n\n| line | outcome | against base rate | serious violence | against base rate |\n| --- | ---: | --- | ---: | --- |");
        foreach (var (name, of) in lines) output.WriteLine($"| {name} | {Mean(after, of, Outcome)} | {Difference(after, of, lines[0].Of, Outcome)} | {Mean(after, of, Violence)} | {Difference(after, of, lines[0].Of, Violence)} |");
        output.WriteLine($"| as read, of another crisis | {Placebo(after, line, Outcome)} | | {Placebo(after, line, Violence)} | |");
        output.WriteLine($"\nAs read against names and date: outcome {Difference(after, lines[5].Of, lines[4].Of, Outcome)}, serious violence {Difference(after, lines[5].Of, lines[4].Of, Violence)}. As coded against as read: {Difference(after, lines[6].Of, lines[5].Of, Outcome)}, {Difference(after, lines[6].Of, lines[5].Of, Violence)}.");
    }

    // What was read of another crisis in place of one's own, names and date staying.
    private static string Placebo(ReadCase[] after, Line line, Func<PastCase, Prediction, double?> loss)
    {
        var random = new Random(Seed);
        var sum = 0.0;
        for (var swap = 0; swap < Swaps; swap++)
        {
            var order = Enumerable.Range(0, after.Length).ToArray();
            random.Shuffle(order);
            sum += after.Select((c, i) => loss(c.Coded, line.Predict(Swapped(c, after[order[i]])))).OfType<double>().Average();
        }
        return Number(sum / Swaps);
    }

    private static PastCase Swapped(ReadCase own, ReadCase other) => own.Read with
    {
        Covariates = [.. own.Read.Covariates.Select((x, j) => ReadCase.OfText.Contains(CovariateTable.All[j]) ? other.Read.Covariates[j] : x)],
        Rung = other.Read.Rung,
        IsDeparture = other.Read.IsDeparture,
    };

    /// <summary>Log loss of an outcome; <see langword="null"/> where none is coded.</summary>
    public static double? Outcome(PastCase @case, Prediction p) => @case.Outcome is null ? null : Loss.LogOutcome(p, @case);

    private static double? Violence(PastCase @case, Prediction p) => @case.Force is null ? null : Loss.LogSerious(p, @case);

    private static string Mean(ReadCase[] after, Func<ReadCase, Prediction> of, Func<PastCase, Prediction, double?> loss) => Number(after.Select(c => loss(c.Coded, of(c))).OfType<double>().Average());

    private static string Difference(ReadCase[] after, Func<ReadCase, Prediction> one, Func<ReadCase, Prediction> other, Func<PastCase, Prediction, double?> loss)
    {
        return Bootstrap.Mean([.. after.Where(c => loss(c.Coded, one(c)) is not null).Select(c => (c.Narrative.Number, loss(c.Coded, one(c))!.Value - loss(c.Coded, other(c))!.Value))]).Signed;
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
