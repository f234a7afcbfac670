using System.Collections.Immutable;
using System.Text;
using Standoff.Briefs;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;
using Standoff.Forecasts;
using Standoff.Web;

namespace Standoff.Cli.Verbs;

/// <summary>Compares two forecasts of a crisis and says what made the change.</summary>
internal sealed class CompareVerb : Verb
{
    public override string Name => "compare";

    public override string Summary => "what changed between two forecasts, and what made the change";

    public override string Usage => "standoff compare OLD NEW | --case FOLDER --from DATE [options]";

    public override ImmutableArray<string> Examples =>
    [
        "standoff compare monday.json friday.json",
        "standoff compare monday/ friday/ -o changes.html",
        "standoff compare --case venezuela/ --from 2025-12-01 --to 2025-12-05",
    ];

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.From, options.Until, options.Cast, options.Without),
        new("Model", options.Crisis, options.Challenger, options.Target),
        new("Forecast", options.Weeks, options.Draws, options.Seed, options.Jobs),
        new("Output", options.Output, options.Json, options.Force),
        new("General", options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    public override int Run(Request request, Host host)
    {
        var form = FormOf(request);
        if (request.Output is { } path and not "-") OutputFile.Check(path, request.Force);
        using var progress = new Progress(host, request);
        var sides = new ComparedSides(request, host, progress);
        var (then, now) = sides.Read();
        progress.Enter("compare");
        var options = BriefStage.OptionsOf(now) with { Jobs = request.Jobs ?? Environment.ProcessorCount };
        var comparison = Comparer.Compare(BriefStage.SideOf(then), BriefStage.SideOf(now), options, host.Stop);
        progress.Dispose();
        foreach (var fault in sides.Omissions) host.Error.WriteLine(fault.Line);
        Deliver(comparison, then, now, form, request, host);
        return sides.Omissions.Select(f => f.ExitCode).DefaultIfEmpty(ExitCode.Ok).Max();
    }

    private static OutputForm? FormOf(Request request)
    {
        if (request.Output is not { } path || path == "-") return request.Json ? OutputForm.Json : null;
        var form = OutputForms.Of(path) ?? throw new FaultException(Fault.UnknownForm(path));
        return form is OutputForm.JsonLines or OutputForm.Yaml ? throw new FaultException(Fault.FormNotOfVerb(path, "compare")) : form;
    }

    private static void Deliver(Comparison comparison, Envelope then, Envelope now, OutputForm? form, Request request, Host host)
    {
        if (form is { } chosen)
        {
            var bytes = Render(comparison, then, now, chosen);
            if (request.Output is { } path and not "-") OutputFile.Write(path, bytes, request.Force);
            else host.Write(bytes);
            if (request.Output is null or "-") return;
        }
        if (!request.Quiet) host.Write(ComparisonView.Render(comparison, now.Crisis!.Title, host.Width, new Ink(host.Colours(host.OutputIsTerminal, request.NoColor))));
    }

    private static byte[] Render(Comparison comparison, Envelope then, Envelope now, OutputForm form) => form switch
    {
        OutputForm.Json => ComparisonJson.Write(comparison),
        OutputForm.Html => Encoding.UTF8.GetBytes(BriefHtml.Render(Brief(comparison, then, now), Encoding.UTF8.GetString(ComparisonJson.Write(comparison)))),
        OutputForm.Markdown => Encoding.UTF8.GetBytes(BriefMarkdown.Write(Brief(comparison, then, now)) + OutputFile.MarkdownMark),
        _ => Encoding.UTF8.GetBytes(ComparisonView.Render(comparison, now.Crisis!.Title, 100, new Ink(IsOn: false)) + "standoff/1 · comparison\n"),
    };

    private static Brief Brief(Comparison comparison, Envelope then, Envelope now) => BriefBuilder.Compare(now.Ledger!, now.Crisis!, now.Forecast!, new BriefOptions
    {
        Version = EnvelopeJson.Version,
        Run = BriefStage.RunOf(now),
        Previous = new PreviousRun(then.Forecast!, then.Ledger, then.Crisis),
        Comparison = comparison,
    });
}
