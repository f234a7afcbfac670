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
        Assert.Equal("q-1 is in " + Path.Combine(folder, "questions.yaml") + "\ndeadline 2030-03-31, as its words say\n", ProgramRun.Of("questions", "add", "Will Spain strike Morocco by 31 March 2030?", "--case", folder).Output);
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
    public void A_question_is_kept_with_the_deadline_that_it_had_on_its_day()
    {
        var folder = Case();
        Add(folder, "Will Spain strike Morocco within 30 days?");
        Add(folder, "Will Spain strike Morocco?");
        Add(folder, "Will Spain strike Morocco between 1 and 30 June 2030?");
        Add(folder, "Will the truce hold?", "--deadline", "2030-05-01", "--criteria", "no shot, as two agencies report", "--source", "two agencies");
        Assert.Equal("""
            schema: standoff-questions/1
            questions:
              - id: q-1
                text: "Will Spain strike Morocco within 30 days?"
                deadline: 2030-03-12
              - id: q-2
                text: "Will Spain strike Morocco?"
                deadline: 2030-08-11
              - id: q-3
                text: "Will Spain strike Morocco between 1 and 30 June 2030?"
                opens: 2030-06-01
                deadline: 2030-06-30
              - id: q-4
                text: "Will the truce hold?"
                criteria: "no shot, as two agencies report"
                deadline: 2030-05-01
                source: "two agencies"

            """, File.ReadAllText(Path.Combine(folder, "questions.yaml")));
    }

    [Fact]
    public void A_question_whose_deadline_is_past_is_forecast_no_more()
    {
        var folder = Case();
        Add(folder, "Will Spain strike Morocco by 31 March 2030?");
        var run = Questions(folder, "forecast", "--as-of", "2030-04-01");
        Assert.Equal((0, "no open question to forecast\n", "standoff: q-1 is not forecast: its deadline, 2030-03-31, lies before 2030-04-01 — standoff questions resolve q-1 says how it ended\n"), (run.Code, run.Output, run.Error));
        Assert.Empty(File.ReadAllText(Path.Combine(folder, "track-record.jsonl")));
        Assert.Equal(0, Questions(folder, "forecast", "--as-of", "2030-03-31", "--draws", "32").Code);
        Assert.Single(File.ReadAllLines(Path.Combine(folder, "track-record.jsonl")));
    }

    [Fact]
    public void A_question_without_a_deadline_in_the_file_says_when_its_words_mean_another_one()
    {
        var folder = Case();
        File.WriteAllText(Path.Combine(folder, "questions.yaml"), "questions:\n  - id: a\n    text: Will Spain strike Morocco within 30 days?\n  - id: b\n    text: Will Spain strike Morocco by 31 June?\n");
        Assert.Equal((4, "standoff: error SO4024: '31 June' is no day between 1800 and 2199 — write the day that is meant\n"), (Questions(folder, "forecast", "--draws", "32") is var first ? first.Code : 0, first.Error));
        Assert.StartsWith("standoff: a was forecast to 2030-03-12, and its words now mean 2030-03-13 — write the one that is meant as its 'deadline'\n", Questions(folder, "forecast", "--as-of", "2030-02-11", "--draws", "32").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standoff: error SO4022: {0}: q-1 asks the same by the same deadline — go by that one, or add --force\n", "will Spain  strike Morocco by 31 March 2030")]
    [InlineData("standoff: error SO4023: the deadline, 2029-03-31, lies before 2030-02-10, the day on which the question is asked — mend the deadline, give --as-of with an earlier day, or add --force\n", "Will Spain strike Morocco by 31 March 2029?")]
    [InlineData("standoff: error SO4024: '31 June 2030' is no day between 1800 and 2199 — write the day that is meant\n", "Will Spain strike Morocco by 31 June 2030?")]
    [InlineData("standoff: error SO2001: the deadline, 2031-01-01, lies before the first day that counts, 2031-06-02 — see standoff questions --help\n", "Will Spain strike Morocco after 1 June 2031?", "--deadline", "2031-01-01")]
    public void A_question_that_cannot_be_meant_is_refused(string message, params string[] question)
    {
        var folder = Case();
        Add(folder, "Will Spain strike Morocco by 31 March 2030?");
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Path.Combine(folder, "questions.yaml")), Questions(folder, ["add", .. question]).Error);
    }

    [Fact]
    public void What_speaks_against_a_question_can_be_overruled()
    {
        var folder = Case();
        Add(folder, "Will Spain strike Morocco within 30 days?");
        Add(folder, "Will Spain strike Morocco within 30 days?", "--force");
        Add(folder, "Will Spain strike Morocco by 31 March 2029?", "--force");
        Assert.Equal("standoff: q-1 asks the same in words, with another deadline\nstandoff: q-2 asks the same in words, with another deadline\n", Questions(folder, "add", "Will Spain strike Morocco within 30 days?", "--as-of", "2030-02-20").Error);
    }

    [Theory]
    [InlineData("has its deadline on 2030-03-31, and yes on 2030-04-02 comes after it", "q-1", "yes", "2030-04-02")]
    [InlineData("was first forecast on 2030-02-10, so that no forecast comes before an answer of 2030-02-09 and none is scored", "q-1", "no", "2030-02-09")]
    [InlineData("is resolved already: yes, on 2030-03-01", "q-2", "no", "2030-03-01")]
    [InlineData("has its deadline on 2030-03-31, and no on 2030-04-02 comes after it", "q-3", "no", "2030-04-02")]
    [InlineData("counts from 2030-03-01 on, and yes on 2030-02-20 comes before", "q-4", "yes", "2030-02-20")]
    [InlineData(null, "q-1", "no", "2030-04-02")]
    [InlineData(null, "q-3", "yes", "2030-04-02")]
    [InlineData(null, "q-2", "yes", "2030-03-01")]
    [InlineData(null, "q-1", "void", "2030-04-02")]
    public void An_answer_that_cannot_be_meant_is_refused_unless_it_is_overruled(string? against, string id, string answer, string on)
    {
        var folder = Case();
        File.WriteAllText(Path.Combine(folder, "questions.yaml"), """
            questions:
              - id: q-1
                text: Will Spain strike Morocco by 31 March 2030?
              - id: q-2
                text: Will Spain strike Morocco by 31 March 2030?
                resolved:
                  on: 2030-03-01
                  answer: yes
              - id: q-3
                text: Will Spain not strike Morocco by 31 March 2030?
              - id: q-4
                text: Will Spain strike Morocco in March 2030?
                opens: 2030-03-01

            """);
        File.WriteAllText(Path.Combine(folder, "track-record.jsonl"), "{\"question\":\"q-1\",\"as-of\":\"2030-02-10\",\"deadline\":\"2030-03-31\",\"run\":\"r-1\",\"probability\":0.31,\"low\":0.06,\"high\":0.71,\"base-rate\":0.02}\n");
        var run = Questions(folder, "resolve", id, answer, "--on", on);
        Assert.Equal(against is null ? "" : $"standoff: error SO4025: {Path.Combine(folder, "questions.yaml")}: {id} {against} — check the answer and --on, or add --force to have it so\n", run.Error);
        Assert.Equal(0, Questions(folder, "resolve", id, answer, "--on", on, "--force").Code);
        Assert.Contains($"answer: {answer}", File.ReadAllText(Path.Combine(folder, "questions.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_answer_are_not_said_to_be_a_general_rate()
    {
        var folder = Case();
        File.WriteAllText(Path.Combine(folder, "questions.yaml"), "questions:\n  - id: a\n    text: Is it over by June?\n    deadline: 2030-06-30\n    maps: { actor: Spain, target: Morocco, endings: [compliance, compromise, withdrawal] }\n");
        var run = Questions(folder, "forecast", "--draws", "32", "--json");
        using var json = JsonDocument.Parse(run.Output);
        var answer = json.RootElement.GetProperty("answers")[0];
        Assert.Equal(("agreement", "the crisis ends so, or force reaches the level, by the deadline: compliance, or compromise, or withdrawal"), (answer.GetProperty("kind").GetString(), answer.GetProperty("criteria").GetString()));
        Assert.Equal("compliance, or compromise, or withdrawal", answer.GetProperty("cells").GetString());
        Assert.DoesNotContain("general rate", answer.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
    }

    private static ProgramRun Questions(string folder, params string[] args) => ProgramRun.Of(["questions", .. args, "--case", folder]);

    private static void Add(string folder, params string[] args) => Assert.Equal((0, ""), Questions(folder, ["add", .. args]) is var run ? (run.Code, run.Error) : default);

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
