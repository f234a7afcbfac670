using Standoff.Games.Numerics;

namespace Standoff.Games.Solvers;

/// <summary>Where a curve goes on to: along Hermite's cubic through its last two points with their tangents, or, where only one is known, along its tangent.</summary>
internal sealed class CurvePredictor
{
    // Further on a cubic may be anywhere.
    private const double FarthestStep = 4;
    private double[]? lastPoint;
    private double[]? lastTangent;
    private double length;

    /// <summary>Whether a step is foretold by the cubic.</summary>
    public bool IsCubic(double step) => lastPoint is not null && step <= FarthestStep * length;

    /// <summary>Takes a step that was made.</summary>
    public void Remember(double[] from, double[] fromTangent, double[] to, double[] toTangent)
    {
        (lastPoint, lastTangent) = (from, fromTangent);
        // The arc over the chord between two tangents.
        var half = Math.Acos(Math.Clamp(Vectors.Dot(fromTangent, toTangent), -1, 1)) / 2;
        length = Vectors.Distance(from, to) * (half < 1e-3 ? 1 : half / Math.Sin(half));
        if (!(length > 0))
            Forget();
    }

    /// <summary>Forgets the last step, as when the coordinates have changed.</summary>
    public void Forget() => lastPoint = null;

    /// <summary>The point after a step, given in arc length.</summary>
    public double[] Predict(double[] point, double[] tangent, double step)
    {
        var next = (double[])point.Clone();
        if (!IsCubic(step))
        {
            for (var i = 0; i < next.Length; i++)
                next[i] += step * tangent[i];
            return next;
        }

        var u = 1 + (step / length);
        var (ofPoint, ofLastTangent, ofTangent) = ((2 * u * u * u) - (3 * u * u) + 1, length * u * (u - 1) * (u - 1), length * u * u * (u - 1));
        for (var i = 0; i < next.Length; i++)
            next[i] += (ofPoint * (lastPoint![i] - point[i])) + (ofLastTangent * lastTangent![i]) + (ofTangent * tangent[i]);
        return next;
    }
}
