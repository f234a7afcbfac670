using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Envelopes;
using Standoff.Reading.Text;

namespace Standoff.Cli.Inputs;

/// <summary>Reads what the arguments name: one envelope, or documents of which each is taken or refused by name.</summary>
internal static class InputReader
{
    // An envelope holds its documents' texts, so it may be longer than one document.
    private const long MaxEnvelopeBytes = 512L * 1024 * 1024;

    /// <summary>What was read, as an envelope without readings if documents were given, and what was left out.</summary>
    /// <exception cref="FaultException">Nothing at all could be read.</exception>
    public static InputResult Read(ImmutableArray<string> arguments, DateOnly? date, Host host)
    {
        if (arguments.IsEmpty && host.InputIsTerminal) throw new FaultException(Fault.NoInput);
        var given = arguments.IsEmpty ? ["-"] : arguments;
        var faults = new List<Fault>();
        var taken = new List<TakenDocument>();
        foreach (var path in Paths(given, faults))
        {
            if (Load(path, host, faults) is not { } file) continue;
            if (EnvelopeJson.IsEnvelope(file.Bytes)) return new InputResult(OnlyEnvelope(file, given), [], []);
            Add(file, date, taken, faults);
        }
        if (taken.Count == 0) throw new FaultException(faults.Count > 0 ? Joined(faults) : Fault.NoInput);
        var refused = faults.Select(f => new RefusedDocument(NameIn(f.Message), f.Message)).ToImmutableArray();
        var once = taken.DistinctBy(t => t.Document.Id).ToImmutableArray();
        return new InputResult(new Envelope { Documents = [.. once.Select(t => t.Document)], Refused = refused }, once, [.. faults]);
    }

    private static List<string> Paths(ImmutableArray<string> given, List<Fault> faults)
    {
        var paths = new List<string>();
        foreach (var argument in given)
        {
            try
            {
                paths.AddRange(InputPaths.Expand(argument));
            }
            catch (FaultException missing) when (missing.Fault.ExitCode != ExitCode.Usage)
            {
                faults.Add(missing.Fault);
            }
        }
        return paths;
    }

    private static InputFile? Load(string path, Host host, List<Fault> faults)
    {
        try
        {
            if (path == "-") return ReadAll(host.Input, "stdin");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            return ReadAll(file, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Fault.CannotRead(path, fault.Message));
            return null;
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

    private static Envelope OnlyEnvelope(InputFile file, ImmutableArray<string> given)
    {
        if (given.Length > 1) throw new FaultException(Fault.MixedInputs(file.Name));
        return EnvelopeJson.Read(file.Bytes) switch
        {
            EnvelopeResult.Read read => read.Envelope,
            EnvelopeResult.Refused refused => throw new FaultException(Fault.BadEnvelope(file.Name, refused.Line, refused.Column, refused.Reason)),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    private static void Add(InputFile file, DateOnly? date, List<TakenDocument> taken, List<Fault> faults)
    {
        if (file.Length > file.Bytes.Length || file.Bytes.Length > DocumentReader.MaxBytes)
        {
            faults.Add(Fault.TooLong(file.Name, file.Length));
            return;
        }
        switch (DocumentReader.Read(file.Bytes, file.Name, new DocumentOptions { Date = date }))
        {
            case DocumentResult.Read read: taken.Add(new TakenDocument(read.Document, file)); break;
            case DocumentResult.Refused refused: faults.Add(Fault.Refused(refused.Reason)); break;
        }
    }

    private static string NameIn(string message) => message[..message.IndexOf(": ", StringComparison.Ordinal)];

    private static Fault Joined(List<Fault> faults) => faults.Count == 1
        ? faults[0]
        : faults[0] with { Message = string.Join($"\nstandoff: error {faults[0].Code}: ", faults.Select(f => f.Message)) };
}

/// <summary>What was read, and what was left out.</summary>
/// <param name="Envelope">The documents, or the envelope that was given.</param>
/// <param name="Taken">The documents with their bytes; none where an envelope was given.</param>
/// <param name="Faults">What was left out.</param>
internal sealed record InputResult(Envelope Envelope, ImmutableArray<TakenDocument> Taken, ImmutableArray<Fault> Faults);

/// <summary>A document with the file that it was read from.</summary>
internal sealed record TakenDocument(Document Document, InputFile File);
