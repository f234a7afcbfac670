using System.Collections.Frozen;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>The numbers of proposal and update that are no parameters of the game, as <c>crisis-settings.tsv</c> lists them.</summary>
public static class CrisisSettings
{
    private static readonly FrozenDictionary<string, double> Values =
        ResourceTable.Load("Crises", "crisis-settings.tsv").Rows.ToFrozenDictionary(r => r["key"], r => r.Number("value"));

    /// <summary>ε: floor on the chance that a report is wrong.</summary>
    public static double Epsilon => Of("epsilon");

    /// <summary>Number of equally likely slices of a prior.</summary>
    public static int Grid => (int)Of("grid");

    /// <summary>Probability of a rung or flag of which one report tells, before that report.</summary>
    public static double StatePrior => Of("state-prior");

    /// <summary>The value under a key.</summary>
    /// <exception cref="KeyNotFoundException">No such row.</exception>
    public static double Of(string key) =>
        Values.TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"crisis-settings.tsv has no row '{key}'.");
}
