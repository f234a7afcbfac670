using Standoff.Games.Numerics;
using Xunit;

namespace Standoff.Tests.Games;

public sealed class LinearSystemTests
{
    // Sizes below and above the one from which columns are factored by halves, and next to the widths of panels and tiles.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(96)]
    [InlineData(131)]
    [InlineData(257)]
    public void A_system_and_its_transpose_are_solved_whatever_the_size(int size)
    {
        var random = new Random(size);
        var matrix = Matrix(size, random);
        double[] wanted = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble())];
        var system = Filled(matrix);
        Assert.True(system.Factor());
        double[] side = [.. matrix.Select(row => row.Zip(wanted, (a, x) => a * x).Sum())];
        double[] transposed = [.. Enumerable.Range(0, size).Select(column => Enumerable.Range(0, size).Sum(row => matrix[row][column] * wanted[row]))];
        double[] several = [.. side.SelectMany(b => new[] { b, 2 * b, -b })];
        system.Solve(side);
        system.SolveTransposed(transposed);
        system.SolveMany(several, 3);
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(wanted[i], side[i], 1e-9);
            Assert.Equal(wanted[i], transposed[i], 1e-9);
            Assert.Equal(2 * wanted[i], several[(3 * i) + 1], 1e-9);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public void The_determinants_sign_turns_when_two_rows_change_places_and_a_matrix_with_a_row_twice_is_singular(int size)
    {
        var matrix = Matrix(size, new Random(3));
        var system = Filled(matrix);
        Assert.True(system.Factor());
        var sign = system.DeterminantSign;
        (matrix[1], matrix[size - 1]) = (matrix[size - 1], matrix[1]);
        system = Filled(matrix);
        Assert.True(system.Factor());
        Assert.Equal(-sign, system.DeterminantSign);
        // Whole numbers are eliminated without rounding where the pivots are powers of two.
        for (var i = 0; i < size; i++)
            matrix[i] = [.. Enumerable.Range(0, size).Select(j => i == j && i < size - 1 ? 1.0 : 0)];
        Assert.False(Filled(matrix).Factor());
    }

    // By halves, and row by row as for small matrices: the same up to rounding.
    [Fact]
    public void A_product_of_parts_is_subtracted_tile_by_tile_as_entry_by_entry()
    {
        const int stride = 40;
        var random = new Random(8);
        foreach (var shape in (ProductShape[])[new(4, 8, 12), new(1, 1, 1), new(5, 3, 12), new(4, 9, 13), new(7, 2, 25), new(2, 30, 39)])
        {
            double[] entries = [.. Enumerable.Range(0, 3 * stride * stride).Select(_ => random.NextDouble())];
            var expected = (double[])entries.Clone();
            for (var i = 0; i < shape.Rows; i++)
            {
                for (var j = 0; j < shape.Columns; j++)
                {
                    for (var k = 0; k < shape.Depth; k++)
                        expected[(i * stride) + j] = Math.FusedMultiplyAdd(-entries[(stride * stride) + (i * stride) + k], entries[(2 * stride * stride) + (k * stride) + j], expected[(i * stride) + j]);
                }
            }

            FusedLanes.SubtractProduct(entries, entries.AsSpan(stride * stride), entries.AsSpan(2 * stride * stride), shape, stride, new double[12 * stride]);
            Assert.Equal(expected, entries);
        }
    }

    private static double[][] Matrix(int size, Random random) => [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray())];

    private static LinearSystem Filled(double[][] matrix)
    {
        var system = new LinearSystem(matrix.Length);
        for (var i = 0; i < matrix.Length; i++)
            matrix[i].CopyTo(system.Row(i));
        return system;
    }
}
