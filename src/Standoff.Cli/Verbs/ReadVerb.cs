using System.Collections.Immutable;
using System.Text;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;
using Standoff.Reading.Claims;

namespace Standoff.Cli.Verbs;

/// <summary>Finds the claims of documents.</summary>
internal sealed class ReadVerb : StageVerb
{
    public override string Name => "read";

    public override string Summary => "find claims: what is said, who vouches for it, how firmly";

    public override ImmutableArray<string> Examples =>
    [
        "standoff read article.txt",
        "standoff read reports/*.html --jsonl > claims.jsonl",
        "standoff read article.txt --why",
        "standoff read sentences.tsv --events events.jsonl",
        "curl -s https://example.org/report | standoff read - --date 2025-12-03 --json",
    ];

    protected override Stage Last => Stage.Read;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast),
        new("Output", options.Output, options.Json, options.JsonLines, options.Events, options.Text, options.Why, options.Force),
        new("General", options.Jobs, options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    public override int Run(Request request, Host host) =>
        request.Events is { } events ? EventsRun.Of(request, events, host) : base.Run(request, host);

    protected override ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) =>
        form == OutputForm.JsonLines ? ClaimLines(envelope, request.Why) : base.Render(envelope, form, request);

    protected override string View(Envelope envelope, Request request, int width, Ink ink) => ClaimsView.Render(envelope, request.Why, width, ink);

    /// <summary>The claims of all readings as JSON Lines.</summary>
    public static byte[] ClaimLines(Envelope envelope, bool why) =>
        Encoding.UTF8.GetBytes(string.Concat(envelope.Readings.Select(r => ClaimJsonLines.Write(r, why))));
}
