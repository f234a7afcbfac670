using System.Globalization;

namespace Standoff.Reading.Text;

/// <summary>
/// Header lines that a plain text may begin with: <c>DATE: 2025-12-03</c>, <c>OUTLET:</c>, <c>AUTHOR:</c>,
/// <c>TITLE:</c>, <c>GENRE:</c>, each on its own line, in any order, before anything else.
/// </summary>
internal sealed record HeaderLines
{
    public DateOnly? Date { get; init; }
    public string? Outlet { get; init; }
    public string? Author { get; init; }
    public string? Title { get; init; }
    public Genre? Genre { get; init; }

    /// <summary>Code units that the header takes, its last line end included.</summary>
    public int Length { get; init; }

    public static HeaderLines Read(string text)
    {
        var header = new HeaderLines();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            var next = LineEnds.Next(text, at);
            if (header.With(text.AsSpan(at, next - at).Trim()) is not { } longer) break;
            header = longer with { Length = next };
            at = next;
        }

        return header;
    }

    private HeaderLines? With(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 8)].IndexOf(':');
        if (colon < 0) return null;
        var value = line[(colon + 1)..].Trim().ToString();
        return line[..colon] switch
        {
            "DATE" => this with { Date = DateOf(value) },
            "OUTLET" => this with { Outlet = value },
            "AUTHOR" => this with { Author = value },
            "TITLE" => this with { Title = value },
            "GENRE" => this with { Genre = GenreOf(value) },
            _ => null,
        };
    }

    private static DateOnly? DateOf(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : WrittenDate.Read(value)?.Date;

    private static Genre? GenreOf(string value) =>
        Enum.TryParse<Genre>(value, ignoreCase: true, out var g) && Enum.IsDefined(g) ? g : null;
}
