using System.Collections.Immutable;

namespace Standoff.Games.Solvers;

/// <summary>What to follow a branch of logit equilibria for.</summary>
public sealed record LogitOptions
{
    /// <summary>Values of λ (1/payoff, &gt; 0) at which the branch is wanted exactly.</summary>
    public ImmutableArray<double> Rationalities { get; init; } = [];

    /// <summary>Whether to follow the branch until its regret is below <see cref="RegretTolerance"/>.</summary>
    public bool ToTheLimit { get; init; } = true;

    /// <summary>Regret at which the limit counts as reached, as a share of the range of payoffs.</summary>
    public double RegretTolerance { get; init; } = 1e-8;

    /// <summary>λ times the range of payoffs at which following ends in any case.</summary>
    public double LargestRationality { get; init; } = 1e10;

    /// <summary>Steps after which following ends in any case.</summary>
    public int MaximumSteps { get; init; } = 20_000;

    /// <summary>Residual to which each point is corrected, as a share of 1 + λ·(range of payoffs).</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Newton's steps at a chosen λ after which it counts as missed.</summary>
    public int MaximumCorrections { get; init; } = 40;
}

/// <summary>Why following a branch ended.</summary>
public enum LogitEnd
{
    /// <summary>Regret fell below its tolerance: the point is a Nash equilibrium to that precision.</summary>
    Limit,

    /// <summary>All the chosen values of λ were reached, and no more was wanted.</summary>
    Chosen,

    /// <summary>λ or the number of steps reached its bound.</summary>
    Bound,

    /// <summary>It came back to λ = 0, where all play is uniform.</summary>
    Origin,

    /// <summary>No step could be made any more.</summary>
    Stuck,

    /// <summary>It was cancelled; what was found so far stands.</summary>
    Cancelled,
}

/// <summary>A point of the branch.</summary>
/// <param name="Rationality">λ.</param>
/// <param name="Probabilities">Choice probabilities in the order of the game's moves.</param>
/// <param name="Values">Players' values by state and player, where the game has states; empty otherwise.</param>
/// <param name="Residual">Largest violation of the logit equations.</param>
/// <param name="Regret">Largest gain that one decision can make alone, in payoffs; 0 at an equilibrium.</param>
public sealed record LogitPoint(double Rationality, ImmutableArray<double> Probabilities, ImmutableArray<double> Values, double Residual, double Regret);

/// <summary>The branch of logit equilibria that starts at uniform play with λ = 0.</summary>
/// <param name="Points">All points of the path, in order.</param>
/// <param name="Chosen">The points asked for, where the branch first reaches them; fewer where it ended before.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Folds">Values of λ where the branch turns back in λ.</param>
/// <param name="Bifurcations">Values of λ near which another branch crosses this one; which way was followed there is the smooth one.</param>
public sealed record LogitBranch(
    ImmutableArray<LogitPoint> Points,
    ImmutableArray<LogitPoint> Chosen,
    LogitEnd End,
    ImmutableArray<double> Folds,
    ImmutableArray<double> Bifurcations)
{
    /// <summary>Last point followed.</summary>
    public LogitPoint Last => Points[^1];

    /// <summary>Steps made.</summary>
    public int Steps => Points.Length - 1;
}
