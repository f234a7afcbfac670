using System.Collections.Immutable;
using Standoff.Crises;

namespace Standoff.Forecasts;

/// <summary>
/// Where a crisis stands, as a mixture of public states. It enters the game as frequencies: one path per state, weighted, for every draw.
/// Drawing one state at random and comparing it with another would raise every hazard.
/// </summary>
internal sealed class Start
{
    // Below this a state only makes the tree larger.
    private const double Negligible = 0.001;

    private Start(ImmutableArray<(StandoffState State, double Weight)> states, double elapsedWeeks)
    {
        (States, AgeWeeks) = (states, (int)Math.Round(elapsedWeeks));
        foreach (var (state, weight) in states) Force[(int)state.ForceSoFar] += weight;
    }

    /// <summary>The public states with their probabilities, which sum to one.</summary>
    public ImmutableArray<(StandoffState State, double Weight)> States { get; }

    /// <summary>
    /// How old the crisis is. What is not told of has had that time to come about: so long has the game run from the outset, in the class and
    /// in the share of the case that still stands there.
    /// </summary>
    public int AgeWeeks { get; }

    /// <summary>Probability of each level of force on the target's soil so far.</summary>
    public double[] Force { get; } = new double[Chain.Levels];

    /// <summary>The likeliest state.</summary>
    public StandoffState Mode => States.MaxBy(s => s.Weight).State;

    /// <summary>The class's start: a bare demand, some weeks ago.</summary>
    public static Start OfClass(double elapsedWeeks) => new([(StandoffState.Outset, 1)], elapsedWeeks);

    /// <summary>The case's start: its rungs, and what everyone can see besides, each by its own probability.</summary>
    public static Start OfCase(Crisis crisis, double elapsedWeeks)
    {
        var states =
            from rung in crisis.Present.Weights.Select((weight, k) => (State: (Rung)k, Weight: weight))
            from ultimatum in Both(crisis.Flag(StateFlag.UltimatumGiven))
            from exit in Both(crisis.Flag(StateFlag.ExitOffered))
            from cracked in Both(crisis.Flag(StateFlag.CohesionCracked))
            let cohesion = cracked.IsUp ? Cohesion.Cracked : Cohesion.Firm
            select (State: new StandoffState(rung.State, ultimatum.IsUp, exit.IsUp, cohesion), Weight: rung.Weight * ultimatum.Weight * exit.Weight * cracked.Weight);
        var kept = states.Where(s => s.Weight > Negligible).ToList();
        var sum = kept.Sum(s => s.Weight);
        return new([.. kept.Select(s => (s.State, s.Weight / sum))], elapsedWeeks);
    }

    private static (bool IsUp, double Weight)[] Both(double probability) => [(false, 1 - probability), (true, probability)];

    /// <summary>Whether both are the same mixture.</summary>
    public bool SameAs(Start other) => AgeWeeks == other.AgeWeeks && States.SequenceEqual(other.States);
}
