using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Standoff.ReadingEvaluation;

/// <summary>Measures what memory the program takes to read the first so many words of a corpus.</summary>
internal static class Streaming
{
    public static int Measure(string program, string corpus, string[] sizes)
    {
        Console.WriteLine("| words | documents | claims | peak memory | processor time |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var size in sizes) Measure(program, corpus, int.Parse(size, CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Measure(string program, string corpus, int size)
    {
        var folder = Directory.CreateTempSubdirectory("standoff-streaming-").FullName;
        try
        {
            var (part, claims) = (Path.Combine(folder, "part.jsonl"), Path.Combine(folder, "claims.jsonl"));
            var (words, documents) = Cut(corpus, part, size);
            using var process = Process.Start(new ProcessStartInfo("dotnet") { ArgumentList = { "exec", program, "read", part, "-o", claims, "-q" } })!;
            var (peak, time) = Watch(process);
            var found = File.ReadLines(claims).Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {words:N0} | {documents:N0} | {found:N0} | {peak / 1048576.0:F0} MB | {time.TotalSeconds:F1} s |"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Words, int Documents) Cut(string corpus, string part, int size)
    {
        var (words, documents) = (0, 0);
        using var output = File.CreateText(part);
        foreach (var line in File.ReadLines(corpus))
        {
            if (words >= size) break;
            using var json = JsonDocument.Parse(line);
            words += json.RootElement.GetProperty("text").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            documents++;
            output.Write(line + "\n");
        }
        return (words, documents);
    }

    private static (long Peak, TimeSpan Time) Watch(Process process)
    {
        long peak = 0;
        var time = TimeSpan.Zero;
        while (!process.WaitForExit(100))
        {
            process.Refresh();
            if (process.HasExited) break;
            (peak, time) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        if (process.ExitCode != 0) throw new InvalidOperationException($"standoff returned {process.ExitCode}.");
        return (peak, time);
    }
}
