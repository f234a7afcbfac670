using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Envelopes;
using Standoff.Claims;
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
        var run = new PipelineRun(Settle(given.Envelope, request), request, host, progress);
        run._faults.AddRange(given.Faults);
        return run;
    }

    /// <summary>Runs what is missing up to a stage, and that stage itself in any case.</summary>
    public PipelineRun Through(Stage last)
    {
        if (last == Stage.Read || Envelope.Readings.IsEmpty)
            Envelope = ReadStage.Run(Envelope, ReaderOptions.Default, Jobs, _progress, _host.Stop);
        if (last >= Stage.Ledger && (last == Stage.Ledger || Envelope.Ledger is null))
            Envelope = LedgerStage.Run(Envelope, new LedgerOptions(), _progress);
        return this;
    }

    private int Jobs => _request.Jobs ?? Environment.ProcessorCount;

    /// <summary>Puts the command line's wishes over those of the envelope; stages that went by others are run again.</summary>
    private static Envelope Settle(Envelope envelope, Request request)
    {
        var before = envelope.Settings;
        var now = before with
        {
            AsOf = request.AsOf ?? before.AsOf,
            Challenger = request.Challenger ?? before.Challenger,
            Target = request.Target ?? before.Target,
            Without = request.Without.IsEmpty ? before.Without : [.. before.Without.Union(request.Without)],
            Draws = request.Draws ?? before.Draws,
            Seed = request.Seed ?? before.Seed,
        };
        var sameLedger = now.Without.SequenceEqual(before.Without);
        var sameCrisis = sameLedger && now.AsOf == before.AsOf && now.Challenger == before.Challenger && now.Target == before.Target;
        var sameForecast = sameCrisis && now.Draws == before.Draws && now.Seed == before.Seed;
        return envelope with
        {
            Settings = now,
            Ledger = sameLedger ? envelope.Ledger : null,
            Crisis = sameCrisis ? envelope.Crisis : null,
            Forecast = sameForecast ? envelope.Forecast : null,
        };
    }
}
