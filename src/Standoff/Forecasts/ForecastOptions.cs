using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>How a forecast is computed. The same crisis, options and seed give the same bits with any number of <see cref="Jobs"/>.</summary>
public sealed record ForecastOptions
{
    /// <summary>Fewest draws that an ensemble is built with.</summary>
    internal const int FewestDraws = 32;

    /// <summary>Draws of the ensemble.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>Common draws behind each influence; the first of the ensemble's.</summary>
    public int InfluenceDraws { get; init; } = 128;

    /// <summary>Seed of the quasi-random points.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Last week of the curves.</summary>
    public int HorizonWeeks { get; init; } = 26;

    /// <summary>Threads; 0 for one per processor.</summary>
    public int Jobs { get; init; }

    /// <summary>Whether to say what moves the forecast: assumptions, shares, thresholds, what to find out.</summary>
    public bool Explain { get; init; } = true;

    /// <summary>
    /// Rebuilds the crisis without the claims of these aliases, by the same rules that proposed it; <see langword="null"/> leaves
    /// influences out, and the forecast says so. It is called from several threads at once.
    /// </summary>
    public Func<ImmutableSortedSet<string>, Crisis>? Without { get; init; }

    internal ParallelOptions Parallel(CancellationToken cancellation) =>
        new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Jobs > 0 ? Jobs : Environment.ProcessorCount };
}

/// <summary>How far a forecast has come.</summary>
/// <param name="Stage">What is being computed, as a person would say it.</param>
/// <param name="Done">Share of the whole, 0 … 1.</param>
public readonly record struct ForecastProgress(string Stage, double Done);
