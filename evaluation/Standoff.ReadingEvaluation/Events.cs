using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.ReadingEvaluation;

/// <summary>Writes the events of the sentences of a table in the form that the scorer reads.</summary>
internal static class Events
{
    public static int Write(string table, string output)
    {
        var sentences = SentenceTable.Read(File.ReadAllText(table));
        foreach (var fault in sentences.Faults) Console.Error.WriteLine($"{table}:{fault.Line}: {fault.Reason}");
        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var row in sentences.Rows) writer.WriteLine(EventJsonLines.WriteRow(row.Id, EventReader.Read(row.AsDocument(), ReaderOptions.Default)));
        return sentences.Rows.IsEmpty ? 1 : 0;
    }
}
