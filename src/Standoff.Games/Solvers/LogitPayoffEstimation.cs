using System.Collections.Immutable;
using Standoff.Games.Forms;
using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Play of a tree whose payoffs are linear in parameters that are to be estimated.</summary>
/// <param name="Fixed">The part of the payoffs that is known, by end in order of the tree and player.</param>
/// <param name="Weights">By parameter: what one unit of it adds to each payoff, in the same order; covariates of the observation stand in here.</param>
/// <param name="Counts">What was seen.</param>
public sealed record PayoffObservation(ImmutableArray<double> Fixed, ImmutableArray<ImmutableArray<double>> Weights, PlayCounts Counts);

/// <summary>Estimated parameters of payoffs.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="StandardErrors">The same, from the observed information; NaN where it is not positive.</param>
/// <param name="LogLikelihood">Of all that was seen.</param>
/// <param name="Equilibria">By observation, the logit equilibrium.</param>
/// <param name="Iterations">Steps made.</param>
/// <param name="HasConverged">Whether one more step promises less than 1e-9.</param>
public sealed record PayoffFit(ImmutableArray<double> Parameters, ImmutableArray<double> StandardErrors, double LogLikelihood, ImmutableArray<LogitPoint> Equilibria, int Iterations, bool HasConverged);

/// <summary>
/// Maximum likelihood of parameters of payoffs under agent logit equilibrium at a given λ (payoffs and λ are told apart by no data: the parameters are in units of 1/λ). Each
/// observation's equilibrium is followed as the parameters move, its derivatives come from the implicit function theorem (<see cref="PayoffDerivatives"/>).
/// </summary>
public sealed class LogitPayoffEstimation
{
    private const double Tolerance = 1e-9;
    private const int MostSteps = 200;
    private readonly ExtensiveGame game;
    private readonly ImmutableArray<PayoffObservation> observations;
    private readonly LogitOptions options;
    private readonly AgentEquations equations;
    private readonly ImmutableArray<int> ends;

    /// <summary>An estimator for a sample of plays of one tree.</summary>
    /// <exception cref="ArgumentException">No observation, or payoffs and weights of another number than the tree's.</exception>
    /// <exception cref="ImperfectRecallException">A player forgets.</exception>
    public LogitPayoffEstimation(ExtensiveGame game, ImmutableArray<PayoffObservation> observations, double rationality = 1)
    {
        ImperfectRecallException.ThrowIfForgetful(game);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rationality);
        ends = [.. Enumerable.Range(0, game.Nodes.Length).Where(node => game.Nodes[node].Children.Length == 0)];
        var payoffs = ends.Length * game.Players.Length;
        if (observations.IsEmpty || observations.Any(o => o.Fixed.Length != payoffs || o.Weights.Length != observations[0].Weights.Length || o.Weights.Any(w => w.Length != payoffs)))
            throw new ArgumentException($"Every observation needs {payoffs} payoffs, and as many weights for each of the same parameters.", nameof(observations));
        (this.game, this.observations) = (game, observations);
        options = new LogitOptions { Rationalities = [rationality], ToTheLimit = false };
        equations = new AgentEquations(game);
    }

    /// <summary>The likeliest parameters near a start; equilibria start on the principal branch.</summary>
    public PayoffFit Fit(ImmutableArray<double> start, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default) =>
        Fit(start, new WarmStart?[observations.Length], progress, cancellation);

    /// <summary>
    /// A λ for each player, from the maxima of the likelihood with one λ for all; the likeliest of what they lead to. A negative one says that the player chose what is worse for it.
    /// </summary>
    public static PayoffFit RationalityByPlayer(ExtensiveGame game, PlayCounts counts, LogitFit common, IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        // A player's λ is the factor of its payoffs where λ is 1.
        var leaves = game.Nodes.Where(n => n.Children.Length == 0).ToList();
        var players = game.Players.Length;
        ImmutableArray<ImmutableArray<double>> weights = [.. Enumerable.Range(0, players).Select(player =>
            leaves.SelectMany(end => Enumerable.Range(0, players).Select(p => p == player ? end.TotalPayoffs[p] : 0)).ToImmutableArray())];
        var observation = new PayoffObservation([.. new double[leaves.Count * players]], weights, counts);
        var starts = common.Maxima.Where(m => m.Bound == LogitBound.None).Take(5).Select(m => (m.Point.Rationality, (LogitPoint?)m.Point)).DefaultIfEmpty((1 / game.PayoffRange, null));
        return starts.Select(s =>
        {
            var estimation = new LogitPayoffEstimation(game, [observation]);
            ImmutableArray<double> at = [.. Enumerable.Repeat(s.Item1, players)];
            return estimation.Fit(at, [s.Item2 is { } point ? estimation.WarmAt(at, point) : null], progress, cancellation);
        }).MaxBy(f => f.LogLikelihood)!;
    }

    private WarmStart WarmAt(ImmutableArray<double> at, LogitPoint point)
    {
        equations.SetEndPayoffs(PayoffsOf(observations[0], [.. at]));
        return WarmStart.At(equations, point with { Rationality = options.Rationalities[0] }, options);
    }

    private PayoffFit Fit(ImmutableArray<double> start, WarmStart?[] warm, IProgress<SolverProgress>? progress, CancellationToken cancellation)
    {
        var (held, latest) = (warm, (Point: default(LikelihoodPoint), Warm: warm, Equilibria: ImmutableArray<LogitPoint>.Empty));
        LikelihoodPoint? At(double[] parameters)
        {
            var evaluated = Evaluate(parameters, held);
            latest = (evaluated.Point, evaluated.Warm, evaluated.Equilibria);
            return evaluated.Point;
        }

        // What is told as progress is the point that was taken, the last one evaluated.
        var found = LikelihoodMaximum.Find([.. start], At, Tolerance, MostSteps, (step, point) =>
        {
            held = latest.Warm;
            progress?.Report(new SolverProgress(step, point.Value, 0, 0));
        }, cancellation);
        var errors = LikelihoodMaximum.StandardErrors(found.Parameters, At);
        At(found.Parameters);
        return new PayoffFit([.. found.Parameters], [.. errors], found.Point.Value, latest.Equilibria, found.Iterations, found.HasConverged);
    }

    private (LikelihoodPoint? Point, WarmStart?[] Warm, ImmutableArray<LogitPoint> Equilibria) Evaluate(double[] parameters, WarmStart?[] near)
    {
        var (sum, warm, equilibria) = (default(LikelihoodPoint), new WarmStart?[near.Length], ImmutableArray.CreateBuilder<LogitPoint>());
        for (var i = 0; i < observations.Length; i++)
        {
            equations.SetEndPayoffs(PayoffsOf(observations[i], parameters));
            if (Solve(near[i]) is not { } equilibrium)
                return (null, warm, []);
            equilibria.Add(equilibrium);
            warm[i] = WarmStart.At(equations, equilibrium, options);
            var own = Likelihood(observations[i], warm[i]!);
            sum = sum is null ? own : Add(sum, own);
        }

        return (sum is { } point && double.IsFinite(point.Value) ? sum : null, warm, equilibria.ToImmutable());
    }

    private LogitPoint? Solve(WarmStart? near)
    {
        if (near is not null)
            return near.TrySolve(equations, options);
        equations.Restore(new int[equations.Decisions]);
        return new LogitContinuation(equations, options, CancellationToken.None, null).Follow().Chosen is [var chosen] ? chosen : null;
    }

    private LikelihoodPoint Likelihood(PayoffObservation observation, WarmStart at)
    {
        var derivatives = PayoffDerivatives.At(equations, at, ends, game.Players.Length);
        var likelihood = new PlayLikelihood(equations, observation.Counts);
        double[][] logs = [.. Enumerable.Range(0, equations.Size + equations.Decisions).Select(move => observation.Weights.Select(w => derivatives.OfLog(move, w)).ToArray())];
        var (gradient, byMove) = (new double[observation.Weights.Length], likelihood.Gradient());
        for (var move = 0; move < logs.Length; move++)
            Lanes.Subtract(gradient, logs[move], -byMove[move]);
        return new LikelihoodPoint(likelihood.Value(), gradient, likelihood.Information(logs));
    }

    private static double[] PayoffsOf(PayoffObservation observation, double[] parameters)
    {
        double[] payoffs = [.. observation.Fixed];
        for (var k = 0; k < parameters.Length; k++)
            Lanes.Subtract(payoffs, observation.Weights[k].AsSpan(), -parameters[k]);
        return payoffs;
    }

    private static LikelihoodPoint Add(LikelihoodPoint a, LikelihoodPoint b) =>
        new(a.Value + b.Value, [.. a.Gradient.Zip(b.Gradient, (x, y) => x + y)], [.. a.Information.Zip(b.Information, (x, y) => x + y)]);
}
