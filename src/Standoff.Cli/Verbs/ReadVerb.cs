using System.Collections.Immutable;
using Standoff.Cli.Faults;
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
        "standoff read corpus/ -o claims/",
        "standoff read corpus/ --ann attributions/",
        "standoff read article.txt --why",
        "standoff read sentences.tsv --events events.jsonl",
        "curl -s https://example.org/report | standoff read - --date 2025-12-03 --json",
    ];

    protected override Stage Last => Stage.Read;

    public override ImmutableArray<OptionGroup> Groups(VerbOptions options) =>
    [
        new("Input", options.Files, options.Date, options.Case, options.Cast),
        new("Language model (off unless named)", options.Model, options.Record, options.Replay, options.ModelTimeout),
        new("Output", options.Output, options.Annotations, options.Json, options.JsonLines, options.Events, options.Text, options.Why, options.Force),
        new("General", options.Jobs, options.Quiet, options.NoColor, options.Progress, options.Help),
    ];

    /// <summary>Where documents go one by one as they are read, none is kept; else the verb is a stage like the others.</summary>
    public override int Run(Request request, Host host) => TableRun.TableOf(request) is { } table ? TableRun.Run(table, request, host) : OutputsOf(request, host) is { Count: > 0 } outputs ? Stream(outputs, request, host) : base.Run(request, host);

    // A form that takes one document at a time and a place for it: another output of the verb is one more line here.
    private static List<ReadingOutput> OutputsOf(Request request, Host host)
    {
        var outputs = new List<ReadingOutput>();
        if (request.Text && FolderOf(request) is not null) throw new FaultException(Fault.Usage("--text shows claims to a person — a folder takes --jsonl, which is what it gets without, or --json"));
        if (FolderOf(request) is { } folder) outputs.Add(new FolderOutput(folder, request.Json ? ReadingForm.Envelopes : ReadingForm.Claims(request.Why), request.Force));
        else if (FormOf(request) == OutputForm.JsonLines) outputs.Add(FileOf(request) is { } path ? new FileOutput(path, ReadingForm.Claims(request.Why), request.Force) : new StandardOutput(host, ReadingForm.Claims(request.Why)));
        if (request.Annotations is not null && outputs.Count == 0 && (request.Json || request.Text)) throw new FaultException(Fault.Usage("--ann goes with --jsonl or with -o FOLDER, not with --json or --text alone"));
        if (request.Annotations is { } annotations) outputs.Add(new FolderOutput(annotations, ReadingForm.Annotations, request.Force));
        if (request.Events is { } events) outputs.Add(EventsOutput(events, outputs, request, host));
        return outputs;
    }

    private static ReadingOutput EventsOutput(string path, List<ReadingOutput> others, Request request, Host host)
    {
        if (path != "-") return new FileOutput(path, ReadingForm.Events, request.Force);
        if (others.Exists(o => o is StandardOutput)) throw new FaultException(Fault.Usage("--events - and --jsonl would both go to standard output — name a file for one of them"));
        return new StandardOutput(host, ReadingForm.Events);
    }

    // A folder that is there, or a name that is written as one or has no ending.
    private static string? FolderOf(Request request) => FileOf(request) is { } path && (Directory.Exists(path) || Path.EndsInDirectorySeparator(path) || !Path.HasExtension(path)) ? path : null;

    private static int Stream(List<ReadingOutput> outputs, Request request, Host host)
    {
        using var session = CaseSession.Open(request.Case, create: false);
        using var finder = ClaimFinder.Open(request, host);
        var progress = new Progress(host, request);
        var stream = new ReadingStream(outputs, finder, request, host, progress);
        try
        {
            stream.Run(session);
            progress.Dispose();
            if (FolderOf(request) is { } folder && stream.Documents > 0 && !request.Quiet) host.Write($"{Amount.Of(stream.Claims, "claim")} of {Amount.Of(stream.Documents, "document")} in {folder}\n");
            if (request.Annotations is { } annotations && stream.Documents > 0 && !request.Quiet && !outputs.Exists(o => o is StandardOutput)) host.Write($"attributions of {Amount.Of(stream.Documents, "document")} in {annotations}\n");
            return stream.ExitCode;
        }
        finally
        {
            progress.Dispose();
            foreach (var output in outputs) output.Dispose();
            if (stream.Note is { } note && !request.Quiet) host.Error.WriteLine("standoff: " + note);
            foreach (var fault in stream.Omissions) host.Error.WriteLine(fault.Line);
        }
    }

    protected override ReadOnlyMemory<byte>? Render(Envelope envelope, OutputForm form, Request request) =>
        form == OutputForm.JsonLines ? ClaimLines(envelope, request.Why) : base.Render(envelope, form, request);

    protected override string View(Envelope envelope, Request request, int width, Ink ink) => ClaimsView.Render(envelope, request.Why, width, ink);

    /// <summary>The claims of all readings as JSON Lines.</summary>
    public static byte[] ClaimLines(Envelope envelope, bool why) => [.. envelope.Readings.SelectMany(r => ClaimJsonLines.WriteUtf8(r, why).ToArray())];
}
