using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>Distribution of the outcomes of the strategic-war model.</summary>
/// <param name="StatusQuo">The first state does not escalate.</param>
/// <param name="Capitulation">It escalates and the second gives in.</param>
/// <param name="War">It escalates and the second fights.</param>
public readonly record struct StrategicWarOutcome(double StatusQuo, double Capitulation, double War);

/// <summary>
/// The two-player strategic model of war with agent error (Signorino 1999, as in Kenkel and Signorino 2014): the first state leaves the status quo
/// or not, the second fights or not, and each action's payoff carries a private standard normal shock that the other state does not see.
/// </summary>
/// <param name="StatusQuo">Payoff of the status quo to the first state.</param>
/// <param name="Capitulation">Payoff of the second's giving in to the first.</param>
/// <param name="War">Payoff of war to the first.</param>
/// <param name="WarSecond">Payoff of war to the second, where giving in pays it 0.</param>
public readonly record struct StrategicWar(double StatusQuo, double Capitulation, double War, double WarSecond)
{
    private const double RootTwo = 1.4142135623730951;

    /// <summary>Outcome probabilities: the difference of two standard normal shocks has the standard deviation √2.</summary>
    public StrategicWarOutcome Outcome()
    {
        var fights = NormalDistribution.Cumulative(WarSecond / RootTwo);
        var escalates = NormalDistribution.Cumulative((((1 - fights) * Capitulation) + (fights * War) - StatusQuo) / RootTwo);
        return new StrategicWarOutcome(1 - escalates, escalates * (1 - fights), escalates * fights);
    }
}
