using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>A published estimate of what it costs a state's government to back down.</summary>
/// <param name="Country">Name of the state.</param>
/// <param name="CorrelatesOfWarCode">Its Correlates of War number.</param>
/// <param name="Estimate">α: monthly utility of backing down in the authors' model; the lower, the dearer.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record AudienceCostEstimate(string Country, int CorrelatesOfWarCode, double Estimate, double StandardError);

/// <summary>
/// Audience costs by country (Crisman-Cox and Gibilisco 2018, dyads of 1993 to 2007). They are utilities of another model, so only
/// their rank and precision are transported: A = A₀·e^{κ·ρ·z} with z = (ᾱ − α)/τ and ρ = τ²/(τ² + se²).
/// </summary>
public static class AudienceCosts
{
    private const double MeanEstimate = -14.2;
    private const double Deviation = 5.9;

    /// <summary>Prior deviation of κ, the pull of the rank: N(0, 0.25²), as nothing here tells its sign.</summary>
    public const double PullDeviation = 0.25;

    /// <summary>All estimates, by Correlates of War number.</summary>
    public static ImmutableArray<AudienceCostEstimate> All { get; } = [.. CrisisTable.Rows("audience-costs.tsv").Select(Parse)];

    /// <summary>The estimate of a state, if there is one; the name as in the table, whatever its case.</summary>
    public static AudienceCostEstimate? Of(string country) =>
        All.FirstOrDefault(e => string.Equals(e.Country, country, StringComparison.OrdinalIgnoreCase));

    /// <summary>ρ·z: the state's standing in deviations from the mean, shrunk by its standard error; positive where backing down is dear. 0 for an unknown state.</summary>
    public static double Standing(AudienceCostEstimate? estimate)
    {
        if (estimate is null)
            return 0;
        var variance = Deviation * Deviation;
        var reliability = variance / (variance + (estimate.StandardError * estimate.StandardError));
        return reliability * (MeanEstimate - estimate.Estimate) / Deviation;
    }

    /// <summary>The audience cost A of a state.</summary>
    /// <param name="baseline">A₀ of a state of average standing.</param>
    /// <param name="pull">κ.</param>
    /// <param name="estimate">The state's estimate; <see langword="null"/> leaves the baseline.</param>
    public static double Transport(double baseline, double pull, AudienceCostEstimate? estimate) =>
        baseline * ElementaryFunctions.Exp(pull * Standing(estimate));

    private static AudienceCostEstimate Parse(string[] row) =>
        new(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture), double.Parse(row[3], CultureInfo.InvariantCulture));
}
