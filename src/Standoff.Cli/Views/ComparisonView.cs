using System.Globalization;
using System.Text;
using Standoff.Briefs;
using Standoff.Forecasts;

namespace Standoff.Cli.Views;

/// <summary>A comparison for a terminal: outcomes then and now, and beneath what made the change, with its share in the outcomes that changed most.</summary>
internal sealed class ComparisonView
{
    private const int Gap = 2;
    private const int MostParts = 12;
    private const double HalfTenth = 0.0005;
    private readonly StringBuilder _text = new();
    private readonly int _width;
    private readonly Ink _ink;

    private ComparisonView(int width, Ink ink) => (_width, _ink) = (Math.Max(width, 60), ink);

    /// <summary>The comparison in lines of at most the width.</summary>
    public static string Render(Comparison comparison, string title, int width, Ink ink)
    {
        var view = new ComparisonView(width, ink);
        view.Head(comparison, title);
        view.Outcomes(comparison);
        view.Parts(comparison);
        return view._text.ToString();
    }

    private void Head(Comparison comparison, string title)
    {
        foreach (var line in TextLayout.Wrap(title, _width)) Line(_ink.Bold(line));
        Wrapped(string.Create(CultureInfo.InvariantCulture, $"{Day(comparison.From)} → {Day(comparison.To)} · each looks {comparison.HorizonWeeks} weeks ahead"));
        Line("");
    }

    private static string Day(DateOnly? day) => day is { } known ? NumberText.Day(known) : "no known day";

    private void Outcomes(Comparison comparison)
    {
        var rows = comparison.Outcomes.Select(o => (o.Name, Then: NumberText.Percent(o.Then.Mean), Now: NumberText.Of(o.Now), Change: NumberText.FinePoints(o.Change))).ToList();
        var (then, now, change) = (Widest(rows.Select(r => r.Then), 4), Widest(rows.Select(r => r.Now), 3), Widest(rows.Select(r => r.Change), 6));
        var names = Math.Min(_width - then - now - change - (3 * Gap), Widest(rows.Select(r => r.Name), 7));
        Line(_ink.Bold($"{TextLayout.Pad("Outcome", names)}  {Left("then", then)}  {TextLayout.Pad("now", now)}  change"));
        foreach (var row in rows)
        {
            var name = TextLayout.Wrap(row.Name, names);
            Line($"{TextLayout.Pad(name[0], names)}  {Left(row.Then, then)}  {TextLayout.Pad(row.Now, now)}  {row.Change}");
            foreach (var more in name.Skip(1)) Line("  " + more);
        }
    }

    private void Parts(Comparison comparison)
    {
        Line("");
        if (comparison.Parts.IsEmpty)
        {
            Line("Nothing that the forecast rests on has changed.");
            return;
        }
        var outcomes = comparison.Outcomes.Where(o => comparison.Parts.Any(p => Math.Abs(ShareOf(p, o.Key).Change) >= HalfTenth)).Take(_width >= 110 ? 4 : 3).ToList();
        Line(_ink.Bold("What made the change"));
        for (var i = 0; i < outcomes.Count; i++) Wrapped($"[{i + 1}] {outcomes[i].Name}");
        var shown = comparison.Parts.Where(p => p.Largest >= HalfTenth).Take(MostParts).ToList();
        var cells = shown.ConvertAll(p => outcomes.ConvertAll(o => Share(ShareOf(p, o.Key))));
        var column = Math.Max(7, cells.SelectMany(c => c).Select(TextLayout.Columns).DefaultIfEmpty(0).Max());
        var room = _width - (outcomes.Count * (column + Gap));
        if (outcomes.Count > 0) Line(new string(' ', room) + string.Concat(outcomes.Select((_, i) => "  " + Left(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}]"), column))));
        for (var i = 0; i < shown.Count; i++) Line(TextLayout.Pad(Named(shown[i], room), room) + string.Concat(cells[i].Select(c => "  " + Left(c, column))));
        if (comparison.Parts.Length > shown.Count) Line(_ink.Faint(string.Create(CultureInfo.InvariantCulture, $"and {comparison.Parts.Length - shown.Count} more, under a tenth of a point each")));
        Wrapped($"In points. Shapley shares on {NumberText.Count((long)comparison.Draws)} common draws, {(comparison.IsExact ? "over every order of the parts" : "over random orders, ± the standard error")}; with all parts they sum to the change.");
    }

    private static ChangeShare ShareOf(ChangePart part, string outcome) => part.Shares.FirstOrDefault(s => s.Outcome == outcome) ?? new(outcome, 0, 0);

    private static string Share(ChangeShare share)
    {
        var points = (share.Change * 100).ToString("+0.0;−0.0;0", CultureInfo.InvariantCulture);
        return share.Error >= HalfTenth ? $"{points}±{(share.Error * 100).ToString("0.0", CultureInfo.InvariantCulture)}" : points;
    }

    private string Named(ChangePart part, int room)
    {
        var mark = part.Kind switch { "added" => "+ ", "withdrawn" => "− ", "revised" => "± ", _ => "~ " };
        var claims = part.Claims.IsDefaultOrEmpty || part.Kind is not ("added" or "withdrawn" or "revised") ? "" : part.Claims[0] + (part.Claims.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"+{part.Claims.Length - 1} ") : " ");
        return _ink.Good(mark + claims) + TextLayout.Cut(part.Name, Math.Max(8, room - TextLayout.Columns(mark + claims)));
    }

    private void Wrapped(string text)
    {
        foreach (var line in TextLayout.Wrap(text, _width)) Line(_ink.Faint(line));
    }

    private static string Left(string text, int width) => new string(' ', Math.Max(0, width - TextLayout.Columns(text))) + text;

    private static int Widest(IEnumerable<string> texts, int least) => texts.Select(TextLayout.Columns).Append(least).Max();

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
