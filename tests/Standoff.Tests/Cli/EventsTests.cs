using Xunit;

namespace Standoff.Tests.Cli;

public sealed class EventsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("standoff-events-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_table_gives_one_line_a_row_in_its_order_whatever_the_threads()
    {
        var table = Table("sentence_id\tsentence\n2\tFrance attacked Spain.\n1\tIt rained.\n2\tMali met Chad.\n");
        Assert.Equal(0, ProgramRun.Of("read", table, "--events", In("one.jsonl"), "--jobs", "1").Code);
        Assert.Equal(0, ProgramRun.Of("read", table, "--events", In("many.jsonl"), "--jobs", "4").Code);
        var lines = File.ReadAllLines(In("one.jsonl"));
        Assert.Equal(File.ReadAllText(In("many.jsonl")), File.ReadAllText(In("one.jsonl")));
        Assert.Equal(["{\"id\":\"2\",\"events\":[{\"type\":\"ASSAULT\"", "{\"id\":\"1\",\"events\":[]}", "{\"id\":\"2\",\"events\":[{\"type\":\"CONSULT\""], lines.Select(l => l[..Math.Min(l.Length, l.IndexOf(',', 10) > 0 && l.Contains("type", StringComparison.Ordinal) ? l.IndexOf(",\"mode", StringComparison.Ordinal) : l.Length)]));
    }

    [Fact]
    public void A_bad_line_is_named_and_the_others_are_written()
    {
        var table = Table("sentence_id\tsentence\n1\tFrance attacked Spain.\n2\n");
        var run = ProgramRun.Of("read", table, "--events", "-");
        Assert.Equal((3, $"standoff: error SO3015: {table}:3: has 1 of the 2 cells that the header names — part them by tabs\n"), (run.Code, run.Error));
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_table_without_the_columns_is_refused_by_name()
    {
        var table = Table("id\ttext\n1\tFrance attacked Spain.\n");
        var run = ProgramRun.Of("read", table, "--events", "-");
        Assert.Equal((3, "", $"standoff: error SO3015: {table}:1: the header has no column sentence_id — name the columns sentence_id and sentence, parted by tabs\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public void A_table_stands_alone()
    {
        var run = ProgramRun.Of("read", "a.tsv", "b.txt", "--events", "-");
        Assert.Equal((2, "standoff: error SO2001: a.tsv: a table of sentences stands alone — give it without other inputs\n"), (run.Code, run.Error));
    }

    [Fact]
    public void A_missing_table_is_named() => Assert.Equal(
        $"standoff: error SO3001: {In("none.tsv")}: no such file or folder — check the name\n",
        ProgramRun.Of("read", In("none.tsv"), "--events", "-").Error);

    [Fact]
    public void Documents_give_one_line_an_event()
    {
        var run = ProgramRun.With("The army of France attacked the north of Spain. The king of Mali met the queen of Chad.", "read", "-", "--events", "-");
        Assert.Equal(0, run.Code);
        Assert.Equal(3, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("{\"doc\":\"stdin\",\"type\":\"ASSAULT\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_may_be_written_again_and_nothing_else()
    {
        var table = Table("sentence_id\tsentence\n1\tFrance attacked Spain.\n");
        Assert.Equal(0, ProgramRun.Of("read", table, "--events", In("a.jsonl")).Code);
        Assert.Equal(0, ProgramRun.Of("read", table, "--events", In("a.jsonl")).Code);
        File.WriteAllText(In("b.jsonl"), "mine");
        Assert.Equal(7, ProgramRun.Of("read", table, "--events", In("b.jsonl")).Code);
    }

    private string Table(string text)
    {
        File.WriteAllText(In("table.tsv"), text);
        return In("table.tsv");
    }

    private string In(string name) => Path.Combine(_folder, name);
}
