using Standoff.Reading.Attributions;
using Standoff.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>Writes the attributions of texts in the form that the scorer reads.</summary>
internal static class AttributionFiles
{
    public static int Write(string texts, string output)
    {
        Directory.CreateDirectory(output);
        foreach (var file in Directory.EnumerateFiles(texts, "*.txt").Order(StringComparer.Ordinal))
        {
            var document = Texts.Document(file);
            File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".ann"), BratFile.Write(document.Text, AttributionReader.Read(document, ReaderOptions.Default)));
        }
        return 0;
    }
}
