using System.Text.Json;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class CompareVerbTests : IDisposable
{
    private const string Monday = "DATE: 2030-02-04\n\nSpain demanded that Morocco withdraw its troops from the island by 1 March. Morocco refused.";
    private const string Friday = "DATE: 2030-02-08\n\nSpanish forces have attacked several vessels off the coast of Morocco. Spain sent two warships to the strait.";
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-compare-").FullName;

    public CompareVerbTests()
    {
        Write("monday.txt", Monday);
        Write("friday.txt", Friday);
        Directory.CreateDirectory(In("both"));
        Write("both/monday.txt", Monday);
        Write("both/friday.txt", Friday);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_report_that_came_is_named_and_no_line_is_wider_than_a_terminal()
    {
        var run = ProgramRun.Of("compare", In("monday.txt"), In("both"), "--draws", "32");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("4\u00A0February 2030 → 8\u00A0February 2030 · each looks 26 weeks ahead", run.Output, StringComparison.Ordinal);
        Assert.Contains("+ c-", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void A_thing_compared_with_itself_has_not_changed() =>
        Assert.EndsWith("Nothing that the forecast rests on has changed.\n", ProgramRun.Of("compare", In("both"), In("both"), "--draws", "32").Output, StringComparison.Ordinal);

    [Fact]
    public void The_document_of_a_comparison_has_shares_that_sum_to_each_change()
    {
        using var json = JsonDocument.Parse(ProgramRun.Of("compare", In("monday.txt"), In("both"), "--draws", "32", "--json").Output);
        var comparison = json.RootElement.GetProperty("comparison");
        foreach (var outcome in comparison.GetProperty("outcomes").EnumerateArray())
        {
            var change = outcome.GetProperty("now").GetProperty("mean").GetDouble() - outcome.GetProperty("then").GetProperty("mean").GetDouble();
            var key = outcome.GetProperty("key").GetString();
            var shares = comparison.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("shares").EnumerateArray().Single(s => s.GetProperty("outcome").GetString() == key).GetProperty("change").GetDouble());
            Assert.Equal(change, shares, 1e-10);
        }
    }

    [Fact]
    public void Envelopes_are_compared_as_their_documents_are()
    {
        WriteEnvelopes();
        var run = ProgramRun.Of("compare", In("old.json"), In("new.json"));
        Assert.Equal(0, run.Code);
        Assert.Contains("What made the change", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_is_compared_on_two_days_by_what_was_known_on_each()
    {
        Assert.Equal(0, ProgramRun.Of("run", In("both"), "--case", In("case"), "--draws", "32", "--quiet").Code);
        var run = ProgramRun.Of("compare", "--case", In("case"), "--from", "2030-02-05", "--draws", "32");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("5\u00A0February 2030 → 8\u00A0February 2030", run.Output, StringComparison.Ordinal);
        Assert.Equal((4, $"standoff: error SO4031: {In("case")}: holds no document dated 2030-01-01 or earlier — choose a later --from\n"),
            ProgramRun.Of("compare", "--case", In("case"), "--from", "2030-01-01", "--draws", "32") is var none ? (none.Code, none.Error) : default);
    }

    [Theory]
    [InlineData("md", "## What changed")]
    [InlineData("html", "What changed</h2>")]
    [InlineData("txt", "standoff/1 · comparison")]
    public void It_is_written_in_the_form_of_the_file(string ending, string part)
    {
        var path = In("changes." + ending);
        WriteEnvelopes();
        Assert.Equal(0, ProgramRun.Of("compare", In("old.json"), In("new.json"), "-o", path, "-q").Code);
        Assert.Contains(part, File.ReadAllText(path), StringComparison.Ordinal);
        // What it wrote itself it writes again.
        Assert.Equal(0, ProgramRun.Of("compare", In("new.json"), In("new.json"), "-o", path, "-q").Code);
    }

    [Fact]
    public void What_is_missing_is_told_in_a_line()
    {
        Write("empty.txt", "The weather was fine on Monday.");
        Assert.Equal((2, "standoff: error SO2001: compare takes two envelopes, documents or folders, or --case FOLDER --from DATE — see standoff compare --help\n"), CodeAndError("compare", In("monday.txt")));
        Assert.Equal((2, "standoff: error SO2001: --from and --to go with --case — see standoff compare --help\n"), CodeAndError("compare", In("monday.txt"), In("both"), "--from", "2030-02-05"));
        Assert.Equal((4, $"standoff: error SO4030: {In("empty.txt")}: no crisis was found in it, so there is nothing to compare — name the two sides with --challenger and --target\n"), CodeAndError("compare", In("monday.txt"), In("empty.txt"), "--draws", "32"));
        Assert.Equal((2, $"standoff: error SO2005: {In("x.yaml")}: standoff compare does not write this form — see standoff compare --help\n"), CodeAndError("compare", In("monday.txt"), In("both"), "-o", In("x.yaml")));
    }

    // Forecast once for all tests.
    private static readonly Lazy<(string Old, string New)> Envelopes = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("standoff-compare-once-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "monday.txt"), Monday);
            var old = ProgramRun.Of("forecast", folder, "--draws", "32", "--json").Output;
            File.WriteAllText(Path.Combine(folder, "friday.txt"), Friday);
            return (old, ProgramRun.Of("forecast", folder, "--draws", "32", "--json").Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    private void WriteEnvelopes()
    {
        Write("old.json", Envelopes.Value.Old);
        Write("new.json", Envelopes.Value.New);
    }

    private static (int Code, string Error) CodeAndError(params string[] args) => ProgramRun.Of(args) is var run ? (run.Code, run.Error) : default;

    private string In(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(In(name), text);
}
