using Xunit;

namespace Standoff.EndToEnd;

public sealed class CaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Case => _folder.In("case");

    [Fact]
    public void Adding_todays_article_is_one_command_and_shows_what_it_changed()
    {
        Assert.Equal(0, Run(Sample("2025-12-01-wire.txt")).Code);
        var aliases = File.ReadAllText(Path.Combine(Case, "claims.tsv"));
        var second = Run(Sample("2025-12-02-statement.txt"));
        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Contains("What changed since the last run", second.Output, StringComparison.Ordinal);
        Assert.Contains("→", second.Output, StringComparison.Ordinal);
        Assert.Contains("New in the ledger\ns-2     Assembly condemns", second.Output, StringComparison.Ordinal);
        Assert.StartsWith(aliases, File.ReadAllText(Path.Combine(Case, "claims.tsv")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(Case, "runs")).Length);
    }

    [Fact]
    public void The_same_run_again_gives_the_same_bytes()
    {
        Run(Sample("2025-12-01-wire.txt"));
        Run(Sample("2025-12-05-opinion.txt"), "-o", _folder.In("one.html"));
        Run(Sample("2025-12-05-opinion.txt"), "-o", _folder.In("two.html"));
        Assert.Equal(File.ReadAllBytes(_folder.In("one.html")), File.ReadAllBytes(_folder.In("two.html")));
    }

    [Fact]
    public void An_edited_crisis_is_never_written_over()
    {
        Run(Sample("2025-12-01-wire.txt"));
        var path = Path.Combine(Case, "crisis.yaml");
        var edited = File.ReadAllText(path).Replace("title:", "title: My own name for it #", StringComparison.Ordinal);
        File.WriteAllText(path, edited);
        var run = Run(Sample("2025-12-02-statement.txt"));
        Assert.Equal(0, run.Code);
        Assert.Contains("My own name for it", run.Output, StringComparison.Ordinal);
        Assert.Equal(edited, File.ReadAllText(path));
    }

    [Fact]
    public void Other_verbs_look_at_a_case_and_leave_it_as_it_is()
    {
        Run(Sample("2025-12-01-wire.txt"));
        var before = Snapshot();
        Assert.Equal(0, StandoffProcess.Run("ledger", "--case", Case, "--text").Code);
        Assert.Equal(0, StandoffProcess.Run("explain", "c-001", "--case", Case, "--draws", "128").Code);
        Assert.Equal(before, Snapshot());
        var none = StandoffProcess.Run("ledger", "--case", _folder.In("nowhere"));
        Assert.Equal(3, none.Code);
        Assert.StartsWith("standoff: error SO3008: ", none.Error, StringComparison.Ordinal);
    }

    private StandoffProcess Run(string file, params string[] more) => StandoffProcess.Run(["run", file, "--case", Case, "--draws", "128", .. more]);

    private string[] Snapshot() => [.. Directory.GetFiles(Case, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != ".lock").Order(StringComparer.Ordinal).Select(f => f + File.ReadAllText(f).Length)];

    private static string Sample(string name) => Path.Combine(Repository.Sample, name);
}
