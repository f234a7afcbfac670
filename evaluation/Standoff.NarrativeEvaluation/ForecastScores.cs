using System.Globalization;
using Standoff.Backtest.Models;
using Standoff.Backtest.Scores;
using Standoff.Backtest.Sources;
using Standoff.Crises;
using Standoff.Forecasts;

namespace Standoff.NarrativeEvaluation;

/// <summary>
/// The program's own forecast of each crisis whose two sides it found, in its steps. Its tables were fitted to all crises before 2000, these among them: what it gains
/// over the classes is flattered, what claims add to covariates is not.
/// </summary>
internal static class ForecastScores
{
    private static readonly ForecastOptions Options = new() { Draws = 64, InfluenceDraws = 32, Explain = false };

    private static readonly Ending[][] Endings =
    [
        [Ending.Withdrawal], [Ending.Compromise], [Ending.Other], [Ending.Compliance, Ending.NegotiatedExit, Ending.ForcibleRemoval],
    ];

    public static void Write(TextWriter output, IReadOnlyList<(PairScore Found, PastCase Coded)> cases, IReadOnlyList<PastCase> coded)
    {
        var rate = Lines.BaseRate(coded).Predict(cases[0].Coded);
        var all = cases.Select(c => (c.Coded, Whole: Of(c.Found.Crisis!), Silent: Of(Silent(c.Found.Crisis!)), Class: Of(Silent(c.Found.Crisis!) with { Covariates = [], AsOf = null }))).ToList();
        (string Name, Func<(PastCase Coded, Prediction Whole, Prediction Silent, Prediction Class), Prediction> Of)[] lines =
            [("base rate", _ => rate), ("class", c => c.Class), ("+ covariates", c => c.Silent), ("+ claims", c => c.Whole)];
        output.WriteLine($"\n{cases.Count} crises whose two sides were found.\n\n| line | outcome | against the line before | any violence | against the line before |\n| --- | ---: | --- | ---: | --- |");
        for (var k = 0; k < lines.Length; k++)
            output.WriteLine($"| {lines[k].Name} | {Mean(lines[k].Of, ForwardScores.Outcome)} | {Gain(k, ForwardScores.Outcome)} | {Mean(lines[k].Of, Violence)} | {Gain(k, Violence)} |");

        string Mean(Func<(PastCase Coded, Prediction, Prediction, Prediction), Prediction> of, Func<PastCase, Prediction, double?> loss) => all.Select(c => loss(c.Coded, of(c))).OfType<double>().Average().ToString("0.000", CultureInfo.InvariantCulture);

        string Gain(int line, Func<PastCase, Prediction, double?> loss)
        {
            if (line == 0) return "";
            return Bootstrap.Mean([.. all.Where(c => loss(c.Coded, rate) is not null).Select(c => (c.Coded.Crisis, loss(c.Coded, lines[line].Of(c))!.Value - loss(c.Coded, lines[line - 1].Of(c))!.Value))]).Signed;
        }
    }

    // Outcomes given that it ends; any force at all, as the classes count every clash as limited force.
    private static Prediction Of(Crisis crisis)
    {
        var forecast = Forecaster.Forecast(crisis, options: Options);
        var outcomes = Endings.Select(group => forecast.Endings.Where(c => group.Contains(c.Key)).Sum(c => c.Weeks[^1].Mean)).ToArray();
        return new([.. outcomes.Select(p => p / outcomes.Sum())], [.. forecast.Force.Select(c => Math.Clamp(c.Weeks[^1].Mean, 0.002, 0.998))]);
    }

    private static double? Violence(PastCase @case, Prediction p) => @case.Force is null ? null : Loss.Log(p.AtLeast[0], @case.Force > 0);

    // A crisis of which nothing is told but sides, demand, stakes and date.
    private static Crisis Silent(Crisis crisis) => crisis with
    {
        Present = new RungEstimate([.. crisis.Present.Weights.Select((_, rung) => rung == (int)Rung.Measures ? 1.0 : 0)], [], ""),
        Flags = [],
        Offers = [],
        Threats = [],
        Parameters = [.. crisis.Parameters.Select(p => p with { Value = p.Prior, Evidence = [], Claims = [] })],
    };
}
