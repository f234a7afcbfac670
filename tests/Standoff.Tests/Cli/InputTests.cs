using System.Text;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class InputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = ProgramRun.Of("read", Path.Combine(_folder, "nowhere.txt"));
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Equal($"standoff: error SO3001: {_folder}/nowhere.txt: no such file or folder — check the name\n", run.Error);
    }

    [Fact]
    public void One_bad_document_among_many_is_listed_and_the_rest_goes_on()
    {
        Write("a.txt", "The minister resigned.");
        Write("b.txt", "");
        var run = ProgramRun.Of("read", _folder);
        Assert.Equal(3, run.Code);
        Assert.Contains("b.txt: there is no text in it", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"a\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"refused\":[{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_find_files_in_a_fixed_order()
    {
        foreach (var name in new[] { "b/2.txt", "a/1.txt", "a/deep/3.txt", "a/x.md" }) Write(name, $"Text of {name}.");
        string[] Names(string pattern) => [.. Standoff.Cli.Inputs.InputPaths.Expand(Path.Combine(_folder, pattern)).Select(p => Path.GetRelativePath(_folder, p.Path))];
        Assert.Equal(["a/1.txt", "b/2.txt"], Names("*/*.txt"));
        Assert.Equal(["a/1.txt", "a/deep/3.txt", "b/2.txt"], Names("**/*.txt"));
        Assert.Equal(["a/1.txt"], Names("a/?.txt"));
    }

    // With nothing but names, the forecast is the classes'.
    [Fact]
    public void Two_names_make_a_forecast_without_a_document()
    {
        var run = ProgramRun.Of("forecast", "--challenger", "United States", "--target", "Venezuela", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var forecast = System.Text.Json.Nodes.JsonNode.Parse(run.Output)!["forecast"]!;
        foreach (var waterfall in forecast["waterfalls"]!.AsArray())
        {
            var steps = waterfall!["steps"]!.AsArray().ToDictionary(s => s!["key"]!.GetValue<string>(), s => s!["value"]!.GetValue<double>());
            Assert.Equal(steps["covariates"], steps["pool"], 0.01);
        }
    }

    [Fact]
    public void One_name_makes_none()
    {
        var run = ProgramRun.Of("forecast", "--challenger", "United States");
        Assert.Equal(2, run.Code);
        Assert.Contains("SO2002", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_given_twice_are_read_once()
    {
        Write("a.txt", "The minister resigned.");
        Write("b.txt", "The minister resigned.");
        var run = ProgramRun.Of("read", _folder);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("\"name\":\"b\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_over_20_MB_is_refused_without_reading_it_whole()
    {
        Write("big.txt", new string('a', (20 * 1024 * 1024) + 1));
        var run = ProgramRun.Of("read", Path.Combine(_folder, "big.txt"));
        Assert.Equal(3, run.Code);
        Assert.Contains("over the limit of 20 MB for one document", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"schema\":\"standoff/9\"}", "1:1: the schema is \"standoff/9\"; this version reads \"standoff/1\"")]
    [InlineData("{\"schema\":\"standoff/1\",\n \"documents\":[{]}", "2:")]
    public void A_bad_envelope_is_told_with_line_and_column(string envelope, string message)
    {
        var run = ProgramRun.With(envelope, "read", "-");
        Assert.Equal(3, run.Code);
        Assert.StartsWith($"standoff: error SO3003: stdin:{message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_sequences_in_a_text_do_not_reach_the_terminal()
    {
        var run = ProgramRun.With("DATE: 2025-12-01\nTITLE: \u001b[31mRed\u001b[0m \u202Etxet\n\nThe minister resigned.", "read", "-", "--text");
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u202E', run.Output);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
