using System.Collections.Frozen;
using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Reading.Claims;

namespace Standoff.Crises;

/// <summary>A row of the evidence table: which items it fits and what they say.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kinds">Kinds of claim; empty for any.</param>
/// <param name="Agents">Who acts or speaks: challenger, target, third, none; empty for any.</param>
/// <param name="Patients">Who else must be named; empty for any.</param>
/// <param name="Polarity"><c>+</c>, <c>-</c> or <c>*</c>.</param>
/// <param name="Demands">Kinds of demand of the crisis; empty for any.</param>
/// <param name="Has">What the claim must have besides: <c>deadline</c>, <c>time-unit</c>, <c>threat-beside</c>, <c>order</c>, <c>attack</c>, <c>violence-by</c>, <c>violence</c> or <c>-</c>.</param>
/// <param name="Words">Pattern over the content's words.</param>
/// <param name="Route">The route taken.</param>
/// <param name="Target">Parameter, move, rung, flag or field.</param>
/// <param name="Group">Group of a common cause; empty unless the route is a parameter.</param>
/// <param name="Frequency">How often such a thing is told of a crisis of the class: the mean of d under the prior, in (0, 1).</param>
/// <param name="Slope">Log-odds of the item per standard deviation of the parameter's rank.</param>
/// <param name="SlopeLow">Its 10th percentile.</param>
/// <param name="SlopeHigh">Its 90th percentile.</param>
/// <param name="Reason">Sentence for the reader, with {agent} and {patient}.</param>
/// <param name="Grounds">Where the numbers come from.</param>
/// <param name="Source">Paper or data behind them; "-" for none.</param>
public sealed record EvidenceRow(
    string Key,
    ImmutableArray<ClaimKind> Kinds,
    ImmutableArray<string> Agents,
    ImmutableArray<string> Patients,
    string Polarity,
    ImmutableArray<DemandKind> Demands,
    string Has,
    string Words,
    Route Route,
    string Target,
    string Group,
    double Frequency,
    double Slope,
    double SlopeLow,
    double SlopeHigh,
    string Reason,
    string Grounds,
    string Source)
{
    internal WordPattern Pattern { get; } = new(Words);

    /// <summary>Whether past crises counted the numbers; else they are judged.</summary>
    public bool IsCounted { get; init; }

    /// <summary>The numbers by judgement, which those counted stand in place of.</summary>
    internal (double Frequency, double Slope) Judged { get; init; }
}

/// <summary>Items with a common cause: n of them, correlated ρ, raise their product to η / (1 + (n − 1)ρ).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Correlation">ρ, 0 … 1.</param>
/// <param name="Shrinkage">η, 0 … 1, for what cannot be calibrated.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Source">Paper or data; "-" for none.</param>
public sealed record EvidenceGroup(string Key, double Correlation, double Shrinkage, string Grounds, string Source);

/// <summary>All rows and groups of the evidence table.</summary>
public sealed class EvidenceTable
{
    private static readonly FrozenDictionary<string, ResourceRow> Counted =
        ResourceTable.Load("Crises", "diagnosticities.tsv").Rows.ToFrozenDictionary(r => r["key"]);

    private readonly FrozenDictionary<string, EvidenceRow> _rows;
    private readonly FrozenDictionary<string, EvidenceGroup> _groups;

    private EvidenceTable(ImmutableArray<EvidenceRow> rows, ImmutableArray<EvidenceGroup> groups)
    {
        (Rows, Groups) = (rows, groups);
        _rows = rows.ToFrozenDictionary(r => r.Key);
        _groups = groups.ToFrozenDictionary(g => g.Key);
    }

    /// <summary>The table that ships with the program.</summary>
    public static EvidenceTable Shipped { get; } = new(
        [.. ResourceTable.Load("Crises", "evidence.tsv").Rows.Select(Row)],
        [.. ResourceTable.Load("Crises", "evidence-groups.tsv").Rows.Select(r => new EvidenceGroup(r["key"], r.Number("rho"), r.Number("eta"), r["grounds"], r["source"]))]);

    /// <summary>Rows in the order in which they are tried.</summary>
    public ImmutableArray<EvidenceRow> Rows { get; }

    /// <summary>Groups in order.</summary>
    public ImmutableArray<EvidenceGroup> Groups { get; }

    /// <summary>The row of a key, if any.</summary>
    public EvidenceRow? Find(string key) => _rows.GetValueOrDefault(key);

    /// <summary>The group of a key, if any.</summary>
    public EvidenceGroup? FindGroup(string key) => _groups.GetValueOrDefault(key);

    private static EvidenceRow Row(ResourceRow r)
    {
        var route = Enum.Parse<Route>(r["route"]);
        return route == Route.Parameter ? Told(r, route) : Routed(r, route, "", (0, 0, 0, 0));
    }

    // Counted numbers stand in place of judged ones, whose slope may be anything from a part of itself to a multiple.
    private static EvidenceRow Told(ResourceRow r, Route route)
    {
        var (frequency, slope) = (r.Number("frequency"), r.Number("slope"));
        if (Counted.TryGetValue(r["key"], out var counted))
        {
            return Routed(r, route, r["group"], (counted.Number("frequency"), counted.Number("slope"), counted.Number("low"), counted.Number("high"))) with
            {
                Judged = (frequency, slope),
                IsCounted = true,
                Grounds = counted["grounds"],
                Source = counted["source"],
            };
        }
        double[] ends = [slope * CrisisSettings.Of("judged-slope.least"), slope * CrisisSettings.Of("judged-slope.most")];
        return Routed(r, route, r["group"], (frequency, slope, ends.Min(), ends.Max())) with { Judged = (frequency, slope) };
    }

    private static EvidenceRow Routed(ResourceRow r, Route route, string group, (double Frequency, double Slope, double Low, double High) told) =>
        new(
            r["key"],
            [.. Some(r, "kinds").Select(k => ClaimTerms.KindOf(k) ?? throw new ResourceFault("evidence.tsv", r.Line, $"'{k}' is no kind of claim"))],
            Some(r, "agent"),
            Some(r, "patient"),
            r["polarity"],
            [.. Some(r, "demand").Select(Enum.Parse<DemandKind>)],
            r["has"],
            r["words"],
            route,
            r["target"],
            group,
            told.Frequency,
            told.Slope,
            told.Low,
            told.High,
            r["reason"],
            r["grounds"],
            r["source"]);

    // "*" among the alternatives means any.
    private static ImmutableArray<string> Some(ResourceRow row, string column) => row.List(column) is var list && list.Contains("*") ? [] : list;
}
