namespace Standoff.Games.Models;

/// <summary>What an ultimatum leads to.</summary>
/// <param name="Demand">Share of the stake that is demanded.</param>
/// <param name="WarProbability">Probability that it is refused.</param>
/// <param name="ValueToDemander">Expected payoff of who demands.</param>
/// <param name="ValueToResponder">Expected payoff of the other side, over its types.</param>
public readonly record struct Ultimatum(double Demand, double WarProbability, double ValueToDemander, double ValueToResponder);

/// <summary>
/// Bargaining over a stake of 1 by ultimatum, where the responder's cost of war is private and uniform between two bounds (Fearon 1995): a higher demand yields
/// more where it is accepted and is refused by more types (the risk-return trade-off). In closed form.
/// </summary>
/// <param name="Victory">Probability p that the demander wins a war, in [0, 1].</param>
/// <param name="Cost">Its cost of war, at least 0.</param>
/// <param name="LeastCost">The responder's least cost of war, at least 0.</param>
/// <param name="MostCost">Its greatest.</param>
public readonly record struct UltimatumBargaining(double Victory, double Cost, double LeastCost, double MostCost)
{
    /// <summary>
    /// The best demand x = p + (c_max − c)/2 where it lies between p + c_min, which every type accepts, and p + c_max; never more than the whole stake.
    /// A type accepts if its cost is at least x − p.
    /// </summary>
    /// <exception cref="ArgumentException">A probability outside [0, 1], a negative cost, or bounds the wrong way round.</exception>
    public Ultimatum Solve()
    {
        if (!(Victory is >= 0 and <= 1) || !(Cost >= 0) || !(LeastCost >= 0) || !(MostCost >= LeastCost) || !double.IsFinite(Cost + MostCost))
            throw new ArgumentException("Victory must be a probability, and costs must not be negative, the least not above the greatest.");
        var demand = Math.Min(1, Victory + Math.Clamp((MostCost - Cost) / 2, LeastCost, MostCost));
        var threshold = demand - Victory;
        var range = MostCost - LeastCost;
        var war = range > 0 ? Math.Clamp((threshold - LeastCost) / range, 0, 1) : 0;
        // The types that fight have costs from the least up to the threshold.
        var costOfFighters = (LeastCost + Math.Max(threshold, LeastCost)) / 2;
        return new Ultimatum(demand, war, ((1 - war) * demand) + (war * (Victory - Cost)), ((1 - war) * (1 - demand)) + (war * (1 - Victory - costOfFighters)));
    }
}
