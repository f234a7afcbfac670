using System.Collections.Immutable;
using Standoff.Briefs;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>Forecasts endings and force by week.</summary>
internal sealed class ForecastVerb : StageVerb
{
    public override string Name => "forecast";

    public override string Summary => "endings and force by week, with intervals and what moves them";

    public override ImmutableArray<string> Examples =>
    [
        "standoff forecast reports/*.txt",
        "standoff forecast reports/*.txt --without c-017 --draws 10000",
        "standoff model reports/ --json | standoff forecast --seed 7 --text",
    ];

    protected override Stage Last => Stage.Forecast;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Forecast", options.Weeks, options.Draws, options.Seed, options.Jobs),
        new("Output", options.Output, options.Json, options.Text, options.Force),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override string View(Envelope envelope, Request request, int width, Ink ink) =>
        SummaryView.Render(BriefStage.Build(envelope, EmbedSource.None).Summary, envelope.Forecast!, width, ink);
}
