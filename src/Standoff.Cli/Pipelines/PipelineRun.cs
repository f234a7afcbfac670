using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Envelopes;
using Standoff.Reading.Claims;

namespace Standoff.Cli.Pipelines;

/// <summary>One run of the pipeline: what it has come to, and what went wrong beside it.</summary>
internal sealed class PipelineRun
{
    private readonly Request _request;
    private readonly Host _host;
    private readonly Progress _progress;
    private readonly List<Fault> _faults = [];

    private PipelineRun(Envelope envelope, Request request, Host host, Progress progress) =>
        (Envelope, _request, _host, _progress) = (envelope, request, host, progress);

    /// <summary>How far it has come.</summary>
    public Envelope Envelope { get; private set; }

    /// <summary>What was left out or is missing; none of it stopped the run.</summary>
    public IReadOnlyList<Fault> Omissions => _faults;

    /// <summary>0, or the code of the gravest fault.</summary>
    public int ExitCode => _faults.Select(f => f.ExitCode).DefaultIfEmpty(Cli.Faults.ExitCode.Ok).Max();

    /// <summary>Reads the inputs.</summary>
    public static PipelineRun Open(Request request, Host host, Progress progress)
    {
        var given = InputReader.Read(request.Inputs, request.Date, host);
        var run = new PipelineRun(given.Envelope, request, host, progress);
        run._faults.AddRange(given.Faults);
        return run;
    }

    /// <summary>Runs what is missing up to a stage, and that stage itself in any case.</summary>
    public PipelineRun Through(Stage last)
    {
        if (last == Stage.Read || Envelope.Readings.IsEmpty)
            Envelope = ReadStage.Run(Envelope, ReaderOptions.Default, Jobs, _progress, _host.Stop);
        return this;
    }

    private int Jobs => _request.Jobs ?? Environment.ProcessorCount;
}
