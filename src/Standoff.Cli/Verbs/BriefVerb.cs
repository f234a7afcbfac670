using System.Collections.Immutable;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>Writes the brief: a page, Markdown, JSON or plain text.</summary>
internal sealed class BriefVerb : BriefingVerb
{
    public override string Name => "brief";

    public override string Summary => "write the brief: every number leads down to its sentence";

    public override ImmutableArray<string> Examples =>
    [
        "standoff brief reports/*.txt -o brief.html",
        "standoff forecast reports/*.txt --json | standoff brief > brief.md",
        "standoff brief run.json -o brief.html --embed-source full",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Forecast", options.Weeks, options.Draws, options.Seed, options.Jobs),
        new("Output", options.Output, options.Embed, options.Json, options.Text, options.Force),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override void Deliver(Envelope envelope, OutputForm? form, Request request, Host host) =>
        Write(envelope, form ?? (request.Text ? OutputForm.Text : OutputForm.Markdown), request, host);
}
