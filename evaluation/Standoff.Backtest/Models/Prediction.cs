using Standoff.Backtest.Sources;

namespace Standoff.Backtest.Models;

/// <summary>What a line says of a case.</summary>
/// <param name="Outcome">Probability of each outcome.</param>
/// <param name="AtLeast">Probability that force reaches at least level 1, 2, 3; never rising.</param>
internal sealed record Prediction(double[] Outcome, double[] AtLeast)
{
    private const double Least = 0.002;

    /// <summary>From cumulative hazards of each level of force.</summary>
    public static Prediction Of(double[] outcome, IEnumerable<double> hazards) => new(outcome, Falling(hazards.Select(h => 1 - Math.Exp(-h))));

    /// <summary>From probabilities of the levels of force.</summary>
    public static Prediction OfLevels(double[] outcome, double[] levels) =>
        new(outcome, Falling(Enumerable.Range(1, PastCase.Levels - 1).Select(level => levels[level..].Sum())));

    public double Serious => AtLeast[PastCase.Serious - 1];

    // A higher level cannot be likelier than a lower one, and nothing is certain.
    private static double[] Falling(IEnumerable<double> probabilities)
    {
        var most = 1 - Least;
        return [.. probabilities.Select(p => most = Math.Clamp(Math.Min(p, most), Least, 1 - Least))];
    }
}

/// <summary>A line to be scored: fitted to cases before the cut-off, it predicts any case.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Predict">Its prediction.</param>
internal sealed record Line(string Name, Func<PastCase, Prediction> Predict);
