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
        var all = cases.Select(c => new Scored(c.Coded, Of(c.Found.Crisis!), Of(Silent(c.Found.Crisis!)), Of(Silent(c.Found.Crisis!) with { Covariates = [], AsOf = null }), Of(Begun(c.Found.Crisis!, c.Coded)))).ToList();
        (string Name, Func<Scored, Prediction> Of)[] lines =
            [("base rate", _ => rate), ("class", c => c.Class), ("+ covariates", c => c.Silent), ("+ claims", c => c.Whole), ("covariates, beginning as coded", c => c.Begun)];
        output.WriteLine($"\n{cases.Count} crises whose two sides were found, {all.Count(c => IsViolent(c.Coded))} of them set off by a violent act.\n\n| line | outcome | against the line before | any violence | against the line before | against the base rate | begun with a violent act | begun otherwise | war |\n| --- | ---: | --- | ---: | --- | --- | ---: | ---: | ---: |");
        for (var k = 0; k < lines.Length; k++)
            output.WriteLine($"| {lines[k].Name} | {Mean(lines[k].Of, ForwardScores.Outcome)} | {Gain(k, k - 1, ForwardScores.Outcome)} | {Mean(lines[k].Of, Violence)} | {Gain(k, k - 1, Violence)} | {Gain(k, 0, Violence)} | {Mean(lines[k].Of, (c, p) => IsViolent(c) ? Violence(c, p) : null)} | {Mean(lines[k].Of, (c, p) => IsViolent(c) ? null : Violence(c, p))} | {Mean(lines[k].Of, War)} |");

        string Mean(Func<Scored, Prediction> of, Func<PastCase, Prediction, double?> loss) => all.Select(c => loss(c.Coded, of(c))).OfType<double>().DefaultIfEmpty(double.NaN).Average().ToString("0.000", CultureInfo.InvariantCulture);

        string Gain(int line, int before, Func<PastCase, Prediction, double?> loss)
        {
            if (line == 0) return "";
            return Bootstrap.Mean([.. all.Where(c => loss(c.Coded, rate) is not null).Select(c => (c.Coded.Crisis, loss(c.Coded, lines[line].Of(c))!.Value - loss(c.Coded, lines[before].Of(c))!.Value))]).Signed;
        }
    }

    private sealed record Scored(PastCase Coded, Prediction Whole, Prediction Silent, Prediction Class, Prediction Begun);

    private static bool IsViolent(PastCase @case) => @case.Covariates[CovariateTable.IndexOf("violent-act")] == 1;

    // What covariates say where it is known besides whether the crisis began with a violent act: as far as a reader of the trigger could come.
    private static Crisis Begun(Crisis crisis, PastCase coded) => Silent(crisis) is var silent && IsViolent(coded)
        ? silent with { Covariates = [.. silent.Covariates, new Covariate("violent-act", 1, Grounds.Analyst, "")] }
        : silent;

    // Outcomes given that it ends; any force at all after the day of the trigger, as the classes count every clash as limited force. ICB's severity of violence is that by which
    // the crisis was managed: a quarter of those that a violent act set off have none.
    private static Prediction Of(Crisis crisis)
    {
        var forecast = Forecaster.Forecast(crisis, options: Options);
        var outcomes = Endings.Select(group => forecast.Endings.Where(c => group.Contains(c.Key)).Sum(c => c.Weeks[^1].Mean)).ToArray();
        return new([.. outcomes.Select(p => p / outcomes.Sum())], [.. forecast.Force.Select(c => Math.Clamp(c.Weeks[^1].Mean, 0.002, 0.998))]);
    }

    private static double? War(PastCase @case, Prediction p) => @case.Force is null ? null : Loss.Log(p.AtLeast[^1], @case.Force == PastCase.Levels - 1);

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
