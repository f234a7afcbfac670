using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Standoff.ReferenceClasses;

/// <summary>Rows of a comma-separated file, by column name; a file that is not there may lie packed beside its name (<c>.gz</c>).</summary>
internal static class Table
{
    /// <summary>All rows of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="required">Columns that the caller needs.</param>
    /// <exception cref="DataFault">It is missing, lacks a column or has a line that does not fit.</exception>
    public static List<Row> Read(string path, params ReadOnlySpan<string> required)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        var header = reader.ReadLine() is { Length: > 0 } first ? Split(first) : throw new DataFault($"{path} is empty; expected a line of column names.");
        foreach (var column in required)
            if (!header.Contains(column)) throw new DataFault($"{path} has no column '{column}'; is it the file that its publisher distributes?");
        var rows = new List<Row>();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            var fields = Split(line);
            if (fields.Length != header.Length) throw new DataFault($"{path}:{number} has {fields.Length} fields where the header has {header.Length}.");
            rows.Add(new Row(header.Zip(fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal)));
        }
        return rows;
    }

    /// <summary>The name under which a file lies: its own, or with <c>.gz</c>.</summary>
    public static string Located(string path) => File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz"
        : throw new DataFault($"{path} is missing; download it from its publisher and put it there.");

    private static Stream Open(string path)
    {
        var located = Located(path);
        var stream = File.OpenRead(located);
        return located.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Fields of a line; quotes protect commas, and no field of these files holds a line break.</summary>
    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }
        return [.. fields, field.ToString()];
    }
}

/// <summary>A data file that cannot be used; one sentence says why and what to do.</summary>
internal sealed class DataFault(string message) : Exception(message);

/// <summary>One row; a field that is empty, a dot or not a number is unknown.</summary>
internal sealed record Row(Dictionary<string, string> Fields)
{
    public string this[string column] => Fields[column];

    public double? Number(string column) =>
        double.TryParse(Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public int? Whole(string column) => Number(column) is { } value ? (int)value : null;

    /// <summary>A whole number of a column that not every version of the file has.</summary>
    public int? Optional(string column) => Fields.ContainsKey(column) ? Whole(column) : null;

    /// <summary>A date from three columns; the middle of the month or year where a part is unknown.</summary>
    public DateOnly? Date(string year, string month, string day)
    {
        if (Whole(year) is not (> 1800 and < 2100) || Whole(year) is not { } y) return null;
        var m = Whole(month) is >= 1 and <= 12 ? Whole(month)!.Value : 7;
        var d = Whole(day) is >= 1 and <= 31 ? Whole(day)!.Value : 15;
        return new DateOnly(y, m, Math.Min(d, DateTime.DaysInMonth(y, m)));
    }

    public DateOnly? Date(string column) =>
        DateOnly.TryParse(Fields[column], CultureInfo.InvariantCulture, out var date) ? date : null;
}
