using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Third parties on a line between the two sides.</summary>
internal static class StancesDrawing
{
    public static string Draw(Figure.Stances figure, Canvas canvas)
    {
        var left = canvas.IsNarrow ? 16.0 : 240.0;
        var x = new Scale(-1, 1, left, canvas.Width - 20);
        var row = canvas.IsNarrow ? 58.0 : 42.0;
        var bottom = 26 + (row * figure.Parties.Length);
        canvas.Text(x.Start - (canvas.IsNarrow ? 14 : 0), 13, "with " + figure.Target, "t s").Text(x.End, 13, "with " + figure.Challenger, "t s", "end");
        foreach (var mark in new[] { -1.0, 0, 1 }) canvas.Line(x[mark], 22, x[mark], bottom, mark == 0 ? "axis" : "grid");
        for (var i = 0; i < figure.Parties.Length; i++) Row(figure.Parties[i], canvas, x, 26 + (i * row), row);
        return canvas.Finish(bottom + 4, figure);
    }

    private static void Row(StancePoint party, Canvas canvas, Scale x, double top, double row)
    {
        var y = canvas.IsNarrow ? top + 36 : top + (row / 2);
        if (canvas.IsNarrow) canvas.Text(0, top + 14, Canvas.Fit(party.Name, canvas.Width));
        else canvas.Text(0, y + 4, Canvas.Fit(party.Name, x.Start - 30));
        canvas.Line(x.Start, y, x.End, y, "grid");
        // Areas, not radii, carry the numbers.
        var radius = 3 + (13 * Math.Sqrt(Math.Clamp(party.Capacity, 0, 1)));
        var place = x[Math.Clamp(party.Stance, -1, 1)];
        canvas.Circle(place, y, radius, "o k0").Circle(place, y, radius * Math.Sqrt(Math.Clamp(party.Availability, 0, 1)), "f k0");
    }
}
