using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>What can be known of a crisis from its names, its date and its first acts, as <c>covariates.tsv</c> lists it.</summary>
internal static class CovariateTable
{
    private const double LargestLogRatio = 6;
    private const double RatioScale = 3;
    private const string StepPrefix = "since-";

    private static readonly ImmutableArray<string> Definitions = [.. ResourceTable.Load("Crises", "covariates.tsv").Rows.Select(r => r["definition"])];

    /// <summary>All names, in the order of the table.</summary>
    public static ImmutableArray<string> All { get; } = [.. ResourceTable.Load("Crises", "covariates.tsv").Rows.Select(r => r["name"])];

    /// <summary>What a covariate is, as a person would say it.</summary>
    public static string Definition(string name) => Definitions[IndexOf(name)];

    /// <summary>Steps of the calendar with the year in which they begin: together they let rates drift from decade to decade.</summary>
    public static ImmutableArray<(string Name, int From)> Steps { get; } = [.. All.Where(n => n.StartsWith(StepPrefix, StringComparison.Ordinal))
        .Select(n => (n, int.Parse(n.AsSpan(StepPrefix.Length), CultureInfo.InvariantCulture)))];

    /// <summary>Place of a name.</summary>
    public static int IndexOf(string name) => All.IndexOf(name) is var place and >= 0 ? place : throw new ArgumentException($"covariates.tsv has no row '{name}'.", nameof(name));

    /// <summary>Whether a covariate is a step of the calendar.</summary>
    public static bool IsStep(int covariate) => All[covariate].StartsWith(StepPrefix, StringComparison.Ordinal);

    /// <summary>Whether a covariate is a trait of the two sides and the stake: neither a step of the calendar nor the act with which it begins.</summary>
    public static bool IsTrait(string name) => !name.StartsWith(StepPrefix, StringComparison.Ordinal) && name is not ("violent-act" or "military-act" or "indirect-violence");

    /// <summary>Between what and what a covariate lies.</summary>
    public static (double Low, double High) RangeOf(string name) => name switch
    {
        "power-ratio" => (-LargestLogRatio / RatioScale, LargestLogRatio / RatioScale),
        "violent-past" => (-1, 1),
        _ => (0, 1),
    };

    /// <summary>Logarithm of the challenger's over the target's share of the world's capabilities, a third of it, at most ±2.</summary>
    public static double PowerRatio(double challenger, double target) =>
        Math.Clamp(ElementaryFunctions.Log(challenger / target), -LargestLogRatio, LargestLogRatio) / RatioScale;
}
