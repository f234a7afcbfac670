using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standoff.Cli.Faults;
using Standoff.Cli.Hosting;
using Standoff.Cli.Inputs;

namespace Standoff.Cli.Games;

/// <summary>A cell of a table with where it stands.</summary>
internal readonly record struct DataCell(string Text, int Line, int Column)
{
    /// <summary>Whether nothing was recorded: empty, or the NA of statistics programs.</summary>
    public bool IsMissing => Text.Length == 0 || Text == "NA";
}

/// <summary>A table of values separated by commas, its first line the names of its columns.</summary>
internal sealed class DataTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private DataTable(string name, ImmutableArray<string> columns, ImmutableArray<ImmutableArray<DataCell>> rows)
    {
        (Name, Columns, Rows) = (name, columns, rows);
        for (var i = 0; i < columns.Length; i++) _columns.TryAdd(columns[i], i);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Names of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    public ImmutableArray<ImmutableArray<DataCell>> Rows { get; }

    /// <summary>Reads a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="FaultException">It can't be read, or a line has another number of cells than the first.</exception>
    public static DataTable Read(string path, Host host)
    {
        var text = path == "-" ? new StreamReader(host.Input, Encoding.UTF8).ReadToEnd() : TextFile.Read(path);
        var name = path == "-" ? "stdin" : path;
        var lines = Cells(name, text.TrimStart('\uFEFF'));
        if (lines.Count < 2) throw new FaultException(Fault.BadData(name, 1, 1, "A table needs a line of column names and a line of values"));
        foreach (var line in lines.Where(l => l.Length != lines[0].Length))
            throw new FaultException(Fault.BadData(name, line[0].Line, line[^1].Column, string.Create(CultureInfo.InvariantCulture, $"The line has {line.Length} cells, the first one {lines[0].Length}")));
        if (lines[0].GroupBy(c => c.Text, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1 && g.Key.Length > 0) is { } twice)
            throw new FaultException(Fault.BadData(name, 1, twice.Last().Column, $"The column '{twice.Key}' stands here twice"));
        return new DataTable(name, [.. lines[0].Select(c => c.Text)], [.. lines.Skip(1)]);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A row's cell.</summary>
    /// <exception cref="FaultException">There is no such column.</exception>
    public DataCell Cell(ImmutableArray<DataCell> row, string column) =>
        _columns.TryGetValue(column, out var at) ? row[at] : throw new FaultException(Fault.NoColumn(Name, column, Columns));

    /// <summary>A row's number.</summary>
    /// <exception cref="FaultException">There is no such column, or no number in the cell.</exception>
    public double Number(ImmutableArray<DataCell> row, string column) => Number(Cell(row, column), column);

    /// <summary>A count: a number of at least 0.</summary>
    public double Count(ImmutableArray<DataCell> row, string column)
    {
        var cell = Cell(row, column);
        return Number(cell, column) is var count and >= 0 ? count : throw Bad(cell, $"'{cell.Text}' in {column} is no count: it is below 0");
    }

    public FaultException Bad(DataCell cell, string reason) => new(Fault.BadData(Name, cell.Line, cell.Column, reason));

    private double Number(DataCell cell, string column) =>
        double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Bad(cell, $"'{cell.Text}' in {column} is no number");

    // Cells may stand in quotes, which a comma, a line's end and a doubled quote do not end.
    private static List<ImmutableArray<DataCell>> Cells(string name, string text)
    {
        var (lines, line, cell) = (new List<ImmutableArray<DataCell>>(), ImmutableArray.CreateBuilder<DataCell>(), new StringBuilder());
        var (row, lineStart, quoted, opened, begun) = (1, 0, false, (Line: 1, Column: 1), (Line: 1, Column: 1));
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i == text.Length) throw new FaultException(Fault.BadData(name, opened.Line, opened.Column, "The quote is not closed"));
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') (quoted, opened) = (!quoted, (row, i - lineStart + 1));
            else if (quoted || c is not (',' or '\n')) cell.Append(c == '\r' ? "" : c);
            else
            {
                line.Add(new DataCell(cell.ToString().Trim(), begun.Line, begun.Column));
                cell.Clear();
                begun = c == '\n' ? (row + 1, 1) : (row, i - lineStart + 2);
                if (c == '\n') EndLine(lines, line);
            }
            if (c == '\n') (row, lineStart) = (row + 1, i + 1);
        }
        return lines;
    }

    private static void EndLine(List<ImmutableArray<DataCell>> lines, ImmutableArray<DataCell>.Builder line)
    {
        if (line.Count > 1 || line[0].Text.Length > 0) lines.Add(line.ToImmutable());
        line.Clear();
    }
}
