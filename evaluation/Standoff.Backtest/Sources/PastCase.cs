using Standoff.Crises;

namespace Standoff.Backtest.Sources;

/// <summary>A past case with what was known at its start and how it ended for the state under pressure.</summary>
/// <param name="Crisis">Number of the crisis or dispute: cases of one crisis are not independent.</param>
/// <param name="Name">For listings.</param>
/// <param name="Year">Year of its start.</param>
/// <param name="Target">The state under pressure, by Correlates-of-War code.</param>
/// <param name="Challenger">Who pressed it; <see langword="null"/> if it was no single state.</param>
/// <param name="EndYear">Year of its end.</param>
/// <param name="Outcome">Place in <see cref="Outcomes"/>; <see langword="null"/> if it is coded otherwise.</param>
/// <param name="Force">0 to 3 on the axis of force; 2 and more is serious. <see langword="null"/> if unknown.</param>
/// <param name="Covariates">In the order of the product's covariates; not a number where unknown.</param>
/// <param name="Rung">Where the case stood at its start.</param>
/// <param name="IsDeparture">Whether who rules was at stake.</param>
internal sealed record PastCase(
    int Crisis, string Name, int Year, int EndYear, int Target, int? Challenger, int? Outcome, int? Force, double[] Covariates, Rung Rung, bool IsDeparture)
{
    /// <summary>Outcomes for the state under pressure.</summary>
    public static readonly string[] Outcomes = ["victory", "compromise", "stalemate", "defeat"];

    /// <summary>Levels on the axis of force.</summary>
    public const int Levels = 4;

    /// <summary>From this level on, violence is serious.</summary>
    public const int Serious = 2;
}
