using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Bars around a middle, longest influence first.</summary>
internal static class TornadoDrawing
{
    public static string Draw(Figure.Tornado figure, Canvas canvas)
    {
        var (left, right) = canvas.IsNarrow ? (40.0, canvas.Width - 40.0) : (240.0, canvas.Width - 60.0);
        var values = figure.Bars.SelectMany(b => new[] { b.Low, b.High }).Append(figure.Middle).ToList();
        var (from, to, step) = Range(values.Min(), values.Max());
        var x = new Scale(from, to, left, right);
        var row = canvas.IsNarrow ? 44.0 : 30.0;
        var bottom = 22 + (row * figure.Bars.Length);
        for (var k = 0; from + (k * step) <= to + 1e-9; k++)
        {
            var tick = from + (k * step);
            canvas.Line(x[tick], 18, x[tick], bottom, "grid").Text(x[tick], bottom + 16, NumberText.Percent(Math.Round(tick, 6)), "t s", "middle");
        }
        canvas.Line(x[figure.Middle], 18, x[figure.Middle], bottom, "axis").Text(x[figure.Middle], 12, $"forecast {NumberText.Percent(figure.Middle)}", "t b", "middle");
        for (var i = 0; i < figure.Bars.Length; i++) Row(figure.Bars[i], canvas, x, 22 + (i * row), row);
        return canvas.Finish(bottom + 22, figure);
    }

    // At least ten points wide, so that two points do not look like much; ends and ticks are round.
    private static (double From, double To, double Step) Range(double least, double most)
    {
        const double Narrowest = 0.1;
        var margin = Math.Max(0.01, (Narrowest - (most - least)) / 2);
        var step = most - least > 0.3 ? 0.1 : most - least > 0.12 ? 0.05 : 0.02;
        var (from, to) = (Math.Floor((least - margin) / step) * step, Math.Ceiling((most + margin) / step) * step);
        return (Math.Max(0, from), Math.Min(1, to), step);
    }

    private static void Row(TornadoBar bar, Canvas canvas, Scale x, double top, double row)
    {
        var y = canvas.IsNarrow ? top + 29 : top + (row / 2);
        if (canvas.IsNarrow) canvas.Text(0, top + 14, Canvas.Fit(bar.Name, canvas.Width));
        else canvas.Text(0, y + 4, Canvas.Fit(bar.Name, x.Start - 56));
        var (low, high) = (x[bar.Low], x[bar.High]);
        canvas.Rectangle(Math.Min(low, high), y - 5, Math.Abs(high - low), 10, "bar", 2);
        canvas.Circle(low, y, 5, "o k0").Circle(high, y, 5, "f k0");
        var lowIsLeft = low <= high;
        canvas.Text(low + (lowIsLeft ? -10 : 10), y + 4, bar.AtLow.Value, "t s", lowIsLeft ? "end" : "start");
        canvas.Text(high + (lowIsLeft ? 10 : -10), y + 4, bar.AtHigh.Value, "t s", lowIsLeft ? "start" : "end");
    }
}
