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

    // A lower level is at least as likely as a higher one, and nothing is certain.
    private static double[] Falling(IEnumerable<double> probabilities)
    {
        var falling = probabilities.ToArray();
        var least = Least;
        for (var level = falling.Length - 1; level >= 0; level--) falling[level] = least = Math.Clamp(falling[level], least, 1 - Least);
        return falling;
    }
}

/// <summary>A line to be scored: fitted to cases before the cut-off, it predicts any case.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Predict">Its prediction.</param>
internal sealed record Line(string Name, Func<PastCase, Prediction> Predict);
