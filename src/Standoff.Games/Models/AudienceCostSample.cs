using System.Collections.Immutable;

namespace Standoff.Games.Models;

/// <summary>A pair of states and what was seen of it.</summary>
/// <param name="First">Number of the first state's country.</param>
/// <param name="Second">Number of the second's.</param>
/// <param name="RegressorsFirst">x_ij: what multiplies the first state's payoffs of crisis and of war.</param>
/// <param name="RegressorsSecond">x_ji: the same of the second.</param>
/// <param name="Counts">Times that each action was seen: by player, state and action, 18 in all.</param>
public sealed record AudienceCostObservation(int First, int Second, ImmutableArray<double> RegressorsFirst, ImmutableArray<double> RegressorsSecond, ImmutableArray<double> Counts);

/// <summary>Parameters of the dynamic audience-cost game; a state's payoff of a month is linear in them.</summary>
/// <param name="Crisis">β₂: of a month of crisis, by regressor of the pair.</param>
/// <param name="War">β₃: of a month of war, by regressor of the pair.</param>
/// <param name="Threat">κ₂: of threatening, by regressor of the country.</param>
/// <param name="Force">κ₃: of using force, by regressor of the country.</param>
/// <param name="Both">γ: of hostility that is returned, by state.</param>
/// <param name="AudienceCosts">α, by country: of de-escalating in crisis or war while the other side keeps it up; a cost is negative.</param>
public sealed record AudienceCostParameters(
    ImmutableArray<double> Crisis,
    ImmutableArray<double> War,
    ImmutableArray<double> Threat,
    ImmutableArray<double> Force,
    ImmutableArray<double> Both,
    ImmutableArray<double> AudienceCosts)
{
    /// <summary>All of them one after the other.</summary>
    public ImmutableArray<double> All => [.. Crisis, .. War, .. Threat, .. Force, .. Both, .. AudienceCosts];
}

/// <summary>Pairs of states, seen month by month, with their regressors.</summary>
public sealed record AudienceCostSample
{
    /// <summary>By country, what multiplies its payoffs of threatening and of using force.</summary>
    public required ImmutableArray<ImmutableArray<double>> Countries { get; init; }

    /// <summary>The pairs.</summary>
    public required ImmutableArray<AudienceCostObservation> Pairs { get; init; }

    /// <summary>Weight of the next month, in [0, 1).</summary>
    public double Discount { get; init; } = 0.9;

    /// <summary>The game that a pair plays with these parameters.</summary>
    public AudienceCostDynamics Game(int pair, AudienceCostParameters parameters)
    {
        var layout = new AudienceCostLayout(this);
        var equations = new AudienceCostEquations(Discount);
        AudienceCostLayout.SetPayoffs(equations, layout.Own([.. parameters.All], pair));
        double[][,,] table = [new double[3, 3, 3], new double[3, 3, 3]];
        for (var entry = 0; entry < 54; entry++)
        {
            var (player, state, own, other) = (entry / 27, entry / 9 % 3, entry / 3 % 3, entry % 3);
            table[player][state, player == 0 ? own : other, player == 0 ? other : own] = equations.Payoffs[entry];
        }

        return new AudienceCostDynamics(table, Discount);
    }

    /// <summary>Throws where the parts do not fit each other.</summary>
    /// <exception cref="ArgumentException">No pair or country, a pair of countries that are not there, other numbers of regressors, or counts that are negative or not 18.</exception>
    internal void Check()
    {
        if (Pairs.IsEmpty || Countries.IsEmpty || Discount is not (>= 0 and < 1))
            throw new ArgumentException("A sample needs a pair of countries and a discount factor in [0, 1).");
        if (Countries.Any(c => c.Length != Countries[0].Length))
            throw new ArgumentException("All countries need the same regressors.");
        if (Pairs.Any(p => p.RegressorsFirst.Length != Pairs[0].RegressorsFirst.Length || p.RegressorsSecond.Length != Pairs[0].RegressorsFirst.Length))
            throw new ArgumentException("All pairs need the same regressors.");
        if (Pairs.Any(p => p.First == p.Second || Math.Min(p.First, p.Second) < 0 || Math.Max(p.First, p.Second) >= Countries.Length))
            throw new ArgumentException("A pair needs two different countries of the sample.");
        if (Pairs.Any(p => p.Counts.Length != AudienceCostDynamics.ValueCount || p.Counts.Any(n => !(n >= 0) || !double.IsFinite(n))))
            throw new ArgumentException("A pair needs 18 counts, none of them negative.");
    }
}
