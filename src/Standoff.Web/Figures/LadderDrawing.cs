using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>A ladder: rails, rungs from the lowest up, the present one in force, and how sure that is.</summary>
internal static class LadderDrawing
{
    public static string Draw(Figure.Ladder figure, Canvas canvas)
    {
        const double row = 38;
        var (rail, width) = canvas.IsNarrow ? (6.0, 44.0) : (20.0, 72.0);
        var bottom = row * figure.Rungs.Length;
        canvas.Line(rail, 0, rail, bottom, "rail").Line(rail + width, 0, rail + width, bottom, "rail");
        for (var i = 0; i < figure.Rungs.Length; i++)
            Rung(figure.Rungs[i], canvas, rail, width, bottom - (row * i) - (row / 2));
        return canvas.Finish(bottom + 2, figure);
    }

    private static void Rung(RungPoint rung, Canvas canvas, double rail, double width, double y)
    {
        canvas.Line(rail, y, rail + width, y, rung.IsMode ? "rung now" : "rung");
        var text = rail + width + 16;
        var lines = Canvas.Wrap(rung.Name, canvas.IsNarrow ? canvas.Width - text - 62 : 250);
        for (var k = 0; k < lines.Length; k++) canvas.Text(text, y + 4 + (15 * (k - ((lines.Length - 1) / 2.0))), lines[k], rung.IsMode ? "t b" : "t");
        var bars = canvas.IsNarrow ? canvas.Width - 56 : text + 250;
        if (!canvas.IsNarrow)
        {
            var room = canvas.Width - bars - 62;
            canvas.Rectangle(bars, y - 7, room, 14, "slot", 2).Rectangle(bars, y - 7, room * rung.Weight, 14, rung.IsMode ? "fill now" : "fill", 2);
            for (var k = 0; k < Math.Min(rung.Claims.Length, 20); k++) canvas.Circle(bars + 4 + (k * 9), y + 13, 3, "claim");
        }
        canvas.Text(canvas.Width, y + 4, rung.Number.Value, rung.IsMode ? "t b" : "t s", "end");
    }
}
