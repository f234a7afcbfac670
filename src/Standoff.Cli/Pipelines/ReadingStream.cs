using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Views;
using Standoff.Envelopes;
using Standoff.Reading.Claims;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;

namespace Standoff.Cli.Pipelines;

/// <summary>
/// Reads documents one after the other into outputs, several side by side, and keeps none of them. The outputs get them in their
/// order, so the bytes do not depend on the number of threads.
/// </summary>
internal sealed class ReadingStream(IReadOnlyList<ReadingOutput> outputs, ClaimFinder finder, Request request, Host host, Progress progress)
{
    private readonly List<Fault> _faults = [];
    private double _share;

    /// <summary>Documents that were read and given to the outputs.</summary>
    public int Documents { get; private set; }

    /// <summary>Claims found in them.</summary>
    public int Claims { get; private set; }

    /// <summary>What a person should know beside the result.</summary>
    public string? Note { get; private set; }

    /// <summary>What was left out; none of it stopped the rest.</summary>
    public IReadOnlyList<Fault> Omissions => _faults;

    /// <summary>0, or the code of the gravest omission.</summary>
    public int ExitCode => _faults.Select(f => f.ExitCode).DefaultIfEmpty(Cli.Faults.ExitCode.Ok).Max();

    /// <summary>Reads everything that the command line names.</summary>
    /// <exception cref="StoppedException">The person at the terminal has had enough.</exception>
    public void Run(CaseSession? session)
    {
        progress.Enter("reading");
        var work = new OrderedWork<Job, Done>(j => j.Length, Read, request.Jobs ?? Environment.ProcessorCount, host.Stop);
        try
        {
            foreach (var done in work.Run(session is null ? OfCommandLine() : OfCase(session)))
            {
                Take(done);
                if (outputs.All(o => o.IsClosed)) return;
            }
            if (Documents == 0 && _faults.Count == 0) throw new FaultException(Fault.NoInput);
            if (Documents > 0)
                foreach (var output in outputs) output.Complete();
            (var fault, Note) = finder.Finish();
            if (fault is not null) _faults.Add(fault);
        }
        catch (OperationCanceledException) when (host.Stop.IsCancellationRequested)
        {
            throw new StoppedException(FormattableString.Invariant($"stopped after {Amount.Of(Documents, "document")}, {_share * 100:0} % of the input"));
        }
    }

    private IEnumerable<Job> OfCommandLine()
    {
        var options = OptionsOf(null);
        foreach (var item in InputFiles.Of(request.Inputs, host))
        {
            if (item is InputItem.Loaded { File: var file } && EnvelopeJson.IsEnvelope(file.Bytes))
            {
                var envelope = InputReader.OnlyEnvelope(file, request.Inputs);
                foreach (var job in OfEnvelope(envelope, options.Cast is null ? options with { Cast = envelope.Settings.Cast } : options)) yield return job;
            }
            else yield return new Job(item, null, options, (item as InputItem.Loaded)?.File.Share);
        }
    }

    private IEnumerable<Job> OfCase(CaseSession session)
    {
        var given = session.Read(request, host);
        _faults.AddRange(given.Faults);
        return OfEnvelope(given.Envelope, OptionsOf(given.Envelope.Settings.Cast));
    }

    // A cast list of the command line wins over the given one.
    private ReaderOptions OptionsOf(CastList? given) => new()
    {
        Cast = request.Cast is { } cast ? CastFile.Read(cast) : given,
        Attributions = request.Annotations is not null,
        Events = request.Events is not null,
    };

    private static IEnumerable<Job> OfEnvelope(Envelope envelope, ReaderOptions options) =>
        envelope.Documents.Select((d, i) => new Job(null, d, options, (i + 1.0) / envelope.Documents.Length));

    // On any thread. That one document brings the reader down is no reason to lose the others.
    private Done Read(Job job)
    {
        var name = job.Name;
        try
        {
            var (document, _, fault) = job.Item is { } item ? InputReader.DocumentOf(item, request.Date) : (job.Document, null, null);
            if (document is null) return new Done(null, "", 0, [], fault, job.Share);
            var reading = finder.Read(document, job.Options);
            return new Done(document.Id, name, reading.Claims.Length, [.. outputs.Select(o => o.Form.Bytes(reading))], null, job.Share);
        }
        catch (Exception unexpected) when (unexpected is not (OutOfMemoryException or FaultException or OperationCanceledException))
        {
            return new Done(null, "", 0, [], Fault.Unexpected(unexpected, name), job.Share);
        }
    }

    private void Take(Done done)
    {
        if (done.Fault is { } fault) _faults.Add(fault);
        if (done.Document is { } document)
        {
            for (var i = 0; i < outputs.Count; i++) Give(outputs[i], document, done.Relative, done.Bytes[i]);
            Documents++;
            Claims += done.Claims;
        }
        progress.Report(_share = done.Share ?? _share);
    }

    // That somebody else's file stands where one document's result would go is no reason to lose the others'.
    private void Give(ReadingOutput output, DocumentId document, string relative, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            output.Take(document, relative, bytes);
        }
        catch (FaultException taken) when (taken.Fault.Code is Fault.NotOursCode or Fault.IsFolderCode)
        {
            _faults.Add(taken.Fault);
        }
    }

    private sealed record Job(InputItem? Item, Document? Document, ReaderOptions Options, double? Share)
    {
        private InputFile? File => (Item as InputItem.Loaded)?.File;

        public long Length => File?.Bytes.Length ?? Document?.Text.Length ?? 0;

        public string Name => File?.Relative ?? Document?.Name ?? "";
    }

    private sealed record Done(DocumentId? Document, string Relative, int Claims, ReadOnlyMemory<byte>[] Bytes, Fault? Fault, double? Share);
}
