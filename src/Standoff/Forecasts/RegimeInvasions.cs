using System.Collections.Immutable;
using Standoff.Claims;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>What an invasion means to the ruler whose departure is demanded: he is gone within the two weeks in which it happens, or by a weekly hazard later.</summary>
/// <param name="AtOnce">Probability that the invasion itself removes him.</param>
/// <param name="Weekly">Hazard in each week after, while ground is held.</param>
internal readonly record struct RegimeChange(double AtOnce, double Weekly);

/// <summary>
/// Removal after an invasion whose aim is who rules, counted over <c>regime-invasions.tsv</c>: a Jeffreys posterior for the share that
/// falls at once, and a gamma posterior for the hazard after that, both the same for every class.
/// </summary>
/// <remarks>
/// The classes' own counts of removals can't say this: most of their invasions had other aims, and so few crises were about who rules that
/// removal and invasion would come apart.
/// </remarks>
internal static class RegimeInvasions
{
    private const double DaysAtOnce = 14;
    private const double DaysPerWeek = 7;

    // As long as forecasts are usually made for: the few that went on for years say little of the first months.
    private const double FollowedDays = 182;

    /// <summary>All of them: year, target by Correlates-of-War code, days to the ruler's removal or to the end of the follow-up, whether he was removed.</summary>
    public static ImmutableArray<(int Year, int Target, double Days, bool IsRemoved)> Cases { get; } =
        [.. ResourceTable.Load("Forecasts", "regime-invasions.tsv").Rows.Select(r => ((int)r.Number("year"), (int)r.Number("code"), r.Number("days"), r["removed"] == "yes"))];

    /// <summary>How many there are.</summary>
    public static int N => Cases.Length;

    /// <summary>Random numbers that a draw takes.</summary>
    public static int Dimensions => 2;

    private static Distribution.Beta AtOnce { get; } = new(0.5 + Count(0, DaysAtOnce), 0.5 + N - Count(0, DaysAtOnce));

    private static GammaDistribution Weekly { get; } = new(0.5 + Count(DaysAtOnce, FollowedDays), Cases.Sum(c => Math.Max(0, Math.Min(c.Days, FollowedDays) - DaysAtOnce)) / DaysPerWeek);

    /// <summary>At the posterior means.</summary>
    public static RegimeChange Mean { get; } = new(AtOnce.Mean, Weekly.Mean);

    /// <summary>One draw, from two numbers in 0 … 1.</summary>
    public static RegimeChange Draw(double first, double second) => new(AtOnce.Quantile(first), Weekly.Quantile(second));

    private static int Count(double after, double to) => Cases.Count(c => c.IsRemoved && c.Days > after && c.Days <= to);
}
