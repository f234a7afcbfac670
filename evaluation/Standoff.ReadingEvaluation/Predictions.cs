using Standoff.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>Writes predictions in the form that the scorer reads.</summary>
internal static class Predictions
{
    public static int Write(string texts, string output)
    {
        Directory.CreateDirectory(output);
        foreach (var file in Directory.EnumerateFiles(texts, "*.txt").Order(StringComparer.Ordinal))
            File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".jsonl"), ClaimJsonLines.Write(Texts.Read(file), reasons: true));
        return 0;
    }
}
