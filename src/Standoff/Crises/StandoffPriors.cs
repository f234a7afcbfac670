using System.Collections.Immutable;
using System.Globalization;
using Standoff.Games.Numerics;

namespace Standoff.Crises;

/// <summary>One row of the table of defaults.</summary>
/// <param name="Name">Name of the parameter, such as <c>audience-cost</c>; <see cref="StandoffParameters"/> has it as a property.</param>
/// <param name="Default">Value of the reference class: the prior's mean (a lognormal's median).</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
/// <param name="Prior">The distribution these make.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Grounds">Why this value.</param>
/// <param name="Source">Paper or data behind it; "-" where there is none.</param>
public sealed record StandoffPrior(string Name, double Default, double Low, double High, Distribution Prior, string Unit, string Grounds, string Source);

/// <summary>The shipped defaults of the standoff game, in the order of <see cref="StandoffParameters.Names"/>.</summary>
/// <remarks>
/// Some two dozen defaults were found by a seeded random search, so that a bare crisis of the class "United States triggers a crisis
/// for a minor state" ends within 26 weeks about as the class did (ICB, n = 32), and that a departure demand under a closure ends in
/// removal and exit at guessed rates; they were then rounded. Agreement with the class is therefore in-sample. All of them are
/// judgements: the ranges are wide on purpose, and the forecast uses the game's ratios, not its levels.
/// </remarks>
public static class StandoffPriors
{
    // Between the 5th and the 95th percentile lie 2 · 1.6449 standard deviations of a normal distribution.
    private const double DeviationsBetween = 3.2897072539;

    /// <summary>All rows.</summary>
    public static ImmutableArray<StandoffPrior> All { get; } = [.. CrisisTable.Rows("standoff-parameters.tsv").Select(Parse)];

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(p => p.Name)];

    private static StandoffPrior Parse(string[] row)
    {
        double value = Number(row[1]), low = Number(row[2]), high = Number(row[3]);
        return new StandoffPrior(row[0], value, low, high, Shape(row[4], value, low, high), row[5], row[6], row[7]);
    }

    private static Distribution Shape(string name, double value, double low, double high) => name switch
    {
        "point" => new Distribution.Point(value),
        "normal" => new Distribution.Normal(value, (high - low) / DeviationsBetween),
        "lognormal" => new Distribution.LogNormal(value, (ElementaryFunctions.Log(high) - ElementaryFunctions.Log(low)) / DeviationsBetween),
        "beta" => BetaWith(value, (high - low) / DeviationsBetween),
        _ => throw new FormatException($"standoff-parameters.tsv: unknown distribution \"{name}\"."),
    };

    // The beta distribution of that mean and standard deviation.
    private static Distribution.Beta BetaWith(double mean, double deviation)
    {
        var count = (mean * (1 - mean) / (deviation * deviation)) - 1;
        return new Distribution.Beta(mean * count, (1 - mean) * count);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
