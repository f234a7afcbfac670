using System.Collections.Immutable;
using Standoff.Games.Forms;

namespace Standoff.Games.Solvers;

/// <summary>How a logit equilibrium with other payoffs was found.</summary>
public enum LogitRoute
{
    /// <summary>By Newton's method from the equilibrium of the game itself.</summary>
    Warm,

    /// <summary>By following the branch of the changed game from λ = 0, as the warm start did not lead straight to a solution of the same kind.</summary>
    Followed,

    /// <summary>Not at all; what is given is the last approximation, with its residual.</summary>
    Missed,
}

/// <summary>The logit equilibrium of a game with other payoffs.</summary>
/// <param name="Probabilities">By move.</param>
/// <param name="Residual">Largest violation of the logit equations.</param>
/// <param name="Regret">Largest gain that one decision can make alone.</param>
/// <param name="Route">How it was found.</param>
public sealed record LogitVariant(ImmutableArray<double> Probabilities, double Residual, double Regret, LogitRoute Route);

/// <summary>
/// The agent logit equilibrium of one tree at one λ as a function of its payoffs: derivatives by the implicit function theorem, and
/// equilibria for many draws of the payoffs by warm starts, each a few steps of Newton's method.
/// </summary>
/// <remarks>
/// Every draw starts from the same point, so results depend neither on the order of the draws nor on the number of threads. A draw that Newton's method
/// does not reach in full steps, or reaches where the equations are oriented otherwise (another branch), is followed from λ = 0 instead.
/// </remarks>
public sealed class AgentLogitResponse
{
    private readonly ExtensiveGame game;
    private readonly LogitOptions options;
    private readonly WarmStart start;

    private AgentLogitResponse(ExtensiveGame game, LogitPoint equilibrium, LogitOptions options)
    {
        (this.game, this.options, Equilibrium) = (game, options, equilibrium);
        Ends = [.. Enumerable.Range(0, game.Nodes.Length).Where(node => game.Nodes[node].Children.Length == 0)];
        Payoffs = [.. Ends.SelectMany(end => game.Nodes[end].TotalPayoffs)];
        start = WarmStart.At(new AgentEquations(game), equilibrium, options);
    }

    /// <summary>The equilibrium of the game itself.</summary>
    public LogitPoint Equilibrium { get; }

    /// <summary>Numbers of the nodes where the game ends, in order of the tree.</summary>
    public ImmutableArray<int> Ends { get; }

    /// <summary>The game's own payoffs, by end and player.</summary>
    public ImmutableArray<double> Payoffs { get; }

    /// <summary>Finds the equilibrium on the principal branch.</summary>
    /// <returns>The response; <see langword="null"/> if the branch was cancelled or ended before λ.</returns>
    /// <param name="game">The game.</param>
    /// <param name="rationality">λ.</param>
    /// <param name="options">Tolerances; the values of λ in it are not read.</param>
    /// <param name="progress">Told each step.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    public static AgentLogitResponse? Of(ExtensiveGame game, double rationality, LogitOptions? options = null, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var at = (options ?? new LogitOptions()) with { Rationalities = [rationality], ToTheLimit = false };
        var branch = AgentLogit.Follow(game, at, progress, cancellation);
        return branch.Chosen is [var equilibrium] ? new AgentLogitResponse(game, equilibrium, at) : null;
    }

    /// <summary>Derivatives of the probabilities of all moves and ends with respect to every payoff, at the game's own payoffs.</summary>
    public PayoffDerivatives Derivatives() => PayoffDerivatives.At(new AgentEquations(game), start, Ends, game.Players.Length);

    /// <summary>The equilibrium with other payoffs.</summary>
    /// <param name="payoffs">By end and player, as in <see cref="Payoffs"/>.</param>
    public LogitVariant At(ReadOnlySpan<double> payoffs) => Solve(new AgentEquations(game), payoffs);

    /// <summary>The equilibria for many draws of the payoffs, in their order.</summary>
    /// <param name="draws">By draw, end and player.</param>
    /// <param name="threads">Threads to use; results don't depend on it.</param>
    /// <param name="progress">Told the share of draws done.</param>
    /// <param name="cancellation">Stops it between draws.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<LogitVariant> AtEach(IReadOnlyList<double[]> draws, int threads = 1, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var results = new LogitVariant[draws.Count];
        var done = 0;
        Parallel.For(0, draws.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, () => new AgentEquations(game), (draw, _, equations) =>
        {
            results[draw] = Solve(equations, draws[draw]);
            var count = Interlocked.Increment(ref done);
            progress?.Report(new SolverProgress(count, count / (double)draws.Count, results[draw].Residual, results[draw].Regret));
            return equations;
        }, _ => { });
        return [.. results];
    }

    private LogitVariant Solve(AgentEquations equations, ReadOnlySpan<double> payoffs)
    {
        if (payoffs.Length != Payoffs.Length)
            throw new ArgumentException($"The game has {Payoffs.Length} payoffs, not {payoffs.Length}.", nameof(payoffs));
        equations.SetEndPayoffs(payoffs);
        if (start.TrySolve(equations, options) is { } warm)
            return new LogitVariant(warm.Probabilities, warm.Residual, warm.Regret, LogitRoute.Warm);
        equations.Restore(new int[equations.Decisions]);
        var branch = new LogitContinuation(equations, options, CancellationToken.None, null).Follow();
        var found = branch.Chosen is [var chosen] ? chosen : branch.Last;
        return new LogitVariant(found.Probabilities, found.Residual, found.Regret, branch.Chosen.Length == 1 ? LogitRoute.Followed : LogitRoute.Missed);
    }
}
