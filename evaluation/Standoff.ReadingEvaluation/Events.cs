using System.Text;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;
using Standoff.Reading.Text;

namespace Standoff.ReadingEvaluation;

/// <summary>Writes the events of the sentences of a table in the form that the scorer reads.</summary>
internal static class Events
{
    public static int Write(string table, string output)
    {
        var lines = File.ReadAllLines(table);
        var header = lines[0].Split('\t');
        var (id, sentence) = (Array.IndexOf(header, "sentence_id"), Array.IndexOf(header, "sentence"));
        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split('\t');
            var document = ((DocumentResult.Read)DocumentReader.Read(Encoding.UTF8.GetBytes(cells[sentence]), cells[id] + ".txt")).Document;
            writer.WriteLine(EventJsonLines.WriteRow(cells[id], EventReader.Read(document, ReaderOptions.Default)));
        }
        return 0;
    }
}
