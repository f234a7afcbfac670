using System.Text;
using System.Text.Json;
using Standoff.Tests.LanguageModels;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class ModelTests : IDisposable
{
    private const string Text = "DATE: 2026-03-02\nOUTLET: Meridian Wire\n\nSpain demanded that Morocco withdraw its troops from the island. Talks may resume.\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-model-").FullName;

    public ModelTests() => File.WriteAllText(In("wire.txt"), Text, new UTF8Encoding(false));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_proposes_and_the_counts_are_shown()
    {
        using var server = Good();
        var run = ProgramRun.Of("read", In("wire.txt"), "--model", server.Model, "--jsonl", "--why");
        Assert.Equal(0, run.Code);
        Assert.Contains($"\"why\":[\"language model {server.Model}\"]", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"standoff: {server.Model}: 1 of 2 proposed claims stand in the text, 1 claim by rule\n  dropped: 1 quote not in the text\n  fields corrected: 1 lowered to the certainty of the words\n  1 question, 0 without an answer, 100 tokens sent, 20 received\n",
            run.Error);
        Assert.Equal("", ProgramRun.Of("read", In("wire.txt"), "--model", server.Model, "--jsonl", "-q").Error);
    }

    [Fact]
    public void A_recording_is_replayed_byte_for_byte_without_the_server_in_read_and_in_run()
    {
        ProgramRun live;
        using (var server = Good()) live = ProgramRun.Of("run", In("wire.txt"), "--model", server.Model, "--record", In("r.jsonl"), "--draws", "64", "--json", "--challenger", "Spain", "--target", "Morocco");
        Assert.Equal(0, live.Code);
        Assert.Contains("proposed by the language model", live.Output, StringComparison.Ordinal);
        var again = ProgramRun.Of("run", In("wire.txt"), "--replay", In("r.jsonl"), "--draws", "64", "--json", "--challenger", "Spain", "--target", "Morocco", "--jobs", "1");
        Assert.Equal((live.Code, live.Output, live.Error), (again.Code, again.Output, again.Error));
        Assert.Contains("language model http://127.0.0.1", ProgramRun.Of("read", In("wire.txt"), "--replay", In("r.jsonl"), "--jsonl", "--why").Output, StringComparison.Ordinal);
        foreach (var line in File.ReadLines(In("r.jsonl"))) JsonDocument.Parse(line).Dispose();
    }

    [Fact]
    public void A_recording_of_something_else_is_refused_by_name()
    {
        using (var server = Good()) ProgramRun.Of("read", In("wire.txt"), "--model", server.Model, "--record", In("r.jsonl"), "--jsonl");
        File.WriteAllText(In("other.txt"), "The minister said that it rained.");
        foreach (var form in new[] { "--json", "--jsonl" })
        {
            var run = ProgramRun.Of("read", In("other.txt"), "--replay", In("r.jsonl"), form);
            Assert.Equal((3, "", $"standoff: error SO3011: {In("r.jsonl")}: holds no answer to what is asked about other — replay with the documents, the date and the version of standoff that it was recorded with\n"), (run.Code, run.Output, run.Error));
        }
    }

    [Fact]
    public void What_is_no_recording_is_refused_by_name_and_not_written_over()
    {
        File.WriteAllText(In("r.jsonl"), "{\"mine\":1}\n");
        Assert.Equal(
            $"standoff: error SO3010: {In("r.jsonl")}: is no recording of a language model: line 1 is none of a recording — give what --record wrote\n",
            ProgramRun.Of("read", In("wire.txt"), "--replay", In("r.jsonl"), "--jsonl").Error);
        using var server = Good();
        Assert.Equal(7, ProgramRun.Of("read", In("wire.txt"), "--model", server.Model, "--record", In("r.jsonl"), "--jsonl").Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_server_that_fails_leaves_the_claims_by_rule_and_a_code_of_its_own()
    {
        using var server = new ModelServer(_ => ServerAnswer.Raw("", 403));
        var rule = ProgramRun.Of("read", In("wire.txt"), "--jsonl");
        var run = ProgramRun.Of("read", In("wire.txt"), "--model", server.Model, "--jsonl", "-q");
        Assert.Equal((8, rule.Output), (run.Code, run.Output));
        Assert.Equal($"standoff: error SO8001: {server.Model}: 1 of 1 questions got no answer: the server answered with status 403 (the key is not accepted) — the claims by rule stand there; try again, or leave --model out\n", run.Error);
    }

    [Theory]
    [InlineData("SO2006: --model gpt: a model is openai:NAME, anthropic:NAME or URL#NAME — write openai:NAME, anthropic:NAME or URL#NAME", "--model", "gpt")]
    [InlineData("SO2007: --model openai:gpt: the environment variable OPENAI_API_KEY with the key is not set — set it, or name a server of your own as URL#NAME", "--model", "openai:gpt")]
    [InlineData("SO2007: --model anthropic:x: the environment variable ANTHROPIC_API_KEY with the key is not set — set it, or name a server of your own as URL#NAME", "--model", "anthropic:x")]
    [InlineData("SO2001: --replay stands alone: the recording names its model — leave --model and --record out", "--model", "openai:gpt", "--replay", "r.jsonl")]
    public void A_model_that_cannot_be_asked_is_said_before_any_work(string message, params string[] args)
    {
        foreach (var verb in new[] { "read", "run" })
        {
            var run = ProgramRun.Of([verb, In("wire.txt"), .. args]);
            Assert.Equal((2, "", $"standoff: error {message}\n"), (run.Code, run.Output, run.Error));
        }
    }

    [Fact]
    public void The_key_is_nowhere_but_in_the_request()
    {
        using var server = Good();
        var run = ProgramRun.With([], n => n switch { "OPENAI_API_KEY" => "very-secret", "OPENAI_BASE_URL" => server.Address + "/v1", _ => null }, "read", In("wire.txt"), "--model", "openai:gpt", "--record", In("r.jsonl"), "--json");
        Assert.Equal(0, run.Code);
        Assert.Contains("very-secret", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", run.Output + run.Error + File.ReadAllText(In("r.jsonl")), StringComparison.Ordinal);
    }

    private static ModelServer Good() => new(_ => ServerAnswer.OpenAI(Made.Answer(Made.Proposal(1, "Talks may resume"), Made.Proposal(1, "invented words"))));

    private string In(string name) => Path.Combine(_folder, name);
}
