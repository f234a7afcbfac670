using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Options;
using Standoff.Envelopes;

namespace Standoff.Cli.Pipelines;

/// <summary>The two sides of a comparison as envelopes with a forecast each: two inputs of the command line, or a case on two days.</summary>
internal sealed class ComparedSides(Request request, Host host, Progress progress)
{
    private readonly List<Fault> _omissions = [];

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Fault> Omissions => _omissions;

    /// <summary>Both sides, the earlier one as it was named first.</summary>
    /// <exception cref="FaultException">The inputs are not two, or one has no crisis.</exception>
    public (Envelope Then, Envelope Now) Read() => request.Case is { } folder ? OfCase(folder) : OfInputs();

    private (Envelope Then, Envelope Now) OfInputs()
    {
        if (request.Inputs.Length != 2) throw new FaultException(Fault.Usage("compare takes two envelopes, documents or folders, or --case FOLDER --from DATE — see standoff compare --help"));
        if (request.From is not null || request.Until is not null) throw new FaultException(Fault.Usage("--from and --to go with --case — see standoff compare --help"));
        var then = Through(PipelineRun.Open(request with { Inputs = [request.Inputs[0]] }, null, host, progress), request.Inputs[0]);
        var now = PipelineRun.Open(request with { Inputs = [request.Inputs[1]] }, null, host, progress);
        // Documents that are read now get the aliases that the earlier side gave them.
        var run = now.Envelope.Ledger is null ? PipelineRun.On(now.Envelope, LedgerOptions.Keeping(then.Ledger!), request, host, progress) : now;
        _omissions.AddRange(ReferenceEquals(run, now) ? [] : now.Omissions);
        return (then, Through(run, request.Inputs[1]));
    }

    private (Envelope Then, Envelope Now) OfCase(string folder)
    {
        if (request.From is not { } from) throw new FaultException(Fault.Usage("compare --case needs --from DATE — see standoff compare --help"));
        if (!request.Inputs.IsEmpty) throw new FaultException(Fault.Usage("compare takes two inputs or a case, not both — see standoff compare --help"));
        using var session = CaseSession.Open(folder, create: false)!;
        var all = PipelineRun.Open(request, session, host, progress).Through(Stage.Read);
        var envelope = all.Envelope;
        var to = request.Until ?? envelope.Documents.Max(d => d.Date) ?? from;
        _omissions.AddRange(all.Omissions);
        return (Through(On(envelope, from, folder, session), folder), Through(On(envelope, to, folder, session), folder));
    }

    // What was known by a day: the documents dated until then, and those of which no date is known.
    private PipelineRun On(Envelope envelope, DateOnly day, string folder, CaseSession session)
    {
        var documents = envelope.Documents.Where(d => d.Date is not { } dated || dated <= day).ToImmutableArray();
        if (documents.IsEmpty) throw new FaultException(Fault.NothingKnownBy(folder, day));
        var known = documents.Select(d => d.Id).ToHashSet();
        var then = envelope with { Documents = documents, Readings = [.. envelope.Readings.Where(r => known.Contains(r.Document.Id))], Ledger = null, Crisis = null, Solution = null, Forecast = null };
        return PipelineRun.On(then, session.Aliases, request with { AsOf = day }, host, progress);
    }

    private Envelope Through(PipelineRun run, string name)
    {
        run.Through(Stage.Model, again: false);
        _omissions.AddRange(run.Omissions.Where(o => o.Code != Fault.NoCrisisCode));
        if (run.HasNoCrisis) throw new FaultException(Fault.NothingToCompare(name));
        return run.Envelope.Forecast is null ? ForecastStage.Run(run.Envelope, request.Jobs ?? Environment.ProcessorCount, progress, host.Stop, explain: false) : run.Envelope;
    }
}
