using System.Globalization;
using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>
/// The crises that a class's reader sees by name: of each class the latest, with what a history book tells of them and the covariates by which they
/// are likened to a case.
/// </summary>
internal sealed class CaseList(string data)
{
    private const int MostOfAClass = 30;
    private const int LastKnown = 5;
    private const int SeveralStates = 996;
    private const string Unknown = "-";
    private static readonly string[] Violence = ["", "none", "minor clashes", "serious clashes", "war"];

    private readonly Majors _majors = new(data);
    private readonly Dictionary<int, string> _names = new HistoryFolder(data).Read("states").Rows.GroupBy(r => r.Whole("ccode")!.Value).ToDictionary(g => g.Key, g => ShortOf(g.First()["statenme"]));
    private readonly Dictionary<(int, int), double> _shares = new HistoryFolder(data).Read("nmc").Rows.Where(r => r.Number("cinc") > 0)
        .ToDictionary(r => (r.Whole("ccode")!.Value, r.Whole("year")!.Value), r => r.Number("cinc")!.Value);

    /// <summary>Writes the table that the product ships.</summary>
    public void Write(string path, IReadOnlyList<ClassCounts> classes)
    {
        // A state may be two actors of one crisis, against two others.
        var leaders = new Leaders(data);
        var crises = IcbCrises.ReadAll(data, leaders, new Mapping()).Concat(IcbCrises.ReadAnswered(data, leaders, new Mapping())).GroupBy(c => KeyOf(c.Case), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First());
        var kept = classes.SelectMany(c => Latest(c, crises).Select(m => (Class: c.Key, Case: m))).GroupBy(m => KeyOf(m.Case), StringComparer.Ordinal)
            .OrderBy(g => crises[g.Key].Start).ThenBy(g => g.Key, StringComparer.Ordinal);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Past crises by name: of each class the latest, at most 30. Facts, cited: Brecher, Wilkenfeld, Beardsley, James & Quinn, International Crisis Behavior, actor level v13; sides by Correlates of War.");
        writer.WriteLine("# Written by evaluation/Standoff.ReferenceClasses. \"-\": unknown. ending: were the demand one of policy; departure: were it that the leader go.");
        writer.WriteLine($"classes\tcrisis\tyear\tchallenger\ttarget\tending\tdeparture\tviolence\tweeks\t{string.Join('\t', Columns)}");
        foreach (var member in kept) writer.WriteLine(Line([.. member.Select(m => m.Class).Distinct(StringComparer.Ordinal)], member.Last().Case, crises[member.Key]));
    }

    private static string[] Columns { get; } =
        ["power-ratio", "challenger-major", "target-major", "neighbours", "regime-threat", "territory-threat", "survival-threat", "violent-act", "military-act", "indirect-violence", "protracted"];

    private static IEnumerable<HistoricalCase> Latest(ClassCounts counts, Dictionary<string, IcbCrisis> crises) =>
        counts.Members.Where(m => crises.ContainsKey(KeyOf(m))).OrderByDescending(m => crises[KeyOf(m)].Start).ThenBy(KeyOf, StringComparer.Ordinal).Take(MostOfAClass);

    private static string KeyOf(HistoricalCase item) => string.Create(CultureInfo.InvariantCulture, $"{item.Key}-{item.Challenger}");

    private string Line(string[] classes, HistoricalCase item, IcbCrisis crisis)
    {
        string[] cells =
        [
            string.Join(' ', classes), NameOf(crisis.Name), Text(item.Year), Side(item.Challenger), Side(item.Target), item.Policy.ToString(), item.Departure.ToString(),
            Violence[crisis.Violence], Text(Math.Round(item.Weeks, 1)), .. Covariates(item, crisis).Select(x => x is { } known ? Text(Math.Round(known, 2)) : Unknown),
        ];
        return string.Join('\t', cells);
    }

    private IEnumerable<double?> Covariates(HistoricalCase item, IcbCrisis crisis)
    {
        var (one, other, year) = (item.Challenger, item.Target, item.Year);
        var isState = _names.ContainsKey(one);
        double? Of(bool value) => value ? 1 : 0;
        return
        [
            Share(one, year) is { } first && Share(other, year) is { } second ? CovariateTable.PowerRatio(first, second) : null,
            isState ? Of(_majors.Contains(one, year)) : null, Of(_majors.Contains(other, year)), isState ? Of(_majors.AreNeighbours(one, other)) : null,
            Of(crisis.Gravity == 2), Of(crisis.Gravity == 3), Of(crisis.Gravity is 5 or 6),
            Of(crisis.Trigger == 9), Of(crisis.Trigger == 7), Of(crisis.Trigger == 8),
            crisis.IsProtracted is { } isProtracted ? Of(isProtracted) : null,
        ];
    }

    private double? Share(int state, int year) => Enumerable.Range(1, LastKnown).Select(back => _shares.TryGetValue((state, year - back), out var share) ? share : (double?)null).FirstOrDefault(s => s is not null);

    private string Side(int state) => _names.TryGetValue(state, out var name) ? name : state == SeveralStates ? "several states" : "no state";

    private static string ShortOf(string name) => name == "United States of America" ? "United States" : name;

    // The data shout and abbreviate.
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BDR."] = "Border",
        ["CONFRNT."] = "Confrontation",
        ["DEPLOY."] = "Deployment",
        ["OFF."] = "Offensive",
        ["OPTN."] = "Operation",
        ["OPRN"] = "Operation",
        ["INT."] = "Intervention",
        ["MIL."] = "Military",
        ["CHINESEE"] = "Chinese Eastern",
        ["PERUBDR."] = "Peru Border",
        ["ETHIOP."] = "Ethiopia",
        ["DOM."] = "Dominican",
        ["REP."] = "Republic",
        ["SOV."] = "Soviet",
        ["CZECH."] = "Czechoslovakia",
        ["MIG-21S"] = "MiG-21s",
        ["OF"] = "of",
        ["IN"] = "in",
        ["ON"] = "on",
        ["II:"] = "II:",
        ["I:"] = "I:",
    };

    private static readonly string[] Kept = ["US", "USSR", "UK", "UN", "UAR", "PLO", "DRC", "FRG", "GDR", "WWII", "I", "II", "III", "IV", "V", "VI", "VII"];

    private static string NameOf(string name)
    {
        var text = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Word(string word) => Words.TryGetValue(word, out var known) ? known
        : string.Join('/', word.Split('/').Select(w => Words.GetValueOrDefault(w) ?? string.Join('-', w.Split('-').Select(Capital))));

    private static string Capital(string word) => Kept.Contains(word.Trim('.', ',')) || word.Length < 2 ? word : word[0] + word[1..].ToLowerInvariant();

    private static string Text(double value) => (value == 0 ? 0 : value).ToString("0.##", CultureInfo.InvariantCulture);
}
