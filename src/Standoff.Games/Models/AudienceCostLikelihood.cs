using System.Collections.Immutable;
using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>The log-likelihood Σ N_i(s,a)·ln P_i(a|s) of a sample with each pair in equilibrium, as a function of the parameters alone.</summary>
/// <param name="Value">The log-likelihood.</param>
/// <param name="Gradient">By parameter, through the equilibria (implicit function theorem).</param>
/// <param name="Values">By pair, the action values of its equilibrium.</param>
/// <param name="Residual">Largest |v − Φ(v)|.</param>
public sealed record AudienceCostLikelihood(double Value, ImmutableArray<double> Gradient, ImmutableArray<ImmutableArray<double>> Values, double Residual)
{
    private const int Size = AudienceCostDynamics.ValueCount;
    private const int Own = AudienceCostLayout.OwnCount;
    private const double Tolerance = 1e-11;

    internal static AudienceCostLikelihood? At(AudienceCostSample sample, AudienceCostLayout layout, double[] parameters, ImmutableArray<ImmutableArray<double>> starts, int threads)
    {
        var pairs = new (double[] Values, double Residual, double Value, double[] Score)?[sample.Pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, pair => pairs[pair] = Solve(sample, pair, layout.Own(parameters, pair), starts[pair]));
        if (pairs.Any(p => p is null))
            return null;
        var (gradient, unused) = (new double[layout.Count], new double[layout.Count * layout.Count]);
        for (var pair = 0; pair < pairs.Length; pair++)
            layout.Spread(pair, pairs[pair]!.Value.Score, new double[Own * Own], gradient, unused);
        return new AudienceCostLikelihood(pairs.Sum(p => p!.Value.Value), [.. gradient], [.. pairs.Select(p => p!.Value.Values.ToImmutableArray())], pairs.Max(p => p!.Value.Residual));
    }

    private static (double[] Values, double Residual, double Value, double[] Score)? Solve(AudienceCostSample sample, int pair, double[] own, ImmutableArray<double> start)
    {
        var equations = new AudienceCostEquations(sample.Discount);
        AudienceCostLayout.SetPayoffs(equations, own);
        double[] values = [.. start];
        var (residual, _) = equations.Descend(values, 60, Tolerance);
        if (!(residual <= 100 * Tolerance) || !equations.Factor())
            return null;
        // dv/d(own) = (I − ∂Φ/∂v)⁻¹·∂Φ/∂(own).
        var slopes = new double[Size * Own];
        AudienceCostLayout.WriteOwnDerivatives(equations, slopes);
        equations.SolveMany(slopes, Own);
        var (counts, value, score) = (sample.Pairs[pair].Counts, 0.0, new double[Own]);
        for (var i = 0; i < Size; i++)
        {
            var total = counts[i - (i % 3)] + counts[i - (i % 3) + 1] + counts[i - (i % 3) + 2];
            value += counts[i] == 0 ? 0 : counts[i] * (values[i] - equations.Inclusive[i / 3]);
            Lanes.Subtract(score, slopes.AsSpan(i * Own, Own), (total * equations.Probabilities[i]) - counts[i]);
        }

        return (values, residual, value, score);
    }
}
