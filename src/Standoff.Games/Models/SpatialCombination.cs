using System.Collections.Immutable;
using System.Globalization;

namespace Standoff.Games.Models;

/// <summary>
/// A calibrated forecast of what a spatial bargain comes to, by dimension: actors with one position are a camp of weight W = Σ power^a·salience^b, and the forecast is
/// Σ x·W^γ / Σ W^γ over camps, with one γ where there are two camps and another where there are more.
/// </summary>
/// <remarks>
/// γ = 1 throughout is the mean weighted by power^a·salience^b, a = b = 0 the plain mean, and γ → ∞ the heaviest camp's position. With γ &lt; 1 a camp counts for less than
/// its members (compromise), with γ &gt; 1 for more (the vote is won).
/// </remarks>
/// <param name="Power">The exponent a, at least 0.</param>
/// <param name="Salience">The exponent b, at least 0.</param>
/// <param name="TwoCamps">γ where nobody stands between two camps, at least 0.</param>
/// <param name="MoreCamps">γ where there are three camps or more, at least 0.</param>
public sealed record SpatialCombination(double Power, double Salience, double TwoCamps, double MoreCamps)
{
    private const double SamePosition = 1e-3;

    /// <summary>The exponents fitted to decisions of the European Union, from the table <c>spatial-combination.tsv</c>, which says on what.</summary>
    public static SpatialCombination Fitted { get; } = Read();

    /// <summary>The forecast by dimension, between the outermost positions.</summary>
    /// <exception cref="ArgumentException">There are no actors, or their dimensions differ.</exception>
    public ImmutableArray<double> Forecast(ImmutableArray<SpatialActor> actors)
    {
        if (actors.IsDefaultOrEmpty || actors.Any(a => a.Position.Length != actors[0].Position.Length || a.Salience.Length != a.Position.Length))
            throw new ArgumentException("At least one actor with a position and a salience on every dimension is needed.", nameof(actors));
        return [.. Enumerable.Range(0, actors[0].Position.Length).Select(dimension => Forecast(Camps(actors, dimension)))];
    }

    private double Forecast(List<(double Position, double Weight)> camps)
    {
        var exponent = camps.Count <= 2 ? TwoCamps : MoreCamps;
        // Relative to the heaviest, so that no power of it overflows.
        var most = camps.Max(c => c.Weight);
        var (sum, weights) = (0.0, 0.0);
        foreach (var (position, weight) in camps)
        {
            var counted = most > 0 ? Raise(weight / most, exponent) : 1;
            (sum, weights) = (sum + (counted * position), weights + counted);
        }

        return sum / weights;
    }

    private List<(double Position, double Weight)> Camps(ImmutableArray<SpatialActor> actors, int dimension)
    {
        var camps = new List<(double Position, double Weight)>();
        foreach (var actor in actors.OrderBy(a => a.Position[dimension]))
        {
            var weight = Raise(actor.Capability, Power) * Raise(actor.Salience[dimension], Salience);
            if (camps.Count > 0 && actor.Position[dimension] - camps[^1].Position < SamePosition)
                camps[^1] = (camps[^1].Position, camps[^1].Weight + weight);
            else
                camps.Add((actor.Position[dimension], weight));
        }

        return camps;
    }

    private static double Raise(double x, double exponent) =>
        exponent == 0 ? 1 : x <= 0 ? 0 : Numerics.ElementaryFunctions.Exp(exponent * Numerics.ElementaryFunctions.Log(x));

    private static SpatialCombination Read()
    {
        using var reader = new StreamReader(typeof(SpatialCombination).Assembly.GetManifestResourceStream("Standoff.Games.Models.Resources.spatial-combination.tsv")!);
        var values = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new SpatialCombination(values["power"], values["salience"], values["two-camps"], values["more-camps"]);
    }
}
