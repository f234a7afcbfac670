using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Logit Markov quantal response equilibria of a stochastic game (Eibelshäuser and Poensgen 2019): in each state each action has probability
/// ∝ e^{λ·ū}, ū the payoff of the period and the discounted value of what follows, *without* the inclusive value of the choice shocks.
/// Follows the principal branch from uniform play; its limit is a stationary Markov perfect equilibrium.
/// </summary>
/// <remarks>
/// Choices in one state touch those in another only through the values, so the choices of each state are eliminated by themselves and a system
/// of states × players equations is left: its cube, and not that of states × players × actions, is what a step costs.
/// </remarks>
public static class MarkovLogit
{
    /// <summary>The branch; probabilities are in the order of states, players and actions, values in the order of states and players.</summary>
    public static LogitBranch Follow(StochasticGame game, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        new LogitContinuation(new MarkovEquations(game), options ?? new LogitOptions(), cancellation, progress).Follow();

    /// <summary>The principal branch, the branches that cross it, and those that random starts at a moderate λ lead to; each limit carries its regret.</summary>
    public static LogitBranches FindBranches(StochasticGame game, LogitSearch? search = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        new BranchSearch(() => new MarkovEquations(game), search ?? new LogitSearch(), progress, cancellation).Find();
}
