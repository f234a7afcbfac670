using System.Diagnostics;
using System.Globalization;
using Standoff.Tests.LanguageModels;
using Xunit;

namespace Standoff.EndToEnd;

public sealed class LanguageModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_model_nothing_that_speaks_to_one_is_loaded()
    {
        string[] Loaded(params string[] more)
        {
            var file = _folder.In("loaded.txt");
            using var process = Start(["read", Article(), "--jsonl", .. more], ("DOTNET_STARTUP_HOOKS", typeof(LanguageModelTests).Assembly.Location), ("STANDOFF_TEST_LOADED", file));
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllLines(file);
        }

        string[] ofModels = ["Standoff.LanguageModels", "Microsoft.Extensions.AI.Abstractions", "OpenAI", "System.ClientModel", "Anthropic", "Polly.Core", "System.Net.Http"];
        Assert.Empty(Loaded().Intersect(ofModels));
        using var server = Silent();
        Assert.Contains("OpenAI", Loaded("--model", server.Model));
    }

    [Fact]
    public void A_server_that_is_not_there_is_told_of_in_one_line_and_the_claims_by_rule_are_written()
    {
        using var gone = Silent();
        gone.Dispose();
        var rule = StandoffProcess.Run("read", Article(), "--jsonl");
        var run = StandoffProcess.Run("read", Article(), "--jsonl", "-q", "--model", gone.Model);
        Assert.Equal((8, rule.Output), (run.Code, run.Output));
        Assert.Equal($"standoff: error SO8001: {gone.Model}: 1 of 1 questions got no answer: the server could not be reached, or broke off — the claims by rule stand there; try again, or leave --model out\n", run.Error);
    }

    [Fact]
    public void A_server_that_is_slow_is_not_waited_for_without_end()
    {
        using var server = new ModelServer(_ => null);
        var run = StandoffProcess.Run("read", Article(), "--jsonl", "-q", "--model", server.Model, "--model-timeout", "1");
        Assert.Equal(8, run.Code);
        Assert.Contains("no answer came within 1 s", run.Error, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 0, 3);
    }

    [Fact]
    public void Stopped_while_it_waits_it_ends_at_once_and_keeps_what_was_answered()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent with kill.");
        using var asked = new ManualResetEventSlim();
        using var server = new ModelServer(body =>
        {
            if (body.Contains("The minister resigned", StringComparison.Ordinal)) return ServerAnswer.OpenAI("""{"claims":[]}""");
            asked.Set();
            return null;
        });
        Article();
        _folder.Write("b.txt", "The fleet left the port on Monday.");
        using var process = Start(["read", _folder.Path, "-o", _folder.In("out"), "--jobs", "1", "--model", server.Model, "--record", _folder.In("r.jsonl")]);
        try
        {
            Assert.True(asked.Wait(60_000, TestContext.Current.CancellationToken), "It asked nothing.");
            Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            var error = process.StandardError.ReadToEnd();
            Assert.True(process.WaitForExit(20_000), "It did not end.");
            Assert.Equal(130, process.ExitCode);
            Assert.Equal("standoff: stopped after 1 document, 50 % of the input\n", error);
            Assert.Equal(2, File.ReadLines(_folder.In("r.jsonl")).Count());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ModelServer Silent() => new(_ => ServerAnswer.OpenAI("""{"claims":[]}"""));

    private string Article() => _folder.Write("a.txt", "The minister resigned on Monday.");

    private Process Start(string[] args, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var arg in args.Prepend(Repository.Program).Prepend("exec")) start.ArgumentList.Add(arg);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
