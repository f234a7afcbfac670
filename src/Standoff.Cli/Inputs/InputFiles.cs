using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Envelopes;
using Standoff.Reading.Text;

namespace Standoff.Cli.Inputs;

/// <summary>The inputs of a command line one after the other; none is loaded before it is asked for.</summary>
internal static class InputFiles
{
    // An envelope holds its documents' texts, so it may be longer than one document.
    private const long MaxEnvelopeBytes = 512L * 1024 * 1024;

    /// <summary>What the arguments name, or standard input where there are none.</summary>
    /// <exception cref="FaultException">There is nothing to read, or a network address.</exception>
    public static IEnumerable<InputItem> Of(ImmutableArray<string> arguments, Host host)
    {
        if (arguments.IsEmpty && host.InputIsTerminal) throw new FaultException(Fault.NoInput);
        var (paths, faults) = InputPaths.ExpandAll(arguments.IsEmpty ? ["-"] : arguments);
        return faults.Select(f => (InputItem)new InputItem.LeftOut(f)).Concat(Load(paths, host));
    }

    private static IEnumerable<InputItem> Load(ImmutableArray<InputPath> paths, Host host)
    {
        for (var i = 0; i < paths.Length; i++)
        {
            var (before, one) = (i / (double)paths.Length, 1.0 / paths.Length);
            if (!CorpusFile.IsCorpus(paths[i].Path)) yield return Load(paths[i], before + one, host);
            else
                foreach (var item in CorpusFile.Read(paths[i], before, one)) yield return item;
        }
    }

    private static InputItem Load(InputPath path, double share, Host host)
    {
        try
        {
            if (path.Path == "-") return new InputItem.Loaded(ReadAll(host.Input, "stdin") with { Share = share });
            using var file = new FileStream(path.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            return new InputItem.Loaded(ReadAll(file, path.Path) with { Relative = path.Relative, Share = share });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new InputItem.LeftOut(Fault.CannotRead(path.Path, fault.Message));
        }
    }

    private static InputFile ReadAll(Stream stream, string name)
    {
        var length = stream.CanSeek ? stream.Length : 0;
        using var bytes = new MemoryStream((int)Math.Min(length, DocumentReader.MaxBytes + 1L));
        var buffer = new byte[81920];
        int n;
        while (bytes.Length <= LimitOf(bytes) && (n = stream.Read(buffer)) > 0) bytes.Write(buffer, 0, n);
        return new InputFile(name, Math.Max(length, bytes.Length), bytes.ToArray());
    }

    private static long LimitOf(MemoryStream read) =>
        EnvelopeJson.IsEnvelope(read.GetBuffer().AsSpan(0, (int)Math.Min(read.Length, 4096))) ? MaxEnvelopeBytes : DocumentReader.MaxBytes;
}
