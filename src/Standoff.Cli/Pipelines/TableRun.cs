using System.Collections.Immutable;
using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;
using Standoff.Cli.Options;
using Standoff.Cli.Outputs;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.Cli.Pipelines;

/// <summary>The political events of the sentences of a table, as JSON Lines: one line a row.</summary>
internal static class TableRun
{
    private const string Ending = ".tsv";

    /// <summary>The table among the inputs, where events are asked for.</summary>
    public static string? TableOf(Request request) =>
        request.Events is null ? null : request.Inputs.FirstOrDefault(i => i.EndsWith(Ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a table, writes its events to a file or, for "-", to standard output, and gives the exit code.</summary>
    public static int Run(string table, Request request, Host host)
    {
        var output = request.Events!;
        if (output != "-") OutputFile.Check(output, request.Force);
        if (request.Inputs.Length > 1) throw new FaultException(Fault.Usage($"{table}: a table of sentences stands alone — give it without other inputs"));
        using var progress = new Progress(host, request);
        progress.Enter("reading");
        var (lines, faults) = OfTable(table, request, host, progress);
        progress.Dispose();
        foreach (var fault in faults) host.Error.WriteLine(fault.Line);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines));
        if (output == "-") host.Write(bytes);
        else OutputFile.Write(output, bytes, request.Force);
        return faults.IsEmpty ? ExitCode.Ok : ExitCode.Input;
    }

    private static (List<string> Lines, ImmutableArray<Fault> Faults) OfTable(string path, Request request, Host host, Progress progress)
    {
        var table = SentenceTable.Read(TextFile.Read(path));
        var faults = table.Faults.Select(f => Fault.BadTable(path, f.Line, f.Reason)).ToImmutableArray();
        var options = new ReaderOptions { Cast = request.Cast is { } cast ? CastFile.Read(cast) : null };
        var work = new OrderedWork<SentenceRow, string>(r => r.Sentence.Length, r => EventJsonLines.WriteRow(r.Id, EventReader.Read(r.AsDocument(), options)) + "\n", request.Jobs ?? Environment.ProcessorCount, host.Stop);
        var lines = new List<string>(table.Rows.Length);
        foreach (var line in work.Run(table.Rows))
        {
            lines.Add(line);
            progress.Report(lines.Count / (double)table.Rows.Length);
        }
        return (lines, faults);
    }
}
