using Xunit;

namespace Standoff.Tests.Cli;

public sealed class UsageTests
{
    private const string Threat = "DATE: 2030-02-04\n\nSpain demanded on Monday that Morocco withdraw its troops. Spain threatened to use force.";

    [Theory]
    [InlineData("4")]
    [InlineData("52")]
    public void A_forecast_looks_as_many_weeks_ahead_as_is_said(string weeks)
    {
        var run = ProgramRun.With(Threat, "run", "-", "--challenger", "Spain", "--target", "Morocco", "--draws", "32", "--weeks", weeks);
        Assert.Contains($"· {weeks} weeks, to {(weeks == "4" ? "4\u00A0March 2030" : "3\u00A0February 2031")} ·", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("26 weeks", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_go_with_the_envelope_and_with_the_command_line_that_makes_the_run_again()
    {
        var solved = ProgramRun.With(Threat, "solve", "-", "--challenger", "Spain", "--target", "Morocco", "--weeks", "10", "--json").Output;
        var brief = ProgramRun.With(solved, "brief", "--draws", "32", "--json").Output;
        Assert.Contains("\"horizonWeeks\":10", brief, StringComparison.Ordinal);
        Assert.Contains("--weeks 10", brief, StringComparison.Ordinal);
        Assert.Contains("\"horizonWeeks\":8", ProgramRun.With(brief, "forecast", "--weeks", "8", "--json").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("53")]
    [InlineData("x")]
    public void Weeks_beyond_a_year_or_under_a_month_are_refused(string weeks) => Assert.Equal(2, ProgramRun.With(Threat, "run", "-", "--weeks", weeks).Code);

    [Theory]
    [InlineData("'bogus' is no verb — see standoff --help", "bogus")]
    [InlineData("unknown option '--foo' — see standoff read --help", "read", "a.txt", "--foo")]
    [InlineData("unknown option '-x' — see standoff read --help", "read", "-x")]
    [InlineData("--date: '31.12.2025' is no date between 1800 and 2199 — write it as 2025-12-01 — see standoff read --help", "read", "a.txt", "--date", "31.12.2025")]
    [InlineData("--jobs: '0' is no whole number from 1 to 1024 — see standoff read --help", "read", "a.txt", "--jobs", "0")]
    [InlineData("--progress: 'loud' is not one of never, auto, plain — see standoff read --help", "read", "a.txt", "--progress", "loud")]
    [InlineData("--as-of: '9999-12-31' is no date between 1800 and 2199 — write it as 2025-12-01 — see standoff run --help", "run", "a.txt", "--as-of", "9999-12-31")]
    [InlineData("--case: the value is empty — see standoff run --help", "run", "a.txt", "--case", "")]
    [InlineData("'nonsense' is no verb — see standoff --help", "help", "nonsense")]
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

    [Fact]
    public void A_name_with_a_line_break_stays_on_one_line() =>
        Assert.Equal("standoff: error SO3001: a?b?[31m: no such file or folder — check the name\n", ProgramRun.Of("read", "a\nb\u001b[31m").Error);

    [Theory]
    [InlineData("""{"schema":"other/1","text":"Spain threatened Morocco."}""")]
    [InlineData("""[ {"text":"Spain threatened Morocco."} ]""")]
    public void Data_of_another_program_is_not_read_as_a_report(string json) =>
        Assert.Equal("standoff: error SO3002: stdin: JSON, not text; give plain text or HTML.\n", ProgramRun.With(json, "read").Error);

    [Fact]
    public void One_side_cannot_challenge_itself()
    {
        var run = ProgramRun.With("The weather was fine in the capital on Monday.", "model", "--challenger", "Spain", "--target", "Spain");
        Assert.Equal(4, run.Code);
        Assert.Equal("standoff: error SO4001: No crisis was found: challenger and target are both Spain; name two sides with --challenger and --target.\n", run.Error);
    }

    [Fact]
    public void A_text_in_another_language_is_said_to_be_unread()
    {
        var run = ProgramRun.With("El presidente dijo que el ejército abandonaría la frontera el lunes. El gobierno de Venezuela rechazó la demanda de los Estados Unidos.", "model");
        Assert.Equal(4, run.Code);
        Assert.Contains("is not English, and was left unread", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_dated_after_the_day_of_the_forecast_are_told_of()
    {
        var run = ProgramRun.With("DATE: 2026-03-02\n\nThe weather was fine in the capital on Monday.", "model", "--challenger", "Spain", "--target", "Morocco", "--as-of", "2026-03-01", "--json");
        Assert.Contains("1 of 1 documents are dated after 2026-03-01", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_document_of_no_possible_date_has_none(string date)
    {
        var run = ProgramRun.With($"DATE: {date}\n\nSpain demanded last year that Morocco withdraw its troops.", "model", "--challenger", "Spain", "--target", "Morocco", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.DoesNotContain(date, run.Output.Replace($"DATE: {date}", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

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
    public void Every_exit_code_of_the_help_is_that_of_a_documented_error()
    {
        var documented = File.ReadAllText(Repository.In("docs", "errors.md"));
        var codes = ProgramRun.Of("--help").Output.Split("Exit codes\n")[1].Split('\n').Where(l => l.Length > 2 && char.IsDigit(l[2])).SelectMany(l => l[..24].Split(',', StringSplitOptions.TrimEntries)).Where(c => c != "0").ToList();
        Assert.Contains("7", codes);
        Assert.All(codes, c => Assert.True(documented.Contains($"| {c} |", StringComparison.Ordinal) || documented.Contains($"({c})", StringComparison.Ordinal) || documented.Contains($"exit {c})", StringComparison.Ordinal), c));
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
