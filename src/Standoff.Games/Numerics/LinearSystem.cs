using System.Runtime.CompilerServices;

namespace Standoff.Games.Numerics;

/// <summary>A dense square matrix in row order, factored in place by rows with partial pivoting.</summary>
internal sealed class LinearSystem(int size)
{
    private readonly double[] entries = new double[size * size];
    private readonly int[] pivots = new int[size];

    /// <summary>Sign of the determinant after <see cref="Factor"/>: 0 where the matrix is singular.</summary>
    public int DeterminantSign { get; private set; }

    /// <summary>A row to fill before <see cref="Factor"/>.</summary>
    public Span<double> Row(int row) => entries.AsSpan(row * size, size);

    /// <summary>Factors what the rows hold.</summary>
    /// <returns>Whether the matrix is regular.</returns>
    public bool Factor()
    {
        DeterminantSign = 1;
        for (var column = 0; column < size; column++)
        {
            var pivot = LargestBelow(column);
            pivots[column] = pivot;
            var value = entries[(pivot * size) + column];
            if (!(Math.Abs(value) > 0) || !double.IsFinite(value))
            {
                DeterminantSign = 0;
                return false;
            }

            DeterminantSign *= value < 0 ? -1 : 1;
            if (pivot != column)
            {
                SwapRows(column, pivot);
                DeterminantSign = -DeterminantSign;
            }

            Eliminate(column);
        }

        return true;
    }

    /// <summary>Replaces a right-hand side by its solution.</summary>
    public void Solve(Span<double> side)
    {
        for (var row = 0; row < size; row++)
        {
            (side[row], side[pivots[row]]) = (side[pivots[row]], side[row]);
            var sum = side[row];
            var left = Row(row);
            for (var k = 0; k < row; k++)
                sum -= left[k] * side[k];
            side[row] = sum;
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var right = Row(row);
            var sum = side[row];
            for (var k = row + 1; k < size; k++)
                sum -= right[k] * side[k];
            side[row] = sum / right[row];
        }
    }

    /// <summary>Replaces several right-hand sides by their solutions at once.</summary>
    /// <param name="sides">By row of the system, the entries of all right-hand sides.</param>
    /// <param name="width">Number of right-hand sides.</param>
    public void SolveMany(Span<double> sides, int width)
    {
        for (var row = 0; row < size; row++)
        {
            var target = sides.Slice(row * width, width);
            if (pivots[row] != row)
                Swap(target, sides.Slice(pivots[row] * width, width));
            for (var k = 0; k < row; k++)
                Lanes.Subtract(target, sides.Slice(k * width, width), Row(row)[k]);
        }

        for (var row = size - 1; row >= 0; row--)
        {
            var target = sides.Slice(row * width, width);
            for (var k = row + 1; k < size; k++)
                Lanes.Subtract(target, sides.Slice(k * width, width), Row(row)[k]);
            Lanes.Scale(target, 1 / Row(row)[row]);
        }
    }

    /// <summary>Smallest pivot as a share of the largest, after <see cref="Factor"/>.</summary>
    public double PivotRatio()
    {
        var (least, most) = (double.PositiveInfinity, 0.0);
        for (var row = 0; row < size; row++)
        {
            least = Math.Min(least, Math.Abs(Row(row)[row]));
            most = Math.Max(most, Math.Abs(Row(row)[row]));
        }

        return size == 0 ? 1 : least / most;
    }

    private int LargestBelow(int column)
    {
        var best = column;
        for (var row = column + 1; row < size; row++)
        {
            if (Math.Abs(entries[(row * size) + column]) > Math.Abs(entries[(best * size) + column]))
                best = row;
        }

        return best;
    }

    // The whole rows are swapped, so that multipliers move with them and Solve may swap as it goes.
    private void SwapRows(int a, int b) => Swap(Row(a), Row(b));

    private static void Swap(Span<double> first, Span<double> second)
    {
        for (var k = 0; k < first.Length; k++)
            (first[k], second[k]) = (second[k], first[k]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Eliminate(int column)
    {
        var pivotRow = Row(column)[column..];
        for (var row = column + 1; row < size; row++)
        {
            var target = Row(row)[column..];
            var factor = target[0] / pivotRow[0];
            target[0] = factor;
            if (factor != 0)
                Lanes.Subtract(target[1..], pivotRow[1..], factor);
        }
    }
}
