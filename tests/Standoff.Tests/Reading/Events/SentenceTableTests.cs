using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Events;
using Xunit;

namespace Standoff.Tests.Reading.Events;

public sealed class SentenceTableTests
{
    [Fact]
    public void Rows_keep_their_order_ids_and_lines()
    {
        var table = SentenceTable.Read("x\tsentence_id\tsentence\r\n\t7\tIran met Iraq.\r\n\t7\tChad left.\n\n\t8\tPeru won.");
        Assert.Equal([new("7", "Iran met Iraq.", 2), new("7", "Chad left.", 3), new("8", "Peru won.", 5)], table.Rows);
        Assert.Empty(table.Faults);
    }

    [Fact]
    public void A_quoted_cell_may_hold_tabs_breaks_and_quotation_marks()
    {
        var table = SentenceTable.Read("sentence_id\tsentence\n1\t\"He said \"\"no\"\"\tand\nleft.\"\n2\tMali won.\n");
        Assert.Equal([new("1", "He said \"no\"\tand\nleft.", 2), new("2", "Mali won.", 4)], table.Rows);
    }

    [Theory]
    [InlineData("a\tb\n1\t2\n", 1, "the header has no column sentence_id — name the columns sentence_id and sentence, parted by tabs")]
    [InlineData("", 1, "the header has no column sentence_id — name the columns sentence_id and sentence, parted by tabs")]
    [InlineData("sentence_id\ttext\n", 1, "the header has no column sentence — name the columns sentence_id and sentence, parted by tabs")]
    [InlineData("sentence_id\tsentence\n1\n", 2, "has 1 of the 2 cells that the header names — part them by tabs")]
    [InlineData("sentence_id\tsentence\n\tIran won.\n", 2, "its sentence_id is empty — fill it or take the line out")]
    [InlineData("sentence_id\tsentence\n3\t \n", 2, "its sentence is empty — fill it or take the line out")]
    [InlineData("sentence_id\tsentence\n3\t\"Iran won.\n", 2, "a quotation mark opens a cell and none closes it — close it or double it")]
    public void A_line_that_holds_no_sentence_is_named(string text, int line, string reason)
    {
        var table = SentenceTable.Read(text);
        Assert.Empty(table.Rows);
        Assert.Equal([new SentenceTableFault(line, reason)], table.Faults);
    }

    [Fact]
    public void Every_row_of_any_text_has_an_id_and_a_sentence() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => SentenceTable.Read("sentence_id\tsentence\n" + text.Get).Rows.All(r => r.Id.Length > 0 && r.Sentence.Length > 0 && r.Line > 1)));
}
