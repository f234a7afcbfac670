using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Forecasts;

namespace Standoff.Cli.Views;

/// <summary>The summary at the end of a run: where the crisis is heading, what moves it, and what was read.</summary>
internal sealed class SummaryView
{
    private const int Gap = 2;
    private readonly StringBuilder _text = new();
    private readonly int _width;
    private readonly Ink _ink;
    private readonly int _names;
    private readonly int _bars;

    private SummaryView(Summary summary, int width, Ink ink)
    {
        (_width, _ink) = (Math.Max(width, 60), ink);
        var rows = summary.Outcomes.Concat(summary.Force).ToList();
        _names = Math.Min(rows.Select(r => TextLayout.Columns(r.Name)).DefaultIfEmpty(12).Max(), _width / 3);
        _bars = Math.Min(_width - _names - NumberWidth - (3 * Gap) - WordsWidth(rows), 50);
    }

    // "over 99 % (98 to over 99 %)" is the widest that is common.
    private const int NumberWidth = 20;

    /// <summary>The summary in lines of at most the width.</summary>
    public static string Render(Summary summary, Forecast forecast, int width, Ink ink)
    {
        var view = new SummaryView(summary, width, ink);
        view.Head(summary);
        view.Bars("How it stands at the end", summary.Outcomes, 0);
        view.Bars("Force on the target's soil by then", summary.Force, 4);
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
        Line(_ink.Bold(TextLayout.Pad(title, _names + Gap + _bars + Gap)) + _ink.Faint("mean (90 % interval)"));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var number = TextLayout.Pad(row.Text, NumberWidth + Gap);
            Line($"{TextLayout.Pad(TextLayout.Cut(row.Name, _names), _names)}  {Bar(row.Estimate, hue + i)}  {number}{_ink.Faint(row.Words)}");
        }
    }

    // Full to the low end of the interval, half to the mean, light to the high end.
    private string Bar(Estimate estimate, int hue)
    {
        int Cells(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * _bars, MidpointRounding.AwayFromZero);
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
        foreach (var mover in movers)
        {
            var change = mover.Changes.MaxBy(c => Math.Abs(c.Change))!;
            var effect = $"{NumberText.FinePoints(change.Change)} {names.GetValueOrDefault(change.Outcome, change.Outcome)}";
            var key = mover.Kind == "claim" ? mover.Key : mover.Kind;
            var left = $"{TextLayout.Pad(key, 7)} ";
            var room = _width - 8 - TextLayout.Columns(effect) - Gap;
            Line($"{_ink.Good(left)}{TextLayout.Pad(TextLayout.Cut(mover.Name, room), room)}  {effect}");
        }
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

    private static int WordsWidth(IEnumerable<SummaryRow> rows) => rows.Select(r => TextLayout.Columns(r.Words)).DefaultIfEmpty(0).Max();

    private static string Many(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
