using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>A waterfall in rows: whole bars at both ends, what each step adds or takes between them.</summary>
internal static class StepsDrawing
{
    public static string Draw(Figure.Steps figure, Canvas canvas)
    {
        var left = canvas.IsNarrow ? 4.0 : 300.0;
        var ceiling = Scale.Ceiling(figure.Points.Max(p => p.Value));
        var x = new Scale(0, ceiling, left, canvas.Width - (canvas.IsNarrow ? 60 : 150));
        var row = canvas.IsNarrow ? 70.0 : 50.0;
        var bottom = row * figure.Points.Length;
        foreach (var tick in Scale.Ticks(ceiling))
            canvas.Line(x[tick], 0, x[tick], bottom, tick == 0 ? "axis" : "grid").Text(x[tick], bottom + 16, NumberText.Percent(tick), "t s", tick == 0 && canvas.IsNarrow ? "start" : "middle");
        for (var i = 0; i < figure.Points.Length; i++) Row(figure, i, canvas, x, i * row, row);
        return canvas.Finish(bottom + 22, figure);
    }

    private static void Row(Figure.Steps figure, int index, Canvas canvas, Scale x, double top, double row)
    {
        var (point, before) = (figure.Points[index], index == 0 ? 0 : figure.Points[index - 1].Value);
        var bar = top + row - 30;
        var lines = Canvas.Wrap(point.Name, canvas.IsNarrow ? canvas.Width : x.Start - 16);
        for (var i = 0; i < lines.Length; i++)
            canvas.Text(0, canvas.IsNarrow ? bar - 6 - (16 * (lines.Length - 1 - i)) : bar + 15 - (lines.Length == 1 ? 0 : 8 - (16 * i)), lines[i]);
        var whole = index == 0;
        var (from, to) = (Math.Min(before, point.Value), Math.Max(before, point.Value));
        canvas.Rectangle(x[whole ? 0 : from], bar, Math.Max(1.5, x[to] - x[whole ? 0 : from]), 20, whole ? "whole" : point.Value >= before ? "up" : "down", 1.5);
        if (index < figure.Points.Length - 1) canvas.Line(x[point.Value], bar, x[point.Value], bar + row + 20, "link");
        var label = x[to] + 8;
        canvas.Text(label, bar + 15, point.Number.Value, "t b");
        if (!whole && !canvas.IsNarrow) canvas.Text(label + Canvas.WidthOf(point.Number.Value) + 10, bar + 15, NumberText.Points(point.Value - before), "t s");
    }
}
