using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>Parameters with each pair's action values, and its loss there.</summary>
internal sealed record AudienceCostState(double[] Parameters, double[][] Values, double[] Losses)
{
    /// <summary>Sum of the losses.</summary>
    public double Loss { get; } = Losses.Sum();
}

/// <summary>
/// The relaxed estimation problem: Σ over pairs of min_v [−ln L(v) + μ/2·|v − Φ(v; θ)|²] is made small in θ (generalised profiling: Ramsay, Hooker, Campbell and Cao 2007). Each
/// pair's values are eliminated within the pair, which leaves a system of the size of θ; folds, where an equilibrium ends, are no obstacle as long as μ is finite.
/// </summary>
internal sealed class AudienceCostRelaxation(AudienceCostSample sample, int threads)
{
    private const int FollowingSteps = 10;
    private const int FirstSteps = 60;
    private const double LeastRidge = 1e-10;
    private const double MostRidge = 1e8;
    private readonly AudienceCostPair[] pairs = [.. sample.Pairs.Select(p => new AudienceCostPair(p, sample.Discount))];

    /// <summary>Where the parameters stand.</summary>
    public AudienceCostLayout Layout { get; } = new(sample);

    /// <summary>Steps made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The pairs; one is used by one thread at a time.</summary>
    public AudienceCostPair Pair(int pair) => pairs[pair];

    /// <summary>Does something for every pair.</summary>
    public void EachPair(Action<int> act) => Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, act);

    /// <summary>Makes the loss small at a price.</summary>
    /// <param name="parameters">Where to start.</param>
    /// <param name="starts">By pair, values to start from.</param>
    /// <param name="price">μ.</param>
    /// <param name="mostSteps">Steps after which it ends in any case.</param>
    /// <param name="tolerance">Gain of a step at which it ends.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public AudienceCostState Minimise(double[] parameters, double[][] starts, double price, int mostSteps, double tolerance, CancellationToken cancellation)
    {
        var state = FitAll(parameters, (pair, own) => pairs[pair].Fit(own, starts[pair], price, FirstSteps));
        var ridge = 1e-6;
        for (var made = 0; made < mostSteps && !cancellation.IsCancellationRequested; made++)
        {
            Steps++;
            var before = state.Loss;
            if (!TryStep(ref state, ref ridge, price) || before - state.Loss < tolerance)
                break;
        }

        return state;
    }

    /// <summary>Drives a state to the constraints without raising the price (method of multipliers: Hestenes 1969).</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="multipliers">By pair, multipliers of v = Φ(v); they are replaced by better ones.</param>
    /// <param name="price">μ.</param>
    /// <param name="rounds">Times that the multipliers are replaced.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public AudienceCostState Tighten(AudienceCostState start, double[][] multipliers, double price, int rounds, CancellationToken cancellation)
    {
        var state = start;
        EachPair(pair => multipliers[pair].CopyTo(pairs[pair].Multipliers, 0));
        for (var round = 0; round < rounds; round++)
        {
            state = Minimise(state.Parameters, state.Values, price, 40, 1e-5, cancellation);
            EachPair(pair =>
            {
                pairs[pair].Evaluate(Layout.Own(state.Parameters, pair), state.Values[pair], price);
                pairs[pair].UpdateMultipliers();
            });
        }

        EachPair(pair =>
        {
            pairs[pair].Multipliers.CopyTo(multipliers[pair], 0);
            Array.Clear(pairs[pair].Multipliers);
        });
        return state;
    }

    /// <summary>Largest |v − Φ(v)| and the log-likelihood of a state.</summary>
    public (double Residual, double LogLikelihood) Measure(AudienceCostState state)
    {
        var (residual, sum) = (0.0, 0.0);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            pairs[pair].Evaluate(Layout.Own(state.Parameters, pair), state.Values[pair], 0);
            residual = Math.Max(residual, pairs[pair].Residual);
            sum += pairs[pair].LogLikelihood;
        }

        return (residual, sum);
    }

    private AudienceCostState FitAll(double[] parameters, Func<int, double[], (double Loss, double[] Values)> fit)
    {
        var (values, losses) = (new double[pairs.Length][], new double[pairs.Length]);
        EachPair(pair => (losses[pair], values[pair]) = fit(pair, Layout.Own(parameters, pair)));
        return new AudienceCostState(parameters, values, losses);
    }

    private bool TryStep(ref AudienceCostState state, ref double ridge, double price)
    {
        var from = state;
        var reductions = new AudienceCostReduction[pairs.Length];
        EachPair(pair =>
        {
            pairs[pair].Evaluate(Layout.Own(from.Parameters, pair), from.Values[pair], price);
            reductions[pair] = pairs[pair].Reduce();
        });
        var (gradient, curvature) = Sum(reductions);
        for (; ridge < MostRidge; ridge *= 5)
        {
            if (Step(gradient, curvature, ridge) is not { } step)
                continue;
            double[] candidate = [.. from.Parameters.Zip(step, (a, b) => a + b)];
            var next = FitAll(candidate, (pair, own) => Follow(pair, own, from, reductions[pair].Move(from.Values[pair], Layout.Own(step, pair)), price));
            if (next.Loss < from.Loss)
            {
                (state, ridge) = (next, Math.Max(ridge / 10, LeastRidge));
                return true;
            }
        }

        return false;
    }

    // Where the straight line leads to worse values than those of before, they are tried too.
    private (double Loss, double[] Values) Follow(int pair, double[] own, AudienceCostState from, double[] predicted, double price)
    {
        var straight = pairs[pair].Fit(own, predicted, price, FollowingSteps);
        if (straight.Loss <= from.Losses[pair] + 1)
            return straight;
        var again = pairs[pair].Fit(own, from.Values[pair], price, 2 * FollowingSteps);
        return again.Loss < straight.Loss ? again : straight;
    }

    private (double[] Gradient, double[] Curvature) Sum(AudienceCostReduction[] reductions)
    {
        var (gradient, curvature) = (new double[Layout.Count], new double[Layout.Count * Layout.Count]);
        for (var pair = 0; pair < reductions.Length; pair++)
            Layout.Spread(pair, reductions[pair].Gradient, reductions[pair].Curvature, gradient, curvature);
        return (gradient, curvature);
    }

    private static double[]? Step(double[] gradient, double[] curvature, double ridge)
    {
        var size = gradient.Length;
        var system = new LinearSystem(size);
        for (var row = 0; row < size; row++)
        {
            curvature.AsSpan(row * size, size).CopyTo(system.Row(row));
            system.Row(row)[row] += (ridge * curvature[(row * size) + row]) + 1e-6;
        }

        double[] step = [.. gradient.Select(g => -g)];
        if (!system.Factor())
            return null;
        system.Solve(step);
        return step;
    }
}
