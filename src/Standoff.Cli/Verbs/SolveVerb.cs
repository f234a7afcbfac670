using System.Collections.Immutable;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>Solves the standoff game once, at the parameters' medians.</summary>
internal sealed class SolveVerb : StageVerb
{
    public override string Name => "solve";

    public override string Summary => "solve the game at the parameters' medians";

    public override ImmutableArray<string> Examples =>
    [
        "standoff solve reports/*.txt",
        "standoff model reports/*.txt --json | standoff solve --text",
    ];

    protected override Stage Last => Stage.Solve;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Forecast", options.Weeks),
        new("Output", options.Output, options.Json, options.Text, options.Force),
        new("General", options.Jobs, options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override string View(Envelope envelope, Request request, int width, Ink ink) => SolutionView.Render(envelope.Solution!, width, ink);
}
