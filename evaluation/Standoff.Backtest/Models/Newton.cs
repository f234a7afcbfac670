namespace Standoff.Backtest.Models;

/// <summary>A function to be made least: value, gradient and curvature (or a positive definite stand-in) at a point.</summary>
internal delegate double Objective(double[] point, double[] gradient, double[,] curvature);

/// <summary>Newton's method with halved steps.</summary>
internal static class Newton
{
    private const int MostSteps = 60;
    private const int MostHalvings = 30;
    private const double Enough = 1e-9;

    /// <summary>The point where the function is least, from a start, and the curvature there.</summary>
    public static (double[] Point, double[,] Curvature) Minimise(Objective objective, double[] start)
    {
        var point = (double[])start.Clone();
        var (gradient, curvature) = (new double[point.Length], new double[point.Length, point.Length]);
        var value = Evaluate(objective, point, gradient, curvature);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = new Cholesky(curvature).Solve(gradient);
            var decrease = direction.Zip(gradient, (d, g) => d * g).Sum();
            if (decrease < Enough) break;
            var (next, lower) = Descend(objective, point, direction, value, decrease);
            if (lower >= value) break;
            (point, value) = (next, Evaluate(objective, next, gradient, curvature));
        }
        return (point, curvature);
    }

    private static (double[] Point, double Value) Descend(Objective objective, double[] from, double[] direction, double value, double decrease)
    {
        var (gradient, curvature) = (new double[from.Length], new double[from.Length, from.Length]);
        var length = 1.0;
        for (var k = 0; k < MostHalvings; k++, length /= 2)
        {
            var next = from.Zip(direction, (x, d) => x - (length * d)).ToArray();
            var lower = Evaluate(objective, next, gradient, curvature);
            if (lower <= value - (1e-4 * length * decrease)) return (next, lower);
        }
        return (from, value);
    }

    private static double Evaluate(Objective objective, double[] point, double[] gradient, double[,] curvature)
    {
        Array.Clear(gradient);
        Array.Clear(curvature);
        return objective(point, gradient, curvature);
    }
}
