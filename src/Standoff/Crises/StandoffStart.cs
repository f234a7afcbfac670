using System.Collections.Immutable;

namespace Standoff.Crises;

/// <summary>A move that was made already, and what it tells of who made it.</summary>
/// <param name="Move">The move.</param>
/// <param name="Probability">That it was made.</param>
public readonly record struct ObservedMove(StandoffMove Move, double Probability);

/// <summary>Where games start: a mixture of public states, how old the crisis is, and which moves were made.</summary>
/// <param name="States">States with probabilities that sum to one.</param>
/// <param name="AgeWeeks">
/// How old the crisis is: what stands at the outset's rung, of which nothing was told, starts where the game has come by then without force.
/// </param>
public sealed record StandoffStart(ImmutableArray<(StandoffState State, double Weight)> States, int AgeWeeks = 0)
{
    /// <summary>
    /// Moves that leave no trace in the public state, such as defiance. Those that do, climbing to the present rung and giving an ultimatum, follow
    /// from the states.
    /// </summary>
    public ImmutableArray<ObservedMove> Moves { get; init; } = [];

    /// <summary>
    /// Whether the moves made so far, traces in the state included, update what is thought of the types; where not, types stand at their priors.
    /// </summary>
    public bool Updates { get; init; } = true;
}

/// <summary>Where the search for beliefs begins. Another beginning may find another solution, if there is one.</summary>
public enum FirstBeliefs
{
    /// <summary>At the priors.</summary>
    Prior,

    /// <summary>Where moves separate the types: who climbed or gave an ultimatum is determined, who then stayed is resolute.</summary>
    Separated,

    /// <summary>At the priors times what moves tell in the solution at the defaults, from the same start; nearer, so that fewer rounds are needed.</summary>
    Class,
}

/// <summary>How games are solved.</summary>
public sealed record StandoffOptions
{
    /// <summary>Weeks to report.</summary>
    public int HorizonWeeks { get; init; } = StandoffGame.DefaultHorizon;

    /// <summary>Weeks to solve, at least the horizon; everything after them is worth 0.</summary>
    public int SolvedWeeks { get; init; } = StandoffGame.DefaultSolved;

    /// <summary>Threads to use at most; 0 for as many as there are processors.</summary>
    public int Threads { get; init; }

    /// <summary>Where the search for beliefs begins.</summary>
    public FirstBeliefs From { get; init; }

    /// <summary>Rounds of strategies and beliefs at most; 1 leaves the first beliefs as they are.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>Largest change of a belief at which strategies and beliefs count as agreed.</summary>
    public double Tolerance { get; init; } = 1e-4;
}
