using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Forecasts;

namespace Standoff.Cli.Views;

/// <summary>The summary at the end of a run: where the crisis is heading, what moves it, and what was read.</summary>
internal sealed class SummaryView
{
    private const int Gap = 2;
    private const int KeyWidth = 8;
    private readonly StringBuilder _text = new();
    private readonly int _width;
    private readonly Ink _ink;
    private readonly int _names;
    private readonly int _bars;
    private readonly int _numbers;
    private readonly double _scale;

    private SummaryView(Summary summary, int width, Ink ink)
    {
        (_width, _ink) = (Math.Max(width, 60), ink);
        var rows = summary.Outcomes.Concat(summary.Force).ToList();
        _names = Math.Min(Widest(rows, r => r.Name), _width / 3);
        _numbers = Widest(rows, r => r.Text);
        _bars = Math.Clamp(_width - _names - _numbers - (3 * Gap) - Widest(rows, r => r.Words), 8, 50);
        // The bars end at the next ten percent above the highest interval, so that short ones can be told apart.
        _scale = Math.Clamp(Math.Ceiling(rows.Select(r => r.Estimate.High).DefaultIfEmpty(1).Max() * 10) / 10, 0.1, 1);
    }

    /// <summary>The summary in lines of at most the width.</summary>
    public static string Render(Summary summary, Forecast forecast, int width, Ink ink)
    {
        var view = new SummaryView(summary, width, ink);
        view.Head(summary);
        view.Precedents(summary);
        view.Bars($"How it stands {(summary.Until is { } end ? $"on {NumberText.Day(end)}" : "at the end")}", summary.Outcomes, 0);
        view.Bars("New force on the target's soil by then", summary.Force, 4);
        view.Relation(summary);
        view.Legend();
        view.Changes(summary);
        view.Movers(forecast);
        view.Counts(summary);
        foreach (var warning in summary.Warnings) view.Wrapped("! ", warning, ink.Warn);
        return view._text.ToString();
    }

    private void Head(Summary summary)
    {
        foreach (var line in TextLayout.Wrap(summary.Title, _width)) Line(_ink.Bold(line));
        var asOf = summary.AsOf is { } day ? $"as of {NumberText.Day(day)}" : "as of no known day";
        var until = summary.Until is { } end ? $", to {NumberText.Day(end)}" : "";
        Line(_ink.Faint(string.Create(CultureInfo.InvariantCulture, $"{asOf} · {summary.HorizonWeeks} weeks{until} · run {summary.Run}")));
    }

    private void Bars(string title, IReadOnlyList<SummaryRow> rows, int hue)
    {
        if (rows.Count == 0) return;
        Line("");
        Line(_ink.Bold(title));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var name = TextLayout.Wrap(row.Name, _names);
            Line($"{TextLayout.Pad(name[0], _names)}  {Bar(row.Estimate, hue + i)}  {TextLayout.Pad(row.Text, _numbers)}  {_ink.Faint(row.Words)}");
            foreach (var rest in name.Skip(1)) Line(rest);
        }
    }

    // What the forecast starts from comes before the forecast.
    private void Precedents(Summary summary)
    {
        if (summary.Precedents.IsDefaultOrEmpty) return;
        Line("");
        Line(_ink.Bold("How crises like this one ended"));
        foreach (var line in summary.Precedents) Hanging(line);
    }

    private void Hanging(string text)
    {
        var lines = TextLayout.Wrap(text, _width - 2);
        for (var i = 0; i < lines.Count; i++) Line((i == 0 ? "" : "  ") + lines[i]);
    }

    private void Relation(Summary summary)
    {
        if (summary.Relation.Length > 0) Wrapped("", summary.Relation, _ink.Faint);
    }

    private void Legend() =>
        Wrapped("", $"Bars run from 0 to {NumberText.Percent(_scale)}: █ to the low end of the 90 % interval, ▓ to the mean, ░ to the high end.", _ink.Faint);

    // Full to the low end of the interval, half to the mean, light to the high end.
    private string Bar(Estimate estimate, int hue)
    {
        int Cells(double share) => (int)Math.Round(Math.Clamp(share / _scale, 0, 1) * _bars, MidpointRounding.AwayFromZero);
        var (low, mean, high) = (Cells(estimate.Low), Cells(estimate.Mean), Cells(estimate.High));
        if (mean == 0 && estimate.Mean > 0.001) mean = 1;
        high = Math.Max(high, mean);
        low = Math.Min(low, mean);
        return _ink.Hue(hue, new string('█', low) + new string('▓', mean - low) + new string('░', high - mean)) + _ink.Faint(new string('·', _bars - high));
    }

    private void Changes(Summary summary)
    {
        if (summary.Changes.IsEmpty) return;
        Line("");
        Line(_ink.Bold("What changed since the last run"));
        foreach (var change in summary.Changes)
            Line($"{TextLayout.Pad(TextLayout.Cut(change.Name, _names), _names)}  {change.Text}");
    }

    private void Movers(Forecast forecast)
    {
        var names = forecast.Headline.ToDictionary(o => o.Key, o => o.Name);
        var movers = forecast.Influences.Where(i => i.Largest >= 0.0005).Take(3).ToList();
        if (movers.Count == 0) return;
        Line("");
        Line(_ink.Bold("What moves it most, if left out"));
        var effects = movers.ConvertAll(m => Effect(m, names));
        var room = _width - KeyWidth - effects.Max(TextLayout.Columns) - Gap;
        for (var i = 0; i < movers.Count; i++)
        {
            var key = TextLayout.Pad(movers[i].Kind == "claim" ? movers[i].Key : movers[i].Kind, KeyWidth);
            Line($"{_ink.Good(key)}{TextLayout.Pad(TextLayout.Cut(movers[i].Name, room), room)}  {effects[i]}");
        }
    }

    private static string Effect(Influence mover, Dictionary<string, string> names)
    {
        var change = mover.Changes.MaxBy(c => Math.Abs(c.Change))!;
        return $"{NumberText.FinePoints(change.Change)} {names.GetValueOrDefault(change.Outcome, change.Outcome)}";
    }

    private void Counts(Summary s)
    {
        Line("");
        Wrapped("", string.Create(
            CultureInfo.InvariantCulture,
            $"{Many(s.Documents, "document")} · {Many(s.Read + s.Unread + s.NoClaim, "sentence")}: {s.Read} read, {s.NoClaim} without a claim, {s.Unread} unread · {Many(s.Claims, "claim")}, {s.ClaimsWithoutUse} with no use"), _ink.Faint);
    }

    private void Wrapped(string lead, string text, Func<string, string> style)
    {
        foreach (var line in TextLayout.Wrap(text, _width - lead.Length))
        {
            Line(style(lead + line));
            lead = new string(' ', lead.Length);
        }
    }

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');

    private static int Widest(IEnumerable<SummaryRow> rows, Func<SummaryRow, string> text) => rows.Select(r => TextLayout.Columns(text(r))).DefaultIfEmpty(0).Max();

    private static string Many(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
