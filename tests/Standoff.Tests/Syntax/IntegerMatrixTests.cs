using FsCheck;
using FsCheck.Fluent;
using Standoff.Reading.Syntax;
using Xunit;

namespace Standoff.Tests.Syntax;

public sealed class IntegerMatrixTests
{
    /// <summary>Rows in fours, threes and ones, columns that are no multiple of the widest block: every path gives the plain sum.</summary>
    [Fact]
    public void Products_are_the_plain_sums_on_any_processor()
    {
        Prop.ForAll(
            Gen.Choose(1, 9).ToArbitrary(),
            Gen.Choose(1, 8).ToArbitrary(),
            Gen.Choose(0, 10_000).ToArbitrary(),
            (rows, blocks, seed) => AssertProduct(rows, inputs: 6, columns: 16 * (blocks + 1), seed)).QuickCheckThrowOnFailure();
    }

    private static unsafe void AssertProduct(int rows, int inputs, int columns, int seed)
    {
        var (x, packed, sums) = (Numbers(rows * inputs, seed, 1024), Numbers(inputs * columns, seed + 1, 8191), new int[rows * columns]);
        var scattered = new int[rows * columns];
        fixed (short* left = x, right = packed)
        fixed (int* result = sums, result2 = scattered)
        {
            new IntegerMatrix(right, inputs, columns).Multiply(left, inputs, rows, result);
            var places = stackalloc short*[rows];
            for (var r = 0; r < rows; r++) places[r] = left + (r * inputs);
            new IntegerMatrix(right, inputs, columns).Multiply(places, rows, result2);
        }

        Assert.Equal(sums, scattered);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) Assert.Equal(Enumerable.Range(0, inputs).Sum(k => x[(r * inputs) + k] * packed[(2 * ((k / 2 * columns) + c)) + (k % 2)]), sums[(r * columns) + c]);
    }

    private static short[] Numbers(int count, int seed, int limit)
    {
        var state = (ulong)seed + 1;
        var numbers = new short[count];
        for (var i = 0; i < count; i++)
        {
            state = (state * 6364136223846793005ul) + 1442695040888963407ul;
            numbers[i] = (short)((long)(state >> 40) % (2 * limit) - limit);
        }

        return numbers;
    }
}
