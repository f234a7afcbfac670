using Standoff.Games.Numerics;

namespace Standoff.Games.Models;

/// <summary>A point of the estimation problem with the prices of its constraints.</summary>
/// <param name="Parameters">θ.</param>
/// <param name="Values">By pair, v.</param>
/// <param name="Prices">By pair, the Lagrange multipliers of v = Φ(v).</param>
internal sealed record AudienceCostOptimum(double[] Parameters, double[][] Values, double[][] Prices);

/// <summary>
/// Newton's method on the conditions of the constrained maximum, max ln L(v) subject to v = Φ(v; θ): values and multipliers are eliminated pair by pair. It does
/// not mind pairs whose equilibrium stands at a fold, where I − ∂Φ/∂v is singular and values are no function of the parameters.
/// </summary>
internal sealed class AudienceCostRefinement(AudienceCostSample sample, int threads)
{
    private const int Size = AudienceCostDynamics.ValueCount;
    private const int Own = AudienceCostLayout.OwnCount;
    private const double Difference = 1e-4;
    private readonly AudienceCostLayout layout = new(sample);
    private readonly AudienceCostEquations[] workspaces = [.. sample.Pairs.Select(_ => new AudienceCostEquations(sample.Discount))];

    /// <summary>Newton's steps until the largest violation of a condition is below the tolerance or no longer falls.</summary>
    /// <returns>Where it ended, the conditions there and the steps made.</returns>
    public (AudienceCostOptimum At, AudienceCostConditions Conditions, int Steps) Refine(AudienceCostOptimum start, double tolerance, int mostSteps, CancellationToken cancellation)
    {
        var (at, conditions, ridge) = (start, Linearise(start), 1e-8);
        var made = 0;
        for (; made < mostSteps && conditions.Violation > tolerance && !cancellation.IsCancellationRequested; made++)
        {
            if (!TryStep(ref at, ref conditions, ref ridge))
                break;
        }

        return (at, conditions, made);
    }

    /// <summary>The conditions at a point, with what a step from there needs.</summary>
    public AudienceCostConditions Linearise(AudienceCostOptimum at)
    {
        var pairs = new Eliminated[workspaces.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, pair => pairs[pair] = Eliminate(pair, at));
        var (gradient, reduced, information) = (new double[layout.Count], new double[layout.Count], new double[layout.Count * layout.Count]);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            layout.Spread(pair, pairs[pair].Gradient, new double[Own * Own], gradient, information);
            layout.Spread(pair, pairs[pair].Reduced, pairs[pair].Information, reduced, information);
        }

        return new AudienceCostConditions(pairs, gradient, reduced, information);
    }

    private bool TryStep(ref AudienceCostOptimum at, ref AudienceCostConditions conditions, ref double ridge)
    {
        for (; ridge < 1e6; ridge *= 10)
        {
            if (Step(conditions, ridge) is not { } step)
                continue;
            var candidate = Move(at, conditions, step);
            var next = Linearise(candidate);
            if (next.Violation < conditions.Violation)
            {
                (at, conditions, ridge) = (candidate, next, Math.Max(ridge / 100, 1e-14));
                return true;
            }
        }

        return false;
    }

    private AudienceCostOptimum Move(AudienceCostOptimum at, AudienceCostConditions conditions, double[] step)
    {
        var (values, prices) = (new double[workspaces.Length][], new double[workspaces.Length][]);
        for (var pair = 0; pair < workspaces.Length; pair++)
        {
            double[] own = [.. layout.Own(step, pair), 1];
            var follow = conditions.Pairs[pair].Follow;
            values[pair] = [.. at.Values[pair].Select((v, i) => v - Lanes.Dot(own, follow.AsSpan(i * (Own + 1), Own + 1)))];
            prices[pair] = [.. at.Prices[pair].Select((y, i) => y - Lanes.Dot(own, follow.AsSpan((Size + i) * (Own + 1), Own + 1)))];
        }

        return new AudienceCostOptimum([.. at.Parameters.Zip(step, (a, b) => a + b)], values, prices);
    }

    private static double[]? Step(AudienceCostConditions conditions, double ridge)
    {
        var size = conditions.Reduced.Length;
        var system = new LinearSystem(size);
        for (var row = 0; row < size; row++)
        {
            conditions.Information.AsSpan(row * size, size).CopyTo(system.Row(row));
            system.Row(row)[row] += ridge * (Math.Abs(system.Row(row)[row]) + 1e-3);
        }

        var step = (double[])conditions.Reduced.Clone();
        if (!system.Factor())
            return null;
        system.Solve(step);
        return step;
    }

    // The pair's conditions ∂lnL − J'y = 0 and v = Φ, in values and multipliers; what they leave of ∂(y'Φ)/∂own = B'y.
    private Eliminated Eliminate(int pair, AudienceCostOptimum at)
    {
        var (equations, values, prices) = (workspaces[pair], at.Values[pair], at.Prices[pair]);
        AudienceCostLayout.SetPayoffs(equations, layout.Own(at.Parameters, pair));
        var (system, follow) = (new LinearSystem(2 * Size), new double[2 * Size * (Own + 1)]);
        AddCurvature(equations, values, prices, system, follow);
        var residual = equations.Evaluate(values);
        var (rows, ownRows) = (new double[Size * Size], new double[Size * Own]);
        equations.WriteDerivatives(rows);
        AudienceCostLayout.WriteOwnDerivatives(equations, ownRows);
        AddLikelihood(equations, sample.Pairs[pair].Counts.AsSpan(), system, follow);
        AddConstraints(equations, values, prices, rows, ownRows, system, follow);
        var sides = (double[])follow.Clone();
        if (!system.Factor())
            Array.Fill(follow, double.NaN);
        system.SolveMany(follow, Own + 1);
        var gradient = new double[Own];
        for (var i = 0; i < Size; i++)
            Lanes.Subtract(gradient, ownRows.AsSpan(i * Own, Own), -prices[i]);
        var worst = Enumerable.Range(0, Size).Max(i => Math.Abs(sides[(i * (Own + 1)) + Own]));
        var logLikelihood = Enumerable.Range(0, Size).Sum(i => sample.Pairs[pair].Counts[i] * (values[i] - equations.Inclusive[i / 3]));
        return Reduced(sides, follow, gradient, Math.Max(worst, residual), residual, logLikelihood);
    }

    // G'K⁻¹G and B'y − G'K⁻¹r, from the sides [G r] and their solutions.
    private static Eliminated Reduced(double[] sides, double[] follow, double[] gradient, double violation, double residual, double logLikelihood)
    {
        var (reduced, information) = ((double[])gradient.Clone(), new double[Own * Own]);
        for (var i = 0; i < 2 * Size; i++)
        {
            var solved = follow.AsSpan(i * (Own + 1), Own + 1);
            for (var k = 0; k < Own; k++)
            {
                var factor = sides[(i * (Own + 1)) + k];
                Lanes.Subtract(information.AsSpan(k * Own, Own), solved, -factor);
                reduced[k] -= factor * solved[Own];
            }
        }

        return new Eliminated(follow, gradient, reduced, information, violation, residual, logLikelihood);
    }

    // Second derivatives of y'Φ by central differences of its exact first ones.
    private static void AddCurvature(AudienceCostEquations equations, double[] values, double[] prices, LinearSystem system, double[] follow)
    {
        var (moved, rows, ownRows) = ((double[])values.Clone(), new double[Size * Size], new double[Size * Own]);
        for (var i = 0; i < Size; i++)
        {
            foreach (var side in (ReadOnlySpan<int>)[1, -1])
            {
                moved[i] = values[i] + (side * Difference);
                equations.Evaluate(moved);
                equations.WriteDerivatives(rows);
                AudienceCostLayout.WriteOwnDerivatives(equations, ownRows);
                for (var row = 0; row < Size; row++)
                {
                    var weight = side * prices[row] / (2 * Difference);
                    Lanes.Subtract(system.Row(i)[..Size], rows.AsSpan(row * Size, Size), weight);
                    Lanes.Subtract(follow.AsSpan(i * (Own + 1), Own), ownRows.AsSpan(row * Own, Own), -weight);
                }
            }

            moved[i] = values[i];
        }
    }

    private static void AddLikelihood(AudienceCostEquations equations, ReadOnlySpan<double> counts, LinearSystem system, double[] follow)
    {
        for (var first = 0; first < Size; first += 3)
        {
            var total = counts[first] + counts[first + 1] + counts[first + 2];
            for (var i = first; i < first + 3; i++)
            {
                follow[(i * (Own + 1)) + Own] += counts[i] - (total * equations.Probabilities[i]);
                for (var j = first; j < first + 3; j++)
                    system.Row(i)[j] -= total * equations.Probabilities[i] * ((i == j ? 1 : 0) - equations.Probabilities[j]);
            }
        }
    }

    private static void AddConstraints(AudienceCostEquations equations, double[] values, double[] prices, double[] rows, double[] ownRows, LinearSystem system, double[] follow)
    {
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                system.Row(j)[Size + i] = -rows[(i * Size) + j];
                system.Row(Size + i)[j] = -rows[(i * Size) + j];
                follow[(j * (Own + 1)) + Own] -= rows[(i * Size) + j] * prices[i];
            }

            ownRows.AsSpan(i * Own, Own).CopyTo(follow.AsSpan((Size + i) * (Own + 1)));
            follow[((Size + i) * (Own + 1)) + Own] = equations.Reply[i] - values[i];
        }
    }

    /// <summary>What a pair leaves once its values and multipliers are eliminated.</summary>
    internal sealed record Eliminated(double[] Follow, double[] Gradient, double[] Reduced, double[] Information, double Violation, double Residual, double LogLikelihood);
}

/// <summary>The conditions of a constrained maximum at a point.</summary>
/// <param name="Pairs">By pair.</param>
/// <param name="Gradient">∂(y'Φ)/∂θ: 0 at the maximum.</param>
/// <param name="Reduced">The same after the pairs have made up for their own violations.</param>
/// <param name="Information">−∂²lnL/∂θ² along the constraints: the observed information.</param>
internal sealed record AudienceCostConditions(AudienceCostRefinement.Eliminated[] Pairs, double[] Gradient, double[] Reduced, double[] Information)
{
    /// <summary>Largest violation of a condition.</summary>
    public double Violation { get; } = Math.Max(Pairs.Max(p => double.IsNaN(p.Violation) ? double.PositiveInfinity : p.Violation), Gradient.Max(Math.Abs));

    /// <summary>Largest |v − Φ(v)|.</summary>
    public double Residual { get; } = Pairs.Max(p => p.Residual);

    /// <summary>ln L.</summary>
    public double LogLikelihood { get; } = Pairs.Sum(p => p.LogLikelihood);
}
