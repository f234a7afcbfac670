using System.Collections.Immutable;
using System.Text;
using Standoff.Briefs;
using Standoff.Claims;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Crises;
using Standoff.Envelopes;
using Standoff.Reading.Mentions;
using Standoff.Reading.Text;
using Standoff.Storage;

namespace Standoff.Cli.Pipelines;

/// <summary>A run's dealings with the case folder: what the case brings in, and what it keeps.</summary>
internal sealed class CaseSession : IDisposable
{
    private const string EnvelopeFile = "envelope.json";
    private readonly CaseFolder _folder;
    private ImmutableArray<TakenDocument> _new = [];

    private CaseSession(CaseFolder folder) => _folder = folder;

    /// <summary>The aliases given out so far, which the ledger must keep.</summary>
    public LedgerOptions Aliases => new() { AliasesSoFar = _folder.ClaimAliases, DocumentAliasesSoFar = _folder.DocumentAliases };

    /// <summary>The case's questions and its record of forecasts.</summary>
    public CaseFolder Folder => _folder;

    /// <summary>Opens the case of the command line; <see langword="null"/> where it names none.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="create">Whether to make it where it does not exist.</param>
    public static CaseSession? Open(string? path, bool create)
    {
        if (path is null) return null;
        if (!create && !CaseFolder.Exists(path)) throw new FaultException(Fault.NoCase(path));
        try
        {
            return new CaseSession(CaseFolder.Open(path));
        }
        catch (CaseLockedException held)
        {
            throw new FaultException(Fault.CaseLocked(held.Path));
        }
        catch (CaseFileException bad)
        {
            throw new FaultException(Fault.BadModel(FormattableString.Invariant($"{bad.Path}:{bad.Line}"), bad.Reason));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotWrite(path, fault.Message));
        }
    }

    /// <summary>The date of its latest document; <see langword="null"/> where none has one.</summary>
    public DateOnly? LatestDate => Stored().Select(d => d.Date).Max();

    /// <summary>The case's documents and, behind them, those of the command line.</summary>
    public InputResult Read(Request request, Host host)
    {
        var stored = Stored();
        var given = request.Inputs.IsEmpty ? new InputResult(new Envelope(), [], []) : InputReader.Read(request.Inputs, request.Date, host);
        if (given.Taken.IsEmpty && stored.IsEmpty) throw new FaultException(Fault.NoInput);
        _new = [.. given.Taken.Where(t => stored.All(d => d.Id != t.Document.Id))];
        var envelope = given.Envelope with
        {
            Documents = [.. stored, .. _new.Select(t => t.Document)],
            Settings = new Settings { Edited = Edited(), Challenger = LastSettings()?.Challenger, Target = LastSettings()?.Target, Cast = Cast() },
        };
        return given with { Envelope = envelope };
    }

    /// <summary>What the ledger has that it had not in the run before; <see langword="null"/> in the first run.</summary>
    public LedgerNews? News { get; private set; }

    /// <summary>The run that this one follows.</summary>
    public PreviousRun? Before(Envelope now)
    {
        if (EnvelopeOf(_folder.RunBefore(BriefStage.RunOf(now))) is not { Forecast: { } forecast, Ledger: { } ledger } before) return null;
        News = LedgerNews.Of(now.Ledger!, ledger);
        return new PreviousRun(forecast, ledger, before.Crisis);
    }

    /// <summary>Keeps documents, aliases, crisis and the run.</summary>
    public void Keep(Envelope envelope, Brief brief)
    {
        foreach (var (document, file) in _new) _folder.Add(document, Path.GetFileName(file.Relative), document.Date, file.Bytes);
        _folder.Remember(envelope.Ledger!);
        var yaml = CrisisYaml.Write(envelope.Crisis!);
        if (Edited() is null) _folder.WriteCrisis(yaml);
        _folder.Save(brief.Run,
        [
            new(EnvelopeFile, EnvelopeJson.Write(envelope with { Brief = null })),
            new("crisis.yaml", Encoding.UTF8.GetBytes(yaml)),
            new("brief.md", Encoding.UTF8.GetBytes(BriefMarkdown.Write(brief))),
        ]);
    }

    /// <summary>Keeps the documents alone: what was read is not lost where no crisis was found in it.</summary>
    public void KeepDocuments(Ledger? ledger)
    {
        foreach (var (document, file) in _new) _folder.Add(document, Path.GetFileName(file.Relative), document.Date, file.Bytes);
        if (ledger is not null) _folder.Remember(ledger);
        _folder.SaveCase();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    // A crisis that nobody has touched since the program wrote it is the program's to write again.
    private EditedCrisis? Edited() =>
        _folder.CrisisYaml is { } text && text != _folder.ProposedYaml ? new EditedCrisis(_folder.CrisisPath, text, _folder.ProposedYaml) : null;

    private CastList? Cast() => File.Exists(_folder.CastPath) ? CastFile.Read(_folder.CastPath) : null;

    private Settings? LastSettings() => EnvelopeOf(_folder.RunBefore(""))?.Settings;

    private static Envelope? EnvelopeOf(byte[]? bytes) => bytes is not null && EnvelopeJson.Read(bytes) is EnvelopeResult.Read read ? read.Envelope : null;

    private ImmutableArray<Document> Stored()
    {
        var documents = ImmutableArray.CreateBuilder<Document>();
        foreach (var stored in _folder.Documents())
        {
            var options = new DocumentOptions { Date = stored.Date };
            if (DocumentReader.Read(stored.Bytes, stored.Name, options) is DocumentResult.Read read) documents.Add(read.Document);
        }
        return documents.ToImmutable();
    }
}
