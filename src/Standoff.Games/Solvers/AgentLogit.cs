using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>
/// Logit quantal response equilibria of an extensive game in its agent form (McKelvey and Palfrey 1998): at each information set each action has
/// probability ∝ e^{λ·u}, with beliefs by Bayes's rule and payoffs from there on. Follows the principal branch from uniform play;
/// its limit is a sequential equilibrium (Turocy 2010).
/// </summary>
public static class AgentLogit
{
    /// <summary>The branch; probabilities are in the order of the information sets and their actions.</summary>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    public static LogitBranch Follow(ExtensiveGame game, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        ImperfectRecallException.ThrowIfForgetful(game);
        return new LogitContinuation(new AgentEquations(game), options ?? new LogitOptions(), cancellation, progress).Follow();
    }

    /// <summary>The principal branch, the branches that cross it, and those that random starts at a moderate λ lead to; each limit carries its regret.</summary>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    public static LogitBranches FindBranches(ExtensiveGame game, LogitSearch? search = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        ImperfectRecallException.ThrowIfForgetful(game);
        return new BranchSearch(() => new AgentEquations(game), search ?? new LogitSearch(), progress, cancellation).Find();
    }
}
