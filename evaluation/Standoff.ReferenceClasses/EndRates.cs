using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>How fighting, crises and threats of sanctions end.</summary>
internal static class EndRates
{
    private const int Agreement = 1;
    private const int SemiFormal = 2;
    private const int Tacit = 3;

    public static IEnumerable<QuestionRate> All(string data) => Crises(data).Concat(Conflicts(data)).Concat(Sanctions(data)).Concat(Triggers(data));

    // A crisis has its actors; each actor's crisis is one case here, as an agreement binds each.
    private static IEnumerable<QuestionRate> Crises(string data)
    {
        const string citation = "Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB actor level v13";
        var rows = new HistoryFolder(data).Read("icb").Rows.Where(r => r.Whole("cracid") is not null && r.Whole("yrtrig") >= 1946)
            .Select(r => (Row: r, From: r.Date("yrtrig", "motrig", "datrig"), To: r.Date("yrterm", "moterm", "daterm"))).Where(r => r.From is not null && r.To is not null)
            .Select(r => (r.Row, Weeks: Math.Max(1, r.To!.Value.DayNumber - r.From!.Value.DayNumber) / 7.0)).ToList();
        foreach (var (key, name, fits) in new (string, string, Func<HistoryRow, bool>)[]
        {
            ("fighting", "a crisis with serious clashes or war", r => r.Whole("sevvio") is 3 or 4),
            ("quiet", "a crisis without serious clashes", r => r.Whole("sevvio") is 1 or 2),
        })
        {
            var cases = rows.Where(r => fits(r.Row)).ToList();
            var weeks = cases.Sum(c => c.Weeks);
            yield return new QuestionRate($"agreement.{key}", $"{name} ends in a formal or semi-formal agreement", cases.Count(c => c.Row.Whole("outfor") is Agreement or SemiFormal), weeks, "1946-2016", citation, "agreements that did not end the crisis are missing");
            yield return new QuestionRate($"truce.{key}", $"{name} ends in an agreement or an understanding", cases.Count(c => c.Row.Whole("outfor") is >= Agreement and <= Tacit), weeks, "1946-2016", citation, "truces that did not end the crisis are missing");
            yield return new QuestionRate($"end.{key}", $"{name} ends in any way", cases.Count, weeks, "1946-2016", citation, "");
            yield return new QuestionRate($"defeat.{key}", $"{name} ends with the actor's defeat", cases.Count(c => c.Row.Whole("outcom") == 4), weeks, "1946-2016", citation, "");
        }
    }

    // A year is a row; an episode runs over the rows of one conflict that share its second start.
    private static IEnumerable<QuestionRate> Conflicts(string data)
    {
        const string citation = "Gleditsch, Wallensteen, Eriksson, Sollenberg & Strand 2002; Davies et al. 2025, UCDP/PRIO armed conflict data (CC BY 4.0)";
        var episodes = new HistoryFolder(data).Read("conflicts").Rows.GroupBy(r => (r["conflict_id"], r["start_date2"]))
            .Select(g => g.OrderBy(r => r.Whole("year")).Last()).Where(r => r.Date("start_date2") is not null).ToList();
        foreach (var (key, name, fits) in new (string, string, Func<HistoryRow, bool>)[]
        {
            ("interstate", "fighting between two states", r => r["type_of_conflict"] == "interstate"),
            ("intrastate", "fighting inside a state", r => r["type_of_conflict"] is "intrastate" or "II"),
        })
        {
            foreach (var (span, from, to) in new[] { ("first", 0.0, 26.0), ("year", 26.0, 104.0), ("later", 104.0, 10000.0) })
            {
                var cases = episodes.Where(fits).Select(r => Spell(r, from, to)).Where(s => s.Weeks > 0).ToList();
                yield return new QuestionRate($"lull.{key}.{span}", $"{name} falls below 25 deaths a year, {(span == "first" ? "first half year" : span == "year" ? "to the second year" : "after two years")}", cases.Count(c => c.Ended), cases.Sum(c => c.Weeks), "1946-2024", citation, "an end is a lull of a year, with or without a ceasefire; ceasefires that broke are missing");
            }
        }
    }

    private static (double Weeks, bool Ended) Spell(HistoryRow row, double from, double to)
    {
        var start = row.Date("start_date2")!.Value;
        var ended = row.Whole("ep_end") == 1 && row.Date("ep_end_date") is not null;
        var end = ended ? row.Date("ep_end_date")!.Value : new DateOnly(row.Whole("year")!.Value, 12, 31);
        var weeks = Math.Max(1, end.DayNumber - start.DayNumber) / 7.0;
        return (Math.Max(0, Math.Min(weeks, to) - from), ended && weeks > from && weeks <= to);
    }

    private static IEnumerable<QuestionRate> Sanctions(string data)
    {
        const string citation = "Morgan, Bapat & Kobayashi 2014 (TIES v4), extract of Crisman-Cox & Gibilisco 2021";
        const string warning = "pairs of states with a threat of sanctions in the decade; months count as four and a third weeks";
        var rows = new HistoryFolder(data).Read("sanctions").Rows;
        double Sum(string column) => rows.Sum(r => r.Number(column) ?? 0);
        var weeks = (Sum("sq") + Sum("sf") + Sum("cd") + Sum("bd")) * QuestionRates.WeeksAYear / 12;
        yield return new QuestionRate("sanctions.imposed", "threatened sanctions are imposed, in a pair of states with a threat in the decade", Sum("sf"), weeks, "1970-1999", citation, warning);
        yield return new QuestionRate("sanctions.conceded", "the target concedes to a threat of sanctions", Sum("cd"), weeks, "1970-1999", citation, warning);
    }

    // How soon violence follows a trigger without violence: the response's date, else the middle of the crisis.
    private static IEnumerable<QuestionRate> Triggers(string data)
    {
        const string citation = "Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB actor level v13";
        var crises = IcbCrises.Read(data, new Leaders(data), new Mapping()).Where(c => c.Case.Year >= 1946 && c.Trigger != 9).ToList();
        foreach (var (key, name, fits) in new (string, string, Func<IcbCrisis, bool>)[]
        {
            ("verbal", "words or a political act", c => c.Trigger is >= 1 and <= 3),
            ("display", "forces moved without fighting", c => c.Trigger == 7),
        })
        {
            var cases = crises.Where(fits).ToList();
            var weeks = cases.Sum(c => c.Case.ForceWeek is { } at ? Math.Max(0.5, at) : c.Case.Weeks);
            yield return new QuestionRate($"violence.{key}", $"a crisis triggered by {name} turns violent", cases.Count(c => c.Case.ForceWeek is not null), weeks, "1946-2015", citation, "the data date violence only by the response or the middle of the crisis");
        }
    }
}
