using System.Globalization;

namespace Standoff.Forecasts;

/// <summary>Rows of an embedded tab-separated table with a header line, read by column name.</summary>
internal sealed class ResourceTable
{
    private readonly string[] _header;
    private readonly string[][] _rows;

    private ResourceTable(string[] header, string[][] rows) => (_header, _rows) = (header, rows);

    public IEnumerable<ResourceRow> Rows => _rows.Select(r => new ResourceRow(_header, r));

    /// <summary>Names of the columns from the given position on.</summary>
    public IEnumerable<string> ColumnsFrom(int position) => _header.Skip(position);

    /// <summary>The table of a file in this folder's resources.</summary>
    public static ResourceTable Read(string file)
    {
        using var stream = typeof(ResourceTable).Assembly.GetManifestResourceStream($"Standoff.Forecasts.Resources.{file}")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(lines[0].Split('\t'), [.. lines.Skip(1).Select(l => l.Split('\t'))]);
    }
}

/// <summary>One row of a <see cref="ResourceTable"/>.</summary>
internal readonly record struct ResourceRow(string[] Header, string[] Fields)
{
    public string this[string column] => Fields[Array.IndexOf(Header, column)];

    public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);

    public double Number(int position) => double.Parse(Fields[position], CultureInfo.InvariantCulture);

    public string[] Words(string column) => this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
