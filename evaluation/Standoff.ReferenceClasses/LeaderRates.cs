namespace Standoff.ReferenceClasses;

/// <summary>How leaders leave office, by how long they have held it, and in a crisis that turned to war.</summary>
internal sealed class LeaderRates
{
    private const int From = 1946;
    private const int To = 2014;
    private const string Citation = "Goemans, Gleditsch & Chiozza 2009, Archigos 4.1";
    private static readonly (string Key, double From, double To, string Name)[] Spans =
        [("new", 0, 2, "under two years"), ("settled", 2, 10, "two to ten years"), ("entrenched", 10, 100, "ten years and more")];

    private readonly string _data;
    private readonly Leaders _leaders;

    public LeaderRates(string data) => (_data, _leaders) = (data, new Leaders(data));

    public IEnumerable<QuestionRate> All()
    {
        foreach (var span in Spans)
            foreach (var rate in Exits($"leader.{span.Key}", $"in office {span.Name}", [.. _leaders.All.Select(t => Within(t, span.From, span.To)).OfType<Spell>()], $"{From}-{To}", Citation, "leaders in no crisis are the bulk; terms and elections are not told apart"))
                yield return rate;
        foreach (var rate in InCrisis()) yield return rate;
    }

    private static IEnumerable<QuestionRate> Exits(string key, string name, List<Spell> spells, string era, string citation, string warning)
    {
        var weeks = spells.Sum(s => s.Weeks);
        foreach (var (exit, words) in new[] { ((Exit?)null, "leaves office in any way"), (Exit.Regular, "leaves office by the rules"), (Exit.Irregular, "is ousted from within"), (Exit.Foreign, "is removed by a foreign state"), (Exit.Natural, "dies in office or retires ill") })
            yield return new QuestionRate($"{key}.{(exit?.ToString() ?? "Any").ToLowerInvariant()}", $"a leader, {name}, {words}", spells.Count(s => s.Exit != Exit.StillIn && (exit is null || s.Exit == exit)), weeks, era, citation, warning);
    }

    // The weeks of a tenure that fall between two ages of it and between the years counted, with how it ended if it did there.
    private static Spell? Within(Tenure tenure, double fromYears, double toYears)
    {
        var from = Later(tenure.Start.AddDays((int)(fromYears * 365.25)), new DateOnly(From, 1, 1));
        var until = Earlier(tenure.Start.AddDays((int)(toYears * 365.25)), new DateOnly(To, 12, 31));
        if (until <= from || tenure.End < from) return null;
        return new Spell(Math.Max(1, Earlier(tenure.End, until).DayNumber - from.DayNumber) / 7.0, tenure.End <= until ? tenure.Exit : Exit.StillIn);
    }

    private IEnumerable<QuestionRate> InCrisis()
    {
        var mapping = new Mapping();
        var crises = IcbCrises.ReadAll(_data, _leaders, mapping).Where(c => c.Start.Year >= From).ToList();
        var wars = crises.Where(c => c.Case.Force[3] > 0.5).ToList();
        const string citation = "Brecher, Wilkenfeld, Beardsley, James & Quinn, ICB actor level v13; Goemans, Gleditsch & Chiozza 2009, Archigos 4.1";
        foreach (var rate in Exits("leader.crisis", "in a crisis for his state, from its start for a year", [.. crises.Select(Year)], $"{From}-2015", citation, "crises of any gravity, of which leaders seldom fall")) yield return rate;
        foreach (var rate in Exits("leader.war", "in a crisis that comes to war, from its start for a year", [.. wars.Select(Year)], $"{From}-2015", citation, "wars that the leader began are counted with those that he did not")) yield return rate;
    }

    private static Spell Year(IcbCrisis crisis) => crisis.ExitWeek is { } week && week <= QuestionRates.WeeksAYear ? new Spell(week, crisis.Exit) : new Spell(QuestionRates.WeeksAYear, Exit.StillIn);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record Spell(double Weeks, Exit Exit);
}
