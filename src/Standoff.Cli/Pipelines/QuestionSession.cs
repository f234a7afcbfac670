using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Questions;

namespace Standoff.Cli.Pipelines;

/// <summary>The ledger that questions are answered from, and the file of questions with its record.</summary>
internal sealed class QuestionSession
{
    private readonly Ledger _ledger;
    private readonly Crisis? _crisis;
    private readonly Request _request;

    private QuestionSession(Ledger ledger, Crisis? crisis, ImmutableArray<Fault> omissions, Request request) =>
        (_ledger, _crisis, Omissions, _request) = (ledger, crisis, omissions, request);

    /// <summary>What was left out in reading.</summary>
    public ImmutableArray<Fault> Omissions { get; }

    /// <summary>The day from which questions look ahead.</summary>
    /// <exception cref="FaultException">Nothing says it.</exception>
    public DateOnly AsOf => _request.AsOf ?? _ledger.Documents.Select(d => d.Document.Date).Max() ?? throw new FaultException(Fault.NoDay);

    /// <summary>Hash of the documents, the day and the version: what an answer was computed from.</summary>
    public string Run => "r-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', _ledger.Documents.Select(d => d.Document.Id.Value).Append(string.Join(',', _ledger.Withdrawn)).Append(FormattableString.Invariant($"{AsOf:O} {_request.Seed} {_request.Draws} {EnvelopeJson.Version}"))))))[..8];

    /// <summary>Reads the documents as far as the ledger; without any, rates alone answer.</summary>
    public static QuestionSession Open(Request request, CaseSession? session, Host host)
    {
        if (request.Inputs.IsEmpty && session is null) return new QuestionSession(LedgerBuilder.Build([]), null, [], request);
        using var progress = new Progress(host, request);
        var run = PipelineRun.Open(request, session, host, progress).Through(session is null ? Stage.Ledger : Stage.Model);
        return new QuestionSession(run.Envelope.Ledger!, run.Envelope.Crisis, [.. run.Omissions.Where(f => f.Code != Fault.NoCrisisCode)], request);
    }

    /// <summary>Answers a question.</summary>
    public QuestionAnswer Answer(AskedQuestion asked, CancellationToken stop)
    {
        var defaults = new QuestionOptions();
        return QuestionAnswerer.Answer(asked, _ledger, defaults with { Draws = _request.Draws ?? defaults.Draws, Seed = _request.Seed ?? defaults.Seed, Jobs = _request.Jobs ?? 0, Crisis = _crisis }, stop);
    }

    /// <summary>The questions of a file; faults are told with their lines.</summary>
    /// <exception cref="FaultException">The file is missing or has faults.</exception>
    public static ImmutableArray<Question> Questions(string text, string path)
    {
        var result = QuestionsYaml.Read(text, path);
        return result.Faults.IsEmpty ? result.Questions : throw new FaultException(Fault.BadQuestions([.. result.Faults.Select(f => f.ToString())]));
    }

    /// <summary>The text of the file of questions: that of the command line, else the case's.</summary>
    public static (string Path, string? Text) File(Request request, CaseSession? session)
    {
        if (request.QuestionFile is { } given) return (given, TextFile.Read(given));
        return session is null ? ("questions.yaml", null) : (session.Folder.QuestionsPath, session.Folder.QuestionsYaml);
    }

    /// <summary>The kept forecasts of a case.</summary>
    /// <exception cref="FaultException">A line is damaged.</exception>
    public static ImmutableArray<KeptForecast> Kept(CaseSession? session)
    {
        try
        {
            return session is null ? [] : KeptForecast.Read(session.Folder.RecordLines);
        }
        catch (FormatException bad)
        {
            throw new FaultException(Fault.BadRecord(session!.Folder.RecordPath, bad.Message));
        }
    }

    /// <summary>The case's track record; <see langword="null"/> where nothing was forecast and resolved.</summary>
    public static TrackRecord? RecordOf(CaseSession? session)
    {
        if (session?.Folder.QuestionsYaml is not { } text) return null;
        var record = TrackRecord.Of(Questions(text, session.Folder.QuestionsPath), Kept(session));
        return record.Scored.IsEmpty ? null : record;
    }
}
