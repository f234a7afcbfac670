using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>Major powers by year, as the Correlates of War project lists them.</summary>
public static class MajorPowers
{
    private static readonly ImmutableArray<(string State, int From, int To)> Spells =
    [
        .. ResourceTable.Load("Crises", "major-powers.tsv").Rows.Select(r =>
            (r["state"], (int)r.Number("from"), r["to"] == "." ? int.MaxValue : int.Parse(r["to"], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Whether a state was a major power on a day; without a day, whether it is one now.</summary>
    public static bool Contains(string state, DateOnly? day) =>
        Spells.Any(s => s.State == state && (day is { } d ? s.From <= d.Year && d.Year <= s.To : s.To == int.MaxValue));
}
