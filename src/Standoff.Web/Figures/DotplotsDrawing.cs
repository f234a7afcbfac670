using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Quantile dotplots (Kay and others 2016): fifty equally likely values of each probability, stacked.</summary>
internal static class DotplotsDrawing
{
    private const double Height = 46;

    // Below it fifty dots would be one line.
    private const double Least = 0.005;

    public static string Draw(Figure.Dotplots figure, Canvas canvas)
    {
        var left = canvas.IsNarrow ? 8.0 : 292.0;
        // The outer dots lie beyond the interval; the axis holds them too.
        var ceiling = Scale.Ceiling(figure.Outcomes.Max(o => Math.Max(o.Estimate.High, o.Quantiles.IsDefaultOrEmpty ? 0 : o.Quantiles[^1])));
        var x = new Scale(0, ceiling, left, canvas.Width - (canvas.IsNarrow ? 12 : 24));
        var rows = canvas.IsNarrow ? Height + 52 : Height + 18;
        var bottom = rows * figure.Outcomes.Length;
        foreach (var tick in Scale.Ticks(ceiling))
            canvas.Line(x[tick], 0, x[tick], bottom, "grid").Text(x[tick], bottom + 16, NumberText.Percent(tick), "t s", "middle");
        for (var i = 0; i < figure.Outcomes.Length; i++)
            Row(figure.Outcomes[i], i, canvas, x, i * rows, rows);
        return canvas.Finish(bottom + 22, figure);
    }

    private static void Row(OutcomePoint outcome, int index, Canvas canvas, Scale x, double top, double rows)
    {
        var style = Palette.Name(Palette.Of(outcome.Key, index));
        var ground = top + rows - 8;
        if (canvas.IsNarrow)
        {
            var lines = Canvas.Wrap(outcome.Name, canvas.Width - 120);
            for (var k = 0; k < lines.Length; k++) canvas.Text(0, top + 16 + (16 * k), lines[k]);
            canvas.Text(canvas.Width, top + 16, outcome.Number.Text, "t b", "end");
        }
        else
        {
            canvas.Text(0, ground - 16, Canvas.Fit(outcome.Name, x.Start - 16)).Text(0, ground, outcome.Number.Text, "t b");
        }
        canvas.Line(x.Start, ground + 1, x.End, ground + 1, "axis");
        if (outcome.Estimate.High >= Least) Dots(outcome, canvas, x, ground - 2, style);
        canvas.Line(x[outcome.Estimate.Low], ground + 1, x[outcome.Estimate.High], ground + 1, $"range {style}");
        canvas.Line(x[outcome.Estimate.Mean], ground - 3, x[outcome.Estimate.Mean], ground + 5, $"tick {style}");
    }

    // The dots shrink until the tallest stack fits the row.
    private static void Dots(OutcomePoint outcome, Canvas canvas, Scale x, double ground, string style)
    {
        double[] at = [.. outcome.Quantiles.Select(v => x[Math.Min(v, x.To)])];
        var size = 7.0;
        while (size > 1 && at.GroupBy(v => Math.Floor(v / size)).Max(g => g.Count()) * size > Height - 4) size -= 0.25;
        var dots = new List<(double X, double Y)>();
        foreach (var stack in at.GroupBy(v => Math.Floor(v / size)))
            for (var k = 0; k < stack.Count(); k++) dots.Add(((stack.Key + 0.5) * size, ground - ((k + 0.5) * size)));
        canvas.Dots(dots, size * 0.92, $"dots {style}");
    }
}
