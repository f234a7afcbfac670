using System.Text;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class MainJobTests : IDisposable
{
    // Enough for all that is asked of a run but its numbers.
    private const string Draws = "64";

    // Run once, on two threads, for all tests that look into it.
    private static readonly Lazy<byte[]> Envelope = new(() =>
    {
        var run = Run("-", "--json", "--jobs", "2");
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Bytes;
    });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_case_goes_the_whole_way()
    {
        var run = StandoffProcess.Run("run", Repository.Sample, "-o", _folder.In("brief.html"));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("3 documents", run.Output, StringComparison.Ordinal);
        Assert.Contains("with no use", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        var page = File.ReadAllText(_folder.In("brief.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("standoff-bundle", page, StringComparison.Ordinal);
    }

    // Envelopes hold all that a run computes; every other form is written from them.
    [Fact]
    public void Two_runs_give_the_same_bytes_with_any_number_of_threads()
    {
        var one = Run("-", "--json", "--jobs", "1").Bytes;
        Assert.Equal(one, Envelope.Value);
        foreach (var form in new[] { "html", "md", "txt" })
        {
            Pipe(one, "brief", "--jobs", "1", "-o", _folder.In("one." + form));
            Pipe(one, "brief", "--jobs", "2", "-o", _folder.In("two." + form));
            Assert.Equal(File.ReadAllBytes(_folder.In("one." + form)), File.ReadAllBytes(_folder.In("two." + form)));
        }
    }

    [Fact]
    public void Stages_in_a_pipe_give_the_bytes_of_the_whole_run()
    {
        Assert.Equal(0, Run(_folder.In("run.html")).Code);
        var envelope = StandoffProcess.Run("read", Repository.Sample, "--json").Bytes;
        foreach (var stage in new[] { "ledger", "model", "solve" }) envelope = Pipe(envelope, stage);
        envelope = Pipe(envelope, "forecast", "--draws", Draws);
        Pipe(envelope, "brief", "-o", _folder.In("pipe.html"));
        Assert.Equal(File.ReadAllBytes(_folder.In("run.html")), File.ReadAllBytes(_folder.In("pipe.html")));
    }

    [Fact]
    public void Claims_stand_where_they_say_they_stand()
    {
        var run = StandoffProcess.Run("read", Repository.Sample, "--jsonl");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 20, $"{lines.Length} claims");
        foreach (var line in lines)
        {
            using var claim = System.Text.Json.JsonDocument.Parse(line);
            var text = File.ReadAllText(Path.Combine(Repository.Sample, claim.RootElement.GetProperty("doc").GetString() + ".txt"), Encoding.UTF8);
            var (start, end) = (claim.RootElement.GetProperty("start").GetInt32(), claim.RootElement.GetProperty("end").GetInt32());
            Assert.Equal(text[start..end], claim.RootElement.GetProperty("exact").GetString());
        }
    }

    [Fact]
    public void Every_verb_shows_its_result_to_a_person()
    {
        foreach (var verb in new[] { "read", "ledger", "model", "solve" })
        {
            var run = StandoffProcess.Run(verb, Repository.Sample, "--text");
            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.True(run.Output.Split('\n').Length > 5, run.Output);
        }
    }

    [Fact]
    public void Explain_goes_down_to_the_sentence()
    {
        var envelope = Envelope.Value;
        var claim = Encoding.UTF8.GetString(Pipe(envelope, "explain", "c-001"));
        Assert.Contains("“", claim, StringComparison.Ordinal);
        Assert.Contains("s-1:", claim, StringComparison.Ordinal);
        Assert.Contains("ℓ", Encoding.UTF8.GetString(Pipe(envelope, "explain", "i-001")), StringComparison.Ordinal);
        Assert.Contains("=", Encoding.UTF8.GetString(Pipe(envelope, "explain", "n-001")), StringComparison.Ordinal);
        var unknown = StandoffProcess.Run(_folder.Path, envelope, "explain", "c-999");
        Assert.Equal(4, unknown.Code);
        Assert.StartsWith("standoff: error SO4004: c-999: nothing has this id", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_crisis_is_gone_by_and_its_faults_have_a_place()
    {
        var yaml = _folder.In("crisis.yaml");
        Assert.Equal(0, StandoffProcess.Run("model", Repository.Sample, "-o", yaml).Code);
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("title:", "title: A renamed crisis #", StringComparison.Ordinal));
        Assert.Contains("A renamed crisis", Run("-", "--crisis", yaml, "--json").Output, StringComparison.Ordinal);
        File.AppendAllText(yaml, "\nparameters: [\n");
        var bad = Run("-", "--crisis", yaml);
        Assert.Equal(4, bad.Code);
        Assert.Matches(@"^standoff: error SO4002: .*crisis\.yaml:\d+:\d+: ", bad.Error);
    }

    [Fact]
    public void Stopping_it_ends_it_with_143_and_leaves_nothing_half_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent with kill.");
        using var process = StandoffProcess.Start(_folder.Path, "run", Repository.Sample, "--draws", "100000", "--progress", "plain", "-o", _folder.In("b.html"));
        try
        {
            // Its first line of progress says that it is at work.
            Assert.StartsWith("standoff: ", process.StandardError.ReadLine(), StringComparison.Ordinal);
            System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
            Assert.True(process.WaitForExit(60_000), "It did not end within a minute.");
            Assert.Equal(143, process.ExitCode);
            Assert.Matches("standoff: stopped after [0-9]+ s, [a-z ]+: [0-9]+ % done; no result was written\n$", process.StandardError.ReadToEnd());
            Assert.Empty(Directory.GetFiles(_folder.Path));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void The_brief_of_the_sample_case_is_the_accepted_one()
    {
        var accepted = Repository.In("crises", "venezuela-2025", "brief.md");
        var received = Path.ChangeExtension(accepted, ".received.md");
        Assert.Equal(0, StandoffProcess.Run("run", Repository.Sample, "-q", "--force", "-o", received).Code);
        var same = File.Exists(accepted) && File.ReadAllText(accepted) == File.ReadAllText(received);
        if (same) File.Delete(received);
        Assert.True(same, $"The brief of the sample case differs from the accepted one. If the new text is right: mv '{received}' '{accepted}'");
    }

    private static StandoffProcess Run(string output, params string[] more) =>
        StandoffProcess.Run(["run", Repository.Sample, "--draws", Draws, "-o", output, .. more]);

    private byte[] Pipe(byte[] envelope, params string[] args)
    {
        var run = StandoffProcess.Run(_folder.Path, envelope, args);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Bytes;
    }
}
