using System.Globalization;

namespace Standoff.ReferenceClasses;

/// <summary>What followed each ending; writes the rows of <c>day-after.tsv</c> that the data give.</summary>
internal sealed class DayAfterCounts(string data)
{
    private const int Followed = 10;
    private const int LastExit = 1989;
    private const string Icb = "Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB data v13";
    private const string Leadership = "Goemans, Gleditsch & Chiozza 2009 (Archigos 4.1)";
    private const string Conflict = "Gleditsch et al. 2002; UCDP onsets 19.1 (CC BY 4.0)";

    private static readonly (string Ending, int Code, string Name)[] Outcomes =
        [("Compliance", 4, "defeat"), ("Compromise", 2, "compromise"), ("Withdrawal", 1, "victory"), ("Other", 3, "stalemate")];

    private readonly List<string> _lines = ["ending\tquestion\tclass\tn\tcount\tera\tcitation\twarning"];

    public void Write(string path)
    {
        Recurrences();
        Successors();
        ForeignImposed();
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var line in _lines) writer.WriteLine(line);
    }

    /// <summary>ICB codes whether the same adversaries were in crisis again within five years.</summary>
    private void Recurrences()
    {
        var rows = Table.Read(Path.Combine(data, "icb", "icb2v13_actor.csv")).Where(r => r.Whole("trigent") is > 0 and < 990).ToList();
        foreach (var (ending, outcome, name) in Outcomes)
        {
            var known = rows.Where(r => r.Whole("outcom") == outcome && (r.Whole("outesr") is 1 or 2)).ToList();
            Add(ending, "tension between the two rises again within 5 years", $"state-triggered crises that ended in the target's {name}", known.Count,
                known.Count(r => r.Whole("outesr") == 1), "1918-1999", Icb, "outcome and later tension have common causes");
        }
    }

    /// <summary>How long the next leader lasted, and whether an internal armed conflict began.</summary>
    private void Successors()
    {
        var all = new Leaders(data);
        var leaders = all.All.Where(t => t.End.Year is >= 1946 and <= LastExit).ToList();
        var onsets = Table.Read(Path.Combine(data, "ucdp", "ucdp_onsets.csv")).Where(r => r.Number("sumnewconf") > 0)
            .Select(r => (r.Whole("gwcode")!.Value, r.Whole("year")!.Value)).ToHashSet();
        foreach (var (ending, exits, name) in new[]
        {
            ("NegotiatedExit", new[] { Exit.Regular }, "regular exits of leaders"),
            ("InternalExit", [Exit.Irregular, Exit.Natural], "irregular or natural exits of leaders"),
            ("ForcibleRemoval", [Exit.Foreign], "leaders removed by a foreign state"),
        })
        {
            var gone = leaders.Where(t => exits.Contains(t.Exit)).ToList();
            var next = gone.Select(t => all.At(t.State, t.End.AddDays(2))).OfType<Tenure>().ToList();
            var warning = ending == "NegotiatedExit" ? "mostly constitutional handovers; few were forced out by a demand" : "leaders fall where trouble is brewing";
            Add(ending, "successor out within a year", $"{name}, minor and major states", next.Count, next.Count(t => t.End.DayNumber - t.Start.DayNumber < 365), $"1946-{LastExit}", Leadership, warning);
            Add(ending, "new internal armed conflict within 10 years", $"{name}, minor and major states", gone.Count,
                gone.Count(t => Enumerable.Range(0, Followed + 1).Any(y => onsets.Contains((t.State, t.End.Year + y)))), $"1946-{LastExit}", $"{Leadership}; {Conflict}", warning);
        }
    }

    private void ForeignImposed()
    {
        var rows = Table.Read(Path.Combine(data, "firc", "firc_archigos_derived.csv")).Where(r => r.Date("e") is { Year: >= 1946 }).ToList();
        Add("ForcibleRemoval", "civil war within 10 years", "foreign-imposed leader changes", rows.Count, rows.Count(r => r["cw10"] == "True"), "1946-1999",
            $"{Leadership}; Correlates of War intra-state wars", "imposed on states at war; 13.1 % of all country-years");
    }

    private void Add(string ending, string question, string name, int n, int count, string era, string citation, string warning) =>
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{ending}\t{question}\t{name}\t{n}\t{count}\t{era}\t{citation}\t{warning}"));
}
