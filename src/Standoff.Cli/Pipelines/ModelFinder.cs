using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Cli.Views;
using Standoff.LanguageModels;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Cli.Pipelines;

/// <summary>Finds claims with a language model, over the network or from a recording.</summary>
internal sealed class ModelFinder : ClaimFinder
{
    private readonly LanguageModelReader _reader;
    private readonly Request _request;
    private readonly CancellationToken _stop;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private Tally _tally = Tally.Empty;
    private bool _finished;

    private ModelFinder(LanguageModelReader reader, Request request, Host host) => (_reader, _request, _stop) = (reader, request, host.Stop);

    /// <inheritdoc cref="ClaimFinder.Open"/>
    public static new ModelFinder Open(Request request, Host host)
    {
        if (request is { Model: not null, Replay: not null } or { Record: not null, Replay: not null }) throw new FaultException(Fault.Usage("--replay stands alone: the recording names its model — leave --model and --record out"));
        if (request.Record is { } record) OutputFile.Check(record, request.Force);
        var options = new LanguageModelOptions();
        if (request.ModelTimeout is { } seconds) options = options with { Timeout = TimeSpan.FromSeconds(seconds) };
        return new ModelFinder(request.Replay is { } replay ? LanguageModelReader.Replay(Load(replay), options) : Connect(request.Model!, options, host), request, host);
    }

    /// <inheritdoc/>
    public override Standoff.Reading.Claims.Reading Read(Document document, ReaderOptions options)
    {
        try
        {
            var read = _reader.ReadAsync(document, options, _stop).GetAwaiter().GetResult();
            lock (_gate)
            {
                _tally = _tally.Add(read.Tally);
                foreach (var failure in read.Failures) _failures[failure.Reason] = _failures.GetValueOrDefault(failure.Reason) + 1;
            }
            return read.Reading;
        }
        catch (NotRecordedException)
        {
            throw new FaultException(Fault.NotRecorded(_request.Replay!, document.Name));
        }
    }

    /// <inheritdoc/>
    public override (Fault? Fault, string? Note) Finish()
    {
        Keep();
        lock (_gate)
        {
            if (_tally.Questions == 0) return (null, null);
            var fault = _tally.Failed == 0 ? null : Fault.ModelFailed(_reader.Recording.Model, _tally.Failed, _tally.Questions, string.Join("; ", _failures.Keys));
            return (fault, TallyView.Render(_reader.Recording.Model, _tally));
        }
    }

    /// <summary>Keeps what was recorded, however the reading ended: the answers were paid for.</summary>
    public override void Dispose()
    {
        try
        {
            Keep();
        }
        finally
        {
            _reader.Dispose();
            base.Dispose();
        }
    }

    private void Keep()
    {
        if (_finished) return;
        _finished = true;
        if (_request.Record is { } path && _reader.Recording.Count > 0) OutputFile.Write(path, _reader.Recording.Write(), _request.Force);
    }

    private static LanguageModelReader Connect(string name, LanguageModelOptions options, Host host)
    {
        if (ModelName.Parse(name) is not ModelNameResult.Parsed { Model: var model }) throw new FaultException(Fault.BadModelName(name, ((ModelNameResult.Failed)ModelName.Parse(name)).Reason));
        try
        {
            return LanguageModelReader.Connect(model, options, host.Environment);
        }
        catch (LanguageModelException noKey)
        {
            throw new FaultException(Fault.NoModelKey(name, noKey.Failure.Reason));
        }
    }

    private static Recording Load(string path)
    {
        var text = TextFile.Read(path);
        try
        {
            return Recording.Read(text);
        }
        catch (FormatException bad)
        {
            throw new FaultException(Fault.BadRecording(path, bad.Message));
        }
    }
}
