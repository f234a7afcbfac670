using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Forecasts;
using Standoff.Reading.Claims;

namespace Standoff.Cli.Pipelines;

/// <summary>One run of the pipeline: what it has come to, and what went wrong beside it.</summary>
internal sealed class PipelineRun
{
    private const double ResidualLimit = 1e-4;
    private readonly Request _request;
    private readonly Host _host;
    private readonly Progress _progress;
    private readonly LedgerOptions _ledger;
    private readonly List<Fault> _omissions = [];
    private readonly List<string> _notes = [];

    private PipelineRun(Envelope envelope, LedgerOptions ledger, Request request, Host host, Progress progress) =>
        (Envelope, _ledger, _request, _host, _progress) = (envelope, ledger, request, host, progress);

    /// <summary>How far it has come.</summary>
    public Envelope Envelope { get; private set; }

    /// <summary>What was left out or is missing; none of it stopped the run.</summary>
    public IReadOnlyList<Fault> Omissions => _omissions;

    /// <summary>What a person should know beside the result.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>0, or the code of the gravest omission.</summary>
    public int ExitCode => _omissions.Select(f => f.ExitCode).DefaultIfEmpty(Cli.Faults.ExitCode.Ok).Max();

    /// <summary>Whether the run could not go on to its last stage for want of a crisis.</summary>
    public bool HasNoCrisis { get; private set; }

    private int Jobs => _request.Jobs ?? Environment.ProcessorCount;

    /// <summary>Reads the inputs, those of the case first.</summary>
    public static PipelineRun Open(Request request, CaseSession? session, Host host, Progress progress)
    {
        var given = session?.Read(request, host) ?? InputReader.Read(request.Inputs, request.Date, host, IsNamed(request));
        var run = new PipelineRun(Settle(given.Envelope, request), session?.Aliases ?? new LedgerOptions(), request, host, progress);
        run._omissions.AddRange(given.Faults);
        return run;
    }

    // Two names, or a file of the crisis, make a forecast from the classes alone.
    private static bool IsNamed(Request request) => request.Crisis is not null || request is { Challenger: not null, Target: not null };

    /// <summary>Goes on from an envelope, giving out no alias twice.</summary>
    public static PipelineRun On(Envelope envelope, LedgerOptions ledger, Request request, Host host, Progress progress) =>
        new(Settle(envelope, request), ledger, request, host, progress);

    /// <summary>Runs what is missing up to a stage. Without a crisis it ends with the ledger.</summary>
    /// <param name="last">The last stage.</param>
    /// <param name="again">Whether to run the last stage even where the envelope has it.</param>
    public PipelineRun Through(Stage last, bool again = true)
    {
        try
        {
            for (var stage = Stage.Read; stage <= last; stage++)
                if ((again && stage == last) || IsMissing(stage)) Envelope = Run(stage);
        }
        catch (FaultException none) when (none.Fault.Code == Fault.NoCrisisCode)
        {
            HasNoCrisis = true;
            _omissions.Add(none.Fault);
        }
        if (Envelope.Solution is { Residual: > ResidualLimit } loose) _omissions.Add(Fault.NotConverged(loose.Residual));
        if (Envelope.Forecast?.GameCheck is { IsReliable: false } check) _omissions.Add(Fault.NotConverged(check.WorstResidual));
        return this;
    }

    private bool IsMissing(Stage stage) => stage switch
    {
        Stage.Read => Envelope.Readings.IsEmpty,
        Stage.Ledger => Envelope.Ledger is null,
        Stage.Model => Envelope.Crisis is null,
        Stage.Solve => Envelope.Solution is null,
        _ => Envelope.Forecast is null,
    };

    private Envelope Run(Stage stage)
    {
        _host.Stop.ThrowIfCancellationRequested();
        return stage switch
        {
            Stage.Read => Read(),
            Stage.Ledger => LedgerStage.Run(Envelope, _ledger, _progress),
            Stage.Model => ModelStage.Run(Envelope, _ledger, _progress),
            Stage.Solve => Envelope with { Solution = GameSolution.Of(Envelope.Crisis!, Envelope.Settings.Weeks ?? StandoffGame.DefaultHorizon), Forecast = null },
            _ => ForecastStage.Run(Envelope, Jobs, _progress, _host.Stop),
        };
    }

    private Envelope Read()
    {
        using var finder = ClaimFinder.Open(_request, _host);
        var read = ReadStage.Run(Envelope, finder, new ReaderOptions { Cast = Envelope.Settings.Cast }, Jobs, _progress, _host.Stop);
        var (fault, note) = finder.Finish();
        if (fault is not null) _omissions.Add(fault);
        if (note is not null) _notes.Add(note);
        return read;
    }

    /// <summary>Puts the command line's wishes over those of the envelope; stages that went by others are run again.</summary>
    private static Envelope Settle(Envelope envelope, Request request)
    {
        var before = envelope.Settings;
        var (challenger, target) = (request.Challenger ?? before.Challenger, request.Target ?? before.Target);
        var now = before with
        {
            AsOf = request.AsOf ?? before.AsOf,
            Challenger = challenger,
            Target = target,
            Without = request.Without.IsEmpty ? before.Without : [.. before.Without.Union(request.Without)],
            Draws = request.Draws ?? before.Draws,
            Seed = request.Seed ?? before.Seed,
            Weeks = request.Weeks ?? before.Weeks,
            Cast = GivenSides.AddedTo(request.Cast is { } cast ? CastFile.Read(cast) : before.Cast, challenger, target),
            Edited = request.Crisis is { } path ? EditedFile.Read(path) : before.Edited,
        };
        var sameReadings = ReferenceEquals(now.Cast, before.Cast) && request is { Model: null, Replay: null };
        var sameLedger = sameReadings && now.Without.SequenceEqual(before.Without);
        var sameCrisis = sameLedger && now.Edited == before.Edited && now.AsOf == before.AsOf && now.Challenger == before.Challenger && now.Target == before.Target;
        var sameForecast = sameCrisis && now.Draws == before.Draws && now.Seed == before.Seed && now.Weeks == before.Weeks;
        return envelope with
        {
            Settings = now,
            Readings = sameReadings ? envelope.Readings : [],
            Ledger = sameLedger ? envelope.Ledger : null,
            Crisis = sameCrisis ? envelope.Crisis : null,
            Solution = sameCrisis && now.Weeks == before.Weeks ? envelope.Solution : null,
            Forecast = sameForecast ? envelope.Forecast : null,
        };
    }
}
