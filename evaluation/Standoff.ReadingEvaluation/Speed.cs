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
        for (var i = 0; i < 40; i++) ClaimReader.Read(documents[i % documents.Count], ReaderOptions.Default);
        var words = documents.Sum(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var parsing = Stopwatch.StartNew();
        foreach (var d in documents) Standoff.Reading.Syntax.SyntaxReader.Shipped.Read(d.Text, new Standoff.Reading.Text.TextSpan(d.Prologue, d.Text.Length));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"syntax alone: {words / parsing.Elapsed.TotalSeconds:F0} words a second"));
        var watch = Stopwatch.StartNew();
        var claims = documents.Sum(d => ClaimReader.Read(d, ReaderOptions.Default).Claims.Length);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {words} words, {claims} claims in {seconds:F2} s: {words / seconds:F0} words a second"));
        return 0;
    }
}
