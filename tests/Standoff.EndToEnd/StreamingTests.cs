using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class StreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Memory_does_not_grow_with_the_corpus()
    {
        // 64 MB: one document needs some 40; all of them, kept, would not fit.
        var corpus = _folder.Write("corpus.jsonl", Corpus(words: 320_000));
        using var process = Start(corpus, ("DOTNET_GCHeapHardLimit", "0x4000000"), "--jobs", "2", "-o", _folder.In("claims.jsonl"));
        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.True(File.ReadLines(_folder.In("claims.jsonl")).Count() > 10_000);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public void Stopped_it_leaves_whole_files_and_says_how_far_it_came(string signal, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent with kill.");
        var corpus = _folder.Write("corpus.jsonl", Corpus(words: 400_000));
        using var process = Start(corpus, null, "-o", _folder.In("out"));
        try
        {
            while (!Directory.Exists(_folder.In("out")) && !process.HasExited) Thread.Sleep(20);
            Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(code, process.ExitCode);
            Assert.Matches(@"^standoff: stopped after [\d,]+ documents?, \d+ % of the input\n$", error);
            Assert.NotEmpty(Directory.GetFiles(_folder.In("out")));
            Assert.All(Directory.GetFiles(_folder.In("out")), f => Assert.EndsWith(".jsonl", f, StringComparison.Ordinal));
            Assert.All(Directory.GetFiles(_folder.In("out")).SelectMany(File.ReadLines), l => JsonDocument.Parse(l).Dispose());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void A_reader_that_goes_away_ends_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "The shell is needed.");
        var corpus = _folder.Write("corpus.jsonl", Corpus(words: 2_000_000));
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"dotnet exec '{Repository.Program}' read '{corpus}' --jsonl | head -n 1; echo ${{PIPESTATUS[0]}}");
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEnd();
        Assert.Equal("", shell.StandardError.ReadToEnd());
        // Reading all of it would take a minute of processor time and more.
        Assert.True(shell.WaitForExit(30_000));
        Assert.StartsWith("{\"doc\":\"corpus-00001\"", output, StringComparison.Ordinal);
        Assert.EndsWith("}\n0\n", output, StringComparison.Ordinal);
    }

    private Process Start(string corpus, (string Name, string Value)? variable, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var arg in new[] { "exec", Repository.Program, "read", corpus, "-q" }.Concat(more)) start.ArgumentList.Add(arg);
        if (variable is { } set) start.Environment[set.Name] = set.Value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    // Documents of some 340 words each, none like another.
    private static string Corpus(int words)
    {
        string[] who = ["minister", "general", "president", "spokesman", "governor", "envoy", "admiral"];
        string[] what = ["the army would leave the island", "no agreement had been reached", "the blockade might be lifted", "two ships were sunk near the port"];
        var corpus = new StringBuilder();
        for (var (n, i) = (0, 0); n < words; i++)
        {
            corpus.Append("{\"date\":\"2026-03-02\",\"text\":\"");
            for (var s = 0; s < 24; s++, n += 14)
                corpus.Append(CultureInfo.InvariantCulture, $"The {who[(i + s) % 7]} of the {i + 2}th district told reporters on Monday that {what[(i * 3 + s) % 4]}. ");
            corpus.Append("\"}\n");
        }
        return corpus.ToString();
    }
}
