using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Where a crisis stands, as a mixture of public states. It enters the game as frequencies: one path per state, weighted, for every draw.
/// Drawing one state at random and comparing it with another would raise every hazard.
/// </summary>
internal sealed class Start
{
    private const double Negligible = 1e-6;

    private Start(ImmutableArray<(StandoffState State, double Weight)> states)
    {
        States = states;
        foreach (var (state, weight) in states) Force[(int)state.ForceSoFar] += weight;
    }

    /// <summary>The public states with their probabilities, which sum to one.</summary>
    public ImmutableArray<(StandoffState State, double Weight)> States { get; }

    /// <summary>Probability of each level of force on the target's soil so far.</summary>
    public double[] Force { get; } = new double[Chain.Levels];

    /// <summary>The likeliest state.</summary>
    public StandoffState Mode => States.MaxBy(s => s.Weight).State;

    /// <summary>The class's start: a bare demand.</summary>
    public static Start OfClass { get; } = new([(StandoffState.Outset, 1)]);

    /// <summary>The case's start: its rungs, and what is on the table.</summary>
    public static Start OfCase(Crisis crisis)
    {
        var ultimatum = !crisis.Threats.IsDefaultOrEmpty;
        var exit = !crisis.Offers.IsDefaultOrEmpty;
        var weights = crisis.Present.Weights;
        var sum = weights.Sum();
        return new([.. weights.Select((w, k) => (new StandoffState((Rung)k, ultimatum, exit), w / sum)).Where(s => s.Item2 > Negligible)]);
    }

    /// <summary>Whether both are the same mixture.</summary>
    public bool SameAs(Start other) => States.SequenceEqual(other.States);
}
