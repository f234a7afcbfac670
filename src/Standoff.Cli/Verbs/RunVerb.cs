using System.Collections.Immutable;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>The whole way: read, keep the ledger, model, solve, forecast, and write the brief.</summary>
internal sealed class RunVerb : BriefingVerb
{
    private LedgerNews? _news;

    public override string Name => "run";

    public override string Summary => "the whole way from documents to the brief";

    public override ImmutableArray<string> Examples =>
    [
        "standoff run reports/*.txt -o brief.html",
        "standoff run article.html --date 2025-12-03",
        "standoff run today.txt --case venezuela/ -o brief.html",
        "standoff run reports/ --without c-017 --json > without.json",
    ];

    protected override bool KeepsCases => true;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Forecast", options.Weeks, options.Draws, options.Seed, options.Jobs),
        new("Language model (off unless named)", options.Model, options.Record, options.Replay, options.ModelTimeout),
        new("Output", options.Output, options.Embed, options.Json, options.Force),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    protected override Envelope Finish(Envelope envelope, CaseSession? session, Request request)
    {
        var finished = base.Finish(envelope, session, request);
        session?.Keep(finished, finished.Brief!);
        _news = session?.News;
        return finished;
    }

    protected override void Deliver(Envelope envelope, OutputForm? form, Request request, Host host)
    {
        if (form is { } chosen) Write(envelope, chosen, request, host);
        if (form is not null && FileOf(request) is null) return;
        Show(envelope, request, host);
        if (_news is { } news && !request.Quiet) host.Write(NewsView.Render(news, host.Width, new Ink(host.Colours(host.OutputIsTerminal, request.NoColor))));
        if (FileOf(request) is { } path && !request.Quiet) host.Write($"\nThe brief is in {path}\n");
    }
}
