using System.Collections.Immutable;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Games.Models;

/// <summary>What was seen of one crisis-signalling game.</summary>
/// <param name="Regressors">By payoff (S_A, V_A, C_B, W̄_A, W̄_B, ā, V_B), the values that its coefficients multiply; none for a payoff held at 0.</param>
/// <param name="StatusQuo">Times that there was no challenge.</param>
/// <param name="Concession">Times that B conceded.</param>
/// <param name="Conflict">Times that both stood firm.</param>
/// <param name="BackDown">Times that A backed down.</param>
public sealed record SignallingObservation(ImmutableArray<ImmutableArray<double>> Regressors, double StatusQuo, double Concession, double Conflict, double BackDown);

/// <summary>Probabilities that B resists and that A stands firm, in one game.</summary>
public readonly record struct SignallingBeliefs(double Resist, double StandFirm);

/// <summary>Estimated payoffs of the crisis-signalling game.</summary>
/// <param name="Coefficients">By payoff, in the order of its regressors.</param>
/// <param name="StandardErrors">The same, from the inverse of the observed information; they take first-stage beliefs, where there are any, as known.</param>
/// <param name="LogLikelihood">Of all outcomes seen.</param>
/// <param name="Beliefs">By game.</param>
/// <param name="Iterations">Steps of scoring, over all rounds.</param>
/// <param name="Residual">For estimates in equilibrium the largest |p_R − f(p_F)|; for nested pseudo-likelihood the last change of a belief.</param>
/// <param name="HasConverged">Whether the method came to its end.</param>
public sealed record SignallingEstimate(
    ImmutableArray<ImmutableArray<double>> Coefficients,
    ImmutableArray<ImmutableArray<double>> StandardErrors,
    double LogLikelihood,
    ImmutableArray<SignallingBeliefs> Beliefs,
    int Iterations,
    double Residual,
    bool HasConverged);

/// <summary>
/// Estimators of the crisis-signalling game (Crisman-Cox and Gibilisco 2021): pseudo-likelihood, nested pseudo-likelihood (Aguirregabiria and Mira 2007) and
/// constrained maximum likelihood (Su and Judd 2012), the last with the equilibrium of each game eliminated, so that only the coefficients are searched.
/// </summary>
public sealed class SignallingEstimation
{
    private const double ScoringTolerance = 1e-10;
    private const int MostSteps = 400;
    // What is less likely tells nothing; its derivatives are rounding errors.
    private const double LeastProbability = 1e-17;
    private const double LeastBelief = 1e-4;
    private const double LeastChange = 1e-7;
    private readonly ImmutableArray<SignallingObservation> games;
    private readonly int[] first;
    private readonly SignallingCells cells = new();
    private readonly double[] payoffs = new double[SignallingCells.Payoffs];

    /// <summary>Estimators for a sample.</summary>
    /// <exception cref="ArgumentException">No game, not seven payoffs, or payoffs with differing numbers of regressors.</exception>
    public SignallingEstimation(ImmutableArray<SignallingObservation> games)
    {
        if (games.IsEmpty || games[0].Regressors.Length != SignallingCells.Payoffs)
            throw new ArgumentException("At least one game with regressors for seven payoffs is needed.", nameof(games));
        if (games.Any(g => !g.Regressors.Select(r => r.Length).SequenceEqual(games[0].Regressors.Select(r => r.Length))))
            throw new ArgumentException("All games must have the same regressors.", nameof(games));
        this.games = games;
        first = new int[SignallingCells.Payoffs + 1];
        for (var k = 0; k < SignallingCells.Payoffs; k++)
            first[k + 1] = first[k] + games[0].Regressors[k].Length;
    }

    /// <summary>The coefficients under which both players' replies to first-stage beliefs fit best.</summary>
    public SignallingEstimate PseudoLikelihood(ImmutableArray<SignallingBeliefs> beliefs, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var found = Maximise(new double[first[^1]], (game, _) => Reply(game, beliefs[game]), progress, cancellation);
        return Estimate(found, (game, _) => Reply(game, beliefs[game]), beliefs, found.Iterations, 0, found.HasConverged);
    }

    /// <summary>Pseudo-likelihood, with the beliefs replaced by the replies to them until neither changes: an equilibrium that best replies lead to.</summary>
    public SignallingEstimate NestedPseudoLikelihood(ImmutableArray<SignallingBeliefs> beliefs, int mostRounds = 200, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (at, steps) = (new double[first[^1]], 0);
        for (var round = 1; ; round++)
        {
            var found = Maximise(at, (game, _) => Reply(game, beliefs[game]), progress, cancellation);
            steps += found.Iterations;
            var held = beliefs;
            var (next, change) = (Update(found.Parameters, beliefs), 0.0);
            for (var game = 0; game < next.Length; game++)
                change = Math.Max(change, Math.Max(Math.Abs(next[game].Resist - beliefs[game].Resist), Math.Abs(next[game].StandFirm - beliefs[game].StandFirm)));
            change = Math.Max(change, at.Zip(found.Parameters, (a, b) => Math.Abs(a - b)).Max());
            (at, beliefs) = (found.Parameters, next);
            if (change < LeastChange || round == mostRounds || cancellation.IsCancellationRequested)
                return Estimate(found, (game, _) => Reply(game, held[game]), beliefs, steps, change, change < LeastChange && found.HasConverged);
        }
    }

    /// <summary>
    /// The coefficients, and an equilibrium of each game, under which the outcomes are likeliest. Each game's equilibrium is followed as the coefficients move;
    /// in between, every game takes the likeliest of all its equilibria, until none changes.
    /// </summary>
    /// <param name="start">Coefficients and beliefs to start from, such as those of nested pseudo-likelihood.</param>
    /// <param name="progress">Told each step.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public SignallingEstimate ConstrainedMaximumLikelihood(SignallingEstimate start, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        double[] at = [.. start.Coefficients.SelectMany(c => c)];
        double[] resist = [.. start.Beliefs.Select(b => b.Resist)];
        var steps = 0;
        for (var round = 0; ; round++)
        {
            var followed = new double[games.Length];
            var found = Maximise(at, (game, u) => Solve(game, u, resist[game], followed), progress, cancellation);
            // What the last evaluation followed may belong to a step not taken.
            Evaluate(found.Parameters, (game, u) => Solve(game, u, resist[game], followed));
            (at, steps) = (found.Parameters, steps + found.Iterations);
            followed.CopyTo(resist, 0);
            if (cancellation.IsCancellationRequested || round == 20 || !Switch(at, resist))
                return Estimate(found, (game, u) => Solve(game, u, resist[game], followed), [.. Enumerable.Range(0, games.Length).Select(game => BeliefsIn(at, game, resist[game]))], steps, LargestGap(at, resist), found.HasConverged);
        }
    }

    private bool Reply(int game, SignallingBeliefs beliefs)
    {
        cells.ReplyTo(payoffs, beliefs.Resist, beliefs.StandFirm);
        return true;
    }

    private bool Solve(int game, double[] at, double near, double[] followed)
    {
        if (!cells.SolveNear(payoffs, near))
            return false;
        followed[game] = cells.Resist;
        return true;
    }

    private SignallingBeliefs BeliefsIn(double[] at, int game, double near)
    {
        SetPayoffs(at, game);
        cells.SolveNear(payoffs, near);
        return new SignallingBeliefs(cells.Resist, cells.StandFirm);
    }

    private double LargestGap(double[] at, double[] resist) => Enumerable.Range(0, games.Length).Max(game => Math.Abs(BeliefsIn(at, game, resist[game]).Resist - resist[game]));

    // Takes the likeliest equilibrium of each game; false where all have it already.
    private bool Switch(double[] at, double[] resist)
    {
        var changed = false;
        for (var game = 0; game < games.Length; game++)
        {
            SetPayoffs(at, game);
            var best = cells.SolveNear(payoffs, resist[game]) ? LogLikelihood(games[game]) : double.NegativeInfinity;
            foreach (var equilibrium in Game(payoffs).Equilibria())
            {
                if (cells.SolveNear(payoffs, equilibrium.Resist) && LogLikelihood(games[game]) > best + 1e-6)
                {
                    (best, resist[game], changed) = (LogLikelihood(games[game]), cells.Resist, true);
                }
            }
        }

        return changed;
    }

    private static CrisisSignalling Game(double[] u) => new(u[0], u[1], u[2], u[3], u[4], u[5], u[6]);

    private ImmutableArray<SignallingBeliefs> Update(double[] at, ImmutableArray<SignallingBeliefs> beliefs)
    {
        var next = new SignallingBeliefs[games.Length];
        for (var game = 0; game < next.Length; game++)
        {
            SetPayoffs(at, game);
            cells.ReplyTo(payoffs, beliefs[game].Resist, beliefs[game].StandFirm);
            next[game] = new SignallingBeliefs(Math.Clamp(cells.Resist, LeastBelief, 1 - LeastBelief), Math.Clamp(cells.StandFirm, LeastBelief, 1 - LeastBelief));
        }

        return [.. next];
    }

    private LikelihoodMaximum Maximise(double[] start, Func<int, double[], bool> solve, IProgress<SolverProgress>? progress, CancellationToken cancellation) => LikelihoodMaximum.Find(
        start,
        at => Evaluate(at, solve),
        ScoringTolerance,
        MostSteps,
        (step, point) => progress?.Report(new SolverProgress(step, point.Value, 0, 0)),
        cancellation);

    private LikelihoodPoint? Evaluate(double[] at, Func<int, double[], bool> solve)
    {
        var (value, gradient, information) = (0.0, new double[at.Length], new double[at.Length * at.Length]);
        for (var game = 0; game < games.Length; game++)
        {
            SetPayoffs(at, game);
            if (!solve(game, at))
                return null;
            value += LogLikelihood(games[game]);
            AddScores(games[game], gradient, information);
        }

        return double.IsFinite(value) ? new LikelihoodPoint(value, gradient, information) : null;
    }

    private void SetPayoffs(double[] at, int game)
    {
        for (var k = 0; k < payoffs.Length; k++)
        {
            var regressors = games[game].Regressors[k];
            payoffs[k] = 0;
            for (var i = 0; i < regressors.Length; i++)
                payoffs[k] += at[first[k] + i] * regressors[i];
        }
    }

    private static double Count(SignallingObservation game, int outcome) => outcome switch { 0 => game.StatusQuo, 1 => game.Concession, 2 => game.Conflict, _ => game.BackDown };

    private double LogLikelihood(SignallingObservation game)
    {
        var sum = 0.0;
        for (var outcome = 0; outcome < SignallingCells.Outcomes; outcome++)
        {
            var count = Count(game, outcome);
            sum += count == 0 ? 0 : count * ElementaryFunctions.Log(cells.Probabilities[outcome]);
        }

        return sum;
    }

    // Scores Σ_o Y_o·∂ln P_o and information n·Σ_o P_o·∂ln P_o·∂ln P_o', both first by payoff.
    private void AddScores(SignallingObservation game, double[] gradient, double[] information)
    {
        Span<double> score = stackalloc double[SignallingCells.Payoffs];
        Span<double> squares = stackalloc double[SignallingCells.Payoffs * SignallingCells.Payoffs];
        score.Clear();
        squares.Clear();
        var total = game.StatusQuo + game.Concession + game.Conflict + game.BackDown;
        for (var outcome = 0; outcome < SignallingCells.Outcomes; outcome++)
        {
            var probability = Math.Max(cells.Probabilities[outcome], LeastProbability);
            var derivatives = cells.Derivatives.AsSpan(outcome * SignallingCells.Payoffs, SignallingCells.Payoffs);
            for (var k = 0; k < derivatives.Length; k++)
            {
                score[k] += Count(game, outcome) * derivatives[k] / probability;
                for (var l = 0; l < derivatives.Length; l++)
                    squares[(k * derivatives.Length) + l] += total * derivatives[k] * derivatives[l] / probability;
            }
        }

        Spread(game, score, squares, gradient, information);
    }

    private void Spread(SignallingObservation game, ReadOnlySpan<double> score, ReadOnlySpan<double> squares, double[] gradient, double[] information)
    {
        for (var k = 0; k < score.Length; k++)
        {
            for (var i = first[k]; i < first[k + 1]; i++)
            {
                var own = game.Regressors[k][i - first[k]];
                gradient[i] += own * score[k];
                for (var l = 0; l < score.Length; l++)
                {
                    for (var j = first[l]; j < first[l + 1]; j++)
                        information[(i * gradient.Length) + j] += own * game.Regressors[l][j - first[l]] * squares[(k * score.Length) + l];
                }
            }
        }
    }

    private SignallingEstimate Estimate(LikelihoodMaximum found, Func<int, double[], bool> solve, ImmutableArray<SignallingBeliefs> beliefs, int iterations, double residual, bool converged)
    {
        var errors = LikelihoodMaximum.StandardErrors(found.Parameters, at => Evaluate(at, solve));
        return new SignallingEstimate(ByPayoff(found.Parameters), ByPayoff(errors), found.Point.Value, beliefs, iterations, residual, converged);
    }

    private ImmutableArray<ImmutableArray<double>> ByPayoff(double[] values) =>
        [.. Enumerable.Range(0, SignallingCells.Payoffs).Select(k => ImmutableArray.Create(values.AsSpan(first[k], first[k + 1] - first[k])))];
}
