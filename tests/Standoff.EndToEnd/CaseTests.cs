using Xunit;

namespace Standoff.EndToEnd;

public sealed class CaseTests : IDisposable
{
    // A case with the first article, made once; every test goes on with a copy of its own.
    private static readonly Lazy<TemporaryFolder> Begun = new(() =>
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var run = StandoffProcess.Run(["run", Sample("2025-12-01-wire.txt"), "--case", folder.In("case"), "--draws", Draws]);
        Assert.Equal(0, run.Code);
        return folder;
    });

    private const string Draws = "64";
    private readonly TemporaryFolder _folder = new();

    public CaseTests()
    {
        var from = Begun.Value.In("case");
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            _folder.Write(Path.Combine("case", Path.GetRelativePath(from, file)), File.ReadAllBytes(file));
    }

    public void Dispose() => _folder.Dispose();

    private string Case => _folder.In("case");

    [Fact]
    public void Adding_todays_article_is_one_command_and_shows_what_it_changed()
    {
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
        Run(Sample("2025-12-05-opinion.txt"), "-o", _folder.In("one.html"));
        Run(Sample("2025-12-05-opinion.txt"), "-o", _folder.In("two.html"));
        Assert.Equal(File.ReadAllBytes(_folder.In("one.html")), File.ReadAllBytes(_folder.In("two.html")));
    }

    [Fact]
    public void An_edited_crisis_is_never_written_over()
    {
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
        var before = Snapshot();
        Assert.Equal(0, StandoffProcess.Run("ledger", "--case", Case, "--text").Code);
        Assert.Equal(0, StandoffProcess.Run("explain", "c-001", "--case", Case, "--draws", Draws).Code);
        Assert.Equal(before, Snapshot());
        var none = StandoffProcess.Run("ledger", "--case", _folder.In("nowhere"));
        Assert.Equal(3, none.Code);
        Assert.StartsWith("standoff: error SO3008: ", none.Error, StringComparison.Ordinal);
    }

    private StandoffProcess Run(string file, params string[] more) => StandoffProcess.Run(["run", file, "--case", Case, "--draws", Draws, .. more]);

    private string[] Snapshot() => [.. Directory.GetFiles(Case, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != ".lock").Order(StringComparer.Ordinal).Select(f => f + File.ReadAllText(f).Length)];

    private static string Sample(string name) => Path.Combine(Repository.Sample, name);
}
