using System.Collections.Immutable;
using Standoff.Games.Numerics;
using Standoff.Games.Solvers;

namespace Standoff.Games.Models;

/// <summary>How the audience-cost game is estimated.</summary>
public sealed record AudienceCostOptions
{
    /// <summary>Random starts of the search.</summary>
    public int Starts { get; init; } = 8;

    /// <summary>Seed of the starts.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Size of the parameters at a start.</summary>
    public double Spread { get; init; } = 15;

    /// <summary>Equilibria looked for by so many starts in each pair, where a pair may fit better at another one.</summary>
    public int Alternatives { get; init; } = 60;

    /// <summary>Times that pairs may change their equilibrium, for each start.</summary>
    public int MostRounds { get; init; } = 8;

    /// <summary>Threads; results don't depend on it.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Estimated parameters of the audience-cost game.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="StandardErrors">The same, from the observed information along the constraints; NaN where it is not positive. A large one says that the data do not hold the parameter: the likelihood rises, or stays, all the way to infinity.</param>
/// <param name="LogLikelihood">Of all actions seen.</param>
/// <param name="Values">By pair, the action values of its equilibrium.</param>
/// <param name="Residual">Largest |v − Φ(v)|.</param>
/// <param name="Violation">Largest violation of a condition of the constrained maximum: the residual, and derivatives of the Lagrangian by parameters and values.</param>
/// <param name="StartLogLikelihoods">By random start, what it came to.</param>
/// <param name="Iterations">Steps made, over all starts.</param>
/// <param name="HasConverged">Whether the conditions hold to 1e-6.</param>
public sealed record AudienceCostEstimate(
    AudienceCostParameters Parameters,
    AudienceCostParameters StandardErrors,
    double LogLikelihood,
    ImmutableArray<ImmutableArray<double>> Values,
    double Residual,
    double Violation,
    ImmutableArray<double> StartLogLikelihoods,
    int Iterations,
    bool HasConverged);

/// <summary>
/// Constrained maximum likelihood of the dynamic audience-cost game (Crisman-Cox and Gibilisco 2018; Su and Judd 2012): the parameters, and an equilibrium of each pair of states,
/// under which the actions seen are likeliest. From random starts the equilibrium conditions are first relaxed at a price that rises, then each pair takes the likeliest of its
/// equilibria, then Newton's method goes to the maximum itself.
/// </summary>
/// <remarks>The likelihood has many local maxima: what is given is the best of those found.</remarks>
public sealed class AudienceCostEstimation
{
    private const double Converged = 1e-6;
    private const double LastPrice = 1e6;
    private const double TighteningPrice = 1e4;
    private const int MostAttempts = 8;
    private static readonly ImmutableArray<double> Prices = [0.1, 1, 10, 100, 1e3, 1e4];
    private static readonly ImmutableArray<double> PricesAfterSwitch = [100, 1e3, 1e4];
    private readonly AudienceCostSample sample;
    private readonly AudienceCostOptions options;
    private readonly AudienceCostRelaxation relaxation;
    private readonly AudienceCostRefinement refinement;

    /// <summary>An estimator for a sample.</summary>
    /// <exception cref="ArgumentException">The parts of the sample do not fit each other.</exception>
    public AudienceCostEstimation(AudienceCostSample sample, AudienceCostOptions? options = null)
    {
        sample.Check();
        (this.sample, this.options) = (sample, options ?? new AudienceCostOptions());
        relaxation = new AudienceCostRelaxation(sample, this.options.Threads);
        refinement = new AudienceCostRefinement(sample, this.options.Threads);
    }

    /// <summary>The best maximum that the random starts lead to.</summary>
    /// <param name="progress">Told what each start comes to.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public AudienceCostEstimate Fit(IProgress<SolverProgress>? progress = null, CancellationToken cancellation = default)
    {
        var (best, bestValue, all) = (default(AudienceCostState), double.NegativeInfinity, ImmutableArray.CreateBuilder<double>());
        for (var start = 0; start < Math.Max(1, options.Starts) && (start == 0 || !cancellation.IsCancellationRequested); start++)
        {
            var state = Search(start, cancellation);
            var (residual, value) = relaxation.Measure(state);
            progress?.Report(new SolverProgress(start, value, residual, 0));
            all.Add(value);
            if (best is null || value > bestValue)
                (best, bestValue) = (state, value);
        }

        return Polish(best!, all.ToImmutable(), cancellation);
    }

    /// <summary>The local maximum near parameters and equilibria that are given, such as published ones.</summary>
    /// <param name="parameters">Where to start.</param>
    /// <param name="values">By pair, values near its equilibrium.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public AudienceCostEstimate FitFrom(AudienceCostParameters parameters, ImmutableArray<ImmutableArray<double>> values, CancellationToken cancellation = default)
    {
        var state = relaxation.Minimise([.. parameters.All], [.. values.Select(v => v.ToArray())], LastPrice, 40, 1e-3, cancellation);
        return Polish(state, [], cancellation);
    }

    /// <summary>The log-likelihood with each pair at the equilibrium that Newton's method finds from given values, and its gradient by the implicit function theorem.</summary>
    /// <returns>By the order of <see cref="AudienceCostParameters.All"/>; <see langword="null"/> where Newton's method fails for a pair.</returns>
    public AudienceCostLikelihood? Likelihood(AudienceCostParameters parameters, ImmutableArray<ImmutableArray<double>> values) =>
        AudienceCostLikelihood.At(sample, relaxation.Layout, [.. parameters.All], values, options.Threads);

    private AudienceCostState Search(int start, CancellationToken cancellation)
    {
        var random = new SplitMix(options.Seed + ((ulong)start * 0x9E3779B97F4A7C15));
        var (parameters, values) = (new double[relaxation.Layout.Count], new double[sample.Pairs.Length][]);
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = options.Spread * relaxation.Layout.RandomStart(i, random.Next());
        for (var pair = 0; pair < values.Length; pair++)
            values[pair] = [.. Enumerable.Range(0, AudienceCostDynamics.ValueCount).Select(_ => 2 * options.Spread * random.Next())];
        var state = Descend(parameters, values, Prices, cancellation);
        for (var round = 0; round < options.MostRounds && !cancellation.IsCancellationRequested; round++)
        {
            if (!Switch(state, random.Next()))
                break;
            state = Descend(state.Parameters, state.Values, PricesAfterSwitch, cancellation);
        }

        return Descend(state.Parameters, state.Values, [LastPrice], cancellation);
    }

    private AudienceCostState Descend(double[] parameters, double[][] values, ImmutableArray<double> prices, CancellationToken cancellation)
    {
        var state = new AudienceCostState(parameters, values, []);
        foreach (var price in prices)
            state = relaxation.Minimise(state.Parameters, state.Values, price, 40, 0.02, cancellation);
        return state;
    }

    // Puts into the state the likeliest equilibrium of each pair that random starts find; false where no pair changes.
    private bool Switch(AudienceCostState state, double seed)
    {
        var changed = new bool[sample.Pairs.Length];
        relaxation.EachPair(pair =>
        {
            var random = new SplitMix((ulong)(seed * (1L << 53)) + (ulong)pair);
            var better = Likelier(pair, state, ref random);
            (state.Values[pair], changed[pair]) = (better ?? state.Values[pair], better is not null);
        });
        return changed.Any(c => c);
    }

    private double[]? Likelier(int pair, AudienceCostState state, ref SplitMix random)
    {
        var of = relaxation.Pair(pair);
        of.Evaluate(relaxation.Layout.Own(state.Parameters, pair), state.Values[pair], 0);
        var (best, found) = (of.LogLikelihood + 1e-3, default(double[]));
        for (var start = 0; start < options.Alternatives; start++)
        {
            if (AudienceCostEquilibria.FromRandomStart(of.Equations, ref random) is not { } values)
                continue;
            of.Evaluate(relaxation.Layout.Own(state.Parameters, pair), values, 0);
            if (of.LogLikelihood > best)
                (best, found) = (of.LogLikelihood, values);
        }

        return found;
    }

    private AudienceCostEstimate Polish(AudienceCostState state, ImmutableArray<double> starts, CancellationToken cancellation)
    {
        double[][] multipliers = [.. sample.Pairs.Select(_ => new double[AudienceCostDynamics.ValueCount])];
        var (at, conditions, steps) = (default(AudienceCostOptimum)!, default(AudienceCostConditions)!, 0);
        for (var attempt = 0; attempt < MostAttempts && (attempt == 0 || (conditions.Violation > Converged && !cancellation.IsCancellationRequested)); attempt++)
        {
            state = relaxation.Tighten(state, multipliers, TighteningPrice, 4, cancellation);
            (at, conditions, var made) = refinement.Refine(new AudienceCostOptimum(state.Parameters, state.Values, multipliers), 1e-9, 60, cancellation);
            steps += made;
        }

        return new AudienceCostEstimate(
            relaxation.Layout.Named([.. at.Parameters]),
            relaxation.Layout.Named([.. LikelihoodMaximum.StandardErrors(conditions.Information)]),
            conditions.LogLikelihood,
            [.. at.Values.Select(v => v.ToImmutableArray())],
            conditions.Residual,
            conditions.Violation,
            starts,
            relaxation.Steps + steps,
            conditions.Violation < Converged);
    }
}
