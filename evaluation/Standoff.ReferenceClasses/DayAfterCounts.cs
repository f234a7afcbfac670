using System.Globalization;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>What followed each ending; writes <c>day-after.tsv</c>. Only what could be followed to its end in the data is counted.</summary>
internal sealed class DayAfterCounts
{
    private const int FirstYear = 1946;
    private const int Decade = 10;
    private const int Year = 365;
    private const int DemocraticRegime = 1;
    private const string Icb = "Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB data v13";
    private const string Leadership = "Goemans, Gleditsch & Chiozza 2009 (Archigos 4.1)";
    private const string Conflict = "Gleditsch et al. 2002; UCDP onsets 19.1 (CC BY 4.0)";
    private const string CivilWar = "Sarkees & Wayman 2010; Dixon & Sarkees 2016 (Correlates of War intra-state wars)";

    private static readonly (string Ending, int Code, string Name)[] Outcomes =
        [("Compliance", 4, "defeat"), ("Compromise", 2, "compromise"), ("Withdrawal", 1, "victory"), ("Other", 3, "stalemate")];

    private readonly List<string> _lines = ["ending\tquestion\tclass\tn\tcount\tera\tcitation\twarning"];
    private readonly List<HistoryRow> _crises;
    private readonly Leaders _leaders;
    private readonly HashSet<Tenure> _defeated;
    private readonly ILookup<int, (int Year, bool Democracy)> _regimes;
    private readonly HashSet<(int State, int Year)> _conflicts;
    private readonly HashSet<(int State, int Year)> _wars;

    public DayAfterCounts(string data)
    {
        var folder = new HistoryFolder(data);
        var actors = folder.Read("icb").Rows;
        _crises = [.. actors.Where(r => r.Whole("trigent") is > 0 and < 990 && r.Whole("trigent") != r.Whole("cracid"))];
        _regimes = actors.Where(r => r.Whole("regime") is not null).ToLookup(r => r.Whole("cracid")!.Value, r => (r.Whole("yrtrig")!.Value, r.Whole("regime") == DemocraticRegime));
        _leaders = new Leaders(data);
        _defeated = [.. IcbCrises.ReadAll(data, _leaders, new Mapping()).Where(c => c.Case.Departure == Crises.Ending.NegotiatedExit && c.Exit == Exit.Regular).Select(c => _leaders.At(c.Case.Target, c.Start)).OfType<Tenure>()];
        _conflicts = [.. folder.Read("onsets").Rows.Where(r => r.Whole("sumnewconf") > 0).Select(r => (r.Whole("gwcode")!.Value, r.Whole("year")!.Value))];
        _wars = [.. folder.Read("intrastate-wars").Rows.Where(r => r.Whole("ccodea") > 0 && r.Whole("primary_state") is null or 1 && r.Whole("cowintraonset") is null or 1)
            .Select(r => (r.Whole("ccodea")!.Value, r.Whole("year")!.Value))];
    }

    // The last year whose ten years after it are on record in both sets of onsets.
    private int LastFollowed => Math.Min(_conflicts.Max(c => c.Year), _wars.Max(w => w.Year)) - Decade;

    public void Write(string path)
    {
        foreach (var (ending, code, name) in Outcomes) AfterCrises(ending, code, name);
        AfterExits("NegotiatedExit", "leaders who left regularly as their state was defeated in a crisis", _defeated.Contains, "few; that they left for the demand is not known");
        AfterExits("NegotiatedExit", "regular exits of leaders", t => t.Exit == Exit.Regular, "mostly constitutional handovers; few were forced out by a demand");
        AfterExits("InternalExit", "irregular or natural exits of leaders", t => t.Exit is Exit.Irregular or Exit.Natural, "leaders fall where trouble is brewing");
        AfterExits("ForcibleRemoval", "leaders removed by a foreign state", t => t.Exit == Exit.Foreign, "removed where war was on already");
        AfterExits("ForcibleRemoval", "foreign-imposed leader changes, those with foreign support among them", t => t.Exit == Exit.Foreign || t.FellWithForeignSupport || _leaders.After(t) is { IsImposed: true }, "imposed on states at war");
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var line in _lines) writer.WriteLine(line);
    }

    private void AfterCrises(string ending, int code, string name)
    {
        var ended = _crises.Where(r => r.Whole("outcom") == code && r.Date("yrterm", "moterm", "daterm") is not null).ToList();
        var known = ended.Where(r => r.Whole("outesr") is 1 or 2).ToList();
        var text = $"state-triggered crises that ended in the target's {name}";
        Add(ending, "tension between the two rises again within 5 years", text, known.Count, known.Count(r => r.Whole("outesr") == 1), Span(known), Icb, "outcome and later tension have common causes");
        var ruled = ended.Select(r => (End: r.Date("yrterm", "moterm", "daterm")!.Value, Leader: _leaders.At(r.Whole("cracid")!.Value, r.Date("yrterm", "moterm", "daterm")!.Value)))
            .Where(r => r.Leader is not null && r.End.Year >= FirstYear && r.End.Year <= LastFollowed).ToList();
        bool Fell((DateOnly End, Tenure? Leader) r) => r.Leader!.Exit is Exit.Irregular or Exit.Foreign && r.Leader.End.DayNumber - r.End.DayNumber <= 2 * Year;
        Add(ending, "the target's leader falls by force or revolt within 2 years", text, ruled.Count, ruled.Count(Fell), Era, $"{Icb}; {Leadership}", "who rules at the crisis's end");
        var followed = ended.Where(r => r.Whole("yrterm") >= FirstYear && r.Whole("yrterm") <= LastFollowed).ToList();
        Add(ending, "new internal armed conflict within 10 years", text, followed.Count, followed.Count(r => Within(_conflicts, r.Whole("cracid")!.Value, r.Whole("yrterm")!.Value)),
            Era, $"{Icb}; {Conflict}", $"in the target; {BaseRate(_conflicts)} of all country-years");
        AddDemocracy(ending, text, [.. followed.Select(r => (r.Whole("cracid")!.Value, r.Whole("yrterm")!.Value))], Icb);
    }

    private void AfterExits(string ending, string text, Func<Tenure, bool> counts, string warning)
    {
        var all = _leaders.All.Where(t => t.Exit != Exit.StillIn).Where(counts).ToList();
        var gone = all.Where(t => t.End.Year >= FirstYear && t.End.Year <= LastFollowed).ToList();
        var next = gone.Select(_leaders.After).OfType<Tenure>().ToList();
        Add(ending, "successor out within a year", text, next.Count, next.Count(t => t.End.DayNumber - t.Start.DayNumber < Year), Era, Leadership, warning);
        Add(ending, "successor out within 5 years", text, next.Count, next.Count(t => t.End.DayNumber - t.Start.DayNumber < 5 * Year), Era, Leadership, warning);
        Add(ending, "new internal armed conflict within 10 years", text, gone.Count, gone.Count(t => Within(_conflicts, t.State, t.End.Year)), Era, $"{Leadership}; {Conflict}", $"{warning}; {BaseRate(_conflicts)} of all country-years");
        AddDemocracy(ending, text, [.. gone.Select(t => (t.State, t.End.Year))], $"{Leadership}; {Icb}");
        var earlier = all.Where(t => t.End.Year is >= 1919 and < FirstYear).ToList();
        Add(ending, "civil war within 10 years", text, gone.Count, gone.Count(t => Within(_wars, t.State, t.End.Year)), Era, $"{Leadership}; {CivilWar}",
            string.Create(CultureInfo.InvariantCulture, $"{warning}; {BaseRate(_wars)} of all country-years; 1919-1945: {earlier.Count(t => Within(_wars, t.State, t.End.Year))} of {earlier.Count}"));
    }

    // The regimes on record are those of states in a crisis, so a state that stayed out of crises for ten years isn't counted.
    private void AddDemocracy(string ending, string text, List<(int State, int Year)> ended, string citation)
    {
        var last = _regimes.Max(r => r.Max(c => c.Year)) - Decade;
        ended.RemoveAll(e => e.Year > last);
        var next = ended.Select(e => _regimes[e.State].Where(r => r.Year > e.Year && r.Year <= e.Year + Decade).OrderBy(r => r.Year).Take(1).ToList()).Where(r => r.Count > 0).ToList();
        var all = _regimes.SelectMany(r => r).Where(r => r.Year >= FirstYear && r.Year <= LastFollowed).ToList();
        Add(ending, "a democracy when next in a crisis, within 10 years", text, next.Count, next.Count(r => r[0].Democracy), string.Create(CultureInfo.InvariantCulture, $"{FirstYear}-{last}"), citation, string.Create(CultureInfo.InvariantCulture,
            $"the {ended.Count - next.Count} of {ended.Count} that were in no crisis again are not counted, nor is what they were before; {100.0 * all.Count(r => r.Democracy) / all.Count:0.0} % of all states in a crisis"));
    }

    private string Era => string.Create(CultureInfo.InvariantCulture, $"{FirstYear}-{LastFollowed}");

    private static string Span(IReadOnlyList<HistoryRow> rows) => string.Create(CultureInfo.InvariantCulture, $"{rows.Min(r => r.Whole("yrtrig"))}-{rows.Max(r => r.Whole("yrtrig"))}");

    // The year of the end and the ten after it.
    private static bool Within(HashSet<(int, int)> onsets, int state, int year) => Enumerable.Range(year, Decade + 1).Any(y => onsets.Contains((state, y)));

    /// <summary>The same of every state and year in which somebody ruled.</summary>
    private string BaseRate(HashSet<(int, int)> onsets)
    {
        var years = _leaders.All.SelectMany(t => Enumerable.Range(t.Start.Year, t.End.Year - t.Start.Year + 1).Select(y => (t.State, Year: y))).Where(y => y.Year >= FirstYear && y.Year <= LastFollowed).Distinct().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * years.Count(y => Within(onsets, y.State, y.Year)) / years.Count:0.0} %");
    }

    // Of fewer than five cases a share says nothing.
    private void Add(string ending, string question, string name, int n, int count, string era, string citation, string warning)
    {
        if (n >= 5) _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{ending}\t{question}\t{name}\t{n}\t{count}\t{era}\t{citation}\t{warning}"));
    }
}
