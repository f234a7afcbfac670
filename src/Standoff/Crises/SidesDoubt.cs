using System.Collections.Immutable;
using System.Globalization;
using Standoff.Claims;

namespace Standoff.Crises;

/// <summary>Says that the two sides of a crisis are a guess, how good a one, and which others they may be.</summary>
/// <param name="Sides">The sides that were taken.</param>
/// <param name="Others">Other pairs, the likeliest first.</param>
public sealed record SidesDoubt(PossibleSides Sides, ImmutableArray<PossibleSides> Others)
{
    /// <summary>One sentence for people: the guess, the next likeliest, and what to type.</summary>
    public string Message
    {
        get
        {
            // What was read to be demanded or done goes before what the words make likely.
            var next = Others.IsEmpty ? "" : Others[0].Probability <= Sides.Probability ? $"; next likeliest is {Name(Others[0])}" : $", by what the one was read to demand or do; by the words alone, likelier is {Name(Others[0])}";
            return $"The two sides are a guess: {Name(Sides)}{next}. To settle it, name them with --challenger \"{Sides.Challenger}\" --target \"{Sides.Target}\", or with the names that are right.";
        }
    }

    private static string Name(PossibleSides sides) => string.Create(CultureInfo.InvariantCulture, $"{Articles.With(sides.Challenger)} against {Articles.With(sides.Target)} ({Math.Round(100 * sides.Probability)} %)");
}
