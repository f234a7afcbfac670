using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>
/// Broyden's method from a matrix that stays factored: each step's difference from what the matrix foretold is kept as an update of rank one
/// (Broyden 1965; in the form of Kelley 1995, which needs the steps only).
/// </summary>
internal sealed class BroydenSteps(int size)
{
    private readonly List<(double[] Step, double Square)> steps = [];

    /// <summary>Makes the step of a residual.</summary>
    /// <param name="solved">The residual solved by the old matrix; it's used up.</param>
    /// <param name="point">Moves.</param>
    public void Take(Span<double> solved, Span<double> point)
    {
        var step = new double[size];
        for (var i = 0; i < size; i++)
            step[i] = -solved[i];
        for (var k = 0; k + 1 < steps.Count; k++)
            Add(step, steps[k + 1].Step, Vectors.Dot(steps[k].Step, step) / steps[k].Square);
        if (steps.Count > 0)
        {
            var share = 1 - (Vectors.Dot(steps[^1].Step, step) / steps[^1].Square);
            for (var i = 0; i < size; i++)
                step[i] /= share;
        }

        steps.Add((step, Vectors.Dot(step, step)));
        Add(point, step, 1);
    }

    private static void Add(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += factor * source[i];
    }
}
