using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class ElementaryFunctionsTests
{
    // Math.Exp and Math.Log of the platform are themselves good to about half a unit in the last place.
    private const int AllowedUnits = 2;

    [Fact]
    public void The_exponential_is_within_two_units_in_the_last_place()
    {
        for (var i = -70_000; i < 70_000; i++)
            AssertClose(Math.Exp(i * 0.010007), ElementaryFunctions.Exp(i * 0.010007), i * 0.010007);
    }

    [Fact]
    public void So_is_the_fused_one()
    {
        for (var i = -70_000; i < 70_000; i++)
            AssertClose(Math.Exp(i * 0.010007), ElementaryFunctions.ExpUpTo(Vector512.Create(i * 0.010007), 709)[i & 7], i * 0.010007);
        Assert.Equal(1, ElementaryFunctions.ExpUpTo(Vector512<double>.Zero, 0)[0]);
        Assert.Equal(1, ElementaryFunctions.ExpUpTo(Vector512.Create(1e9), 0)[0]);
        Assert.Equal(0, ElementaryFunctions.ExpUpTo(Vector512.Create(-709.0), 0)[0]);
    }

    [Fact]
    public void The_logarithm_is_within_two_units_in_the_last_place()
    {
        for (var i = -70_000; i < 70_000; i++)
        {
            var x = Math.Exp(i * 0.010007);
            AssertClose(Math.Log(x), ElementaryFunctions.Log(x), x);
        }
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(1000.0, double.PositiveInfinity)]
    public void The_exponential_has_its_limits(double x, double expected) => Assert.Equal(expected, ElementaryFunctions.Exp(x));

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void The_logarithm_has_its_limits(double x, double expected) => Assert.Equal(expected, ElementaryFunctions.Log(x));

    [Fact]
    public void A_lane_has_the_bits_of_the_scalar() =>
        Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
        {
            var lanes = ElementaryFunctions.Exp(Vector256.Create(a.Get % 50, b.Get % 50, 0.5, -800));
            return Bits(lanes[0]) == Bits(ElementaryFunctions.Exp(a.Get % 50)) && Bits(lanes[1]) == Bits(ElementaryFunctions.Exp(b.Get % 50)) && lanes[3] == 0;
        }).QuickCheckThrowOnFailure();

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);

    private static void AssertClose(double expected, double actual, double x)
    {
        var units = Math.Abs(Bits(expected) - Bits(actual));
        if (units > AllowedUnits)
            Assert.Fail($"{units} units off at {x:R}: {expected:R} and {actual:R}");
    }
}
