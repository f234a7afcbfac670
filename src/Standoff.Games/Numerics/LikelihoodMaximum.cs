namespace Standoff.Games.Numerics;

/// <summary>A log-likelihood at a point with its gradient and Fisher's information.</summary>
internal sealed record LikelihoodPoint(double Value, double[] Gradient, double[] Information);

/// <summary>What a maximisation came to.</summary>
/// <param name="Parameters">Where.</param>
/// <param name="Point">The likelihood there.</param>
/// <param name="Iterations">Steps made.</param>
/// <param name="Decrement">g'·I⁻¹·g: twice what one more step promises.</param>
/// <param name="HasConverged">Whether that is below the tolerance.</param>
internal sealed record LikelihoodMaximum(double[] Parameters, LikelihoodPoint Point, int Iterations, double Decrement, bool HasConverged)
{
    private const double DifferenceStep = 1e-5;

    /// <summary>Fisher's scoring with a ridge that grows where a step does not raise the likelihood (Levenberg 1944).</summary>
    /// <param name="start">Where to start.</param>
    /// <param name="evaluate">The likelihood; <see langword="null"/> where it is not defined.</param>
    /// <param name="tolerance">Decrement at which it ends.</param>
    /// <param name="mostIterations">Steps after which it ends in any case.</param>
    /// <param name="progress">Told each step.</param>
    /// <param name="cancellation">Ends it with the best so far.</param>
    public static LikelihoodMaximum Find(double[] start, Func<double[], LikelihoodPoint?> evaluate, double tolerance, int mostIterations, Action<int, LikelihoodPoint>? progress, CancellationToken cancellation)
    {
        var (at, point) = (start, evaluate(start) ?? throw new ArgumentException("The likelihood is not defined at the start.", nameof(start)));
        var ridge = 1e-9;
        for (var iteration = 0; ; iteration++)
        {
            progress?.Invoke(iteration, point);
            var decrement = DecrementAt(point);
            if (decrement < tolerance || iteration == mostIterations || cancellation.IsCancellationRequested)
                return new LikelihoodMaximum(at, point, iteration, decrement, decrement < tolerance);
            if (!TryStep(ref at, ref point, ref ridge, evaluate))
                return new LikelihoodMaximum(at, point, iteration, decrement, false);
        }
    }

    private static double[] Inverse(double[] information)
    {
        var size = (int)Math.Sqrt(information.Length);
        var system = new LinearSystem(size);
        for (var row = 0; row < size; row++)
            information.AsSpan(row * size, size).CopyTo(system.Row(row));
        var inverse = new double[information.Length];
        for (var i = 0; i < size; i++)
            inverse[(i * size) + i] = 1;
        if (system.Factor())
            system.SolveMany(inverse, size);
        else
            Array.Fill(inverse, double.NaN);
        return inverse;
    }

    /// <summary>Standard errors from the inverse of the observed information, by differences of the gradient at the maximum; NaN where it can't be had.</summary>
    public static double[] StandardErrors(double[] at, Func<double[], LikelihoodPoint?> evaluate)
    {
        var size = at.Length;
        var information = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            var step = DifferenceStep * Math.Max(1, Math.Abs(at[i]));
            var (above, below) = ((double[])at.Clone(), (double[])at.Clone());
            above[i] += step;
            below[i] -= step;
            var (up, down) = (evaluate(above)?.Gradient, evaluate(below)?.Gradient);
            for (var j = 0; j < size; j++)
            {
                var entry = up is null || down is null ? double.NaN : (down[j] - up[j]) / (4 * step);
                information[(i * size) + j] += entry;
                information[(j * size) + i] += entry;
            }
        }

        return StandardErrors(information);
    }

    /// <summary>Roots of the diagonal of the inverse of an information; NaN where it is singular or the entry negative.</summary>
    public static double[] StandardErrors(double[] information)
    {
        var (size, inverse) = ((int)Math.Sqrt(information.Length), Inverse(information));
        return [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(inverse[(i * size) + i]))];
    }

    private static bool TryStep(ref double[] at, ref LikelihoodPoint point, ref double ridge, Func<double[], LikelihoodPoint?> evaluate)
    {
        for (; ridge < 1e12; ridge *= 10)
        {
            if (Step(point, ridge) is not { } step)
                continue;
            double[] candidate = [.. at.Zip(step, (a, b) => a + b)];
            if (evaluate(candidate) is { } next && next.Value > point.Value)
            {
                (at, point, ridge) = (candidate, next, Math.Max(ridge / 30, 1e-12));
                return true;
            }
        }

        return false;
    }

    private static double DecrementAt(LikelihoodPoint point)
    {
        var sum = Step(point, 0)?.Zip(point.Gradient, (s, g) => s * g).Sum() ?? double.NaN;
        return double.IsFinite(sum) ? Math.Abs(sum) : double.PositiveInfinity;
    }

    private static double[]? Step(LikelihoodPoint point, double ridge)
    {
        var size = point.Gradient.Length;
        var system = new LinearSystem(size);
        for (var row = 0; row < size; row++)
        {
            point.Information.AsSpan(row * size, size).CopyTo(system.Row(row));
            system.Row(row)[row] *= 1 + ridge;
        }

        var step = (double[])point.Gradient.Clone();
        if (!system.Factor())
            return null;
        system.Solve(step);
        return step;
    }
}
