using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class RationalTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("-6/4", "-3/2")]
    [InlineData("3/-6", "-1/2")]
    [InlineData("0.25", "1/4")]
    [InlineData("-.5", "-1/2")]
    [InlineData("1.5e-3", "3/2000")]
    [InlineData("2E2", "200")]
    [InlineData("-0.000000", "0")]
    public void Numbers_are_read_exactly(string text, string expected)
    {
        Assert.True(Rational.TryParse(text, out var value));
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1/0")]
    [InlineData("1//2")]
    [InlineData("1e1001")]
    [InlineData("1.2.3")]
    public void What_is_no_number_is_refused(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void The_nearest_double_is_found_for_very_long_fractions()
    {
        var long3 = System.Numerics.BigInteger.Pow(3, 900);
        Assert.Equal(1.0 / 3, new Rational(long3, long3 * 3).ToDouble());
        Assert.Equal(0.1, new Rational(System.Numerics.BigInteger.Pow(10, 400), System.Numerics.BigInteger.Pow(10, 401)).ToDouble());
    }

    [Fact]
    public void Arithmetic_keeps_its_laws() => Prop.ForAll<int, int, int>((a, b, c) =>
    {
        Rational x = new(a, 7), y = new(b, 12), z = new(c, 5);
        return (x + y) * z == (x * z) + (y * z) && x - y == -(y - x) && (y.Sign == 0 || x / y * y == x) && (x < y) == (a * 12L < b * 7L);
    }).QuickCheckThrowOnFailure();
}
