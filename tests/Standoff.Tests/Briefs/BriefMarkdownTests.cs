using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Standoff.Briefs;
using Xunit;

namespace Standoff.Tests.Briefs;

public sealed class BriefMarkdownTests
{
    [Fact]
    public void The_brief_down_to_its_trace_reads_as_accepted() =>
        GoldenFile.Verify(BriefMarkdown.Write(SampleBrief.Brief).Split("## Trace appendix")[0], "tests", "Standoff.Tests", "Briefs", "Golden", "sample.md");

    [Fact]
    public void The_key_judgements_read_as_accepted_in_plain_lines() =>
        GoldenFile.Verify(string.Join('\n', BriefText.KeyJudgements(SampleBrief.Brief)) + "\n", "tests", "Standoff.Tests", "Briefs", "Golden", "key-judgements.txt");

    [Fact]
    public void Every_table_parses_with_as_many_cells_in_each_row_as_in_its_head()
    {
        var tables = Markdown.Parse(BriefMarkdown.Write(SampleBrief.Brief), new MarkdownPipelineBuilder().UsePipeTables().Build()).Descendants<Table>().ToList();
        Assert.True(tables.Count > 15);
        Assert.All(tables, t => Assert.All(t.OfType<TableRow>(), r => Assert.Equal(t.ColumnDefinitions.Count(c => c is not null), Math.Max(r.Count, t.OfType<TableRow>().First().Count))));
    }
}
