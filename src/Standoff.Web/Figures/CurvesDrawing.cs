using System.Globalization;
using System.Text;
using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Cumulative curves with bands, each labelled at its end.</summary>
internal static class CurvesDrawing
{
    private const double LineHeight = 17;

    public static string Draw(Figure.Curves figure, Canvas canvas)
    {
        var weeks = figure.Lines.Max(l => l.Weeks.Length) - 1;
        var ceiling = Scale.Ceiling(figure.Lines.Max(l => l.Weeks.Max(w => w.High)));
        var labels = canvas.IsNarrow ? 152 : 240;
        var plot = Math.Max(canvas.IsNarrow ? 260 : 300, figure.Lines.Length * LineHeight * (canvas.IsNarrow ? 2.2 : 1));
        var x = new Scale(0, weeks, 40, canvas.Width - labels);
        var y = new Scale(0, ceiling, plot + 10, 10);
        Axes(figure, canvas, x, y, weeks, ceiling);
        for (var i = figure.Lines.Length - 1; i >= 0; i--) canvas.Path(Band(figure.Lines[i], x, y), $"band {Style(figure, i)}");
        for (var i = figure.Lines.Length - 1; i >= 0; i--) canvas.Path(Middle(figure.Lines[i], x, y), $"curve {Style(figure, i)}");
        Labels(figure, canvas, x, y);
        return canvas.Finish(plot + 46, figure);
    }

    private static string Style(Figure.Curves figure, int index) => Palette.Name(Palette.Of(figure.Lines[index].Key, index));

    private static void Axes(Figure.Curves figure, Canvas canvas, Scale x, Scale y, int weeks, double ceiling)
    {
        foreach (var tick in Scale.Ticks(ceiling))
            canvas.Line(x.Start, y[tick], x.End, y[tick], tick == 0 ? "axis" : "grid").Text(x.Start - 6, y[tick] + 4, NumberText.Percent(tick), "t s", "end");
        var parts = Math.Min(weeks, canvas.IsNarrow ? 2 : 4);
        for (var part = 0; part <= parts; part++)
        {
            var w = (int)Math.Round((double)weeks * part / Math.Max(1, parts), MidpointRounding.AwayFromZero);
            var anchor = w == 0 ? "start" : w == weeks ? "end" : "middle";
            canvas.Line(x[w], y.Start, x[w], y.Start + 4, "axis");
            canvas.Text(x[w] - (w == 0 ? 4 : 0), y.Start + 18, w == 0 ? "now" : $"week {NumberText.Count((long)w)}", "t s", anchor);
            if (figure.Start is { } day) canvas.Text(x[w] - (w == 0 ? 4 : 0), y.Start + 33, day.AddDays(7 * w).ToString("d MMM", CultureInfo.InvariantCulture), "t s q", anchor);
        }
    }

    private static string Middle(CurveLine line, Scale x, Scale y)
    {
        var path = new StringBuilder();
        for (var w = 0; w < line.Weeks.Length; w++) Point(path, w == 0 ? 'M' : 'L', x[w], y[line.Weeks[w].Mean]);
        return path.ToString();
    }

    private static string Band(CurveLine line, Scale x, Scale y)
    {
        var path = new StringBuilder();
        for (var w = 0; w < line.Weeks.Length; w++) Point(path, w == 0 ? 'M' : 'L', x[w], y[line.Weeks[w].High]);
        for (var w = line.Weeks.Length - 1; w >= 0; w--) Point(path, 'L', x[w], y[line.Weeks[w].Low]);
        return path.Append('Z').ToString();
    }

    private static void Point(StringBuilder path, char command, double x, double y) =>
        path.Append(command).Append(Canvas.N(x)).Append(' ').Append(Canvas.N(y));

    private static void Labels(Figure.Curves figure, Canvas canvas, Scale x, Scale y)
    {
        var height = canvas.IsNarrow ? LineHeight * 2 : LineHeight;
        var places = Spread([.. figure.Lines.Select(l => y[l.Weeks[^1].Mean])], height, y.End, canvas.IsNarrow ? y.Start - 14 : y.Start);
        var values = figure.Lines.Max(l => Canvas.WidthOf(l.Number.Value));
        for (var i = 0; i < figure.Lines.Length; i++)
        {
            var line = figure.Lines[i];
            var end = y[line.Weeks[^1].Mean];
            canvas.Path($"M{Canvas.N(x.End)} {Canvas.N(end)}L{Canvas.N(x.End + 8)} {Canvas.N(end)}L{Canvas.N(x.End + 16)} {Canvas.N(places[i])}", $"leader {Style(figure, i)}");
            Label(line, canvas, x.End + 20, places[i], values + 8, Style(figure, i));
        }
    }

    private static void Label(CurveLine line, Canvas canvas, double x, double y, double values, string style)
    {
        if (canvas.IsNarrow)
            canvas.Text(x, y - 1, Canvas.Fit(line.Name, canvas.Width + 8 - x, 12), "t").Text(x, y + 13, line.Number.Text, $"t b {style}");
        else
            canvas.Text(x, y + 4, line.Number.Value, $"t b {style}").Text(x + values, y + 4, Canvas.Fit(line.Name, canvas.Width - x - values), "t");
    }

    // Pushes labels apart downwards in order of height, then back up from the floor where they would run over it.
    private static double[] Spread(double[] wanted, double height, double top, double floor)
    {
        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        var placed = (double[])wanted.Clone();
        for (var k = 0; k < order.Length; k++)
            placed[order[k]] = Math.Max(wanted[order[k]], k == 0 ? top + (height / 2) : placed[order[k - 1]] + height);
        for (var k = order.Length - 1; k >= 0; k--)
            placed[order[k]] = Math.Min(placed[order[k]], k == order.Length - 1 ? floor : placed[order[k + 1]] - height);
        return placed;
    }
}
