using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Reading.Text;
using Standoff.Storage;

namespace Standoff.Cli.Outputs;

/// <summary>Where the readings of one document after the other go. What is there is whole at any time.</summary>
internal abstract class ReadingOutput(ReadingForm form) : IDisposable
{
    /// <summary>The form in which it takes them.</summary>
    public ReadingForm Form { get; } = form;

    /// <summary>Whether nobody reads it any more.</summary>
    public virtual bool IsClosed => false;

    /// <summary>Takes the bytes of the next document; called in the order of the documents, from one thread.</summary>
    /// <param name="document">Whose bytes they are.</param>
    /// <param name="relative">The document's path below the folder that was given.</param>
    /// <param name="bytes">Its reading in the form of this output.</param>
    public abstract void Take(DocumentId document, string relative, ReadOnlyMemory<byte> bytes);

    /// <summary>Says that all documents have come.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Takes away what is not complete.</summary>
    public virtual void Dispose()
    {
    }
}

/// <summary>One file a document, below a folder that keeps the documents' relative paths.</summary>
internal sealed class FolderOutput : ReadingOutput
{
    // Names that differ in case alone would be one file on another machine.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;
    private readonly bool _force;

    public FolderOutput(string folder, ReadingForm form, bool force)
        : base(form)
    {
        if (File.Exists(folder)) throw new FaultException(Fault.NoFolder(folder));
        (_folder, _force) = (folder, force);
    }

    public override void Take(DocumentId document, string relative, ReadOnlyMemory<byte> bytes)
    {
        var path = Path.Combine(_folder, NameFor(relative));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotWrite(path, fault.Message));
        }
        OutputFile.Write(path, bytes.Span, _force);
    }

    // report.txt and report.html are report.jsonl and report.html.jsonl, whichever comes second.
    private string NameFor(string relative)
    {
        var name = Path.ChangeExtension(relative, null) + Form.Ending;
        for (var again = 1; !_names.Add(name); again++)
            name = again == 1 ? relative + Form.Ending : FormattableString.Invariant($"{relative}-{again}{Form.Ending}");
        return name;
    }
}

/// <summary>All documents in one stream, the same document once.</summary>
internal abstract class StreamOutput(ReadingForm form) : ReadingOutput(form)
{
    private readonly HashSet<DocumentId> _seen = [];

    public sealed override void Take(DocumentId document, string relative, ReadOnlyMemory<byte> bytes)
    {
        if (_seen.Add(document) && bytes.Length > 0) Append(bytes);
    }

    protected abstract void Append(ReadOnlyMemory<byte> bytes);
}

/// <summary>Standard output.</summary>
internal sealed class StandardOutput(Host host, ReadingForm form) : StreamOutput(form)
{
    private bool _closed;

    public override bool IsClosed => _closed;

    protected override void Append(ReadOnlyMemory<byte> bytes) => _closed |= !host.Write(bytes.Span);
}

/// <summary>One file, which takes its name when all documents have come.</summary>
internal sealed class FileOutput : StreamOutput
{
    private readonly string _path;
    private readonly bool _force;
    private AtomicStream? _file;

    public FileOutput(string path, ReadingForm form, bool force)
        : base(form)
    {
        OutputFile.Check(path, force);
        (_path, _force) = (path, force);
    }

    public override void Complete() => Writing(() =>
    {
        OutputFile.Check(_path, _force);
        (_file ?? AtomicStream.Create(_path)).Complete();
    });

    public override void Dispose()
    {
        _file?.Dispose();
        base.Dispose();
    }

    protected override void Append(ReadOnlyMemory<byte> bytes) => Writing(() => (_file ??= AtomicStream.Create(_path)).Write(bytes.Span));

    private void Writing(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.CannotWrite(_path, fault.Message));
        }
    }
}
