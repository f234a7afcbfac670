using System.Globalization;
using Standoff.Crises;
using Standoff.Histories;

namespace Standoff.ReferenceClasses;

/// <summary>Militarized compellent threats (Sechser 2011), where the folder holds them: a fifth source beside crises, disputes, sanctions and coded ultimatums. Only counts are printed.</summary>
internal static class CompellentThreats
{
    private const int Full = 2;

    /// <summary>One line by kind of challenger; nothing if the data are not there.</summary>
    public static IEnumerable<string> Summary(string data)
    {
        if (new HistoryFolder(data).ReadIfThere("compellent") is not { } table) yield break;
        var majors = new Majors(data);
        var known = table.Rows.Where(r => r.Whole("success") is >= 0).ToList();
        // Coded 0 and 1, or with a middle for demands met in part.
        var most = known.Max(r => r.Whole("success"));
        foreach (var (name, rows) in new[]
        {
            ("compellent-threat", known),
            ("compellent-threat-major", known.Where(r => r.Whole("ccode1") is { } by && r.Whole("year") is { } year && majors.Contains(by, year)).ToList()),
        }) yield return Line(name, rows, r => r.Whole("success") == Math.Min(most ?? 1, Full));
    }

    private static string Line(string name, List<HistoryRow> rows, Func<HistoryRow, bool> met)
    {
        var (n, count) = (rows.Count, rows.Count(met));
        var (low, high) = (SpecialFunctions.BetaQuantile(0.05, count + 0.5, n - count + 0.5), SpecialFunctions.BetaQuantile(0.95, count + 0.5, n - count + 0.5));
        return string.Create(CultureInfo.InvariantCulture, $"{name,-24} n={n,5} {rows.Min(r => r.Whole("year"))}-{rows.Max(r => r.Whole("year"))}  demand met {count} ({low:0.00} to {high:0.00}), force used {rows.Count(r => r.Whole("force") > 0)}");
    }
}
