using Xunit;

namespace Standoff.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("'bogus' is no verb — see standoff --help", "bogus")]
    [InlineData("unknown option '--foo' — see standoff read --help", "read", "a.txt", "--foo")]
    [InlineData("unknown option '-x' — see standoff read --help", "read", "-x")]
    [InlineData("'31.12.2025' is no date — write it as 2025-12-01 — see standoff read --help", "read", "a.txt", "--date", "31.12.2025")]
    [InlineData("'0' is no whole number from 1 to 1024 — see standoff read --help", "read", "a.txt", "--jobs", "0")]
    [InlineData("'loud' is not one of never, auto, plain — see standoff read --help", "read", "a.txt", "--progress", "loud")]
    public void A_wrong_command_line_is_one_line_on_standard_error_and_exit_code_2(string message, params string[] args)
    {
        var run = ProgramRun.Of(args);
        Assert.Equal((2, "", $"standoff: error SO2001: {message}\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void A_network_address_is_refused_by_name()
    {
        var run = ProgramRun.Of("read", "https://example.org/a");
        Assert.Equal(2, run.Code);
        Assert.Equal("standoff: error SO2004: https://example.org/a: is a network address, and Standoff reads nothing over the network — save the page and give the file\n", run.Error);
    }

    [Fact]
    public void Without_input_at_a_terminal_the_program_says_what_to_give() =>
        Assert.Equal("standoff: error SO2002: no input — give files, a folder, or - for standard input\n", ProgramRun.Of("read").Error);

    public static TheoryData<string> Pages() => [.. Standoff.Cli.StandoffProgram.Verbs.Select(v => v.Name), ""];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Help_leads_with_examples(string verb)
    {
        var page = verb.Length == 0 ? ProgramRun.Of("--help") : ProgramRun.Of(verb, "--help");
        GoldenFile.Verify(page.Output, "tests", "Standoff.Tests", "Cli", "Golden", verb.Length == 0 ? "help.txt" : $"help-{verb}.txt");
    }

    [Fact]
    public void No_help_line_is_wider_than_a_terminal()
    {
        foreach (var verb in Standoff.Cli.StandoffProgram.Verbs)
            Assert.All(ProgramRun.Of(verb.Name, "--help").Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Every_error_code_is_documented()
    {
        var documented = File.ReadAllText(Repository.In("docs", "errors.md"));
        var source = File.ReadAllText(Repository.In("src", "Standoff.Cli", "Faults", "Fault.cs"));
        foreach (System.Text.RegularExpressions.Match code in System.Text.RegularExpressions.Regex.Matches(source, "SO[0-9]{4}"))
            Assert.Contains($"| {code.Value} |", documented, StringComparison.Ordinal);
    }
}
