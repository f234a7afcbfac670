using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>
/// How items move a parameter: π′(θ) ∝ π(θ)·Π_g [Π_{j∈g} (1 − d_j(θ) + d_j(θ)·e^{ℓ_j})]^{η_g / (1 + (n_g − 1)ρ_g)}, on a grid of
/// equally likely slices of the prior. Hedging, attribution and reliability are in ℓ alone, what an item is about in d alone.
/// </summary>
public static class ParameterUpdate
{
    // Swanson's rule: 3/10 at the 10th and the 90th percentile, 4/10 in the middle.
    private const double EndWeight = 0.3;
    private const double MiddleWeight = 0.4;
    private const double Widest = 40;
    private const int Halvings = 60;

    private const double Overwhelming = 500;

    /// <summary>The prior moved by the evidence; the prior itself where there is none, or where it is a point.</summary>
    /// <param name="prior">π.</param>
    /// <param name="evidence">Items; their order plays no part. An ℓ below 0 is a denial.</param>
    /// <param name="table">Rows and groups that the evidence names.</param>
    /// <exception cref="UnknownEvidenceException">A row or group is not in the table.</exception>
    public static Distribution Posterior(Distribution prior, IReadOnlyCollection<Evidence> evidence, EvidenceTable? table = null)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(evidence);
        table ??= EvidenceTable.Shipped;
        var speaking = evidence.Where(e => e.LogLikelihoodRatio != 0).OrderBy(e => e.Item, StringComparer.Ordinal).ThenBy(e => e.Row, StringComparer.Ordinal).ToList();
        if (speaking.Count == 0 || prior is Distribution.Point) return prior;
        var ranks = Ranks(CrisisSettings.Grid);
        var logs = new double[ranks.Length];
        foreach (var group in speaking.GroupBy(e => e.Group).OrderBy(g => g.Key, StringComparer.Ordinal)) Add(logs, ranks, [.. group], table);
        return Normalised(prior, logs);
    }

    /// <summary>d(θ) over the grid: the chance that the item is true at each slice of the prior, with the row's frequency as its mean.</summary>
    public static ImmutableArray<double> Diagnosticity(EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. Diagnosticity(row, Ranks(CrisisSettings.Grid))];
    }

    private static void Add(double[] logs, double[] ranks, List<Evidence> group, EvidenceTable table)
    {
        var cause = table.FindGroup(group[0].Group) ?? throw new UnknownEvidenceException(group[0].Item, "group", group[0].Group);
        var exponent = cause.Shrinkage / (1 + ((group.Count - 1) * cause.Correlation));
        foreach (var item in group)
        {
            var row = table.Find(item.Row) ?? throw new UnknownEvidenceException(item.Item, "row", item.Row);
            var diagnosticity = Diagnosticity(row, ranks);
            for (var k = 0; k < logs.Length; k++) logs[k] += exponent * LogGain(diagnosticity[k], item.LogLikelihoodRatio);
        }
    }

    // log(1 − d + d·e^ℓ); where e^ℓ would overflow, all the rest is nothing beside it.
    private static double LogGain(double diagnosticity, double logRatio) => logRatio <= Overwhelming
        ? ElementaryFunctions.Log(1 + (diagnosticity * (ElementaryFunctions.Exp(logRatio) - 1)))
        : ElementaryFunctions.Log(diagnosticity) + logRatio;

    private static Distribution.Grid Normalised(Distribution prior, double[] logs)
    {
        var top = logs.Max();
        var masses = logs.Select(l => ElementaryFunctions.Exp(l - top)).ToArray();
        var sum = masses.Sum();
        var points = Enumerable.Range(0, logs.Length).Select(k => prior.Quantile((k + 0.5) / logs.Length));
        return new Distribution.Grid([.. points], [.. masses.Select(m => m / sum)]);
    }

    // Normal scores of the slices' centres, so that a step is one standard deviation of the parameter's rank.
    private static double[] Ranks(int count) => [.. Enumerable.Range(0, count).Select(k => SpecialFunctions.NormalQuantile((k + 0.5) / count))];

    // Logistic in the rank, averaged over what is known of the slope. The update is linear in d, so that to average d is to draw the slope.
    private static double[] Diagnosticity(EvidenceRow row, double[] ranks)
    {
        var (low, middle, high) = (Diagnosticity(row.Frequency, row.SlopeLow, ranks), Diagnosticity(row.Frequency, row.Slope, ranks), Diagnosticity(row.Frequency, row.SlopeHigh, ranks));
        return [.. ranks.Select((_, k) => (EndWeight * (low[k] + high[k])) + (MiddleWeight * middle[k]))];
    }

    // The intercept is found by halving, so that the mean is the class's frequency.
    private static double[] Diagnosticity(double frequency, double slope, double[] ranks)
    {
        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (ranks.Sum(z => Logistic(middle + (slope * z))) > frequency * ranks.Length) high = middle;
            else low = middle;
        }
        return [.. ranks.Select(z => Logistic(low + (slope * z)))];
    }

    private static double Logistic(double x) => 1 / (1 + ElementaryFunctions.Exp(-x));
}

/// <summary>Evidence that names a row or group which the table does not have.</summary>
/// <param name="item">Alias of the item.</param>
/// <param name="what"><c>row</c> or <c>group</c>.</param>
/// <param name="key">The key that is missing.</param>
public sealed class UnknownEvidenceException(string item, string what, string key)
    : InvalidOperationException($"The evidence of {item} names the {what} '{key}', which the evidence table does not have.")
{
    /// <summary>Alias of the item.</summary>
    public string Item => item;

    /// <summary>The key that is missing.</summary>
    public string Key => key;
}
