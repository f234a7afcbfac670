using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Fifty dots in rows, one row an outcome.</summary>
internal static class FuturesDrawing
{
    private const int Dots = 50;

    public static string Draw(Figure.Futures figure, Canvas canvas)
    {
        var counts = Share([.. figure.Outcomes.Select(o => o.Estimate.Mean)]);
        var (left, pitch, radius) = canvas.IsNarrow ? (4.0, 13.0, 4.6) : (370.0, 14.0, 5.3);
        var y = 4.0;
        for (var i = 0; i < figure.Outcomes.Length; i++)
        {
            var outcome = figure.Outcomes[i];
            var style = Palette.Name(Palette.Of(outcome.Key, i));
            if (canvas.IsNarrow)
            {
                var lines = Canvas.Wrap(outcome.Name, canvas.Width - 70);
                for (var k = 0; k < lines.Length; k++) canvas.Text(0, y + 13 + (16 * k), lines[k]);
                canvas.Text(canvas.Width, y + 13, outcome.Number.Value, "t b", "end");
                y += 10 + (16 * lines.Length);
            }
            else
            {
                canvas.Text(0, y + 17, Canvas.Fit(outcome.Name, left - 90)).Text(left - 14, y + 17, outcome.Number.Value, "t b", "end");
                y += 12;
            }
            y = Row(canvas, counts[i], left, y, pitch, radius, style);
        }
        return canvas.Finish(y, figure);
    }

    private static double Row(Canvas canvas, int count, double left, double y, double pitch, double radius, string style)
    {
        var perLine = (int)((canvas.Width - left) / pitch);
        for (var d = 0; d < count; d++)
            canvas.Circle(left + ((d % perLine) * pitch) + radius, y + (d / perLine * pitch), radius, $"f {style}");
        if (count == 0) canvas.Circle(left + radius, y, radius, $"o {style}");
        return y + ((Math.Max(1, (count + perLine - 1) / perLine) - 1) * pitch) + (canvas.IsNarrow ? 14 : 16);
    }

    // Largest remainders, so that the dots sum to fifty.
    private static int[] Share(double[] shares)
    {
        var total = shares.Sum();
        var exact = Array.ConvertAll(shares, s => total > 0 ? s / total * Dots : 0);
        var counts = Array.ConvertAll(exact, e => (int)Math.Floor(e));
        var order = Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - counts[i]).ThenBy(i => i).ToArray();
        for (var k = 0; k < order.Length && counts.Sum() < Dots; k++) counts[order[k]]++;
        return counts;
    }
}
