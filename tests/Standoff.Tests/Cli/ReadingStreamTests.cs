using System.Text;
using Xunit;

namespace Standoff.Tests.Cli;

public sealed class ReadingStreamTests : IDisposable
{
    private const string Wire = "DATE: 2026-03-02\n\nThe minister said that the army would leave on Monday.\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-stream-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_document_of_a_folder_gets_its_file_of_claims_at_the_same_relative_path()
    {
        Write("in/b/two.txt", Wire);
        Write("in/a/one.txt", Wire.Replace("army", "fleet", StringComparison.Ordinal));
        Write("in/notes.md", "The minister resigned.");
        var run = ProgramRun.Of("read", In("in"), "-o", In("out") + "/");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["a/one.jsonl", "b/two.jsonl"], Written("out"));
        Assert.StartsWith("{\"doc\":\"one\",", File.ReadAllText(In("out/a/one.jsonl")), StringComparison.Ordinal);
        Assert.Equal($"2 claims of 2 documents in {In("out")}/\n", run.Output);
    }

    [Fact]
    public void The_files_together_are_what_goes_to_standard_output_with_any_number_of_threads()
    {
        for (var i = 0; i < 30; i++) Write(FormattableString.Invariant($"in/{i:00}.txt"), Wire.Replace("Monday", $"{i + 1} May", StringComparison.Ordinal));
        ProgramRun.Of("read", In("in"), "-o", In("out") + "/", "--jobs", "5");
        var files = string.Concat(Written("out").Select(f => File.ReadAllText(In("out/" + f))));
        Assert.Equal(30, files.Count(c => c == '\n'));
        foreach (var jobs in new[] { "1", "2", "7" }) Assert.Equal(files, ProgramRun.Of("read", In("in"), "--jsonl", "--jobs", jobs).Output);
        ProgramRun.Of("read", In("in"), "-o", In("all.jsonl"));
        Assert.Equal(files, File.ReadAllText(In("all.jsonl")));
    }

    [Fact]
    public void Documents_of_one_name_do_not_take_each_others_place()
    {
        Write("in/a.html", "<html><body><p>The minister said that the fleet would leave on Monday.</p></body></html>");
        Write("in/a.txt", Wire);
        Write("in/A.txt", Wire);
        ProgramRun.Of("read", In("in"), "-o", In("out"));
        Assert.Equal(["A.jsonl", "a.html.jsonl", "a.txt.jsonl"], Written("out"));
    }

    [Fact]
    public void Folders_that_hold_the_same_path_are_kept_apart_by_their_names()
    {
        Write("2025/01.txt", Wire);
        Write("2026/01.txt", Wire);
        Write("other/02.txt", Wire);
        ProgramRun.Of("read", In("2025"), In("2026"), "-o", In("out"));
        Assert.Equal(["2025/01.jsonl", "2026/01.jsonl"], Written("out"));
        ProgramRun.Of("read", In("2025"), In("other"), "-o", In("flat"));
        Assert.Equal(["01.jsonl", "02.jsonl"], Written("flat"));
    }

    [Fact]
    public void One_bad_document_among_many_is_listed_and_the_others_are_written()
    {
        Write("in/a.txt", Wire);
        Write("in/b.txt", "");
        Write("in/c.txt", Wire.Replace("army", "fleet", StringComparison.Ordinal));
        var run = ProgramRun.Of("read", In("in"), "-o", In("out"));
        Assert.Equal((3, $"standoff: error SO3002: {In("in")}/b.txt: there is no text in it; give a file that holds the report's text.\n"), (run.Code, run.Error));
        Assert.Equal(["a.jsonl", "c.jsonl"], Written("out"));
    }

    [Fact]
    public void A_file_that_standoff_did_not_write_stays_and_the_others_are_written()
    {
        Write("in/a.txt", Wire);
        Write("in/b.txt", Wire);
        Write("out/a.jsonl", "{\"mine\":1}\n");
        var run = ProgramRun.Of("read", In("in"), "-o", In("out"));
        Assert.Equal((7, $"standoff: error SO7001: {In("out/a.jsonl")}: exists and was not written by standoff — choose another name or add --force\n"), (run.Code, run.Error));
        Assert.Equal("{\"mine\":1}\n", File.ReadAllText(In("out/a.jsonl")));
        Assert.StartsWith("{\"doc\":\"b\"", File.ReadAllText(In("out/b.jsonl")), StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.Of("read", In("in"), "-o", In("out"), "--force").Code);
        Assert.Equal(0, ProgramRun.Of("read", In("in"), "-o", In("out")).Code);
        Assert.StartsWith("{\"doc\":\"a\"", File.ReadAllText(In("out/a.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_no_output_folder()
    {
        Write("out", "mine");
        var run = ProgramRun.With(Wire, "read", "-", "-o", In("out"));
        Assert.Equal((7, $"standoff: error SO7006: {In("out")}: is a file — give a folder\n"), (run.Code, run.Error));
    }

    [Fact]
    public void Where_nothing_can_be_read_nothing_is_made()
    {
        Write("in/a.txt", "");
        Assert.Equal(3, ProgramRun.Of("read", In("in"), "-o", In("out")).Code);
        Assert.Equal(3, ProgramRun.Of("read", In("in"), "-o", In("out.jsonl")).Code);
        Assert.Equal(["in"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void An_envelope_is_read_again_into_lines()
    {
        Write("in/a.txt", Wire);
        var envelope = ProgramRun.Of("read", In("in"), "--json").Output;
        Assert.Equal(ProgramRun.Of("read", In("in"), "--jsonl").Output, ProgramRun.With(envelope, "read", "-", "--jsonl").Output);
        Write("in.json", envelope);
        Assert.Contains("SO3006", ProgramRun.Of("read", In("in.json"), In("in"), "--jsonl").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_has_a_document_a_line()
    {
        Write("c.jsonl", """
            {"url":"https://www.example.org/1","title":"Troops","pubDate":"Wed, 04 Mar 2026 19:49:23 +0000","text":"The minister said that the army would leave on Monday."}

            {"text":"The fleet left the port on Monday.","date":"2026-03-10T08:00:00Z","outlet":"Meridian Wire","more":[1,2]}
            """.ReplaceLineEndings("\n"));
        var run = ProgramRun.Of("read", In("c.jsonl"), "-o", In("out"));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["c-00001.jsonl", "c-00003.jsonl"], Written("out"));
        Assert.Contains("\"time\":\"2026-03-09\"", File.ReadAllText(In("out/c-00003.jsonl")), StringComparison.Ordinal);
        var envelope = ProgramRun.Of("read", In("c.jsonl"), "--json").Output;
        Assert.Contains("\"name\":\"c-00001\"", envelope, StringComparison.Ordinal);
        Assert.Contains("\"date\":\"2026-03-04\",\"outlet\":\"example.org\"", envelope, StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Troops\"", envelope, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_no_document_is_listed_with_its_number()
    {
        Write("c.jsonl", "{\"text\":\"The minister resigned on Monday.\"}\n{\"text\":7}\n{\"text\":\"The fl\n{\"text\":\"The fleet left on Monday.\"}\n");
        var run = ProgramRun.Of("read", In("c.jsonl"), "--jsonl");
        Assert.Equal(3, run.Code);
        Assert.Equal(2, run.Output.Count(c => c == '\n'));
        var lines = new[] { 2, 3 }.Select(n => FormattableString.Invariant($"standoff: error SO3009: {In("c.jsonl")}:{n}: is no document — a corpus has a JSON object with \"text\" on each line\n"));
        Assert.Equal(string.Concat(lines), run.Error);
    }

    [Fact]
    public void Claims_given_as_a_corpus_are_refused_once()
    {
        Write("in/a.txt", Wire + "The fleet left on Monday.");
        ProgramRun.Of("read", In("in"), "-o", In("claims.jsonl"));
        var run = ProgramRun.Of("read", In("claims.jsonl"), "--jsonl");
        Assert.Equal((3, "", 1), (run.Code, run.Output, run.Error.Count(c => c == '\n')));
    }

    [Fact]
    public void An_empty_corpus_is_named()
    {
        Write("c.jsonl", "\n\n");
        var run = ProgramRun.Of("read", In("c.jsonl"), "--jsonl");
        Assert.Equal((3, $"standoff: error SO3009: {In("c.jsonl")}: is no document — a corpus has a JSON object with \"text\" on each line\n"), (run.Code, run.Error));
    }

    [Fact]
    public void Attributions_go_into_a_folder_of_brat_files_beside_the_claims()
    {
        Write("in/a/one.txt", Wire);
        var run = ProgramRun.Of("read", In("in"), "--ann", In("ann"), "-o", In("out") + "/");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal($"1 claim of 1 document in {In("out")}/\nattributions of 1 document in {In("ann")}\n", run.Output);
        Assert.Equal(["a/one.ann"], Written("ann"));
        Assert.StartsWith("T1\tSource 18 30\tThe minister\nT2\tCue 31 35\tsaid\n", File.ReadAllText(In("ann/a/one.ann")), StringComparison.Ordinal);
        Assert.Equal(ProgramRun.Of("read", In("in"), "--jsonl").Output, ProgramRun.Of("read", In("in"), "--jsonl", "--ann", In("again")).Output);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Written(string folder) => [.. Directory.GetFiles(In(folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(In(folder), f)).Order(StringComparer.Ordinal)];

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text, new UTF8Encoding(false));
    }
}
