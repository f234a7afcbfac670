using System.Globalization;
using System.Text;

namespace Standoff.ReferenceClasses;

/// <summary>Rows of a comma-separated file, by column name.</summary>
internal static class Table
{
    public static List<Row> Read(string path)
    {
        var lines = File.ReadLines(path).Select(Split);
        string[]? header = null;
        var rows = new List<Row>();
        foreach (var fields in lines)
        {
            if (header is null) header = fields;
            else rows.Add(new Row(header.Zip(fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal)));
        }
        return rows;
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

/// <summary>One row; a field that is empty, a dot or not a number is unknown.</summary>
internal sealed record Row(Dictionary<string, string> Fields)
{
    public string this[string column] => Fields[column];

    public double? Number(string column) =>
        double.TryParse(Fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public int? Whole(string column) => Number(column) is { } value ? (int)value : null;

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
