using System.Numerics;

namespace Standoff.Games.Numerics;

/// <summary>What a dictionary of exact integers computes with.</summary>
internal interface IExactArithmetic<T>
{
    static abstract T Create(BigInteger value);

    static abstract BigInteger ToBigInteger(T value);

    /// <summary>(a·b + c·d)/D, which leaves no remainder.</summary>
    static abstract T Combine(T a, T b, T c, T d, in Divisor<T> divisor);

    /// <summary>What division by D needs.</summary>
    /// <param name="value">D, at least 1.</param>
    /// <param name="bits">Number of bits that no quotient exceeds.</param>
    /// <exception cref="OverflowException">Quotients may have more bits than can be told.</exception>
    static abstract Divisor<T> Divide(T value, long bits);

    /// <summary>Sign of a·b − c·d.</summary>
    static abstract int CompareProducts(T a, T b, T c, T d);
}

/// <summary>A divisor D = 2^shift·odd.</summary>
/// <param name="Value">D.</param>
/// <param name="Inverse">The inverse of the odd part modulo 2^128, where it is used.</param>
/// <param name="Shift">The power of two, where it is used.</param>
internal readonly record struct Divisor<T>(T Value, T Inverse, int Shift);

/// <summary>Integers without bound.</summary>
internal readonly struct Unbounded : IExactArithmetic<BigInteger>
{
    public static BigInteger Create(BigInteger value) => value;

    public static BigInteger ToBigInteger(BigInteger value) => value;

    public static BigInteger Combine(BigInteger a, BigInteger b, BigInteger c, BigInteger d, in Divisor<BigInteger> divisor)
    {
        var sum = (a.IsZero || b.IsZero ? BigInteger.Zero : a * b) + (c.IsZero || d.IsZero ? BigInteger.Zero : c * d);
        return sum.IsZero || divisor.Value.IsOne ? sum : sum / divisor.Value;
    }

    public static Divisor<BigInteger> Divide(BigInteger value, long bits) => new(value, 0, 0);

    public static int CompareProducts(BigInteger a, BigInteger b, BigInteger c, BigInteger d) => (a * b).CompareTo(c * d);
}

/// <summary>
/// Integers of 128 bits. Products may wrap: as a quotient without remainder is a product with the divisor's inverse modulo 2^128, it comes out right
/// if it fits itself (Jebelean 1993).
/// </summary>
internal readonly struct Wrapping : IExactArithmetic<Int128>
{
    // Products of doubles are off by less than 2^−50 of their value.
    private const double Clear = 1e-12;

    public static Int128 Create(BigInteger value) => (Int128)value;

    public static BigInteger ToBigInteger(Int128 value) => value;

    public static Int128 Combine(Int128 a, Int128 b, Int128 c, Int128 d, in Divisor<Int128> divisor)
    {
        var product = (((a * b) + (c * d)) >> divisor.Shift) * divisor.Inverse;
        return (product << divisor.Shift) >> divisor.Shift;
    }

    public static Divisor<Int128> Divide(Int128 value, long bits)
    {
        var shift = (int)Int128.TrailingZeroCount(value);
        if (bits + shift > 126)
            throw new OverflowException("The integers of this game need more than 128 bits.");
        var odd = value >> shift;
        // Right to 3 bits; each step of Newton's doubles them.
        var inverse = odd;
        for (var right = 3; right < 128; right *= 2)
            inverse *= 2 - (odd * inverse);
        return new Divisor<Int128>(value, inverse, shift);
    }

    public static int CompareProducts(Int128 a, Int128 b, Int128 c, Int128 d)
    {
        var (left, right) = ((double)a * (double)b, (double)c * (double)d);
        if (Math.Abs(left - right) > Clear * (Math.Abs(left) + Math.Abs(right)))
            return left < right ? -1 : 1;
        return left == 0 && right == 0 ? 0 : ((BigInteger)a * b).CompareTo((BigInteger)c * d);
    }
}
