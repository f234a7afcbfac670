using System.Text.Json;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class QuestionVerbTests : IDisposable
{
    private const string Page = "DATE: 2030-02-10\n\nSpain demanded that Morocco withdraw its troops from the island by 1 March. Morocco refused. Spain sent two warships to the strait.";
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-questions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Run once; every test that changes a case has a copy of its own.
    private static readonly Lazy<string> Ready = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("standoff-questions-case-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.WriteAllText(Path.Combine(folder, "page.txt"), Page);
        Assert.Equal(0, ProgramRun.Of("run", Path.Combine(folder, "page.txt"), "--case", Path.Combine(folder, "case"), "--draws", "32", "--quiet").Code);
        return Path.Combine(folder, "case");
    });

    private string Case()
    {
        var folder = Path.Combine(_folder, "case");
        foreach (var file in Directory.GetFiles(Ready.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Ready.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    [Fact]
    public void An_answer_tells_how_the_question_was_read_and_what_it_rests_on()
    {
        var run = ProgramRun.With(Page, "question", "Will Spain strike Morocco by 31 March 2030?", "-", "--draws", "32");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("read as       strike: Spain ▸ Morocco", run.Output, StringComparison.Ordinal);
        Assert.Contains("rests on", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void Without_a_page_rates_alone_answer_from_the_day_given()
    {
        var run = ProgramRun.Of("question", "Will Spain invade Morocco in 2030?", "--as-of", "2030-01-05", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var answer = json.RootElement.GetProperty("answers")[0];
        Assert.Equal("invasion", answer.GetProperty("kind").GetString());
        Assert.Equal(answer.GetProperty("base-rate").GetDouble(), answer.GetProperty("probability").GetDouble());
    }

    [Fact]
    public void Without_a_day_it_says_what_to_give()
    {
        var run = ProgramRun.Of("question", "Will Spain invade Morocco?");
        Assert.Equal((4, "standoff: error SO4020: the documents have no date, so that nobody knows from which day the question looks ahead — give --as-of DATE\n"), (run.Code, run.Error));
    }

    [Fact]
    public void A_case_keeps_forecasts_scores_them_and_shows_the_record_in_the_brief()
    {
        var folder = Case();
        Assert.Equal("q-1 is in " + Path.Combine(folder, "questions.yaml") + "\n", ProgramRun.Of("questions", "add", "Will Spain strike Morocco by 31 March 2030?", "--case", folder).Output);
        Assert.Equal(0, ProgramRun.Of("questions", "forecast", "--case", folder, "--draws", "32").Code);
        Assert.Equal(0, ProgramRun.Of("questions", "forecast", "--case", folder, "--draws", "32").Code);
        Assert.Equal(2, File.ReadAllLines(Path.Combine(folder, "track-record.jsonl")).Length);
        Assert.Equal("q-1 is resolved: no, on 2030-04-01\n", ProgramRun.Of("questions", "resolve", "q-1", "no", "--on", "2030-04-01", "--case", folder).Output);
        Assert.StartsWith("1 resolved · 0 open · 0 void\nBrier", ProgramRun.Of("questions", "score", "--case", folder).Output, StringComparison.Ordinal);
        Assert.StartsWith("question_id,question,", ProgramRun.Of("questions", "export", "--case", folder).Output, StringComparison.Ordinal);
        var brief = Path.Combine(_folder, "brief.md");
        Assert.Equal(0, ProgramRun.Of("run", "--case", folder, "--draws", "32", "--quiet", "-o", brief).Code);
        Assert.Contains("## Track record of this case", File.ReadAllText(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_answers_has_no_record_in_its_brief() =>
        Assert.DoesNotContain("## Track record of this case", File.ReadAllText(Directory.GetFiles(Path.Combine(Case(), "runs"), "brief.md", SearchOption.AllDirectories)[0]), StringComparison.Ordinal);

    [Theory]
    [InlineData("standoff: error SO2001: 'bet' is no action of questions; use list, forecast, add, resolve, score, export — see standoff questions --help\n", "bet")]
    [InlineData("standoff: error SO2001: questions score needs --case FOLDER — see standoff questions --help\n", "score")]
    public void A_wrong_command_line_says_what_to_use(string message, params string[] args) =>
        Assert.Equal(message, ProgramRun.Of(["questions", .. args]).Error);

    [Fact]
    public void A_fault_of_the_file_is_told_with_its_line()
    {
        var file = Path.Combine(_folder, "q.yaml");
        File.WriteAllText(file, "questions:\n  - id: a\n");
        var run = ProgramRun.Of("questions", "list", "--questions", file);
        Assert.Equal((3, $"standoff: error SO3020: {file}:2:5: the key 'text' is missing in a question.\n"), (run.Code, run.Error));
    }

    [Fact]
    public void An_unknown_question_is_told()
    {
        var folder = Case();
        ProgramRun.Of("questions", "add", "Will Spain strike Morocco by 31 March 2030?", "--case", folder);
        var run = ProgramRun.Of("questions", "resolve", "q-9", "yes", "--on", "2030-04-01", "--case", folder);
        Assert.Equal((4, $"standoff: error SO4021: {Path.Combine(folder, "questions.yaml")}: no question has the id 'q-9' — standoff questions list shows them\n"), (run.Code, run.Error));
    }
}
