using System.Diagnostics;
using System.Globalization;
using Standoff.Reading.Claims;

namespace Standoff.ReadingEvaluation;

/// <summary>Measures the reader on one thread.</summary>
internal static class Speed
{
    public static int Measure(string[] files)
    {
        var documents = files.Select(Texts.Document).ToList();
        foreach (var document in documents.Take(5)) ClaimReader.Read(document, ReaderOptions.Default);
        var words = documents.Sum(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var watch = Stopwatch.StartNew();
        var claims = documents.Sum(d => ClaimReader.Read(d, ReaderOptions.Default).Claims.Length);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {words} words, {claims} claims in {seconds:F2} s: {words / seconds:F0} words a second"));
        return 0;
    }
}
