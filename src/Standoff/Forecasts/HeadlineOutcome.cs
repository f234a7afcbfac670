using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// A set of cells of ending × force, force being what is used after the day from which weeks count. The list is a precedence: a cell belongs to the first outcome that claims it, so the outcomes
/// partition the cells.
/// </summary>
/// <param name="Order">Place in the precedence.</param>
/// <param name="Key">Stable key.</param>
/// <param name="Name">As printed.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Grounds">Why it stands at its place.</param>
public sealed record HeadlineOutcome(int Order, string Key, string Name, ImmutableArray<(Ending Ending, Force Force)> Cells, string Grounds)
{
    /// <summary>What has come about where it holds.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The outcomes for a demand, in the order of precedence, without those that have no cell.</summary>
    public static ImmutableArray<HeadlineOutcome> For(DemandKind demand)
    {
        var free = Enum.GetValues<Ending>().SelectMany(e => Enum.GetValues<Force>().Select(f => (Ending: e, Force: f))).ToList();
        var outcomes = ImmutableArray.CreateBuilder<HeadlineOutcome>();
        foreach (var row in ResourceTable.Load("Forecasts", "headline-outcomes.tsv").Rows.Where(r => r["demand"] == "*" || r["demand"] == demand.ToString()))
        {
            var cells = free.Where(c => Matches(row.List("endings", ' '), c.Ending.ToString()) && Matches(row.List("force", ' '), c.Force.ToString())).ToImmutableArray();
            free.RemoveAll(c => cells.Contains(c));
            if (!cells.IsEmpty) outcomes.Add(new((int)row.Number("order"), row["key"], row["name"], cells, row["grounds"]) { Definition = row["definition"] });
        }
        return outcomes.ToImmutable();
    }

    /// <summary>Sum of its cells in a joint distribution that starts at a week's first cell.</summary>
    internal double Sum(ReadOnlySpan<double> joint)
    {
        var sum = 0.0;
        foreach (var (ending, force) in Cells) sum += joint[((int)ending * Chain.Levels) + (int)force];
        return sum;
    }

    private static bool Matches(ImmutableArray<string> words, string name) => words.Contains("*") || words.Contains(name);
}
