using System.Collections.Immutable;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Envelopes;
using Standoff.Reading.Text;

namespace Standoff.Cli.Inputs;

/// <summary>Reads what the arguments name: one envelope, or documents of which each is taken or refused by name.</summary>
internal static class InputReader
{
    private static readonly InputResult Nothing = new(new Envelope(), [], []);

    /// <summary>What was read, as an envelope without readings if documents were given, and what was left out.</summary>
    /// <param name="arguments">What the command line names.</param>
    /// <param name="date">The date of the command line.</param>
    /// <param name="host">The world outside.</param>
    /// <param name="isOptional">Whether the crisis is known without documents, so that there may be none.</param>
    /// <exception cref="FaultException">Nothing at all could be read.</exception>
    public static InputResult Read(ImmutableArray<string> arguments, DateOnly? date, Host host, bool isOptional = false)
    {
        var faults = new List<Fault>();
        var taken = new List<TakenDocument>();
        if (isOptional && arguments.IsEmpty && host.InputIsTerminal) return Nothing;
        foreach (var item in InputFiles.Of(arguments, host))
        {
            if (isOptional && arguments.IsEmpty && item is InputItem.Loaded { File.Length: 0 }) return Nothing;
            if (item is InputItem.Loaded { File: var file } && EnvelopeJson.IsEnvelope(file.Bytes)) return new InputResult(OnlyEnvelope(file, arguments), [], []);
            switch (DocumentOf(item, date))
            {
                case { Document: { } document, File: { } from }: taken.Add(new TakenDocument(document, from)); break;
                case { Fault: { } fault }: faults.Add(fault); break;
            }
        }
        if (taken.Count == 0) throw new FaultException(faults.Count > 0 ? Joined(faults) : Fault.NoInput);
        var refused = faults.Select(f => new RefusedDocument(NameIn(f.Message), f.Message)).ToImmutableArray();
        var once = taken.DistinctBy(t => t.Document.Id).ToImmutableArray();
        return new InputResult(new Envelope { Documents = [.. once.Select(t => t.Document)], Refused = refused }, once, [.. faults]);
    }

    /// <summary>The envelope that a file holds.</summary>
    /// <exception cref="FaultException">It is not alone, or cannot be understood.</exception>
    public static Envelope OnlyEnvelope(InputFile file, ImmutableArray<string> arguments)
    {
        if (arguments.Length > 1) throw new FaultException(Fault.MixedInputs(file.Name));
        return EnvelopeJson.Read(file.Bytes) switch
        {
            EnvelopeResult.Read read => read.Envelope,
            EnvelopeResult.Refused refused => throw new FaultException(Fault.BadEnvelope(file.Name, refused.Line, refused.Column, refused.Reason)),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    /// <summary>The document that an input is, or why it is none.</summary>
    /// <param name="item">The input.</param>
    /// <param name="date">The date of the command line.</param>
    public static (Document? Document, InputFile? File, Fault? Fault) DocumentOf(InputItem item, DateOnly? date)
    {
        if (item is not InputItem.Loaded { File: var file }) return (null, null, (item as InputItem.LeftOut)?.Fault);
        if (file.Length > file.Bytes.Length || file.Bytes.Length > DocumentReader.MaxBytes) return (null, file, Fault.TooLong(file.Name, file.Length));
        return DocumentReader.Read(file.Bytes, file.Name, file.Options with { Date = date ?? file.Options.Date }) switch
        {
            DocumentResult.Read read => (Named(read.Document, file), file, null),
            DocumentResult.Refused refused => (null, file, Fault.Refused(refused.Reason)),
            var other => throw new InvalidOperationException($"No such result: {other}"),
        };
    }

    // A line of a corpus has no file name of its own.
    private static Document Named(Document document, InputFile file) => Path.GetFileName(file.Name) == Path.GetFileName(file.Relative)
        ? document
        : document with { Name = Path.GetFileNameWithoutExtension(file.Relative), Title = file.Title ?? document.Title };

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
