using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Pipelines;
using Standoff.Cli.Views;
using Standoff.Envelopes;

namespace Standoff.Cli.Verbs;

/// <summary>
/// A verb that takes documents or an envelope as far as its own stage. On a terminal it shows the result; piped, it
/// writes the envelope for the next verb.
/// </summary>
internal abstract class StageVerb : Verb
{
    /// <summary>The stage that the verb ends with; it is run even where the envelope has it already.</summary>
    protected abstract Stage Last { get; }

    public override int Run(Request request, Host host)
    {
        if (FormOf(request) is var form && request.Output is { } path) OutputFile.Check(path, request.Force);
        using var progress = new Progress(host, request);
        var run = PipelineRun.Open(request, host, progress).Through(Last);
        progress.Dispose();
        foreach (var fault in run.Omissions) host.Error.WriteLine(fault.Line);
        Deliver(run.Envelope, form, request, host);
        return run.ExitCode;
    }

    /// <summary>What a person sees.</summary>
    protected abstract string View(Envelope envelope, Request request, int width, Ink ink);

    /// <summary>The result in a form; <see langword="null"/> where the verb does not write it.</summary>
    protected virtual ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) => form switch
    {
        OutputForm.Json => EnvelopeJson.Write(envelope),
        OutputForm.Text => Encoding.UTF8.GetBytes(View(envelope, request, 100, new Ink(IsOn: false))),
        _ => null,
    };

    /// <summary>The form of <c>-o</c>, else of the options; <see langword="null"/> for what suits standard output.</summary>
    protected OutputForm? FormOf(Request request)
    {
        if (request.Output is { } path && path != "-") return OutputForms.Of(path) ?? throw new FaultException(Fault.UnknownForm(path));
        if (request.Json) return OutputForm.Json;
        return request.JsonLines ? OutputForm.JsonLines : null;
    }

    private void Deliver(Envelope envelope, OutputForm? form, Request request, Host host)
    {
        if (form is null && (host.OutputIsTerminal || request.Text))
        {
            var ink = new Ink(host.Colours(host.OutputIsTerminal, request.NoColor));
            if (!request.Quiet) host.Write(View(envelope, request, host.Width, ink));
            return;
        }
        var bytes = Render(envelope, form ?? OutputForm.Json, request)
            ?? throw new FaultException(Fault.FormNotOfVerb(request.Output ?? "", Name));
        if (request.Output is { } path && path != "-") OutputFile.Write(path, bytes.Span, request.Force);
        else host.Write(bytes.Span);
    }
}
