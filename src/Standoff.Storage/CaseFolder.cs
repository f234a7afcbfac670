using System.Collections.Immutable;
using System.Text;
using Standoff.Claims;
using Standoff.Reading.Claims;
using Standoff.Reading.Text;

namespace Standoff.Storage;

/// <summary>
/// A case on disk (<c>docs/formats/case.md</c>): its documents byte for byte, the aliases given out so far, the crisis as people edited it,
/// and the runs. One process at a time works on it; every file is written whole or not at all.
/// </summary>
public sealed class CaseFolder : IDisposable
{
    private const string CaseFileName = "case.yaml";
    private const string CrisisFileName = "crisis.yaml";
    private const string ProposalFileName = "crisis.proposed.yaml";
    private readonly FileStream _lock;
    private CaseFile _case;

    private CaseFolder(string path, FileStream held, CaseFile contents) => (Path, _lock, _case) = (path, held, contents);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Path of the crisis that people edit; it may not exist yet.</summary>
    public string CrisisPath => In(CrisisFileName);

    /// <summary>Path of the cast list; it may not exist.</summary>
    public string CastPath => In("cast.yaml");

    /// <summary>Path of the questions that people edit; it may not exist.</summary>
    public string QuestionsPath => In("questions.yaml");

    /// <summary>Path of the record of forecasts of questions; it may not exist.</summary>
    public string RecordPath => In("track-record.jsonl");

    /// <summary>The questions as they stand; <see langword="null"/> before the first.</summary>
    public string? QuestionsYaml => TextOf(QuestionsPath);

    /// <summary>All forecasts of questions that were kept, a line each.</summary>
    public string RecordLines => TextOf(RecordPath) ?? "";

    /// <summary>The crisis as it stands; <see langword="null"/> before the first.</summary>
    public string? CrisisYaml => TextOf(CrisisPath);

    /// <summary>What the program proposed when <see cref="CrisisYaml"/> was last written by it: the base of a three-way merge.</summary>
    public string? ProposedYaml => TextOf(In(ProposalFileName));

    /// <summary>Aliases of documents, never given to another.</summary>
    public ImmutableDictionary<DocumentId, string> DocumentAliases => _case.Documents.ToImmutableDictionary(d => new DocumentId(d.Id), d => d.Alias);

    /// <summary>Aliases of claims, never given to another.</summary>
    public ImmutableDictionary<ClaimId, string> ClaimAliases => AliasRegister.Read(TextOf(In(AliasRegister.FileName)) ?? "");

    /// <summary>Whether a folder is a case.</summary>
    public static bool Exists(string path) => File.Exists(System.IO.Path.Combine(path, CaseFileName));

    /// <summary>Opens a case, or makes it where there is none, and keeps other processes out until disposal.</summary>
    /// <exception cref="CaseLockedException">Another process is at work on it.</exception>
    /// <exception cref="CaseFileException"><c>case.yaml</c> cannot be understood.</exception>
    public static CaseFolder Open(string path)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(path, "documents"));
        Directory.CreateDirectory(System.IO.Path.Combine(path, "runs"));
        var held = Lock(System.IO.Path.Combine(path, ".lock"));
        try
        {
            var file = System.IO.Path.Combine(path, CaseFileName);
            return new CaseFolder(path, held, File.Exists(file) ? CaseFile.Read(File.ReadAllText(file), file) : new CaseFile());
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The case's documents in the order of their aliases.</summary>
    public IEnumerable<StoredDocument> Documents()
    {
        foreach (var entry in _case.Documents)
        {
            var path = In("documents", entry.Id + entry.Ending);
            yield return new StoredDocument(path, entry.Name, entry.Date, File.ReadAllBytes(path));
        }
    }

    /// <summary>Takes a document in, unless the case has it; its alias follows when the ledger is kept.</summary>
    /// <param name="document">The document as read.</param>
    /// <param name="name">The file name that it came with.</param>
    /// <param name="date">The date that was given for it from outside.</param>
    /// <param name="bytes">Its bytes as they came.</param>
    /// <returns>Whether it is new.</returns>
    public bool Add(Document document, string name, DateOnly? date, ReadOnlySpan<byte> bytes)
    {
        if (_case.Documents.Any(d => d.Id == document.Id.Value)) return false;
        var ending = document.Extraction is null ? ".txt" : ".html";
        AtomicFile.Write(In("documents", document.Id.Value + ending), bytes);
        AtomicFile.Write(In("documents", document.Id.Value + ".meta.json"), DocumentMetadata.Write(document, name));
        var alias = "s-" + (_case.Documents.Length + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _case = _case with { Documents = _case.Documents.Add(new CaseDocument(alias, document.Id.Value, ending, name, date)) };
        return true;
    }

    /// <summary>Keeps the aliases that a ledger gave out.</summary>
    public void Remember(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var known = ClaimAliases;
        var added = ledger.Claims.Where(c => !known.ContainsKey(c.Claim.Id)).ToList();
        if (added.Count == 0) return;
        var lines = (TextOf(In(AliasRegister.FileName)) ?? AliasRegister.Head) + string.Concat(added.Select(AliasRegister.Line));
        AtomicFile.Write(In(AliasRegister.FileName), Encoding.UTF8.GetBytes(lines));
    }

    /// <summary>Writes the crisis and what was proposed for it. Call it only where nobody has edited the crisis since the program wrote it.</summary>
    public void WriteCrisis(string yaml)
    {
        AtomicFile.Write(In(ProposalFileName), Encoding.UTF8.GetBytes(yaml));
        AtomicFile.Write(CrisisPath, Encoding.UTF8.GetBytes(yaml));
    }

    /// <summary>Writes the questions; what people wrote in them must stand in the text.</summary>
    public void WriteQuestions(string yaml) => AtomicFile.Write(QuestionsPath, Encoding.UTF8.GetBytes(yaml));

    /// <summary>Adds lines to the record of forecasts; none is ever changed or taken away.</summary>
    public void AppendRecord(string lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var before = RecordLines;
        if (before.Length > 0 && before[^1] != '\n') before += "\n";
        AtomicFile.Write(RecordPath, Encoding.UTF8.GetBytes(before + lines));
    }

    /// <summary>The envelope of the run before a run: the one that it followed, or the latest where it is new.</summary>
    public byte[]? RunBefore(string run)
    {
        var at = _case.Runs.IndexOf(run);
        var before = at < 0 ? _case.Runs.LastOrDefault() : _case.Runs.ElementAtOrDefault(at - 1);
        var path = before is null ? null : In("runs", before, "envelope.json");
        return path is not null && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Keeps a run and makes it the latest, then writes <c>case.yaml</c>.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="files">Its files by name.</param>
    public void Save(string run, IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        Directory.CreateDirectory(In("runs", run));
        foreach (var (name, bytes) in files) AtomicFile.Write(In("runs", run, name), bytes);
        if (!_case.Runs.Contains(run)) _case = _case with { Runs = _case.Runs.Add(run) };
        SaveCase();
    }

    /// <summary>Writes <c>case.yaml</c>.</summary>
    public void SaveCase() => AtomicFile.Write(In(CaseFileName), Encoding.UTF8.GetBytes(_case.Write()));

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException held) when (File.Exists(path))
        {
            throw new CaseLockedException(path, held);
        }
    }

    private string In(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}

/// <summary>A document of a case as it lies on disk.</summary>
/// <param name="Path">Where.</param>
/// <param name="Name">The file name that it came with.</param>
/// <param name="Date">The date that was given for it from outside.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record StoredDocument(string Path, string Name, DateOnly? Date, byte[] Bytes);

/// <summary>Another process is at work on the case.</summary>
public sealed class CaseLockedException(string path, IOException cause) : IOException($"{path} is held by another process.", cause)
{
    /// <summary>Path of the lock file.</summary>
    public string Path { get; } = path;
}
