using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Standoff.Claims;

/// <summary>
/// A table of judgements that ships with the program: tab-separated lines under a header line, <c>#</c> lines being remarks.
/// </summary>
internal sealed class ResourceTable
{
    private readonly string[] _columns;

    private ResourceTable(string name, string[] columns, ImmutableArray<ResourceRow> rows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
    }

    /// <summary>File name of the table.</summary>
    public string Name { get; }

    /// <summary>Names of the columns in order.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>All rows in order.</summary>
    public ImmutableArray<ResourceRow> Rows { get; }

    /// <summary>Loads a table that is embedded in this assembly under <c>folder/Resources/name</c>.</summary>
    /// <exception cref="ResourceFault">There is none, or a line does not fit its header.</exception>
    public static ResourceTable Load(string folder, string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var key = $"Standoff.{folder}.Resources.{name}";
        using var stream = assembly.GetManifestResourceStream(key) ?? throw new ResourceFault(name, 0, "the table is not part of the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(name, reader.ReadToEnd());
    }

    /// <summary>Reads a table from its text.</summary>
    public static ResourceTable Parse(string name, string text)
    {
        string[]? columns = null;
        var rows = ImmutableArray.CreateBuilder<ResourceRow>();
        var table = default(ResourceTable);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                table = new ResourceTable(name, columns, []);
                continue;
            }
            if (cells.Length != columns.Length)
                throw new ResourceFault(name, i + 1, $"it has {cells.Length} cells where the header has {columns.Length}");
            rows.Add(new ResourceRow(table!, i + 1, cells));
        }
        return new ResourceTable(name, columns ?? [], rows.ToImmutable());
    }

    internal int ColumnOf(string column) => Array.IndexOf(_columns, column);
}

/// <summary>A row of a <see cref="ResourceTable"/>.</summary>
internal sealed class ResourceRow(ResourceTable table, int line, string[] cells)
{
    /// <summary>Line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>The cell under a column.</summary>
    public string this[string column] => table.ColumnOf(column) is var i and >= 0
        ? cells[i].Trim()
        : throw new ResourceFault(table.Name, line, $"there is no column '{column}'");

    /// <summary>The cell as a number.</summary>
    public double Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ResourceFault(table.Name, line, $"'{this[column]}' under '{column}' is no number");

    /// <summary>The cell's parts between a separator, without empty ones.</summary>
    public ImmutableArray<string> List(string column, char separator = '|') =>
        [.. this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>A shipped table that cannot be used: a fault of the program, not of its input.</summary>
/// <param name="table">File name.</param>
/// <param name="line">Line from 1; 0 for the whole table.</param>
/// <param name="reason">What is wrong.</param>
public sealed class ResourceFault(string table, int line, string reason)
    : InvalidOperationException($"{table}:{line}: {reason}.")
{
    /// <summary>File name of the table.</summary>
    public string Table => table;

    /// <summary>Line from 1; 0 for the whole table.</summary>
    public int Line => line;
}
