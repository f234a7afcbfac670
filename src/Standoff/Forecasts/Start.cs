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

    private Start(ImmutableArray<(StandoffState State, double Weight)> states, double elapsedWeeks, ImmutableArray<ObservedMove> moves, double violent)
    {
        Game = new(states, (int)Math.Round(elapsedWeeks)) { Moves = moves };
        foreach (var (state, weight) in states) Force[(int)state.ForceSoFar] += weight;
        // Who sets the covariate says that it began with a violent act, wherever it stands now.
        if (Force[0] <= 1 - violent) return;
        Force[(int)Crises.Force.Limited] += Force[0] - (1 - violent);
        Force[0] = 1 - violent;
    }

    /// <summary>
    /// The same for the game. What is not told of has had the crisis's age to come about: so long has the game run from the outset, in the class
    /// and in the share of the case that still stands there.
    /// </summary>
    public StandoffStart Game { get; }

    /// <summary>The public states with their probabilities, which sum to one.</summary>
    public ImmutableArray<(StandoffState State, double Weight)> States => Game.States;

    /// <summary>Probability of each level of force used on the target's soil before the day of the forecast.</summary>
    public double[] Force { get; } = new double[Chain.Levels];

    /// <summary>The likeliest state.</summary>
    public StandoffState Mode => States.MaxBy(s => s.Weight).State;

    /// <summary>The class's start: a bare demand, some weeks ago.</summary>
    public static Start OfClass(double elapsedWeeks) => new([(StandoffState.Outset, 1)], elapsedWeeks, [], 0);

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
        return new([.. kept.Select(s => (s.State, s.Weight / sum))], elapsedWeeks, Moves(crisis), crisis.Covariates.FirstOrDefault(c => c.Name == "violent-act")?.Value ?? 0);
    }

    // Each by its own probability; a move that nobody tells of was not made.
    private static ImmutableArray<ObservedMove> Moves(Crisis crisis) =>
    [
        .. new[]
        {
            new ObservedMove(StandoffMove.Defy, crisis.Flag(StateFlag.DemandDefied)),
            new ObservedMove(StandoffMove.CounterOffer, crisis.Flag(StateFlag.CounterOfferMade)),
            new ObservedMove(StandoffMove.Refuse, crisis.Flag(StateFlag.CounterOfferRefused)),
        }.Where(m => m.Probability > 0),
    ];

    private static (bool IsUp, double Weight)[] Both(double probability) => [(false, 1 - probability), (true, probability)];

    /// <summary>Whether both are the same mixture.</summary>
    public bool SameAs(Start other) => Game.AgeWeeks == other.Game.AgeWeeks && States.SequenceEqual(other.States) && Force.AsSpan().SequenceEqual(other.Force) && Game.Moves.SequenceEqual(other.Game.Moves);
}
