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
    /// <summary>The last stage that the verb needs.</summary>
    protected abstract Stage Last { get; }

    /// <summary>Whether that stage is what the verb is for: then it is run even where the envelope has it already.</summary>
    protected virtual bool IsLastItsOwn => true;

    public override int Run(Request request, Host host)
    {
        var form = FormOf(request);
        if (FileOf(request) is { } path) OutputFile.Check(path, request.Force);
        using var session = CaseSession.Open(request.Case, create: KeepsCases);
        using var progress = new Progress(host, request);
        var run = PipelineRun.Open(request, session, host, progress).Through(Last, IsLastItsOwn);
        var envelope = run.HasNoCrisis ? run.Envelope : Finish(run.Envelope, session, request);
        progress.Dispose();
        if (run.HasNoCrisis && KeepsCases) session?.KeepDocuments(envelope.Ledger);
        foreach (var note in request.Quiet ? [] : run.Notes) host.Error.WriteLine("standoff: " + note);
        foreach (var fault in run.Omissions) host.Error.WriteLine(fault.Line);
        if (run.HasNoCrisis) DeliverClaims(envelope, form, request, host);
        else Deliver(envelope, form, request, host);
        return run.ExitCode;
    }

    /// <summary>Whether the verb changes the case that it is given.</summary>
    protected virtual bool KeepsCases => false;

    /// <summary>What a person sees.</summary>
    protected abstract string View(Envelope envelope, Request request, int width, Ink ink);

    /// <summary>What the verb does after its stage.</summary>
    protected virtual Envelope Finish(Envelope envelope, CaseSession? session, Request request) => envelope;

    /// <summary>The result in a form; <see langword="null"/> where the verb does not write it.</summary>
    protected virtual ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) => form switch
    {
        OutputForm.Json => EnvelopeJson.Write(envelope),
        OutputForm.Text => Encoding.UTF8.GetBytes(View(envelope, request, 100, new Ink(IsOn: false))),
        // Untyped, null would be an empty array here, and an empty file.
        _ => (ReadOnlyMemory<byte>?)null,
    };

    /// <summary>Writes the result to where the command line says.</summary>
    protected virtual void Deliver(Envelope envelope, OutputForm? form, Request request, Host host)
    {
        if (form is null && (host.OutputIsTerminal || request.Text)) Show(envelope, request, host);
        else Write(envelope, form ?? OutputForm.Json, request, host);
    }

    /// <summary>Shows the result to a person.</summary>
    protected void Show(Envelope envelope, Request request, Host host)
    {
        if (!request.Quiet) host.Write(View(envelope, request, host.Width, new Ink(host.Colours(host.OutputIsTerminal, request.NoColor))));
    }

    /// <summary>Writes the result in a form, to the file of <c>-o</c> or to standard output.</summary>
    protected void Write(Envelope envelope, OutputForm form, Request request, Host host)
    {
        var bytes = Render(envelope, form, request) ?? throw new FaultException(Fault.FormNotOfVerb(request.Output ?? "", Name));
        if (FileOf(request) is { } path) OutputFile.Write(path, bytes.Span, request.Force);
        else host.Write(bytes.Span);
    }

    /// <summary>The file of <c>-o</c>; <see langword="null"/> for standard output.</summary>
    protected static string? FileOf(Request request) => request.Output is "-" ? null : request.Output;

    /// <summary>The form of <c>-o</c>, else of the options; <see langword="null"/> for what suits standard output.</summary>
    protected static OutputForm? FormOf(Request request)
    {
        if (FileOf(request) is { } path) return OutputForms.Of(path) ?? throw new FaultException(Fault.UnknownForm(path));
        if (request.Json) return OutputForm.Json;
        return request.JsonLines ? OutputForm.JsonLines : null;
    }

    // Without a crisis there is no forecast, but what was read is not lost.
    private static void DeliverClaims(Envelope envelope, OutputForm? form, Request request, Host host)
    {
        var bytes = form == OutputForm.Json ? EnvelopeJson.Write(envelope) : ReadVerb.ClaimLines(envelope, request.Why);
        if (form is OutputForm.Json or OutputForm.JsonLines && FileOf(request) is { } path) OutputFile.Write(path, bytes, request.Force);
        else if (form is OutputForm.Json or OutputForm.JsonLines || !(host.OutputIsTerminal || request.Text)) host.Write(bytes);
        else host.Write(ClaimsView.Summarize(envelope, host.Width, new Ink(host.Colours(host.OutputIsTerminal, request.NoColor))));
    }
}
