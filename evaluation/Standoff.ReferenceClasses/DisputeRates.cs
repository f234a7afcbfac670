using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>
/// First use of force by one state against another, by what lies between the two: disputes of the last ten years, a common border,
/// a major power. Directed pairs of states of which one is a major power or which are neighbours.
/// </summary>
internal sealed class DisputeRates
{
    private const int From = 1946;
    private const int To = 2010;
    private const int Memory = 10;
    private const int Attack = 17;
    private const int DeclarationOfWar = 19;
    private const int Occupation = 15;
    private const int War = 20;
    private const string Citation = "Gibler, Miller & Little 2016, militarized interstate disputes 2.2.1; Stinnett et al. 2002, direct contiguity 3.2; Correlates of War state system and major powers 2016";
    private const string Warning = "an attack or clash of any size counts; years of one pair are counted as independent";

    private readonly Majors _majors;
    private readonly List<(int State, int From, int To)> _states;
    private readonly Dictionary<(int, int, int), List<HistoryRow>> _years;
    private readonly List<HistoryRow> _rows;

    public DisputeRates(string data)
    {
        _majors = new Majors(data);
        _states = [.. new HistoryFolder(data).Read("states").Rows.Select(r => (r.Whole("ccode")!.Value, r.Whole("styear")!.Value, r.Whole("endyear")!.Value))];
        _rows = [.. new HistoryFolder(data).Read("disputes").Rows.Where(r => r.Whole("orig1") == 1 && r.Whole("orig2") == 1)];
        _years = _rows.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToList());
    }

    /// <summary>Rates of force in pairs at peace, and of force again after a dispute with force.</summary>
    public IEnumerable<QuestionRate> All()
    {
        foreach (var rate in Onsets()) yield return rate;
        foreach (var rate in Again()) yield return rate;
    }

    private IEnumerable<QuestionRate> Onsets()
    {
        var cells = new SortedDictionary<string, (double Attacks, double Wars, double Weeks)>(StringComparer.Ordinal);
        for (var year = From; year <= To; year++)
            foreach (var (one, other) in PairsOf(year)) Count(cells, one, other, year);
        foreach (var (key, (attacks, wars, weeks)) in cells)
        {
            yield return new QuestionRate($"attack.{key}", $"a state attacks another or clashes with it, {Describe(key)}", attacks, weeks, $"{From}-{To}", Citation, Warning);
            yield return new QuestionRate($"occupation.{key}", $"a state occupies another's ground or begins a war, {Describe(key)}", wars, weeks, $"{From}-{To}", Citation, Warning);
        }
    }

    private void Count(SortedDictionary<string, (double Attacks, double Wars, double Weeks)> cells, int one, int other, int year)
    {
        var now = _years.GetValueOrDefault((one, other, year)) ?? [];
        if (now.Any(r => r.Whole("midonset") == 0)) return;
        var rivals = Enumerable.Range(year - Memory, Memory).Count(y => Onset(one, other, y));
        var key = $"{(rivals == 0 ? "quiet" : rivals == 1 ? "dispute" : "rivals")}.{(_majors.AreNeighbours(one, other) ? "neighbours" : "apart")}";
        var cell = cells.GetValueOrDefault(key);
        var attack = now.Any(r => IsAttack(r.Whole("hiact1") ?? 0));
        var war = now.Any(r => IsOccupation(r.Whole("hiact1") ?? 0));
        cells[key] = (cell.Attacks + (attack ? 1 : 0), cell.Wars + (war ? 1 : 0), cell.Weeks + QuestionRates.WeeksAYear);
    }

    private bool Onset(int one, int other, int year) => _years.TryGetValue((one, other, year), out var rows) && rows.Any(r => r.Whole("midonset") == 1);

    private IEnumerable<(int, int)> PairsOf(int year)
    {
        var states = _states.Where(s => s.From < year && year <= s.To).Select(s => s.State).Distinct().Order().ToList();
        return from one in states
               from other in states
               where one != other && (_majors.AreNeighbours(one, other) || _majors.Contains(one, year) || _majors.Contains(other, year))
               select (one, other);
    }

    private static bool IsAttack(int act) => act is >= Attack and not DeclarationOfWar || act == Occupation;

    private static bool IsOccupation(int act) => act is Occupation or >= War;

    // Months are known, days are not: a dispute that follows within the month of the end before is the same fight going on.
    private IEnumerable<QuestionRate> Again()
    {
        (int From, int To, string Name)[] spans = [(1, 6, "in the first half year"), (7, 24, "in the second half year to the second year"), (25, 120, "in the third to tenth year")];
        var fights = _rows.Where(r => r.Whole("midonset") == 1 && r.Whole("ccode1") < r.Whole("ccode2") && r.Whole("hostlev") >= 4 && r.Whole("fatality") is > 0 && r.Whole("year") >= From)
            .GroupBy(r => (r.Whole("ccode1")!.Value, r.Whole("ccode2")!.Value)).ToList();
        foreach (var (from, to, name) in spans)
        {
            var (events, months) = fights.Select(g => Follow(g, from, to)).Aggregate((a, b) => (a.Events + b.Events, a.Months + b.Months));
            yield return new QuestionRate($"again.{to}", $"two states that fought, with deaths, fight again with deaths, {name}", events, months * QuestionRates.WeeksAYear / 12, $"{From}-{To}",
                "Gibler, Miller & Little 2016, militarized interstate disputes 2.2.1", "a breach without deaths does not count; dates are months");
        }
    }

    private static (double Events, double Months) Follow(IEnumerable<HistoryRow> fights, int from, int to)
    {
        var ordered = fights.Select(r => (Start: Month(r, "stmon", 0), End: Month(r, "stmon", Math.Max(1, r.Whole("mindur") ?? 1) / 30.4))).OrderBy(f => f.Start).ToList();
        var (events, months) = (0.0, 0.0);
        for (var i = 0; i < ordered.Count; i++)
        {
            var next = i + 1 < ordered.Count ? ordered[i + 1].Start - ordered[i].End : double.PositiveInfinity;
            if (next < 1) continue;
            var end = Math.Min(Math.Min(next, to), ((To + 1) * 12) - ordered[i].End);
            months += Math.Max(0, end - from + 1);
            if (next >= from && next <= to) events++;
        }
        return (events, months);
    }

    private static double Month(HistoryRow row, string column, double further) => (row.Whole("year")!.Value * 12) + Math.Max(1, row.Whole(column) ?? 6) - 1 + further;

    private static (int, int, int) Key(HistoryRow row) => (row.Whole("ccode1")!.Value, row.Whole("ccode2")!.Value, row.Whole("year")!.Value);

    private static string Describe(string key)
    {
        var parts = key.Split('.');
        var past = parts[0] switch { "quiet" => "no dispute in ten years", "dispute" => "one dispute in ten years", _ => "several disputes in ten years" };
        return $"{past}, {(parts[1] == "neighbours" ? "neighbours" : "one a major power, no neighbours")}";
    }
}
