using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Standoff.Reading.Text;

namespace Standoff.Reading.Events;

/// <summary>A sentence of a table, to be read by itself.</summary>
/// <param name="Id">What the table calls it.</param>
/// <param name="Sentence">Its text.</param>
/// <param name="Line">Line of the table that it begins on, from 1.</param>
public sealed record SentenceRow(string Id, string Sentence, int Line)
{
    /// <summary>The sentence as an English document of its own, without looking for a date line or another language.</summary>
    public Document AsDocument() => new(new DocumentId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sentence)))), Id, Sentence);
}

/// <summary>A line that holds no sentence.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">What is wrong, in one sentence.</param>
public sealed record SentenceTableFault(int Line, string Reason);

/// <summary>The rows of a table and the lines that are none.</summary>
/// <param name="Rows">In the table's order.</param>
/// <param name="Faults">In the table's order; where the header is at fault it is the only one and there are no rows.</param>
public sealed record SentenceTable(ImmutableArray<SentenceRow> Rows, ImmutableArray<SentenceTableFault> Faults)
{
    private const string IdColumn = "sentence_id";
    private const string SentenceColumn = "sentence";

    /// <summary>
    /// Reads a tab-separated table whose header line has the columns <c>sentence_id</c> and <c>sentence</c>; others are
    /// passed over. A cell that begins with a quotation mark ends with one, and may hold tabs, line breaks and doubled marks.
    /// </summary>
    public static SentenceTable Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = new TableCells(text.TrimStart('\uFEFF'));
        var header = cells.Next();
        var (id, sentence) = (header.IndexOf(IdColumn), header.IndexOf(SentenceColumn));
        if (id < 0 || sentence < 0)
            return new SentenceTable([], [new SentenceTableFault(1, $"the header has no column {(id < 0 ? IdColumn : SentenceColumn)} — name the columns {IdColumn} and {SentenceColumn}, parted by tabs")]);
        var rows = ImmutableArray.CreateBuilder<SentenceRow>();
        var faults = ImmutableArray.CreateBuilder<SentenceTableFault>();
        while (!cells.AtEnd)
        {
            var line = cells.Line;
            var row = cells.Next();
            if (row is [""]) continue;
            if (cells.IsUnclosed) faults.Add(new SentenceTableFault(line, "a quotation mark opens a cell and none closes it — close it or double it"));
            else if (row.Length <= Math.Max(id, sentence)) faults.Add(new SentenceTableFault(line, string.Create(CultureInfo.InvariantCulture, $"has {row.Length} of the {header.Length} cells that the header names — part them by tabs")));
            else if (string.IsNullOrWhiteSpace(row[id]) || string.IsNullOrWhiteSpace(row[sentence])) faults.Add(new SentenceTableFault(line, $"its {(string.IsNullOrWhiteSpace(row[id]) ? IdColumn : SentenceColumn)} is empty — fill it or take the line out"));
            else rows.Add(new SentenceRow(row[id], row[sentence], line));
        }
        return new SentenceTable(rows.ToImmutable(), faults.ToImmutable());
    }

    // Cells in the manner of RFC 4180 with tabs for commas.
    private sealed class TableCells(string text)
    {
        private int _at;

        public bool AtEnd => _at >= text.Length;

        /// <summary>Line of the next row.</summary>
        public int Line { get; private set; } = 1;

        /// <summary>Whether the last row's last cell was still open where the text ended.</summary>
        public bool IsUnclosed { get; private set; }

        public ImmutableArray<string> Next()
        {
            var row = ImmutableArray.CreateBuilder<string>();
            do row.Add(Cell());
            while (_at < text.Length && text[_at++] == '\t');
            Line++;
            return row.ToImmutable();
        }

        private string Cell()
        {
            var cell = new StringBuilder();
            if (_at < text.Length && text[_at] == '"') Quoted(cell);
            while (_at < text.Length && text[_at] is not ('\t' or '\n')) cell.Append(text[_at++]);
            if (cell.Length > 0 && cell[^1] == '\r') cell.Length--;
            return cell.ToString();
        }

        private void Quoted(StringBuilder cell)
        {
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] == '\n') Line++;
                if (text[_at] != '"') cell.Append(text[_at]);
                else if (_at + 1 < text.Length && text[_at + 1] == '"') cell.Append(text[_at++]);
                else break;
            }
            IsUnclosed = _at++ >= text.Length;
        }
    }
}
