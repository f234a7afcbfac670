using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Standoff.Games.Numerics;

/// <summary>
/// Exponential and logarithm built from IEEE additions and multiplications alone, without fused operations unless a member says so,
/// so that a result has the same bits on every processor and in every lane.
/// </summary>
public static class ElementaryFunctions
{
    private const double Log2E = 1.4426950408889634;
    // ln 2 split so that n·Ln2High is exact for every binary exponent n.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    // Adding and subtracting 1.5·2^52 rounds to the nearest integer and leaves it in the low bits.
    private const double Rounder = 6755399441055744.0;
    private const double Lowest = -708.0;
    private const double Highest = 709.0;

    /// <summary>e^x in four lanes; at most 2 units in the last place from the true value. Below −708 it is 0, above 709 it is +∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        // One instruction each: of the two arguments the second is what a NaN leaves, and no zero is compared with another.
        var clamped = Vector256.MinNative(Vector256.Create(Highest), Vector256.MaxNative(Vector256.Create(Lowest), x));
        var shifted = (clamped * Log2E) + Vector256.Create(Rounder);
        var n = shifted - Vector256.Create(Rounder);
        var r = clamped - (n * Ln2High) - (n * Ln2Low);
        var scale = ((shifted.AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();
        var result = ExpNearZero(r) * scale;
        result = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Lowest)), Vector256<double>.Zero, result);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Highest)), Vector256.Create(double.PositiveInfinity), result);
    }

    /// <summary>
    /// e^min(x, most) in eight lanes, by fused operations throughout: at most 2 units in the last place from the true value. Below −708 it is 0.
    /// </summary>
    /// <param name="x">Exponents.</param>
    /// <param name="most">At most 709.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ExpUpTo(Vector512<double> x, double most)
    {
        // Of the two arguments the second is what a NaN leaves.
        var clamped = Vector512.MinNative(Vector512.Create(most), Vector512.MaxNative(Vector512.Create(Lowest), x));
        var shifted = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(Log2E), Vector512.Create(Rounder));
        var n = shifted - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), clamped));
        var scale = ((shifted.AsInt64() + Vector512.Create(1023L)) << 52).AsDouble();
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(Lowest)), Vector512<double>.Zero, FusedExpNearZero(r) * scale);
    }

    /// <summary>e^x with the very bits that a lane of <see cref="Exp(Vector256{double})"/> has.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>Natural logarithm, at most 2 units in the last place from the true value.</summary>
    /// <param name="x">Positive; 0 gives −∞, a negative number NaN.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        var exponent = double.ILogB(x);
        var mantissa = double.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        return (exponent * Ln2High) + (LogNearOne(mantissa) + (exponent * Ln2Low));
    }

    // Taylor's polynomial to the 13th power, summed in pairs for speed: for |r| ≤ ln2/2 what is left out is below 4e-18.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExpNearZero(Vector256<double> r)
    {
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Pair(r, 1.0 / 2, 1.0 / 6) + (r2 * Pair(r, 1.0 / 24, 1.0 / 120));
        var middle = Pair(r, 1.0 / 720, 1.0 / 5040) + (r2 * Pair(r, 1.0 / 40320, 1.0 / 362880));
        var high = Pair(r, 1.0 / 3628800, 1.0 / 39916800) + (r2 * Pair(r, 1.0 / 479001600, 1.0 / 6227020800));
        var tail = low + (r4 * (middle + (r4 * high)));
        return Vector256<double>.One + (r + (r2 * tail));
    }

    // To the 12th power, by pairs of pairs: what is left out is below 2e-16 of the whole.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FusedExpNearZero(Vector512<double> r)
    {
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Vector512.FusedMultiplyAdd(r2, FusedPair(r, 1.0 / 2, 1.0 / 6), r);
        var middle = Vector512.FusedMultiplyAdd(r2, FusedPair(r, 1.0 / 720, 1.0 / 5040), FusedPair(r, 1.0 / 24, 1.0 / 120));
        var high = Vector512.FusedMultiplyAdd(r2, FusedPair(r, 1.0 / 3628800, 1.0 / 39916800), FusedPair(r, 1.0 / 40320, 1.0 / 362880));
        high = Vector512.FusedMultiplyAdd(r4, Vector512.Create(1.0 / 479001600), high);
        return Vector512<double>.One + Vector512.FusedMultiplyAdd(r4, Vector512.FusedMultiplyAdd(r4, high, middle), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FusedPair(Vector512<double> r, double constant, double slope) =>
        Vector512.FusedMultiplyAdd(r, Vector512.Create(slope), Vector512.Create(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Pair(Vector256<double> r, double constant, double slope) =>
        Vector256.Create(constant) + (r * slope);

    // ln m = 2·artanh((m − 1)/(m + 1)); for m in [√½, √2] the series to the 21st power leaves out less than 1e-19.
    private static double LogNearOne(double m)
    {
        var s = (m - 1) / (m + 1);
        var s2 = s * s;
        var sum = 0.0;
        for (var k = 21; k >= 3; k -= 2)
            sum = (sum + (1.0 / k)) * s2;
        return 2 * (s + (s * sum));
    }
}
