using System.Globalization;
using Standoff.Briefs;

namespace Standoff.Web.Figures;

/// <summary>Dated claims in rows: a mark for a day, a bar for a span, an arrow for an open end.</summary>
internal static class TimelineDrawing
{
    private const int Most = 24;
    private const int DaysBefore = 120;
    private const int DaysAfter = 210;

    public static string Draw(Figure.Timeline figure, Canvas canvas)
    {
        var shown = figure.Entries.Length <= Most ? figure.Entries : [.. figure.Entries.OrderBy(e => Distance(e, figure)).Take(Most).OrderBy(e => e.From).ThenBy(e => e.To)];
        var (first, last) = Window(figure, shown);
        var x = new Scale(first.DayNumber, last.DayNumber, canvas.IsNarrow ? 8 : 12, canvas.IsNarrow ? canvas.Width - 10 : 262);
        var rows = shown.Select(e => canvas.IsNarrow ? 24 + (16.0 * Lines(e, canvas).Length) : 25.0).ToArray();
        var bottom = 26 + rows.Sum();
        Months(canvas, x, first, last, bottom);
        if (figure.AsOf is { } now && now >= first && now <= last)
            canvas.Line(x[now.DayNumber], 18, x[now.DayNumber], bottom, "today").Text(x[now.DayNumber], bottom + 15, "as of", "t s b", "middle");
        for (var i = 0; i < shown.Length; i++) Row(shown[i], canvas, x, 26 + rows[..i].Sum(), rows[i]);
        return canvas.Finish(bottom + 22, figure);
    }

    private static int Distance(TimelineEntry entry, Figure.Timeline figure) => figure.AsOf is { } now ? Math.Abs(entry.From.DayNumber - now.DayNumber) : 0;

    // Far-off dates are clamped to the window's edge, so that one of them does not squeeze all others together.
    private static (DateOnly First, DateOnly Last) Window(Figure.Timeline figure, IEnumerable<TimelineEntry> shown)
    {
        var middle = figure.AsOf ?? figure.Entries[^1].From;
        var first = shown.Where(e => e.To >= middle.AddDays(-DaysBefore)).Select(e => e.From).Append(middle).Min();
        var last = shown.Where(e => e.From <= middle.AddDays(DaysAfter)).Select(e => e.To).Append(middle).Max();
        return (Later(first, middle.AddDays(-DaysBefore)).AddDays(-6), Earlier(last, middle.AddDays(DaysAfter)).AddDays(6));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static void Months(Canvas canvas, Scale x, DateOnly first, DateOnly last, double bottom)
    {
        var step = Math.Max(1, (int)Math.Ceiling((last.DayNumber - first.DayNumber) / 30.4 / (canvas.IsNarrow ? 5 : 6)));
        for (var month = new DateOnly(first.Year, first.Month, 1).AddMonths(1); month <= last; month = month.AddMonths(step))
            canvas.Line(x[month.DayNumber], 18, x[month.DayNumber], bottom, "grid")
                .Text(Math.Max(x[month.DayNumber], 28), 12, month.ToString(month.Month == 1 ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture), "t s", "middle");
    }

    private static void Row(TimelineEntry entry, Canvas canvas, Scale x, double top, double row)
    {
        var y = canvas.IsNarrow ? top + row - 11 : top + (row / 2);
        var style = entry.Kind switch { TimelineKind.Event => "happened", TimelineKind.Deadline => "deadline", _ => "ahead" };
        var (from, to) = (Clamp(x, entry.From), Clamp(x, entry.To));
        if (to - from > 5) canvas.Rectangle(from, y - 4, to - from, 8, style, 4);
        else if (style == "deadline") canvas.Path($"M{Canvas.N(from)} {Canvas.N(y - 7)}l7 7l-7 7l-7 -7Z", style);
        else canvas.Circle((from + to) / 2, y, 5, style);
        if (entry.OpenStart || entry.From.DayNumber < x.From) canvas.Path($"M{Canvas.N(from - 2)} {Canvas.N(y - 4)}l-5 4l5 4", "arrow");
        if (entry.OpenEnd || entry.To.DayNumber > x.To) canvas.Path($"M{Canvas.N(to + 2)} {Canvas.N(y - 4)}l5 4l-5 4", "arrow");
        Words(entry, canvas, top, y);
    }

    private static string[] Lines(TimelineEntry entry, Canvas canvas) => Canvas.Wrap(entry.Text, canvas.Width, most: 4);

    private static void Words(TimelineEntry entry, Canvas canvas, double top, double y)
    {
        var date = entry.Edtf.Replace("..", "…", StringComparison.Ordinal);
        var style = entry.Kind == TimelineKind.Deadline ? "t b" : "t";
        if (canvas.IsNarrow)
        {
            var lines = Lines(entry, canvas);
            for (var k = 0; k < lines.Length; k++) canvas.Text(0, top + 15 + (16 * k), lines[k], style);
        }
        else canvas.Text(286, y + 4, date, "t s").Text(286 + Canvas.WidthOf(date, 11.5) + 12, y + 4, Canvas.Fit(entry.Text, canvas.Width - 298 - Canvas.WidthOf(date, 11.5)), style);
    }

    private static double Clamp(Scale x, DateOnly day) => Math.Clamp(x[day.DayNumber], x.Start, x.End);
}
