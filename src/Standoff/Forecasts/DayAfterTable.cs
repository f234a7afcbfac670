using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>What follows each ending, from <c>day-after.tsv</c>.</summary>
internal static class DayAfterTable
{
    public static ImmutableArray<DayAfter> Rows { get; } = [.. ResourceTable.Load("Forecasts", "day-after.tsv").Rows.Select(r => new DayAfter(
        Enum.Parse<Ending>(r["ending"]), r["question"], $"{r["class"]}, {r["era"]}", (int)r.Number("n"), r.Number("count"),
        Summaries.Jeffreys(r.Number("count"), r.Number("n")), r["citation"], r["warning"]))];
}
