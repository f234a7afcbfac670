using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>
/// An SVG in the making. Coordinates are CSS pixels at the drawing's natural width; colours and fonts come from the
/// page's style sheet by class, so that light, dark, forced colours and print need no second drawing.
/// </summary>
internal sealed class Canvas(int width)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Mean advance of a letter as a share of the font size, for sans-serif text of mixed case.
    private const double Advance = 0.58;

    private readonly StringBuilder _body = new();

    /// <summary>Width of the drawing.</summary>
    public int Width { get; } = width;

    /// <summary>Whether the drawing is for a small screen.</summary>
    public bool IsNarrow => Width < 500;

    /// <summary>Width that a text takes, roughly.</summary>
    public static double WidthOf(string text, double size = 13) => text.Length * size * Advance;

    /// <summary>The text cut at a word so that it fits.</summary>
    public static string Fit(string text, double room, double size = 13)
    {
        var letters = (int)(room / (size * Advance));
        if (text.Length <= letters) return text;
        var cut = text[..Math.Max(1, letters - 1)];
        var space = cut.LastIndexOf(' ');
        return (space > letters / 2 ? cut[..space] : cut).TrimEnd(',', ' ') + "…";
    }

    /// <summary>The text on as many lines as it needs, at most so many; then the last is cut.</summary>
    public static string[] Wrap(string text, double room, double size = 13, int most = 2)
    {
        var lines = new List<string>();
        while (WidthOf(text, size) > room && lines.Count < most - 1 && text.LastIndexOf(' ', Math.Min(text.Length - 1, (int)(room / (size * Advance)))) is > 0 and var cut)
        {
            lines.Add(text[..cut]);
            text = text[(cut + 1)..];
        }
        return [.. lines, Fit(text, room, size)];
    }

    public Canvas Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" class=\"{style}\"/>");

    public Canvas Rectangle(double x, double y, double width, double height, string style, double corner = 0) =>
        Add($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(height)}\"{(corner > 0 ? $" rx=\"{N(corner)}\"" : "")} class=\"{style}\"/>");

    public Canvas Circle(double x, double y, double radius, string style) =>
        Add($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" class=\"{style}\"/>");

    /// <summary>Dots of one size as a single path: strokes of no length with round ends.</summary>
    public Canvas Dots(IEnumerable<(double X, double Y)> places, double size, string style) =>
        Add($"<path d=\"{string.Concat(places.Select(p => $"M{N(p.X)} {N(p.Y)}h0"))}\" stroke-width=\"{N(size)}\" class=\"{style}\"/>");

    public Canvas Path(string data, string style) => Add($"<path d=\"{data}\" class=\"{style}\"/>");

    /// <summary>Text at its baseline; <paramref name="anchor"/> is start, middle or end.</summary>
    public Canvas Text(double x, double y, string text, string style = "t", string anchor = "start") =>
        Add($"<text x=\"{N(x)}\" y=\"{N(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")} class=\"{style}\">{Encoder.Encode(text)}</text>");

    /// <summary>The drawing with its name and description.</summary>
    public string Finish(double height, Figure figure)
    {
        var id = $"{figure.Id}-{(IsNarrow ? "n" : "w")}";
        return $"<svg class=\"{(IsNarrow ? "narrow" : "wide")}\" viewBox=\"0 0 {N(Width)} {N(height)}\" width=\"{N(Width)}\" height=\"{N(height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">"
            + $"<title id=\"{id}-t\">{Encoder.Encode(figure.Title)}</title><desc id=\"{id}-d\">{Encoder.Encode(figure.Description)}</desc>{_body}</svg>";
    }

    /// <summary>A coordinate as printed.</summary>
    public static string N(double value) => NumberText.Coordinate(Math.Round(value, 1, MidpointRounding.AwayFromZero));

    private Canvas Add(string element)
    {
        _body.Append(element);
        return this;
    }
}
