using System.Collections.Immutable;
using Standoff.Briefs;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;

namespace Standoff.Cli.Verbs;

/// <summary>Prints where a number, claim, item, document or parameter comes from.</summary>
internal sealed class ExplainVerb : Verb
{
    public override string Name => "explain";

    public override string Summary => "where a number, claim or parameter comes from";

    public override string Usage => "standoff explain ID [FILE…] [options]";

    public override ImmutableArray<string> Examples =>
    [
        "standoff explain n-042 reports/*.txt",
        "standoff explain c-017 --case venezuela/",
        "standoff run reports/*.txt --json | standoff explain audience-cost",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Id, options.Files, options.Date, options.Case, options.Cast, options.Without),
        new("Model", options.Crisis, options.AsOf, options.Challenger, options.Target),
        new("Forecast", options.Weeks, options.Draws, options.Seed, options.Jobs),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    public override int Run(Request request, Host host)
    {
        using var session = CaseSession.Open(request.Case, create: false);
        using var progress = new Progress(host, request);
        var run = PipelineRun.Open(request, session, host, progress).Through(Stage.Forecast, again: false);
        progress.Dispose();
        foreach (var fault in run.Omissions) host.Error.WriteLine(fault.Line);
        if (run.HasNoCrisis) return run.ExitCode;
        var brief = BriefStage.Build(run.Envelope, EmbedSource.Full, record: QuestionSession.RecordOf(session));
        var ink = new Ink(host.Colours(host.OutputIsTerminal, request.NoColor));
        var text = ExplainView.Render(request.Id ?? "", brief, run.Envelope.Ledger!, run.Envelope.Crisis!, host.Width, ink);
        host.Write(text ?? throw new FaultException(Fault.UnknownId(request.Id ?? "")));
        return run.ExitCode;
    }
}
