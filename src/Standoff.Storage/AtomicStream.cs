namespace Standoff.Storage;

/// <summary>A file written piece by piece beside its place, which takes its name when it is complete and else goes away.</summary>
public sealed class AtomicStream : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private readonly FileStream _stream;
    private bool _complete;

    private AtomicStream(string path, string beside, FileStream stream) => (_path, _beside, _stream) = (path, beside, stream);

    /// <summary>Begins the file.</summary>
    /// <param name="path">The name that it takes in the end.</param>
    /// <exception cref="IOException">The folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static AtomicStream Create(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var beside = path + ".part";
        return new AtomicStream(path, beside, new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
    }

    /// <summary>Adds bytes.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Gives the file its name, over what had it.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Complete()
    {
        _stream.Dispose();
        File.Move(_beside, _path, overwrite: true);
        _complete = true;
    }

    /// <summary>Takes an incomplete file away.</summary>
    public void Dispose()
    {
        if (_complete) return;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is thrown away with the rest.
        }
        File.Delete(_beside);
    }
}
