using System.Diagnostics;
using System.Globalization;
using Standoff.Reading.Claims;
using Standoff.Reading.Events;

namespace Standoff.ReadingEvaluation;

/// <summary>Measures the reader on one thread.</summary>
internal static class Speed
{
    public static int Measure(string[] files)
    {
        var documents = files.Select(Texts.Document).ToList();
        for (var i = 0; i < 40; i++) ClaimReader.Read(documents[i % documents.Count], ReaderOptions.Default);
        var words = documents.Sum(d => d.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var d in documents) Standoff.Reading.Syntax.SyntaxReader.Shipped.Read(d.Text, new Standoff.Reading.Text.TextSpan(d.Prologue, d.Text.Length));
        var parsed = Process.GetCurrentProcess().TotalProcessorTime;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"syntax alone: {words / (parsed - before).TotalSeconds:F0} words a second of processor time"));
        var claims = documents.Sum(d => ClaimReader.Read(d, ReaderOptions.Default).Claims.Length);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - parsed).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {words} words, {claims} claims in {seconds:F2} s: {words / seconds:F0} words a second of processor time"));
        MeasureEvents(documents, words);
        return 0;
    }

    // What the events cost above the trees and mentions that the claims need too.
    private static void MeasureEvents(List<Standoff.Reading.Text.Document> documents, int words)
    {
        var analyses = documents.ConvertAll(d => DocumentAnalysis.Of(d, ReaderOptions.Default));
        foreach (var analysis in analyses) EventReader.Read(analysis);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var events = analyses.Sum(a => EventReader.Read(a).Length);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"events alone: {events} in {seconds:F2} s, {words / seconds:F0} words a second of processor time"));
    }
}
